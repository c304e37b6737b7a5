/*
question:
  en: Who sold or delivered arms to a target of an embargo that binds the supplier?
  fr: Qui a vendu ou livré des armes à une cible d'un embargo qui lie le fournisseur ?
explanation:
  en: >-
    An order or a delivery counts where the supplier was bound that day not to deliver to the recipient. Where the
    embargo spares contracts older than a day, a transfer is left out if a claim dates an order of the same item by the
    same two before that day and none dates one later; where it spares deliveries before a day, a transfer that was over
    by then is left out. Without a date of the order nobody can tell, and the transfer is found. Other grounds, such as civil use or a
    licence, are for the judge.
  fr: >-
    Une commande ou une livraison compte si le fournisseur était tenu ce jour-là de ne rien livrer au destinataire. Quand
    l'embargo épargne les contrats antérieurs à une date, un transfert est écarté si une commande du même matériel entre
    les deux mêmes est datée d'avant ce jour et aucune d'après ; quand il épargne les livraisons antérieures, ce qui était
    achevé alors est écarté. Sans date de commande on ne peut le dire, et le transfert est signalé. Les autres motifs,
    comme l'usage civil ou une licence, relèvent du jugement.
returns: occasions
turns_on: {transfer: whom}
stages: [ordered, delivering, delivered]
finds:
  en: The embargo that binds the supplier, the recipient, the transfer and the orders that are dated.
  fr: L'embargo qui lie le fournisseur, le destinataire, le transfert et les commandes datées.
*/
WITH
  met AS MATERIALIZED (
    SELECT d.duty, d.obligation, d.version, o.beneficiary, a.claim, a.who, a.whom, a.begins, a.ends
    FROM duty AS d
      JOIN owes AS o ON o.duty = d.duty AND o.toward IS NOT NULL
      JOIN conduct AS a ON a.who = o.obligor AND a.whom = o.toward AND a.begins <= o.until AND a.ends >= o.since
    WHERE d.kind = 'restraint' AND d.trigger = 'transfer'
      AND a.whom IN (SELECT entity FROM focus) AND a.type = 'transfer' AND a.stage IN ('ordered', 'delivering', 'delivered')
  ),
  orders AS MATERIALIZED (
    SELECT DISTINCT met.claim, b.claim AS placed, b.begins, b.ends
    FROM met
      JOIN conduct AS b ON b.who = met.who AND b.whom = met.whom AND b.type = 'transfer' AND b.stage = 'ordered'
    WHERE b.dated AND b.begins <= met.ends
      AND (EXISTS (
          SELECT 1 FROM role AS mine JOIN role AS theirs ON theirs.claim = b.claim AND theirs.role = 'item'
          WHERE mine.claim = met.claim AND mine.role = 'item' AND mine.family = theirs.family)
        OR NOT EXISTS (SELECT 1 FROM role WHERE role.claim = met.claim AND role.role = 'item')
        OR NOT EXISTS (SELECT 1 FROM role WHERE role.claim = b.claim AND role.role = 'item'))
  )
SELECT
  obligation,
  version,
  beneficiary,
  whom AS against,
  begins AS since,
  ends AS until,
  claim || coalesce(',' || (SELECT group_concat(placed) FROM orders WHERE orders.claim = met.claim), '') AS claims,
  whom AS hinge
FROM met
WHERE NOT EXISTS (
    SELECT 1 FROM exemption AS x
    WHERE x.duty = met.duty AND x.ground = 'contract_before'
      AND EXISTS (SELECT 1 FROM orders WHERE orders.claim = met.claim AND orders.ends < x.day)
      AND NOT EXISTS (SELECT 1 FROM orders WHERE orders.claim = met.claim AND orders.ends >= x.day))
  AND NOT EXISTS (
    SELECT 1 FROM exemption AS x WHERE x.duty = met.duty AND x.ground = 'delivery_before' AND met.ends < x.day)
