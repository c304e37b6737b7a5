/*
question:
  en: Whose soil, air or bases did an attack on a third state pass through?
  fr: Par le sol, l'air ou les bases de qui une attaque contre un État tiers est-elle passée ?
explanation:
  en: >-
    Forces of the attacker in or through another state, or that state's leave to use its territory, air space or bases,
    told by the document that tells of the attack; or forces that came there, by dates of their own, in the 45 days before
    the attack. Nothing is found where a withdrawal is told before the attack, where leave was refused, or where the state
    that is passed through is the one attacked.
  fr: >-
    Des forces de l'assaillant dans un autre État ou passant par lui, ou l'accord de cet État pour l'usage de son
    territoire, de son espace aérien ou de ses bases, rapportés par le document qui rapporte l'attaque ; ou des forces
    venues là, à des dates propres, dans les 45 jours avant l'attaque. Rien n'est signalé si un retrait est rapporté avant
    l'attaque, si l'accord a été refusé, ou si l'État traversé est celui qui est attaqué.
returns: statements
turns_on: {attack: who, deployment: who, assistance: whom}
stages: [agreed, ongoing, done, withdrawn, provided]
finds:
  en: The state passed through, the attacker, the state attacked.
  fr: L'État traversé, l'assaillant, l'État attaqué.
*/
WITH
  attacks AS MATERIALIZED (
    SELECT claim, document, who AS attacker, whom AS victim, begins, ends, dated
    FROM conduct
    WHERE type = 'attack' AND stage IN ('ongoing', 'done') AND who IN (SELECT entity FROM focus) AND whom IS NOT NULL
      AND begins IS NOT NULL
  ),
  words(part) AS (
    VALUES ('%use%territor%'), ('%through%territor%'), ('%territor%for%attack%'), ('%use%soil%'), ('%use%bases%'),
      ('%air%space%'), ('%transit%'), ('%airfield%'), ('%overfl%'), ('%usage%territoire%'), ('%utilis%territoire%'),
      ('%usage%sol%'), ('%utilis%sol%'), ('%usage%bases%'), ('%utilis%bases%'), ('%espace aérien%'), ('%survol%'),
      ('%aérodrome%'), ('%использова%территори%'), ('%предоставл%территори%'), ('%воздушн%простран%'), ('%транзит%'),
      ('%аэродром%'), ('%использова%баз%'), ('%предоставл%баз%')
  ),
  passages AS MATERIALIZED (
    SELECT claim, document, who AS attacker, whom AS host, begins, ends, dated, 1 AS moved
    FROM conduct
    WHERE type = 'deployment' AND stage IN ('agreed', 'ongoing', 'done') AND whom IS NOT NULL
      AND who IN (SELECT attacker FROM attacks)
    UNION
    SELECT a.claim, a.document, a.who, r.state, a.begins, a.ends, a.dated, 1
    FROM conduct AS a JOIN role AS r ON r.claim = a.claim AND r.role IN ('via', 'from') AND r.state <> a.who
    WHERE a.type = 'deployment' AND a.stage IN ('agreed', 'ongoing', 'done') AND a.who IN (SELECT attacker FROM attacks)
    UNION
    SELECT a.claim, a.document, a.whom, a.who, a.begins, a.ends, a.dated, 0
    FROM conduct AS a
    WHERE a.type = 'assistance' AND a.stage = 'provided' AND a.who IS NOT NULL AND a.whom IN (SELECT attacker FROM attacks)
      AND EXISTS (
        SELECT 1 FROM role AS r JOIN words ON r.family LIKE words.part WHERE r.claim = a.claim AND r.role = 'subject')
  ),
  together AS (
    SELECT p.host, k.attacker, k.victim, p.claim AS passage, k.claim AS attack, p.begins, p.ends,
      k.begins AS struck, k.ends AS over
    FROM passages AS p JOIN attacks AS k ON k.document = p.document AND k.attacker = p.attacker
    WHERE NOT p.dated OR p.begins <= k.ends
    UNION
    SELECT p.host, k.attacker, k.victim, p.claim, k.claim, p.begins, p.ends, k.begins, k.ends
    FROM passages AS p JOIN attacks AS k ON k.attacker = p.attacker AND k.begins BETWEEN p.ends AND p.ends + 45
    WHERE p.moved AND p.dated AND k.dated
  )
SELECT
  json_array(host, attacker, victim) AS entities,
  min(begins, struck) AS since,
  over AS until,
  json_array(passage, attack) AS claims,
  attacker AS hinge
FROM together AS t
WHERE host <> victim
  AND NOT EXISTS (
    SELECT 1 FROM conduct AS w
    WHERE w.who = t.attacker AND w.whom = t.host AND w.type = 'deployment' AND w.stage = 'withdrawn'
      AND w.begins >= t.begins AND w.ends < t.struck)
