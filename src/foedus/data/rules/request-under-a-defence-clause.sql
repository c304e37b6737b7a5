/*
question:
  en: Who asked for help under a duty of defence or consultation, and what followed?
  fr: Qui a demandé de l'aide au titre d'un devoir de défense ou de consultation, et qu'est-il advenu ?
explanation:
  en: >-
    A request for help, an invoked clause or a call for troops counts where it names the instrument, or where an attack on
    whoever asks is told from 90 days before the request to 14 days after it. The duty is that of the version in force
    that day, owed to whoever asks by whoever is asked, or by any party where nobody is named; a duty to consult counts
    only where its own article is named. What the parties and the
    organisation did or said towards whoever asked is cited from the request to 60 days after the time for an answer.
  fr: >-
    Une demande d'aide, une clause invoquée ou un appel à des troupes compte si l'instrument est nommé, ou si une attaque
    contre le demandeur est rapportée entre 90 jours avant la demande et 14 jours après. Le devoir est celui de la version
    en vigueur ce jour-là, dû au demandeur par celui à qui il s'adresse, ou par toute partie si personne n'est nommé ; un
    devoir de consultation ne compte que si son article est nommé. Ce
    que les parties et l'organisation ont fait ou dit envers le demandeur est cité de la demande jusqu'à 60 jours après le
    délai de réponse.
returns: occasions
turns_on: {assistance: whom, commitment: whom, deployment: whom, transfer: whom, attack: whom, hostilities: whom}
finds:
  en: A duty of defence or consultation whose beneficiary asked for it, the attacker where one is told, the request and what followed.
  fr: Un devoir de défense ou de consultation invoqué par son bénéficiaire, l'assaillant s'il est connu, la demande et ses suites.
*/
WITH
  asked AS MATERIALIZED (
    SELECT claim, who AS asked_of, whom AS asker, begins, ends,
      EXISTS (SELECT 1 FROM cites AS c WHERE c.claim = a.claim AND c.treaty IS NOT NULL) AS names_treaty,
      EXISTS (SELECT 1 FROM cites AS c WHERE c.claim = a.claim AND c.article IS NOT NULL) AS names_article
    FROM conduct AS a
    WHERE whom IN (SELECT entity FROM focus) AND begins IS NOT NULL
      AND (type = 'assistance' AND stage = 'requested' OR type = 'commitment' AND stage = 'invoked'
        OR type = 'deployment' AND stage = 'sought')
  ),
  attacked AS MATERIALIZED (
    SELECT asked.claim, k.who AS attacker, group_concat(k.claim) AS attacks
    FROM asked JOIN conduct AS k ON k.whom = asked.asker AND k.type IN ('attack', 'hostilities')
      AND k.stage IN ('ongoing', 'done') AND k.begins <= asked.ends + 14 AND k.ends >= asked.begins - 90
    WHERE k.who IS NOT NULL
    GROUP BY asked.claim, k.who
  ),
  owed AS MATERIALIZED (
    SELECT DISTINCT asked.claim, d.duty
    FROM asked
      JOIN owes AS o ON o.beneficiary = asked.asker AND o.since <= asked.ends AND o.until >= asked.begins
      JOIN duty AS d ON d.duty = o.duty AND (d.kind = 'defense' OR d.kind = 'consultation' AND EXISTS (
        SELECT 1 FROM cites AS c WHERE c.claim = asked.claim AND c.treaty = d.treaty AND c.article = d.article))
    WHERE (asked.asked_of IS NULL OR o.obligor = asked.asked_of
        OR EXISTS (SELECT 1 FROM named AS n WHERE n.entity = asked.asked_of AND n.treaty = d.treaty))
      AND CASE
        WHEN names_treaty THEN EXISTS (
          SELECT 1 FROM cites AS c
          WHERE c.claim = asked.claim AND c.treaty = d.treaty AND (c.article IS NULL OR c.article = d.article))
        ELSE asked.claim IN (SELECT claim FROM attacked)
          AND (NOT names_article
            OR EXISTS (SELECT 1 FROM cites AS c WHERE c.claim = asked.claim AND c.article = d.article))
      END
  )
SELECT
  d.obligation,
  d.version,
  asked.asker AS beneficiary,
  k.attacker AS against,
  asked.begins AS since,
  asked.ends AS until,
  asked.claim || coalesce(',' || k.attacks, '') || coalesce(',' || (
    SELECT group_concat(f.claim)
    FROM act AS f
    WHERE f.whom = asked.asker
      AND f.type IN ('assistance', 'deployment', 'commitment', 'transfer')
      AND f.stage NOT IN ('requested', 'sought', 'invoked')
      AND f.begins BETWEEN asked.begins AND asked.ends + coalesce(d.answer_days, 30) + 60
      AND (f.who IN (SELECT obligor FROM owes AS o WHERE o.duty = d.duty)
        OR f.who IN (SELECT entity FROM named AS n WHERE n.treaty = d.treaty))
  ), '') AS claims,
  asked.asker AS hinge
FROM owed JOIN asked USING (claim) JOIN duty AS d USING (duty) LEFT JOIN attacked AS k USING (claim)
