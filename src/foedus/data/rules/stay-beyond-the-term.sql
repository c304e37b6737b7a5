/*
question:
  en: Whose forces stayed abroad beyond the term that was agreed?
  fr: Quelles forces sont restées à l'étranger au-delà du terme convenu ?
explanation:
  en: >-
    Forces of one side told of in the country of the other after the term's last day, or said not to have left by then.
    A term that renews itself ends only with a claim that the instrument was terminated, after the notice that it asks
    for. Nothing is found where a claim tells that the instrument was extended, or where another term binds both that day.
  fr: >-
    Des forces d'un côté signalées dans le pays de l'autre après le dernier jour du terme, ou dites non retirées à cette
    date. Un terme reconduit de lui-même ne finit que si l'instrument est dit dénoncé, après le préavis requis. Rien n'est
    signalé si l'instrument est dit prolongé, ou si un autre terme lie les deux ce jour-là.
returns: occasions
finds:
  en: The duty that has the term, the state in which the forces stayed, and the claims of their staying.
  fr: Le devoir qui fixe le terme, l'État où les forces sont restées et les énoncés qui le disent.
*/
WITH
  bound AS MATERIALIZED (
    SELECT d.duty, d.treaty, o.obligor AS entity FROM term JOIN duty AS d USING (duty) JOIN owes AS o USING (duty)
    UNION
    SELECT d.duty, d.treaty, o.beneficiary FROM term JOIN duty AS d USING (duty) JOIN owes AS o USING (duty)
    WHERE o.beneficiary IS NOT NULL
    UNION
    SELECT d.duty, d.treaty, p.party FROM term JOIN duty AS d USING (duty) JOIN party AS p USING (treaty)
  ),
  stays AS MATERIALIZED (
    SELECT claim, who AS guest, whom AS host, begins, ends
    FROM conduct
    WHERE type = 'deployment' AND stage IN ('ongoing', 'done')
      AND who IN (SELECT entity FROM bound) AND whom IN (SELECT entity FROM bound)
    UNION ALL
    SELECT claim, who, whom, begins, ends
    FROM act
    WHERE type = 'deployment' AND stage IN ('withdrawing', 'withdrawn') AND polarity = 'negated' AND certainty <> 'unknown'
      AND who IN (SELECT entity FROM bound) AND whom IN (SELECT entity FROM bound)
  ),
  ended AS MATERIALIZED (
    SELECT c.treaty, a.claim, a.ends
    FROM conduct AS a JOIN cites AS c USING (claim)
    WHERE a.type = 'agreement' AND a.stage = 'terminated' AND c.treaty IS NOT NULL
  ),
  terms AS MATERIALIZED (
    SELECT t.duty, d.treaty, t.since, t.until AS last, NULL AS claim
    FROM term AS t JOIN duty AS d USING (duty)
    WHERE t.renewed_by_years IS NULL
    UNION ALL
    SELECT t.duty, d.treaty, t.since, e.ends + coalesce(t.notice_months, 0) * 31, e.claim
    FROM term AS t JOIN duty AS d USING (duty) JOIN ended AS e USING (treaty)
  )
SELECT DISTINCT
  d.obligation,
  d.version,
  s.host AS beneficiary,
  NULL AS against,
  s.begins AS since,
  s.ends AS until,
  s.claim || coalesce(',' || t.claim, '') AS claims
FROM terms AS t
  JOIN duty AS d ON d.duty = t.duty
  JOIN stays AS s ON s.begins > t.last
  JOIN bound AS g ON g.duty = t.duty AND g.entity = s.guest
  JOIN bound AS h ON h.duty = t.duty AND h.entity = s.host
WHERE NOT EXISTS (
    SELECT 1
    FROM term AS other JOIN duty AS od USING (duty)
      JOIN bound AS og ON og.duty = od.duty AND og.entity = s.guest
      JOIN bound AS oh ON oh.duty = od.duty AND oh.entity = s.host
    WHERE od.treaty <> t.treaty AND other.since <= s.ends
        AND (other.until >= s.begins OR other.renewed_by_years IS NOT NULL)
      OR od.treaty = t.treaty AND other.since > t.since AND other.since <= s.ends AND other.until >= s.begins)
  AND NOT EXISTS (
    SELECT 1 FROM conduct AS a JOIN cites AS c USING (claim)
    WHERE a.type = 'agreement' AND a.stage = 'extended' AND c.treaty = t.treaty AND a.begins <= s.ends)
