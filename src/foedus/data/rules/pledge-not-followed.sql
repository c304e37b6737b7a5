/*
question:
  en: Who pledged help or arms, and nothing followed?
  fr: Qui a promis de l'aide ou des armes, sans que rien ne suive ?
explanation:
  en: >-
    A pledge of assistance, or a plan to deliver that has a date, from one to another. It is found once its date has
    passed, or a year where help has none, and no claim tells that anything came from the one to the other since. A pledge
    that promises for the day of need (to defend, to stand by) has no date, and is found only where a refusal, a
    suspension, a breach or a missing answer is told after it. Such claims are cited in any case.
  fr: >-
    Une promesse d'aide, ou un projet de livraison daté, de l'un à l'autre. Elle est signalée une fois sa date passée, ou
    un an quand l'aide n'en a pas, si aucun énoncé ne dit que quelque chose est venu depuis de l'un à l'autre. Une promesse
    pour le jour du besoin (défendre, soutenir) n'a pas de date : elle n'est signalée que si un refus, une suspension, un
    manquement ou une absence de réponse est rapporté ensuite. Ces énoncés sont cités dans tous les cas.
returns: statements
turns_on: {assistance: who, commitment: who, transfer: who, deployment: who}
stages: [pledged, provided, refused, suspended, unanswered, honoured, breached, denied, intended, delivering, delivered, cancelled, ongoing, done]
finds:
  en: Who pledged and to whom, from the pledge to the day by which it was to be kept.
  fr: Qui a promis et à qui, de la promesse au jour où elle devait être tenue.
*/
WITH
  pledges AS MATERIALIZED (
    SELECT a.claim, a.type, a.who, a.whom, a.begins, a.ends,
      CASE WHEN a.type = 'commitment' THEN c.due_last ELSE coalesce(c.due_last, a.ends + 365) END AS deadline
    FROM conduct AS a JOIN claim AS c USING (claim)
    WHERE (a.type IN ('assistance', 'commitment') AND a.stage = 'pledged'
        OR a.type = 'transfer' AND a.stage = 'intended' AND c.due_last IS NOT NULL)
      AND a.certainty IN ('certain', 'probable') AND a.who IN (SELECT entity FROM focus) AND a.whom IS NOT NULL
      AND a.begins IS NOT NULL
  ),
  against AS MATERIALIZED (
    SELECT p.claim, group_concat(r.claim) AS claims, max(r.ends) AS last
    FROM pledges AS p
      JOIN act AS r ON r.who = p.who AND r.whom = p.whom AND r.ends >= p.begins AND r.certainty <> 'unknown'
    WHERE r.polarity = 'affirmed' AND (
        r.type = 'assistance' AND r.stage IN ('refused', 'suspended', 'unanswered')
        OR r.type = 'commitment' AND r.stage IN ('breached', 'denied')
        OR r.type = 'transfer' AND r.stage IN ('refused', 'suspended', 'cancelled'))
      OR r.polarity = 'negated' AND (
        r.type = 'assistance' AND r.stage = 'provided' OR r.type = 'commitment' AND r.stage = 'honoured'
        OR r.type = 'transfer' AND r.stage IN ('delivering', 'delivered'))
    GROUP BY p.claim
  )
SELECT
  json_array(p.who, p.whom) AS entities,
  p.begins AS since,
  coalesce(p.deadline, n.last) AS until,
  p.claim || coalesce(',' || n.claims, '') AS claims,
  p.who AS hinge
FROM pledges AS p LEFT JOIN against AS n USING (claim)
WHERE (n.claim IS NOT NULL OR p.deadline < (SELECT day FROM moment))
  AND NOT EXISTS (
    SELECT 1 FROM conduct AS f
    WHERE f.who = p.who AND f.whom = p.whom AND f.ends >= p.begins
      AND (f.type = 'assistance' AND f.stage = 'provided' OR f.type = 'commitment' AND f.stage = 'honoured'
        OR f.type = 'transfer' AND f.stage IN ('delivering', 'delivered')
        OR f.type = 'deployment' AND f.stage IN ('ongoing', 'done')))
