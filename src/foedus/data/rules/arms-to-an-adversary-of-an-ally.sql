/*
question:
  en: Who sold or gave arms to a state that fights an ally?
  fr: Qui a vendu ou donné des armes à un État qui combat un allié ?
explanation:
  en: >-
    An order or a delivery counts where the supplier was bound that day by a duty of nonaggression towards a third state,
    or by a duty of defence in an instrument without one, and the recipient attacks that state, fights it or takes ground
    from it at some time from three years before the transfer to one year after it. Few instruments name arms: what the
    text makes of such a transfer is for the judge.
  fr: >-
    Une commande ou une livraison compte si le fournisseur était tenu ce jour-là par un devoir de non-agression envers un
    État tiers, ou par un devoir de défense dans un instrument qui n'en a pas, et si le destinataire attaque cet État, le
    combat ou lui prend du terrain entre trois ans avant le transfert et un an après. Peu d'instruments parlent d'armes :
    ce que le texte dit d'un tel transfert relève du jugement.
returns: occasions
finds:
  en: The duty towards the ally, the recipient that fights the ally, the transfer, and the hostile act nearest to it.
  fr: Le devoir envers l'allié, le destinataire qui combat l'allié, le transfert et l'acte hostile le plus proche.
*/
WITH
  foes AS MATERIALIZED (
    SELECT who AS adversary, whom AS ally, claim, min(id) AS id, begins, ends
    FROM conduct JOIN claim USING (claim)
    WHERE conduct.type IN ('attack', 'hostilities', 'control') AND conduct.stage IN ('ongoing', 'done', 'gained')
      AND who IS NOT NULL AND whom IS NOT NULL AND begins IS NOT NULL
    GROUP BY who, whom, begins / 91
  ),
  pairs AS MATERIALIZED (SELECT DISTINCT adversary, ally FROM foes),
  suppliers AS MATERIALIZED (
    SELECT DISTINCT who AS supplier, whom AS recipient
    FROM act
    WHERE type = 'transfer' AND stage IN ('ordered', 'delivering', 'delivered') AND polarity = 'affirmed'
      AND who IS NOT NULL AND whom IN (SELECT adversary FROM pairs)
  ),
  bound AS MATERIALIZED (
    SELECT o.obligor, o.beneficiary, o.since, o.until, d.obligation, d.version
    FROM duty AS d JOIN owes AS o USING (duty)
    WHERE d.kind = 'nonaggression' OR d.kind = 'defense' AND NOT EXISTS (
      SELECT 1 FROM duty AS other WHERE other.treaty = d.treaty AND other.kind = 'nonaggression')
  ),
  triangles AS MATERIALIZED (
    SELECT b.*, s.recipient
    FROM pairs AS p
      JOIN bound AS b ON b.beneficiary = p.ally AND b.obligor <> p.adversary
      JOIN suppliers AS s ON s.supplier = b.obligor AND s.recipient = p.adversary
  ),
  found AS (
    SELECT t.*, a.claim, a.begins, a.ends, (
      SELECT near.claim
      FROM (
        SELECT f.claim, f.id, abs(f.begins - a.begins) AS apart
        FROM foes AS f
        WHERE f.adversary = t.recipient AND f.ally = t.beneficiary
          AND f.begins <= a.ends + 365 AND f.ends >= a.begins - 1096
      ) AS near
      ORDER BY near.apart, near.id LIMIT 1
    ) AS hostile
    FROM triangles AS t
      JOIN conduct AS a ON a.who = t.obligor AND a.whom = t.recipient
        AND a.type = 'transfer' AND a.stage IN ('ordered', 'delivering', 'delivered')
        AND a.begins <= t.until AND a.ends >= t.since
  )
SELECT
  obligation,
  version,
  beneficiary,
  recipient AS against,
  begins AS since,
  ends AS until,
  json_array(claim, hostile) AS claims
FROM found
WHERE hostile IS NOT NULL
