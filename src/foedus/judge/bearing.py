"""Which claims of a ledger can bear on a question, so that a large ledger need not be read as a whole.

Read are the claims that name the party, or what belongs to it; those that name the treaty, its clauses, its
organisation; and those of the lines of evidence that can name neither: who owed it alone, or with the adversary.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.judge.evidence import Line, table
from foedus.judge.held import Held, reads
from foedus.judge.judging import Question, judge
from foedus.judge.occasions import adversaries, duties
from foedus.judge.origins import origins
from foedus.judge.people import places_of
from foedus.judge.said import belongs_to, said
from foedus.judge.treaties.on_day import bound_on
from foedus.ledger.filters import ClaimFilter
from foedus.model.claim import Claim
from foedus.model.treaty import Treaty

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger

_MOST = 4_000
"""With more entities than these in a role, the role is not asked for: all claims of the line are read."""
_READ_WITH_THE_PARTY = frozenset({"beneficiary", "both", "territory", "treaty"})
_Keys = dict[str, tuple[str, ...]]


def heard(asked: Question, ledger: "Ledger", which: ClaimFilter, entities: Entities) -> Held:
    """Judge the claims that can bear on a question; `which` says as of when, and how sure they are to be."""
    found = {claim.id: claim for claim in _of_the_party(asked, ledger, which, entities)}
    people = _people(asked, found.values(), entities)
    for one in _filters(asked, people, which):
        found |= {claim.id: claim for claim in ledger.claims(one)}
    claims = sorted(found.values(), key=lambda claim: (claim.document.published or "", claim.document.id, claim.id))
    dependences = [(one.source, one.on) for one in ledger.dependences(which.as_of)]
    origin = origins(ledger.edges({claim.document.id for claim in claims}, which.as_of), dependences)
    return Held(tuple(judge(asked, said(claims, entities, origin), entities)), found, origin)


def _of_the_party(asked: Question, ledger: "Ledger", which: ClaimFilter, entities: Entities) -> Iterator[Claim]:
    treaty, article_keys = asked.treaty, (article.key for article in asked.treaty.articles)
    places = (key for duty in duties(treaty, asked.days) for key in duty.obligation.scope.places)
    at_home = places_of(entities).get(asked.about, ())
    keys = (
        *_with_its_own([asked.about], entities),
        *at_home,
        *places,
        treaty.id,
        treaty.organisation,
        *treaty.organs,
        *article_keys,
    )
    named = tuple(dict.fromkeys(key for key in keys if key))
    yield from ledger.claims(replace(which, types=reads(), about=named))


def _people(asked: Question, told: Iterable[Claim], entities: Entities) -> _Keys:
    """Who may owe it, and against whom, each with what belongs to them, by the words of the table."""
    against = {asked.against} if asked.against else _adversaries(asked, told, entities)
    owing = _owing(asked.treaty, asked, entities)
    toward = {key for duty in duties(asked.treaty, asked.days) for key in duty.obligation.toward}
    return {
        "obligor": _with_its_own(owing, entities),
        "against": _with_its_own(against, entities),
        "toward": _with_its_own(against | toward, entities),
        "parties": _with_its_own((party.party for party in asked.treaty.parties), entities),
    }


def _adversaries(asked: Question, told: Iterable[Claim], entities: Entities) -> set[str]:
    return adversaries(said(told, entities, lambda claim: claim.document.id), asked.about, asked.days, entities)


def _owing(treaty: Treaty, asked: Question, entities: Entities) -> set[str]:
    bound = {key for day in asked.days for key, _ in bound_on(treaty, day, entities)}
    named = {key for duty in duties(treaty, asked.days) for key in duty.obligation.owed_by if key in entities}
    return bound | named


class _Read(NamedTuple):
    """What a line of the table reads: claims of a type, with somebody in some roles."""

    type: str
    stages: tuple[str, ...]
    polarity: str
    roles: tuple[tuple[str, str], ...]


def _filters(asked: Question, people: _Keys, which: ClaimFilter) -> Iterator[ClaimFilter]:
    """For each line that can hold without the party and the treaty."""
    for one in dict.fromkeys(_read(line) for line in _lines(asked)):
        if {who for _, who in one.roles} & _READ_WITH_THE_PARTY:
            continue
        named = [(role, people.get(who, ())) for role, who in one.roles]
        if not all(keys for _, keys in named):
            continue  # a role in which nobody can be
        roles = tuple((role, key) for role, keys in named if len(keys) <= _MOST for key in keys)
        yield replace(which, types=(one.type,), stages=one.stages, polarity=(one.polarity,), roles=roles)


def _read(line: Line) -> _Read:
    needed = tuple(sorted((role, who) for role, who in line.roles.items() if who != "-" and not who.endswith("?")))
    return _Read(line.type, line.stages, line.polarity, needed)


def _lines(asked: Question) -> Iterator[Line]:
    lines = table()
    kinds = {duty.obligation.kind for duty in duties(asked.treaty, asked.days)}
    for some in (lines.trigger, lines.scope, lines.request, {kind: lines.conduct[kind] for kind in kinds}):
        for part in some.values():
            yield from part


def _with_its_own(keys: Iterable[str], entities: Entities) -> tuple[str, ...]:
    """Keys with the people, companies and forces that belong to them."""
    own = _belonging(entities)
    return tuple(dict.fromkeys(one for key in keys for one in (key, *own.get(key, ()))))


@cache
def _belonging(entities: Entities) -> dict[str, tuple[str, ...]]:
    """By state or organisation who acts for it or is its own, on any day."""
    found: dict[str, list[str]] = {}
    for entity in entities:
        for owner in _owners(entity.key, entities):
            found.setdefault(owner, []).append(entity.key)
    return {owner: tuple(keys) for owner, keys in found.items()}


def _owners(key: str, entities: Entities) -> Iterable[str]:
    if entities.kind(key) != "person":
        return belongs_to(key, entities, None)
    held = {office.of for office in entities.offices(key)}
    return held | {state for office in held if (state := entities.state(office))}
