/*
question:
  en: Who sold or gave arms to a state that fights an ally?
  fr: Qui a vendu ou donné des armes à un État qui combat un allié ?
explanation:
  en: >-
    An order, a delivery or sales of arms told in general count where the supplier was bound that day by a duty of
    nonaggression towards a third state, or by a duty of defence in an instrument without one, and the recipient attacks
    that state, fights it or takes ground from it at some time from three years before the transfer to one year after it.
    Few instruments name arms: what the text makes of such a transfer is for the judge.
  fr: >-
    Une commande, une livraison ou des ventes d'armes en général comptent si le fournisseur était tenu ce jour-là par un
    devoir de non-agression envers un État tiers, ou par un devoir de défense dans un instrument qui n'en a pas, et si le
    destinataire attaque cet État, le combat ou lui prend du terrain entre trois ans avant le transfert et un an après.
    Peu d'instruments parlent d'armes : ce que le texte dit d'un tel transfert relève du jugement.
returns: occasions
turns_on: {transfer: whom, attack: who, hostilities: who, control: who}
stages: [ordered, delivering, delivered, ongoing, done, gained, unspecified]
finds:
  en: The duty towards the ally, the recipient that fights the ally, the transfer, and the hostile act nearest to it.
  fr: Le devoir envers l'allié, le destinataire qui combat l'allié, le transfert et l'acte hostile le plus proche.
*/
WITH
  foes AS MATERIALIZED (
    SELECT who AS adversary, whom AS ally, claim, min(id) AS id, begins, ends
    FROM conduct JOIN claim USING (claim)
    WHERE who IN (SELECT entity FROM focus) AND conduct.type IN ('attack', 'hostilities', 'control')
      AND conduct.stage IN ('ongoing', 'done', 'gained') AND whom IS NOT NULL AND begins IS NOT NULL
    GROUP BY who, whom, begins / 91
  ),
  bound AS MATERIALIZED (
    SELECT o.duty, o.obligor, o.beneficiary, o.since, o.until
    FROM duty AS d JOIN owes AS o USING (duty)
    WHERE d.kind = 'nonaggression' OR d.kind = 'defense' AND NOT EXISTS (
      SELECT 1 FROM duty AS other WHERE other.treaty = d.treaty AND other.kind = 'nonaggression')
  ),
  fed AS MATERIALIZED (
    SELECT claim, who AS supplier, whom AS recipient, begins, ends
    FROM conduct
    WHERE whom IN (SELECT adversary FROM foes) AND type = 'transfer'
      AND (stage IN ('ordered', 'delivering', 'delivered') OR stage = 'unspecified' AND EXISTS (
        SELECT 1 FROM role AS r WHERE r.claim = conduct.claim AND r.role = 'item' AND r.kind IN ('system', 'item_class')))
      AND who IN (SELECT obligor FROM bound) AND begins IS NOT NULL
  ),
  -- transfers that begin within thirty days of each other are one occasion anyway, and there may be many
  months AS MATERIALIZED (
    SELECT b.duty, p.ally, p.adversary, min(fed.begins) AS begins, max(fed.ends) AS ends,
      group_concat(fed.claim) AS claims
    FROM (SELECT DISTINCT adversary, ally FROM foes) AS p
      CROSS JOIN bound AS b ON b.beneficiary = p.ally AND b.obligor <> p.adversary
      CROSS JOIN fed ON fed.supplier = b.obligor AND fed.recipient = p.adversary
        AND fed.ends >= b.since AND fed.begins <= b.until
    GROUP BY p.adversary, p.ally, fed.begins / 30, b.duty
  ),
  found AS MATERIALIZED (
    SELECT months.*, (
      SELECT near.claim
      FROM (
        SELECT f.claim, f.id, abs(f.begins - months.begins) AS apart
        FROM foes AS f
        WHERE f.adversary = months.adversary AND f.ally = months.ally
          AND f.begins <= months.ends + 365 AND f.ends >= months.begins - 1096
      ) AS near
      ORDER BY near.apart, near.id LIMIT 1
    ) AS hostile
    FROM months
  )
SELECT
  d.obligation,
  d.version,
  ally AS beneficiary,
  adversary AS against,
  found.begins AS since,
  found.ends AS until,
  claims || ',' || hostile AS claims,
  adversary AS hinge
FROM found JOIN duty AS d USING (duty)
WHERE hostile IS NOT NULL
