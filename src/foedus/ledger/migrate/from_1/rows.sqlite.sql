-- What schema 1 kept, into the tables of schema 2. characters() is given by the Python beside this file.
INSERT INTO ledger (key, value)
SELECT key, CASE key WHEN 'schema_version' THEN '2' ELSE value END FROM meta;

-- the reading that was all a batch could be then
INSERT INTO batches (number, at, action, actor, command, reader)
SELECT id, started, 'read', NULL, command, reader FROM old_batches ORDER BY id;

INSERT INTO documents (number, id, sha256, text, characters, batch)
SELECT row_number() OVER (ORDER BY batch, rowid), id, sha256, text, characters(text), batch
FROM old_documents ORDER BY batch, rowid;

INSERT INTO outlets (name, batch)
SELECT outlet, min(batch) FROM old_sightings WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY outlet;

-- the page that names the document is the one where its text was seen first
INSERT INTO pages (
  number, document, page, url, outlet, published, published_earliest, published_latest, title, lang, raw_sha256,
  extractor, source, notes, batch, ended
)
SELECT
  row_number() OVER (ORDER BY old.id), documents.number, row_number() OVER (PARTITION BY old.document ORDER BY old.id),
  old.url, old.outlet, old.published, old.published_earliest, old.published_latest, old.title, old_documents.lang,
  old.raw_sha256, old.extractor, old.source, old.notes, old.batch, NULL
FROM old_sightings AS old
JOIN documents ON documents.id = old.document
JOIN old_documents ON old_documents.id = old.document
ORDER BY old.id;

-- a reading ended when a batch of that moment came after it; several of one moment cannot be told apart by any question
INSERT INTO claims (
  reading, id, twin, document, type, stage, polarity, certainty, standing, zone, quoted, trigger_start, published_on,
  when_edtf, when_earliest, when_latest, confidence, origin, review, machine, record, batch, ended
)
SELECT
  old.reading, old.id, old.twin, documents.number, old.type, old.stage, old.polarity, old.certainty, old.standing,
  old.zone, old.quoted, old.trigger_start, coalesce(old_documents.published_earliest, '9999-12-31'), old.when_edtf,
  old.when_earliest, old.when_latest, old.confidence, 'reader', NULL, NULL, old.record, old.batch,
  CASE WHEN old.superseded_at IS NOT NULL THEN coalesce(
    (SELECT min(number) FROM batches WHERE at = old.superseded_at AND number > old.batch),
    (SELECT min(number) FROM batches WHERE at > old.superseded_at AND number > old.batch),
    0
  ) END
FROM old_claims AS old
JOIN documents ON documents.id = old.document
JOIN old_documents ON old_documents.id = old.document
ORDER BY old.reading;

INSERT INTO fillers (reading, role, position, entity, name, kind, via, published_on)
SELECT old.reading, old.role, old.position, old.entity, old.name, old.kind, old.via, claims.published_on
FROM old_fillers AS old
JOIN claims ON claims.reading = old.reading
ORDER BY old.reading, old.role, old.position;

INSERT INTO voices (reading, position, entity, name, kind)
SELECT reading, position, entity, name, kind FROM old_voices ORDER BY reading, position;

-- who has read what was not kept then: a batch of one reader tells it of all its texts, one of several of those that
-- gave claims. What it gave is what held of the text when the batch had been written
WITH touched (document, batch) AS (
  SELECT number, batch FROM documents
  UNION SELECT document, batch FROM pages
  UNION SELECT document, batch FROM claims
  UNION SELECT document, ended FROM claims WHERE ended IS NOT NULL
), found (document, batch, mark, claims) AS (
  SELECT touched.document, touched.batch, batches.reader, (
    SELECT count(*) FROM claims
    WHERE claims.document = touched.document AND claims.batch <= touched.batch
      AND (claims.ended IS NULL OR claims.ended > touched.batch)
  )
  FROM touched JOIN batches ON batches.number = touched.batch
  WHERE batches.reader LIKE '_%/_%' AND batches.reader NOT LIKE '%, %'
  UNION ALL
  SELECT claims.document, claims.batch,
    json_extract(claims.record, '$.reader.name') || '/' || json_extract(claims.record, '$.reader.version'), count(*)
  FROM claims JOIN batches ON batches.number = claims.batch
  WHERE batches.reader LIKE '%, %'
  GROUP BY 1, 2, 3
)
INSERT INTO reads (number, document, reader, version, claims, batch)
SELECT
  row_number() OVER (ORDER BY batch, document, mark), document, substr(mark, 1, instr(mark, '/') - 1),
  substr(mark, instr(mark, '/') + 1), claims, batch
FROM found ORDER BY batch, document, mark;
