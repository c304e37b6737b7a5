/*
question:
  en: Whose forces came for an exercise and stayed?
  fr: Quelles forces, venues pour un exercice, sont restées ?
explanation:
  en: >-
    An exercise that was held abroad, or under way, and from two weeks to a year after it forces of the same participant
    told of in the same country, or said not to have left. Nothing is found where a withdrawal is told in between, where
    forces of the participant were told of there in the year before the exercise, or where an instrument on their presence
    binds both that day.
  fr: >-
    Un exercice tenu ou en cours à l'étranger, puis, de deux semaines à un an après, des forces du même participant
    signalées dans le même pays, ou dites non reparties. Rien n'est signalé si un retrait est rapporté entre-temps, si des
    forces du participant y étaient signalées dans l'année précédente, ou si un instrument sur leur présence lie les deux ce
    jour-là.
returns: statements
turns_on: {exercise: who, deployment: who}
stages: [held, ongoing, done, withdrawing, withdrawn]
finds:
  en: The participant and the country, from the exercise to the last sign of the forces.
  fr: Le participant et le pays, de l'exercice au dernier signe des forces.
*/
WITH
  stays AS MATERIALIZED (
    SELECT claim, who, whom, begins, ends
    FROM conduct
    WHERE type = 'deployment' AND stage IN ('ongoing', 'done') AND who IS NOT NULL AND whom IS NOT NULL
    UNION ALL
    SELECT claim, who, whom, begins, ends
    FROM act
    WHERE type = 'deployment' AND stage IN ('withdrawing', 'withdrawn') AND polarity = 'negated' AND certainty <> 'unknown'
      AND who IS NOT NULL AND whom IS NOT NULL
  ),
  bound AS MATERIALIZED (
    SELECT d.duty, o.obligor AS entity FROM duty AS d JOIN owes AS o USING (duty) WHERE d.kind = 'presence'
    UNION
    SELECT d.duty, o.beneficiary FROM duty AS d JOIN owes AS o USING (duty)
    WHERE d.kind = 'presence' AND o.beneficiary IS NOT NULL
    UNION
    SELECT d.duty, p.party FROM duty AS d JOIN party AS p USING (treaty) WHERE d.kind = 'presence'
  )
SELECT
  json_array(e.who, e.whom) AS entities,
  e.begins AS since,
  max(s.ends) AS until,
  e.claim || ',' || group_concat(s.claim) AS claims,
  e.who AS hinge
FROM conduct AS e
  JOIN stays AS s ON s.who = e.who AND s.whom = e.whom AND s.ends >= e.ends + 14 AND s.begins BETWEEN e.ends AND e.ends + 365
WHERE e.type = 'exercise' AND e.stage IN ('ongoing', 'held') AND e.who IN (SELECT entity FROM focus)
  AND NOT EXISTS (
    SELECT 1 FROM conduct AS w
    WHERE w.who = e.who AND w.whom = e.whom AND w.type = 'deployment' AND w.stage = 'withdrawn'
      AND w.ends >= e.begins AND w.begins <= s.begins)
  AND NOT EXISTS (
    SELECT 1 FROM conduct AS p
    WHERE p.who = e.who AND p.whom = e.whom AND p.type = 'deployment' AND p.stage IN ('ongoing', 'done')
      AND p.ends < e.begins AND p.begins >= e.begins - 365)
  AND NOT EXISTS (
    SELECT 1 FROM bound AS g JOIN bound AS h USING (duty) JOIN duty AS d USING (duty)
    WHERE g.entity = e.who AND h.entity = e.whom AND d.since <= s.ends AND d.until >= s.begins)
GROUP BY e.claim, e.who, e.whom
