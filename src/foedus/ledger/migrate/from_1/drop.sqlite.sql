-- The old tables, those that point to others first.
DROP TABLE old_voices;
DROP TABLE old_fillers;
DROP TABLE old_claims;
DROP TABLE old_sightings;
DROP TABLE old_documents;
DROP TABLE old_batches;
DROP TABLE meta;
