-- What keeps the tables of schema 2 append-only; made last, for the migration fills them.
CREATE TRIGGER guard_batches_update BEFORE UPDATE ON batches
WHEN ((new.number IS old.number AND new.at IS old.at AND new.action IS old.action AND new.actor IS old.actor
  AND new.reader IS old.reader AND substr(new.command, 1, 7) = 'sha256:' AND length(new.command) = 71
  AND EXISTS (SELECT 1 FROM tombstones JOIN pages ON pages.document = tombstones.document WHERE pages.batch = old.number
  UNION ALL SELECT 1 FROM tombstones JOIN reviews ON reviews.document = tombstones.document WHERE reviews.batch = old.number))) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_batches_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_batches_delete BEFORE DELETE ON batches
BEGIN SELECT RAISE(ABORT, 'guard_batches_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_ledger_update BEFORE UPDATE ON ledger
WHEN (old.key = 'schema_version' AND new.key = old.key) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_ledger_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_ledger_delete BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'guard_ledger_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_aliases_update BEFORE UPDATE ON aliases
WHEN ((old.ended IS NULL AND new.ended IS NOT NULL AND new.number IS old.number AND new.name IS old.name
  AND new.folded IS old.folded AND new.entity IS old.entity AND new.kind IS old.kind
  AND new.reason IS old.reason AND new.batch IS old.batch)) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_aliases_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_aliases_delete BEFORE DELETE ON aliases
BEGIN SELECT RAISE(ABORT, 'guard_aliases_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_audit_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'guard_audit_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_audit_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'guard_audit_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_dependencies_update BEFORE UPDATE ON dependencies
WHEN ((old.ended IS NULL AND new.ended IS NOT NULL AND new.number IS old.number AND new.source IS old.source
  AND new.depends_on IS old.depends_on AND new.reason IS old.reason AND new.batch IS old.batch)) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_dependencies_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_dependencies_delete BEFORE DELETE ON dependencies
BEGIN SELECT RAISE(ABORT, 'guard_dependencies_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_documents_update BEFORE UPDATE ON documents
WHEN ((new.number IS old.number AND new.id IS old.id AND new.sha256 IS old.sha256
  AND new.characters IS old.characters AND new.batch IS old.batch AND new.text IS NULL
  AND EXISTS (SELECT 1 FROM tombstones WHERE document = old.number))) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_documents_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_documents_delete BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'guard_documents_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_edges_update BEFORE UPDATE ON edges
WHEN ((old.ended IS NULL AND new.ended IS NOT NULL AND new.number IS old.number AND new.document IS old.document AND
  new.earlier IS old.earlier AND new.kind IS old.kind AND new.sha256 IS old.sha256 AND new.sealed IS old.sealed AND
  new.batch IS old.batch) OR (new.number IS old.number AND new.document IS old.document AND new.kind IS old.kind AND
  new.sha256 IS old.sha256 AND new.batch IS old.batch AND new.ended IS old.ended AND new.earlier = '' AND new.sealed
  IS NULL AND EXISTS (SELECT 1 FROM tombstones WHERE document = old.document)) OR (new.number IS old.number AND
  new.document IS old.document AND new.earlier IS old.earlier AND new.kind IS old.kind AND new.sha256 IS old.sha256
  AND new.batch IS old.batch AND new.ended IS old.ended AND new.sealed IS NULL AND EXISTS (SELECT 1 FROM tombstones
  JOIN documents ON documents.number = tombstones.document WHERE documents.id = old.earlier))) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_edges_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_edges_delete BEFORE DELETE ON edges
BEGIN SELECT RAISE(ABORT, 'guard_edges_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_entities_update BEFORE UPDATE ON entities
BEGIN SELECT RAISE(ABORT, 'guard_entities_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_entities_delete BEFORE DELETE ON entities
BEGIN SELECT RAISE(ABORT, 'guard_entities_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_outlets_update BEFORE UPDATE ON outlets
BEGIN SELECT RAISE(ABORT, 'guard_outlets_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_outlets_delete BEFORE DELETE ON outlets
BEGIN SELECT RAISE(ABORT, 'guard_outlets_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_redirects_update BEFORE UPDATE ON redirects
WHEN ((old.ended IS NULL AND new.ended IS NOT NULL AND new.number IS old.number AND new.claim IS old.claim
  AND new.twin IS old.twin AND new.to_claim IS old.to_claim AND new.to_twin IS old.to_twin
  AND new.batch IS old.batch)) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_redirects_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_redirects_delete BEFORE DELETE ON redirects
BEGIN SELECT RAISE(ABORT, 'guard_redirects_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_stories_update BEFORE UPDATE ON stories
WHEN ((old.ended IS NULL AND new.ended IS NOT NULL AND new.number IS old.number AND new.story IS old.story AND new.id
  IS old.id AND new.pages IS old.pages AND new.origins IS old.origins AND new.langs IS old.langs AND new.first_day IS
  old.first_day AND new.last_day IS old.last_day AND new.batch IS old.batch)) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_stories_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_stories_delete BEFORE DELETE ON stories
BEGIN SELECT RAISE(ABORT, 'guard_stories_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_claims_update BEFORE UPDATE ON claims
WHEN ((old.ended IS NULL AND new.ended IS NOT NULL AND new.reading IS old.reading AND new.id IS old.id
  AND new.twin IS old.twin AND new.document IS old.document AND new.type IS old.type AND new.stage IS old.stage
  AND new.polarity IS old.polarity AND new.certainty IS old.certainty AND new.standing IS old.standing
  AND new.zone IS old.zone AND new.quoted IS old.quoted AND new.trigger_start IS old.trigger_start
  AND new.published_on IS old.published_on AND new.when_edtf IS old.when_edtf
  AND new.when_earliest IS old.when_earliest AND new.when_latest IS old.when_latest
  AND new.confidence IS old.confidence AND new.origin IS old.origin AND new.review IS old.review
  AND new.machine IS old.machine AND new.record IS old.record
  AND new.batch IS old.batch) OR (new.reading IS old.reading AND new.id IS old.id AND new.twin IS old.twin
  AND new.document IS old.document AND new.type IS old.type AND new.stage IS old.stage
  AND new.polarity IS old.polarity AND new.certainty IS old.certainty AND new.standing IS old.standing
  AND new.zone IS old.zone AND new.quoted IS old.quoted AND new.trigger_start IS old.trigger_start
  AND new.published_on IS old.published_on AND new.origin IS old.origin AND new.review IS old.review
  AND new.batch IS old.batch AND new.ended IS old.ended AND new.when_edtf IS NULL AND new.when_earliest IS NULL
  AND new.when_latest IS NULL AND new.confidence IS NULL AND new.machine IS NULL AND new.record IS NULL
  AND EXISTS (SELECT 1 FROM tombstones WHERE document = old.document))) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_claims_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_claims_delete BEFORE DELETE ON claims
BEGIN SELECT RAISE(ABORT, 'guard_claims_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_entity_names_update BEFORE UPDATE ON entity_names
BEGIN SELECT RAISE(ABORT, 'guard_entity_names_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_entity_names_delete BEFORE DELETE ON entity_names
BEGIN SELECT RAISE(ABORT, 'guard_entity_names_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_entries_update BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'guard_entries_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_entries_delete BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'guard_entries_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_pages_update BEFORE UPDATE ON pages
WHEN ((old.ended IS NULL AND new.ended IS NOT NULL AND new.number IS old.number
  AND new.document IS old.document AND new.page IS old.page AND new.url IS old.url AND new.outlet IS old.outlet
  AND new.published IS old.published AND new.published_earliest IS old.published_earliest
  AND new.published_latest IS old.published_latest AND new.title IS old.title AND new.lang IS old.lang
  AND new.raw_sha256 IS old.raw_sha256 AND new.extractor IS old.extractor AND new.source IS old.source
  AND new.notes IS old.notes AND new.batch IS old.batch) OR (new.number IS old.number
  AND new.document IS old.document AND new.page IS old.page AND new.outlet IS old.outlet
  AND new.published IS old.published AND new.published_earliest IS old.published_earliest
  AND new.published_latest IS old.published_latest AND new.lang IS old.lang
  AND new.raw_sha256 IS old.raw_sha256 AND new.extractor IS old.extractor AND new.batch IS old.batch
  AND new.ended IS old.ended AND new.url IS NULL AND new.title IS NULL AND new.source IS NULL
  AND new.notes = '[]' AND EXISTS (SELECT 1 FROM tombstones WHERE document = old.document))) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_pages_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_pages_delete BEFORE DELETE ON pages
BEGIN SELECT RAISE(ABORT, 'guard_pages_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_reads_update BEFORE UPDATE ON reads
BEGIN SELECT RAISE(ABORT, 'guard_reads_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_reads_delete BEFORE DELETE ON reads
BEGIN SELECT RAISE(ABORT, 'guard_reads_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_story_members_update BEFORE UPDATE ON story_members
WHEN ((old.ended IS NULL AND new.ended IS NOT NULL AND new.number IS old.number AND new.story IS old.story AND
  new.document IS old.document AND new.batch IS old.batch)) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_story_members_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_story_members_delete BEFORE DELETE ON story_members
BEGIN SELECT RAISE(ABORT, 'guard_story_members_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_tombstones_update BEFORE UPDATE ON tombstones
BEGIN SELECT RAISE(ABORT, 'guard_tombstones_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_tombstones_delete BEFORE DELETE ON tombstones
BEGIN SELECT RAISE(ABORT, 'guard_tombstones_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_fillers_update BEFORE UPDATE ON fillers
BEGIN SELECT RAISE(ABORT, 'guard_fillers_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_fillers_delete BEFORE DELETE ON fillers
WHEN (EXISTS (SELECT 1 FROM tombstones JOIN claims ON claims.document = tombstones.document
  WHERE claims.reading = old.reading)) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_fillers_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_reviews_update BEFORE UPDATE ON reviews
WHEN ((new.number IS old.number AND new.action IS old.action AND new.document IS old.document
  AND new.claim IS old.claim AND new.twin IS old.twin AND new.before IS old.before AND new.after IS old.after
  AND new.reviewer IS old.reviewer AND new.undoes IS old.undoes AND new.batch IS old.batch
  AND new.reason IS NULL AND new.detail = '{}'
  AND EXISTS (SELECT 1 FROM tombstones WHERE document = old.document))) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_reviews_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_reviews_delete BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'guard_reviews_delete: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_voices_update BEFORE UPDATE ON voices
BEGIN SELECT RAISE(ABORT, 'guard_voices_update: the ledger never changes or deletes what it has learned'); END;
CREATE TRIGGER guard_voices_delete BEFORE DELETE ON voices
WHEN (EXISTS (SELECT 1 FROM tombstones JOIN claims ON claims.document = tombstones.document
  WHERE claims.reading = old.reading)) IS NOT TRUE
BEGIN SELECT RAISE(ABORT, 'guard_voices_delete: the ledger never changes or deletes what it has learned'); END;
