/*
question:
  en: Where do claims of membership say otherwise than what is recorded?
  fr: Où les énoncés d'appartenance contredisent-ils ce qui est enregistré ?
explanation:
  en: >-
    Recorded is what the gazetteer tells of an organisation's members and what the treaty files tell of the parties to its
    treaty. Found are claims that somebody joined, belongs, is frozen or is leaving when neither has it as a member in
    any of the days told; and claims that somebody left, or is no member, while the record has it as one for a month more.
    Organisations of whose members nothing is recorded are passed over.
  fr: >-
    Est enregistré ce que le répertoire dit des membres d'une organisation et ce que les fichiers de traités disent des
    parties à son traité. Sont signalés les énoncés selon lesquels quelqu'un a adhéré, est membre, gelé ou sur le départ
    quand ni l'un ni l'autre ne l'a pour membre à ces dates ; et ceux selon lesquels quelqu'un est parti, ou n'est pas
    membre, quand l'enregistrement l'a encore pour membre un mois de plus. Les organisations sans membres enregistrés sont
    passées.
returns: statements
turns_on: {membership: who}
finds:
  en: The member, the organisation, and the days of which the claim tells.
  fr: Le membre, l'organisation et les jours dont parle l'énoncé.
*/
WITH
  recorded AS MATERIALIZED (
    SELECT organisation, member, since, until FROM member
    UNION
    SELECT t.organisation, p.party, p.since, p.until
    FROM party AS p JOIN treaty AS t USING (treaty)
    WHERE p.status = 'in_force' AND t.kind = 'alliance' AND t.organisation IS NOT NULL
  )
SELECT
  json_array(a.who, a.whom) AS entities,
  a.begins AS since,
  a.ends AS until,
  json_array(a.claim) AS claims,
  a.who AS hinge
FROM act AS a
WHERE a.type = 'membership' AND a.who IN (SELECT entity FROM focus) AND a.begins IS NOT NULL AND a.certainty <> 'unknown'
  AND a.whom IN (SELECT organisation FROM recorded)
  AND CASE
    WHEN a.polarity = 'affirmed' AND a.stage IN ('joined', 'member', 'frozen', 'leaving') THEN NOT EXISTS (
        SELECT 1 FROM recorded AS r
        WHERE r.organisation = a.whom AND r.member = a.who AND r.since <= a.ends AND r.until >= a.begins)
      AND a.claim IN (SELECT claim FROM conduct WHERE conduct.type = 'membership')
    WHEN a.polarity = 'affirmed' AND a.stage = 'left' OR a.polarity = 'negated' AND a.stage IN ('joined', 'member')
      THEN EXISTS (
        SELECT 1 FROM recorded AS r
        WHERE r.organisation = a.whom AND r.member = a.who AND r.since <= a.begins AND r.until > a.ends + 31)
    ELSE 0
  END
