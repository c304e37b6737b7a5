/*
question:
  en: Who denied something, and later said that it was so?
  fr: Qui a nié un fait, puis l'a affirmé ?
explanation:
  en: >-
    One voice denies an act (who, whom, what, and the item where there is one), and the same voice, or another that speaks
    for the same state or organisation, tells of it later without a hedge. What the later statement dates must be able to
    lie before the denial and in the days that were denied; without a date it counts for a year after the denial. A duty
    that is denied and later affirmed by whoever owes it counts as well.
  fr: >-
    Une voix nie un acte (qui, à qui, quoi, et le matériel s'il y en a un), puis la même voix, ou une autre qui parle pour
    le même État ou la même organisation, le rapporte sans réserve. Ce que date l'énoncé ultérieur doit pouvoir être
    antérieur au démenti et tomber dans les jours niés ; sans date il compte pendant un an après le démenti. Un devoir nié
    puis affirmé par celui qui le doit compte aussi.
returns: statements
turns_on: {any: who}
finds:
  en: Who speaks, who acted on whom, from the denial to the contrary statement.
  fr: Qui parle, qui a agi envers qui, du démenti à l'énoncé contraire.
*/
WITH
  akin(stage, other) AS (
    VALUES ('delivering', 'delivered'), ('delivered', 'delivering'), ('ongoing', 'done'), ('done', 'ongoing')
  ),
  denials AS MATERIALIZED (
    SELECT a.*, c.voice, c.said
    FROM act AS a JOIN claim AS c USING (claim)
    WHERE a.polarity = 'negated' AND a.certainty IN ('certain', 'probable') AND c.voice IS NOT NULL
      AND a.who IN (SELECT entity FROM focus)
      AND c.standing IN ('attributed', 'unnamed') AND a.type NOT IN ('accusation', 'commitment')
  ),
  turns AS MATERIALIZED (
    SELECT d.voice, d.who, d.whom, d.said, e.said AS later, d.claim AS denial, a.claim AS contrary
    FROM denials AS d
      JOIN act AS a ON a.who = d.who AND a.whom IS d.whom AND a.type = d.type AND a.polarity = 'affirmed'
        AND a.standing IN ('attributed', 'unnamed') AND a.certainty IN ('certain', 'probable')
        AND a.stage IN (d.stage, (SELECT akin.other FROM akin WHERE akin.stage = d.stage))
      JOIN claim AS e ON e.claim = a.claim
    WHERE e.voice = d.voice AND e.said > d.said
      AND CASE WHEN a.dated THEN a.begins <= d.said AND (NOT d.dated OR a.begins <= d.ends AND a.ends >= d.begins)
        ELSE e.said <= d.said + 365 END
  )
SELECT
  json_array(voice, who, whom) AS entities,
  said AS since,
  later AS until,
  json_array(denial, contrary) AS claims,
  who AS hinge
FROM turns
WHERE NOT EXISTS (SELECT 1 FROM role WHERE role.claim = denial AND role.role = 'item')
  OR EXISTS (
    SELECT 1 FROM role AS mine JOIN role AS theirs ON theirs.claim = contrary AND theirs.role = 'item'
    WHERE mine.claim = denial AND mine.role = 'item' AND mine.family = theirs.family)
UNION ALL
SELECT
  json_array(d.who, d.whom),
  dc.said,
  ac.said,
  json_array(d.claim, a.claim),
  d.who
FROM conduct AS d
  JOIN claim AS dc ON dc.claim = d.claim
  JOIN conduct AS a ON a.who = d.who AND a.whom IS d.whom AND a.type = 'commitment'
    AND a.stage IN ('affirmed', 'pledged', 'honoured')
  JOIN claim AS ac ON ac.claim = a.claim
WHERE d.type = 'commitment' AND d.stage = 'denied' AND d.who IN (SELECT entity FROM focus)
  AND coalesce(dc.voice, d.who) = d.who AND coalesce(ac.voice, a.who) = a.who
  AND ac.said > dc.said AND ac.said <= dc.said + 365
  AND (NOT EXISTS (SELECT 1 FROM cites WHERE cites.claim = d.claim AND cites.treaty IS NOT NULL)
    OR EXISTS (
      SELECT 1 FROM cites AS mine JOIN cites AS theirs ON theirs.claim = a.claim AND theirs.treaty = mine.treaty
      WHERE mine.claim = d.claim))
