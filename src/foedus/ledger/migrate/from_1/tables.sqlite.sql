-- The tables of schema 2 as they were released: later versions change them by steps of their own, never here.

CREATE TABLE batches (
  number INTEGER NOT NULL,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  actor TEXT,
  command TEXT,
  reader TEXT,
  CONSTRAINT pk_batches PRIMARY KEY (number),
  CONSTRAINT ck_batches_number CHECK (number > 0),
  CONSTRAINT ck_batches_action CHECK (action = 'read' OR action = 'reread' OR action = 'review' OR action = 'name'
    OR action = 'derive' OR action = 'forget' OR action = 'migrate')
) STRICT;
CREATE INDEX ix_batches_at ON batches (at);

CREATE TABLE ledger (
  "key" TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_ledger PRIMARY KEY ("key")
) STRICT;

CREATE TABLE aliases (
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  entity TEXT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT,
  batch INTEGER NOT NULL,
  ended INTEGER,
  CONSTRAINT pk_aliases PRIMARY KEY (number),
  CONSTRAINT ck_aliases_folded CHECK (length(folded) > 0),
  CONSTRAINT ck_aliases_ended CHECK (ended > batch),
  CONSTRAINT fk_aliases_batch FOREIGN KEY(batch) REFERENCES batches (number),
  CONSTRAINT fk_aliases_ended FOREIGN KEY(ended) REFERENCES batches (number)
) STRICT;
CREATE INDEX ix_aliases_batch ON aliases (batch);
CREATE UNIQUE INDEX uq_aliases_version ON aliases (folded, coalesce(ended, 0));

CREATE TABLE audit (
  batch INTEGER NOT NULL,
  content TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  CONSTRAINT pk_audit PRIMARY KEY (batch),
  CONSTRAINT ck_audit_hashes CHECK (length(content) = 64 AND length(previous) = 64 AND length(hash) = 64),
  CONSTRAINT fk_audit_batch FOREIGN KEY(batch) REFERENCES batches (number),
  CONSTRAINT uq_audit_hash UNIQUE (hash)
) STRICT;

CREATE TABLE dependencies (
  number INTEGER NOT NULL,
  source TEXT NOT NULL,
  depends_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  batch INTEGER NOT NULL,
  ended INTEGER,
  CONSTRAINT pk_dependencies PRIMARY KEY (number),
  CONSTRAINT ck_dependencies_itself CHECK (source <> depends_on),
  CONSTRAINT ck_dependencies_ended CHECK (ended > batch),
  CONSTRAINT fk_dependencies_batch FOREIGN KEY(batch) REFERENCES batches (number),
  CONSTRAINT fk_dependencies_ended FOREIGN KEY(ended) REFERENCES batches (number)
) STRICT;
CREATE INDEX ix_dependencies_batch ON dependencies (batch);
CREATE UNIQUE INDEX uq_dependencies_version ON dependencies (source, depends_on, coalesce(ended, 0));

CREATE TABLE documents (
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  text TEXT,
  characters INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  CONSTRAINT pk_documents PRIMARY KEY (number),
  CONSTRAINT ck_documents_id CHECK (length(sha256) = 64 AND substr(sha256, 1, 16) = id),
  CONSTRAINT ck_documents_characters CHECK (characters >= 0),
  CONSTRAINT uq_documents_id UNIQUE (id),
  CONSTRAINT fk_documents_batch FOREIGN KEY(batch) REFERENCES batches (number)
) STRICT;
CREATE INDEX ix_documents_batch ON documents (batch);

CREATE TABLE edges (
  number INTEGER NOT NULL,
  document INTEGER NOT NULL,
  earlier TEXT NOT NULL,
  kind TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  sealed TEXT,
  batch INTEGER NOT NULL,
  ended INTEGER,
  CONSTRAINT pk_edges PRIMARY KEY (number),
  CONSTRAINT ck_edges_sha256 CHECK (length(sha256) = 64),
  CONSTRAINT ck_edges_ended CHECK (ended > batch),
  CONSTRAINT fk_edges_document FOREIGN KEY(document) REFERENCES documents (number),
  CONSTRAINT fk_edges_batch FOREIGN KEY(batch) REFERENCES batches (number),
  CONSTRAINT fk_edges_ended FOREIGN KEY(ended) REFERENCES batches (number)
) STRICT;
CREATE INDEX ix_edges_batch ON edges (batch);
CREATE INDEX ix_edges_earlier ON edges (earlier);
CREATE UNIQUE INDEX uq_edges_version ON edges (document, sha256, coalesce(ended, 0));

CREATE TABLE entities (
  "key" TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  batch INTEGER NOT NULL,
  CONSTRAINT pk_entities PRIMARY KEY ("key"),
  CONSTRAINT fk_entities_batch FOREIGN KEY(batch) REFERENCES batches (number)
) STRICT;

CREATE TABLE outlets (
  name TEXT NOT NULL,
  batch INTEGER NOT NULL,
  CONSTRAINT pk_outlets PRIMARY KEY (name),
  CONSTRAINT fk_outlets_batch FOREIGN KEY(batch) REFERENCES batches (number)
) STRICT;

CREATE TABLE redirects (
  number INTEGER NOT NULL,
  claim TEXT NOT NULL,
  twin INTEGER NOT NULL,
  to_claim TEXT NOT NULL,
  to_twin INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  ended INTEGER,
  CONSTRAINT pk_redirects PRIMARY KEY (number),
  CONSTRAINT ck_redirects_itself CHECK (claim <> to_claim OR twin <> to_twin),
  CONSTRAINT ck_redirects_ended CHECK (ended > batch),
  CONSTRAINT fk_redirects_batch FOREIGN KEY(batch) REFERENCES batches (number),
  CONSTRAINT fk_redirects_ended FOREIGN KEY(ended) REFERENCES batches (number)
) STRICT;
CREATE INDEX ix_redirects_batch ON redirects (batch);
CREATE UNIQUE INDEX uq_redirects_version ON redirects (claim, twin, coalesce(ended, 0));

CREATE TABLE stories (
  number INTEGER NOT NULL,
  story INTEGER NOT NULL,
  id TEXT NOT NULL,
  pages INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  langs TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  batch INTEGER NOT NULL,
  ended INTEGER,
  CONSTRAINT pk_stories PRIMARY KEY (number),
  CONSTRAINT ck_stories_id CHECK (length(id) > 0),
  CONSTRAINT ck_stories_counts CHECK (pages > 1 AND origins > 0),
  CONSTRAINT ck_stories_days CHECK (first_day <= last_day),
  CONSTRAINT ck_stories_ended CHECK (ended > batch),
  CONSTRAINT fk_stories_batch FOREIGN KEY(batch) REFERENCES batches (number),
  CONSTRAINT fk_stories_ended FOREIGN KEY(ended) REFERENCES batches (number)
) STRICT;
CREATE INDEX ix_stories_batch ON stories (batch);
CREATE INDEX ix_stories_story ON stories (story);
CREATE UNIQUE INDEX uq_stories_version ON stories (id, coalesce(ended, 0));

CREATE TABLE claims (
  reading INTEGER NOT NULL,
  id TEXT NOT NULL,
  twin INTEGER NOT NULL,
  document INTEGER NOT NULL,
  type TEXT NOT NULL,
  stage TEXT NOT NULL,
  polarity TEXT NOT NULL,
  certainty TEXT NOT NULL,
  standing TEXT NOT NULL,
  zone TEXT NOT NULL,
  quoted INTEGER NOT NULL,
  trigger_start INTEGER NOT NULL,
  published_on TEXT NOT NULL,
  when_edtf TEXT,
  when_earliest TEXT,
  when_latest TEXT,
  confidence REAL,
  origin TEXT NOT NULL,
  review TEXT,
  machine TEXT,
  record TEXT,
  batch INTEGER NOT NULL,
  ended INTEGER,
  CONSTRAINT pk_claims PRIMARY KEY (reading),
  CONSTRAINT ck_claims_id CHECK (length(id) = 16),
  CONSTRAINT ck_claims_twin CHECK (twin >= 0),
  CONSTRAINT ck_claims_type CHECK (type = 'transfer' OR type = 'production' OR type = 'possession'
    OR type = 'deployment' OR type = 'exercise' OR type = 'agreement' OR type = 'membership'
    OR type = 'commitment' OR type = 'assistance' OR type = 'attack' OR type = 'hostilities' OR type = 'control'
    OR type = 'displacement' OR type = 'sanction' OR type = 'meeting' OR type = 'diplomacy' OR type = 'accusation'),
  CONSTRAINT ck_claims_stage CHECK (stage = 'sought' OR stage = 'offered' OR stage = 'negotiated'
    OR stage = 'intended' OR stage = 'ordered' OR stage = 'delivering' OR stage = 'delivered'
    OR stage = 'suspended' OR stage = 'cancelled' OR stage = 'refused' OR stage = 'unspecified'
    OR stage = 'planned' OR stage = 'ongoing' OR stage = 'done' OR stage = 'ended' OR stage = 'in_service'
    OR stage = 'used' OR stage = 'held' OR stage = 'lost' OR stage = 'agreed' OR stage = 'withdrawing'
    OR stage = 'withdrawn' OR stage = 'called_for' OR stage = 'preliminary' OR stage = 'signed'
    OR stage = 'in_force' OR stage = 'extended' OR stage = 'ratified' OR stage = 'terminated'
    OR stage = 'failed' OR stage = 'joined' OR stage = 'member' OR stage = 'frozen' OR stage = 'leaving'
    OR stage = 'left' OR stage = 'denied' OR stage = 'pledged' OR stage = 'affirmed' OR stage = 'invoked'
    OR stage = 'honoured' OR stage = 'breached' OR stage = 'requested' OR stage = 'provided'
    OR stage = 'unanswered' OR stage = 'threatened' OR stage = 'gained' OR stage = 'ceded'
    OR stage = 'imposed' OR stage = 'lifted' OR stage = 'made' OR stage = 'rejected'),
  CONSTRAINT ck_claims_polarity CHECK (polarity = 'affirmed' OR polarity = 'negated'),
  CONSTRAINT ck_claims_certainty CHECK (certainty = 'certain' OR certainty = 'probable' OR certainty = 'possible'
    OR certainty = 'unknown'),
  CONSTRAINT ck_claims_standing CHECK (standing = 'stated' OR standing = 'attributed' OR standing = 'unnamed'
    OR standing = 'rumoured'),
  CONSTRAINT ck_claims_zone CHECK (zone = 'headline' OR zone = 'lead' OR zone = 'body' OR zone = 'quotation'
    OR zone = 'caption' OR zone = 'bracket' OR zone = 'credit'),
  CONSTRAINT ck_claims_quoted CHECK (quoted = 0 OR quoted = 1),
  CONSTRAINT ck_claims_confidence CHECK (confidence BETWEEN 0 AND 1),
  CONSTRAINT ck_claims_when CHECK (when_earliest <= when_latest),
  CONSTRAINT ck_claims_origin CHECK (origin = 'reader' OR origin = 'person'),
  CONSTRAINT ck_claims_review CHECK (review IS NULL OR review = 'accepted' OR review = 'corrected'
    OR review = 'rejected' OR review = 'added'),
  CONSTRAINT ck_claims_judged CHECK (origin = 'reader' OR review IS NOT NULL),
  CONSTRAINT ck_claims_ended CHECK (ended > batch),
  CONSTRAINT fk_claims_document FOREIGN KEY(document) REFERENCES documents (number),
  CONSTRAINT fk_claims_batch FOREIGN KEY(batch) REFERENCES batches (number),
  CONSTRAINT fk_claims_ended FOREIGN KEY(ended) REFERENCES batches (number)
) STRICT;
CREATE INDEX ix_claims_batch ON claims (batch);
CREATE INDEX ix_claims_ended ON claims (ended) WHERE ended IS NOT NULL;
CREATE INDEX ix_claims_published ON claims (published_on, type);
CREATE INDEX ix_claims_review ON claims (review, reading) WHERE review IS NOT NULL;
CREATE INDEX ix_claims_shelf ON claims (reading >> 18, id);
CREATE INDEX ix_claims_type_stage ON claims (type, stage);
CREATE UNIQUE INDEX uq_claims_version ON claims (document, id, twin, coalesce(ended, 0));

CREATE TABLE entity_names (
  entity TEXT NOT NULL,
  lang TEXT NOT NULL,
  folded TEXT NOT NULL,
  name TEXT NOT NULL,
  batch INTEGER NOT NULL,
  CONSTRAINT pk_entity_names PRIMARY KEY (entity, lang, folded),
  CONSTRAINT fk_entity_names_entity FOREIGN KEY(entity) REFERENCES entities ("key"),
  CONSTRAINT fk_entity_names_batch FOREIGN KEY(batch) REFERENCES batches (number)
) WITHOUT ROWID, STRICT;
CREATE INDEX ix_entity_names_folded ON entity_names (folded, entity);

CREATE TABLE entries (
  batch INTEGER NOT NULL,
  document INTEGER,
  digest TEXT NOT NULL,
  CONSTRAINT ck_entries_digest CHECK (length(digest) = 64),
  CONSTRAINT fk_entries_batch FOREIGN KEY(batch) REFERENCES batches (number),
  CONSTRAINT fk_entries_document FOREIGN KEY(document) REFERENCES documents (number)
) STRICT;
CREATE UNIQUE INDEX uq_entries_batch_document ON entries (batch, coalesce(document, 0));

CREATE TABLE pages (
  number INTEGER NOT NULL,
  document INTEGER NOT NULL,
  page INTEGER NOT NULL,
  url TEXT,
  outlet TEXT,
  published TEXT,
  published_earliest TEXT,
  published_latest TEXT,
  title TEXT,
  lang TEXT NOT NULL,
  raw_sha256 TEXT,
  extractor TEXT NOT NULL,
  source TEXT,
  notes TEXT NOT NULL,
  batch INTEGER NOT NULL,
  ended INTEGER,
  CONSTRAINT pk_pages PRIMARY KEY (number),
  CONSTRAINT ck_pages_page CHECK (page > 0),
  CONSTRAINT ck_pages_published CHECK (published_earliest <= published_latest),
  CONSTRAINT ck_pages_ended CHECK (ended > batch),
  CONSTRAINT fk_pages_document FOREIGN KEY(document) REFERENCES documents (number),
  CONSTRAINT fk_pages_outlet FOREIGN KEY(outlet) REFERENCES outlets (name),
  CONSTRAINT fk_pages_batch FOREIGN KEY(batch) REFERENCES batches (number),
  CONSTRAINT fk_pages_ended FOREIGN KEY(ended) REFERENCES batches (number)
) STRICT;
CREATE INDEX ix_pages_batch ON pages (batch);
CREATE INDEX ix_pages_outlet ON pages (outlet);
CREATE INDEX ix_pages_published ON pages (published_earliest);
CREATE UNIQUE INDEX uq_pages_version ON pages (document, page, coalesce(ended, 0));

CREATE TABLE reads (
  number INTEGER NOT NULL,
  document INTEGER NOT NULL,
  reader TEXT NOT NULL,
  version TEXT NOT NULL,
  claims INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  CONSTRAINT pk_reads PRIMARY KEY (number),
  CONSTRAINT ck_reads_claims CHECK (claims >= 0),
  CONSTRAINT fk_reads_document FOREIGN KEY(document) REFERENCES documents (number),
  CONSTRAINT fk_reads_batch FOREIGN KEY(batch) REFERENCES batches (number)
) STRICT;
CREATE INDEX ix_reads_batch ON reads (batch);
CREATE INDEX ix_reads_document ON reads (document, number);

CREATE TABLE story_members (
  number INTEGER NOT NULL,
  story INTEGER NOT NULL,
  document INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  ended INTEGER,
  CONSTRAINT pk_story_members PRIMARY KEY (number),
  CONSTRAINT ck_story_members_ended CHECK (ended > batch),
  CONSTRAINT fk_story_members_document FOREIGN KEY(document) REFERENCES documents (number),
  CONSTRAINT fk_story_members_batch FOREIGN KEY(batch) REFERENCES batches (number),
  CONSTRAINT fk_story_members_ended FOREIGN KEY(ended) REFERENCES batches (number)
) STRICT;
CREATE INDEX ix_story_members_batch ON story_members (batch);
CREATE INDEX ix_story_members_story ON story_members (story);
CREATE UNIQUE INDEX uq_story_members_version ON story_members (document, coalesce(ended, 0));

CREATE TABLE tombstones (
  document INTEGER NOT NULL,
  reason TEXT NOT NULL,
  actor TEXT,
  batch INTEGER NOT NULL,
  CONSTRAINT pk_tombstones PRIMARY KEY (document),
  CONSTRAINT ck_tombstones_reason CHECK (length(reason) > 0),
  CONSTRAINT fk_tombstones_document FOREIGN KEY(document) REFERENCES documents (number),
  CONSTRAINT fk_tombstones_batch FOREIGN KEY(batch) REFERENCES batches (number)
) STRICT;

CREATE TABLE fillers (
  reading INTEGER NOT NULL,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  entity TEXT,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  via TEXT,
  published_on TEXT NOT NULL,
  CONSTRAINT pk_fillers PRIMARY KEY (reading, role, position),
  CONSTRAINT ck_fillers_role CHECK (role = 'supplier' OR role = 'recipient' OR role = 'item' OR role = 'via'
    OR role = 'purpose' OR role = 'producer' OR role = 'partner' OR role = 'place' OR role = 'holder'
    OR role = 'actor' OR role = 'to' OR role = 'from' OR role = 'host' OR role = 'participant'
    OR role = 'exercise' OR role = 'party' OR role = 'subject' OR role = 'instrument' OR role = 'member'
    OR role = 'organisation' OR role = 'reason' OR role = 'obligor' OR role = 'beneficiary' OR role = 'treaty'
    OR role = 'clause' OR role = 'content' OR role = 'condition' OR role = 'provider' OR role = 'attacker'
    OR role = 'target' OR role = 'hit' OR role = 'weapon' OR role = 'casualties' OR role = 'loser'
    OR role = 'people' OR role = 'cause' OR role = 'imposer' OR role = 'measure' OR role = 'act'
    OR role = 'accuser' OR role = 'accused'),
  CONSTRAINT ck_fillers_kind CHECK (kind = 'state' OR kind = 'organisation' OR kind = 'company'
    OR kind = 'armed_group' OR kind = 'person' OR kind = 'force' OR kind = 'system' OR kind = 'item_class'
    OR kind = 'treaty' OR kind = 'exercise' OR kind = 'mission' OR kind = 'base' OR kind = 'place' OR kind = 'text'),
  CONSTRAINT ck_fillers_via CHECK (via IS NULL OR via = 'pronoun' OR via = 'speaker' OR via = 'addressee'
    OR via = 'unexpressed' OR via = 'metonym' OR via = 'demonym' OR via = 'description' OR via = 'title'
    OR via = 'member'),
  CONSTRAINT fk_fillers_reading FOREIGN KEY(reading) REFERENCES claims (reading)
) WITHOUT ROWID, STRICT;
CREATE INDEX ix_fillers_entity ON fillers (entity, published_on, reading) WHERE entity IS NOT NULL;
CREATE INDEX ix_fillers_unlinked ON fillers (name, reading) WHERE entity IS NULL;

CREATE TABLE reviews (
  number INTEGER NOT NULL,
  action TEXT NOT NULL,
  document INTEGER,
  claim TEXT,
  twin INTEGER,
  "before" INTEGER,
  "after" INTEGER,
  reviewer TEXT NOT NULL,
  reason TEXT,
  detail TEXT NOT NULL,
  undoes INTEGER,
  batch INTEGER NOT NULL,
  CONSTRAINT pk_reviews PRIMARY KEY (number),
  CONSTRAINT ck_reviews_action CHECK (action = 'accept' OR action = 'correct' OR action = 'reject'
    OR action = 'add' OR action = 'split' OR action = 'merge' OR action = 'link' OR action = 'unlink'
    OR action = 'depend' OR action = 'independ' OR action = 'undo'),
  CONSTRAINT ck_reviews_reviewer CHECK (length(reviewer) > 0),
  CONSTRAINT ck_reviews_undoes CHECK ((action = 'undo') = (undoes IS NOT NULL)),
  CONSTRAINT ck_reviews_claim CHECK ((claim IS NULL) = (twin IS NULL)),
  CONSTRAINT fk_reviews_document FOREIGN KEY(document) REFERENCES documents (number),
  CONSTRAINT fk_reviews_before FOREIGN KEY("before") REFERENCES claims (reading),
  CONSTRAINT fk_reviews_after FOREIGN KEY("after") REFERENCES claims (reading),
  CONSTRAINT fk_reviews_undoes FOREIGN KEY(undoes) REFERENCES reviews (number),
  CONSTRAINT fk_reviews_batch FOREIGN KEY(batch) REFERENCES batches (number)
) STRICT;
CREATE INDEX ix_reviews_batch ON reviews (batch);
CREATE INDEX ix_reviews_claim ON reviews (claim, twin, number);
CREATE UNIQUE INDEX uq_reviews_undoes ON reviews (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE voices (
  reading INTEGER NOT NULL,
  position INTEGER NOT NULL,
  entity TEXT,
  name TEXT,
  kind TEXT NOT NULL,
  CONSTRAINT pk_voices PRIMARY KEY (reading, position),
  CONSTRAINT ck_voices_kind CHECK (kind = 'person' OR kind = 'state' OR kind = 'organisation' OR kind = 'outlet'
    OR kind = 'document' OR kind = 'unnamed'),
  CONSTRAINT fk_voices_reading FOREIGN KEY(reading) REFERENCES claims (reading)
) WITHOUT ROWID, STRICT;
CREATE INDEX ix_voices_entity ON voices (entity, reading);

CREATE TABLE kin_keys (
  "key" INTEGER NOT NULL,
  at INTEGER NOT NULL,
  page INTEGER NOT NULL,
  CONSTRAINT pk_kin_keys PRIMARY KEY ("key", at, page)
) WITHOUT ROWID, STRICT;

CREATE TABLE kin_pages (
  document INTEGER NOT NULL,
  at INTEGER NOT NULL,
  page INTEGER NOT NULL,
  finders INTEGER NOT NULL,
  batch INTEGER,
  held_keys BLOB NOT NULL,
  CONSTRAINT pk_kin_pages PRIMARY KEY (document)
) STRICT;
CREATE INDEX ix_kin_pages_stale ON kin_pages (document) WHERE batch IS NULL;

CREATE VIRTUAL TABLE claim_words USING fts5(words, content = '', tokenize = 'ascii');
CREATE VIRTUAL TABLE document_words USING fts5(words, content = '', tokenize = 'ascii');
INSERT INTO claim_words(claim_words, rank) VALUES ('hashsize', 16777216);
INSERT INTO claim_words(claim_words, rank) VALUES ('automerge', 8);
INSERT INTO document_words(document_words, rank) VALUES ('hashsize', 16777216);
INSERT INTO document_words(document_words, rank) VALUES ('automerge', 8);
