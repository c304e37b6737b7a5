-- The old tables make room. What they hold is read from them by rows.sqlite.sql, and they go at the end (drop.sqlite.sql).
DROP INDEX ix_documents_published;
DROP INDEX uq_sightings_identity;
DROP INDEX uq_claims_current;
DROP INDEX ix_claims_type_stage;
DROP INDEX ix_claims_document;
DROP INDEX ix_claims_when;
DROP INDEX ix_claims_id;
DROP INDEX ix_fillers_entity;
DROP INDEX ix_voices_entity;

ALTER TABLE batches RENAME TO old_batches;
ALTER TABLE documents RENAME TO old_documents;
ALTER TABLE sightings RENAME TO old_sightings;
ALTER TABLE claims RENAME TO old_claims;
ALTER TABLE fillers RENAME TO old_fillers;
ALTER TABLE voices RENAME TO old_voices;
