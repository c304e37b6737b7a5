-- What a rule reads. One statement a view; the comment behind a name says what it holds. docs/rules.md tells the same at length.
-- Days are whole numbers: 1 is the first of January of the year 1, so that `b.begins - a.ends` counts days.
-- An interval that nobody bounds begins on day 1 and ends on day 3652059, the last of the year 9999.

CREATE TABLE moment ( -- one row: the day as of which the rules are asked
  day INTEGER -- the day that was asked for, else the last day on which a claim here was published
) STRICT;

CREATE TABLE focus ( -- for which keys rows are wanted, in rules that say what they turn on
  entity TEXT PRIMARY KEY -- any key of who or whom; when asked again after a new document, a key that its claims touch
) STRICT, WITHOUT ROWID;

CREATE TABLE claim ( -- one row a claim, as docs/claims.md defines it
  claim INTEGER PRIMARY KEY, -- its number here, by which the other views name it; a rule gives it back, and the id is told
  id TEXT NOT NULL, -- its id in the ledger
  document TEXT NOT NULL, -- id of the document that it stands in
  outlet TEXT, -- who published the document, where that is known
  type TEXT NOT NULL, -- transfer, attack, commitment …
  stage TEXT NOT NULL, -- delivered, done, invoked …
  polarity TEXT NOT NULL, -- affirmed or negated
  certainty TEXT NOT NULL, -- certain, probable, possible or unknown
  standing TEXT NOT NULL, -- stated, attributed, unnamed or rumoured
  published INTEGER, -- day of the document; null where nobody knows it
  said INTEGER, -- day on which the nearest voice said it, else the day of the document
  first INTEGER, -- earliest day of what the claim dates; null where it dates nothing or is open on that side
  last INTEGER, -- latest day of it
  due_first INTEGER, -- earliest day of what is still to come
  due_last INTEGER, -- latest day of it
  speaker TEXT, -- key of the nearest voice itself: a person, a ministry, a state
  voice TEXT, -- key of the state or organisation that the nearest voice speaks for that day; null where it is nobody's
  voice_kind TEXT -- person, state, organisation, outlet, document or unnamed
) STRICT;

CREATE TABLE role ( -- one row for each that fills a role of a claim
  claim INTEGER NOT NULL, -- number of the claim
  role TEXT NOT NULL, -- supplier, target, place …
  entity TEXT, -- key of who or what it is; null where the words name nothing known
  kind TEXT NOT NULL, -- state, company, person, system, place, text …
  state TEXT, -- key that it counts for that day: its state, or itself where it is nobody's; null for things and words
  family TEXT NOT NULL, -- what items are compared by: the widest family, else the entity, else the words in small letters
  name TEXT NOT NULL -- English name, else the words
) STRICT;

CREATE TABLE act ( -- one row for each pair of a claim: who did, or is to do, what to whom
  claim INTEGER NOT NULL, -- number of the claim
  document TEXT NOT NULL, -- id of the document
  type TEXT NOT NULL, -- as in claim
  stage TEXT NOT NULL, -- as in claim
  polarity TEXT NOT NULL, -- as in claim
  certainty TEXT NOT NULL, -- as in claim
  standing TEXT NOT NULL, -- as in claim
  who TEXT, -- key of the state, organisation or group that acts: supplier, attacker, provider, actor, obligor …
  whom TEXT, -- key of the one whom it reaches: recipient, target, host; else the state in which it takes place
  begins INTEGER, -- earliest day of it; the day of the document where the claim has no date
  ends INTEGER, -- latest day of it, the same
  dated INTEGER NOT NULL -- 1 where the claim itself has a date, else 0
) STRICT;

CREATE VIEW conduct AS -- the rows of act that may count as conduct: affirmed, not told as unclear, no rumour that is denied
  SELECT claim, document, type, stage, polarity, certainty, standing, who, whom, begins, ends, dated FROM act AS told
  WHERE polarity = 'affirmed' AND certainty <> 'unknown'
    AND NOT (standing = 'rumoured' AND EXISTS (
      SELECT 1 FROM act AS denied INDEXED BY act_negated
      WHERE denied.who = told.who AND denied.whom IS told.whom AND denied.type = told.type AND denied.polarity = 'negated'
        AND (denied.stage = told.stage
          OR denied.stage IN ('delivering', 'delivered') AND told.stage IN ('delivering', 'delivered')
          OR denied.stage IN ('ongoing', 'done') AND told.stage IN ('ongoing', 'done'))
        AND (denied.dated = 0 OR told.dated = 0 OR denied.begins <= told.ends AND denied.ends >= told.begins)));

CREATE TABLE cites ( -- one row for each instrument or article that a claim names
  claim INTEGER NOT NULL, -- number of the claim
  treaty TEXT, -- id of the treaty; null where only an article's number is named
  article TEXT -- number of the article; null where none is named
) STRICT;

CREATE TABLE entity ( -- one row for each entity of the gazetteer
  entity TEXT PRIMARY KEY, -- its key
  kind TEXT NOT NULL, -- state, organisation, system, place …
  sub TEXT, -- finer kind, where there is one
  name TEXT NOT NULL, -- English name
  state TEXT -- state that it belongs to
) STRICT, WITHOUT ROWID;

CREATE TABLE member ( -- who is recorded as a member of an organisation, and in which days
  organisation TEXT NOT NULL, -- key of the organisation
  member TEXT NOT NULL, -- key of the member
  status TEXT NOT NULL, -- member, frozen or suspended
  since INTEGER NOT NULL, -- first day; day 1 where joining is not dated
  until INTEGER NOT NULL -- last day
) STRICT;

CREATE TABLE treaty ( -- one row for each instrument of the treaty files
  treaty TEXT PRIMARY KEY, -- its id
  kind TEXT NOT NULL, -- alliance, embargo, basing …
  organisation TEXT, -- whose organs speak for it
  since INTEGER NOT NULL, -- first day in force
  until INTEGER NOT NULL -- last day in force
) STRICT, WITHOUT ROWID;

CREATE TABLE named ( -- keys by which claims name an instrument
  entity TEXT NOT NULL, -- the instrument's id, its organisation, an organ, or an article's own key
  treaty TEXT NOT NULL, -- id of the treaty
  article TEXT -- number of the article where the key is that of an article
) STRICT;

CREATE TABLE party ( -- how states and organisations stand to an instrument by law, in intervals
  treaty TEXT NOT NULL, -- id of the treaty
  party TEXT NOT NULL, -- key of the party, or of a member of the party
  through TEXT, -- key of the organisation by which it is bound; null where it is a party itself
  status TEXT NOT NULL, -- signed, in_force, suspended or left
  since INTEGER NOT NULL, -- first day
  until INTEGER NOT NULL -- last day
) STRICT;

CREATE TABLE practice ( -- how a party stands to an instrument in fact, in intervals
  treaty TEXT NOT NULL, -- id of the treaty
  party TEXT NOT NULL, -- key of the party
  status TEXT NOT NULL, -- frozen, resumed or not_applied
  since INTEGER NOT NULL, -- first day
  until INTEGER NOT NULL -- last day
) STRICT;

CREATE TABLE duty ( -- one row for each obligation of each version of an article
  duty INTEGER PRIMARY KEY, -- its number here, by which the views below name it
  treaty TEXT NOT NULL, -- id of the treaty
  article TEXT NOT NULL, -- number of the article
  version TEXT NOT NULL, -- first day of the version as the file writes it; a rule of occasions gives it back
  since INTEGER NOT NULL, -- first day of the version
  until INTEGER NOT NULL, -- last day of the version
  obligation TEXT NOT NULL, -- id of the obligation; a rule of occasions gives it back
  kind TEXT NOT NULL, -- defense, offense, neutrality, nonaggression, consultation, arms_supply, restraint or presence
  trigger TEXT NOT NULL, -- armed_attack, threat, transfer, stay, pledge … as in docs/treaties.md
  request TEXT NOT NULL, -- required, not_required or unstated
  decides TEXT NOT NULL, -- who says whether and how
  binding INTEGER NOT NULL, -- 1, or 0 for requests and declarations
  names_arms INTEGER NOT NULL, -- 1 where the text itself speaks of arms transfers
  answer_days INTEGER, -- days that the judge gives for an answer
  reach TEXT NOT NULL -- kind of the scope: territory_of_beneficiary, places, anywhere …
) STRICT;

CREATE TABLE scope ( -- places that an obligation names
  duty INTEGER NOT NULL, -- number of the obligation
  place TEXT NOT NULL, -- key of the place or state
  inside INTEGER NOT NULL -- 1 where the obligation holds there, 0 where its belonging is disputed or denied
) STRICT;

CREATE TABLE owes ( -- who owes an obligation to whom, and in which days all of them are bound
  duty INTEGER NOT NULL, -- number of the obligation
  obligor TEXT NOT NULL, -- key of who owes
  beneficiary TEXT, -- key of whom it is owed to; null where nobody in particular is
  toward TEXT, -- key of whom the conduct must not reach; null where nobody is named
  since INTEGER NOT NULL, -- first day
  until INTEGER NOT NULL -- last day
) STRICT;

CREATE TABLE exemption ( -- conduct that an obligation allows all the same
  duty INTEGER NOT NULL, -- number of the obligation
  article TEXT NOT NULL, -- article that allows it
  ground TEXT NOT NULL, -- contract_before, delivery_before, civil_use, authorised, waived or non_lethal
  day INTEGER -- first day on which the ground no longer holds, where it names one
) STRICT;

CREATE TABLE term ( -- how long forces may stay
  duty INTEGER NOT NULL, -- number of the obligation
  since INTEGER NOT NULL, -- first day
  until INTEGER NOT NULL, -- last day
  notice_months INTEGER, -- notice that ends it
  renewed_by_years INTEGER -- by how much it goes on without one
) STRICT;

CREATE TABLE place ( -- places, bases and missions of the gazetteer
  place TEXT PRIMARY KEY, -- its key
  state TEXT NOT NULL -- state that it lies in, as the gazetteer has it
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_type ON claim (type, stage, polarity);
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_published ON claim (published);
CREATE INDEX role_claim ON role (claim, role, family, state);
CREATE INDEX act_claim ON act (claim);
CREATE INDEX act_who ON act (who, whom, type, stage, polarity);
CREATE INDEX act_whom ON act (whom, type, stage, polarity);
CREATE INDEX act_negated ON act (who, whom, type) WHERE polarity = 'negated';
CREATE INDEX act_type ON act (type, stage, polarity);
CREATE INDEX cites_claim ON cites (claim, treaty, article);
CREATE INDEX member_of ON member (organisation, member);
CREATE INDEX named_entity ON named (entity, treaty);
CREATE INDEX party_of ON party (party, treaty);
CREATE INDEX duty_kind ON duty (kind);
CREATE INDEX duty_treaty ON duty (treaty);
CREATE INDEX owes_duty ON owes (duty, beneficiary);
CREATE INDEX owes_obligor ON owes (obligor, beneficiary);
CREATE INDEX owes_beneficiary ON owes (beneficiary, obligor);
CREATE INDEX owes_toward ON owes (toward, obligor) WHERE toward IS NOT NULL;
CREATE INDEX exemption_duty ON exemption (duty);
CREATE INDEX term_duty ON term (duty);
CREATE INDEX scope_duty ON scope (duty);
