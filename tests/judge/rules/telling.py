"""Small sets of claims and a few treaties, for tests of rules; the words of a claim are the keys of its entities."""

from collections.abc import Iterable, Mapping
from functools import cache

from foedus.gazetteer.entities import Entities
from foedus.judge.rules.files import load_rules
from foedus.judge.rules.found import RuleRow
from foedus.judge.rules.running import run_rules
from foedus.judge.views.bench import Bench
from foedus.judge.views.world import World
from foedus.knowledge.yaml_file import YamlText
from foedus.model.claim import Attribution, Claim
from foedus.model.treaty import Treaty
from foedus.model.vocabulary import FREE_TEXT_ROLES, Certainty, ClaimType, Polarity, Standing, VoiceKind
from tests.factories import claim, document, filler, voice

_PACT = """
id: pact
names: {en: Pact, fr: Pacte}
kind: alliance
organisation: CSTO
signed: "1992-05-15"
in_force: "1994-04-20"
parties:
  - {party: ARM, de_jure: [{status: in_force, since: "1994-04-20"}]}
  - {party: BLR, de_jure: [{status: in_force, since: "1994-04-20"}]}
  - {party: RUS, de_jure: [{status: in_force, since: "1994-04-20"}]}
  - party: GEO
    de_jure:
      - {status: in_force, since: "1994-04-20", until: "1999-04-01"}
      - {status: left, since: "1999-04-02"}
articles:
  - article: "1"
    versions:
      - since: "1994-04-20"
        summary: {en: Peace., fr: Paix.}
        obligations:
          - {id: pact-1, kind: nonaggression, owed_by: [each_party], owed_to: [other_parties], request: not_required,
             trigger: conduct_against_a_party, scope: {kind: anywhere}, decides: nobody,
             conduct: {en: Peace., fr: Paix.}}
  - article: "4"
    versions:
      - since: "1994-04-20"
        until: "2012-12-18"
        summary: {en: Help., fr: Aide.}
        obligations: &help
          - {id: pact-4, kind: defense, owed_by: [other_parties], owed_to: [each_party], request: required,
             trigger: armed_attack, scope: {kind: territory_of_beneficiary}, decides: each_party, answer_days: 14,
             answer: {en: at once, fr: aussitôt}, conduct: {en: Help., fr: Aide.}}
      - since: "2012-12-19"
        summary: {en: Help., fr: Aide.}
        obligations: *help
sources: [{title: the pact}]
"""

_EMBARGO = """
id: ban
names: {en: Ban, fr: Embargo}
kind: embargo
organisation: EU
signed: "2014-07-31"
in_force: "2014-08-01"
parties: [{party: EU, de_jure: [{status: in_force, since: "2014-08-01"}]}]
articles:
  - article: "2"
    versions:
      - since: "2014-08-01"
        summary: {en: No arms., fr: Pas d'armes.}
        obligations:
          - {id: ban-2, kind: restraint, owed_by: [each_party], owed_to: [], toward: [RUS], request: not_required,
             trigger: transfer, scope: {kind: anywhere}, decides: nobody, names_arms: true,
             conduct: {en: No arms., fr: Pas d'armes.},
             exemptions: [{article: "2(4)", ground: contract_before, day: "2014-08-01",
                           summary: {en: Old contracts., fr: Anciens contrats.}}]}
sources: [{title: the ban}]
"""

_BASES = """
id: bases
names: {en: Bases, fr: Bases}
kind: basing
signed: "2020-11-10"
in_force: "2020-11-10"
parties:
  - {party: RUS, de_jure: [{status: in_force, since: "2020-11-10"}]}
  - {party: AZE, de_jure: [{status: in_force, since: "2020-11-10"}]}
articles:
  - article: "4"
    versions:
      - since: "2020-11-10"
        summary: {en: Five years., fr: Cinq ans.}
        obligations:
          - {id: bases-4, kind: presence, owed_by: [RUS], owed_to: [AZE], request: not_required, trigger: stay,
             scope: {kind: anywhere}, decides: nobody, conduct: {en: Five years., fr: Cinq ans.},
             term: {since: "2020-11-10", until: "2025-11-10", notice_months: 6}}
sources: [{title: the statement}]
"""


def treaty(text: str) -> Treaty:
    """A treaty from the words of a file."""
    return YamlText(text, "treaty").shaped(Treaty)


PACT, BAN, BASES = treaty(_PACT), treaty(_EMBARGO), treaty(_BASES)
RENEWED = treaty(_BASES.replace("notice_months: 6", "notice_months: 6, renewed_by_years: 5"))


@cache
def world() -> World:
    """Over the shipped gazetteer."""
    return World(Entities.load())


def told(
    type: ClaimType,  # noqa: A002 - the field's own name
    stage: str,
    roles: Mapping[str, str] | None = None,
    *,
    when: str | None = None,
    due: str | None = None,
    published: str | None = "2022-05-19",
    polarity: Polarity = "affirmed",
    certainty: Certainty = "certain",
    standing: Standing | None = None,
    by: str | None = None,
    by_kind: VoiceKind = "state",
    text: str | None = None,
    **more: str,
) -> Claim:
    """A claim whose roles are filled with entity keys, several with a blank between; `by` is the key of its voice.

    Claims of one document are those told with the same `text` and `published`.
    """
    given = {**(roles or {}), **{role.removesuffix("_"): words for role, words in more.items()}}
    held = f"Reported {type} {stage} {polarity} {when} {' '.join(given.values())} {by or ''}." if text is None else text
    report = document(held, published=published)
    fillers = {
        role: [words] if role in FREE_TEXT_ROLES else [filler(report, key, entity=key) for key in words.split()]
        for role, words in given.items()
    }
    voices: tuple[Attribution, ...] = (voice(report, by, kind=by_kind, entity=by),) if by else ()
    return claim(
        report,
        held.split()[0] if text is None else stage,
        type,
        stage,
        when=when,
        due=due,
        polarity=polarity,
        certainty=certainty,
        standing=standing or ("attributed" if by else "stated"),
        attribution=voices,
        roles=fillers,
    )


def found(rule: str, claims: Iterable[Claim], *treaties: Treaty) -> list[RuleRow]:
    """What a shipped rule finds in some claims, under the pact and the ban where no treaty is named."""
    bench = Bench(world(), treaties or (PACT, BAN))
    bench.add(claims)
    try:
        return list(run_rules([load_rules()[rule]], bench))
    finally:
        bench.close()
