"""What the linker learns from: every gold claim of the corpus and of exemplars as an event with its roles."""

from collections.abc import Mapping
from typing import NamedTuple

from foedus.learning.corpus.format import CorpusClaim
from foedus.learning.decider.material import Passage
from foedus.learning.decider.rows import Seen
from foedus.model.vocabulary import Via
from foedus.reader.deciding.candidates import Candidate
from foedus.reader.deciding.decider import Sight
from foedus.reader.linker.event import Event
from foedus.reader.unit import Unit


class GoldFiller(NamedTuple):
    """Who fills a role: its key or None, the words and where they stand."""

    entity: str | None
    text: str
    start: int
    end: int
    via: Via | None


Roles = Mapping[str, tuple[GoldFiller, ...]]


class Case(NamedTuple):
    """An event of the material with the roles that the gold gives; `continues` is the number of the case before."""

    event: Event
    roles: Roles
    core: bool
    known: bool
    """Whether the lexicon has the words."""


class Told(NamedTuple):
    """A passage with its cases, in text order."""

    passage: Passage
    cases: tuple[Case, ...]


def told(seen: Seen) -> Told:
    """The passage's claims as cases; claims that share trigger and type are one case with all their fillers."""
    passage, text = seen.passage, seen.passage.lesson.text
    cases: dict[tuple[str, int, frozenset[int]], Case] = {}
    for claim in passage.lesson.claims:
        start, end = claim.trigger.span(text)
        for view in passage.analysis.views:
            head = view.sentence.head_of(start, end)
            if not view.sentence.start <= start < view.sentence.end or head is None:
                continue
            tokens = frozenset(token.i for token in view.tokens if token.start < end and token.end > start)
            key = (claim.type, view.index, tokens)
            roles = _roles(claim, text)
            held = cases.get(key)
            if held is None:
                event = _event(seen, view.index, claim, tokens, head)
                cases[key] = Case(event, roles, claim.core, bool(event.units))
            else:
                cases[key] = held._replace(roles=_joined(held.roles, roles), core=held.core or claim.core)
    return Told(passage, tuple(sorted(cases.values(), key=lambda case: (case.event.view, case.event.anchor))))


def _roles(claim: CorpusClaim, text: str) -> Roles:
    return {
        role: tuple(GoldFiller(one.e, one.t.words, *one.t.span(text), one.via) for one in some)
        for role, some in claim.roles.items()
    }


def _joined(one: Roles, other: Roles) -> Roles:
    return {role: tuple(dict.fromkeys((*one.get(role, ()), *other.get(role, ())))) for role in {*one, *other}}


def _event(seen: Seen, view: int, claim: CorpusClaim, tokens: frozenset[int], head: int) -> Event:
    operators = seen.sight.operators[view]
    for anchor, some in ((at[1], some) for at, some in seen.candidates.items() if at[0] == view):
        for one in some:
            if one.type == claim.type and seen.labels[view, anchor, one.type] and {anchor, *one.hit.content} & tokens:
                return event_of(seen.sight, view, one, claim.stage)
    return Event(view, claim.type, head, tuple(sorted(tokens)), head, (), claim.stage, operators)


def event_of(sight: Sight, view: int, one: Candidate, stage: str) -> Event:
    """The event of a candidate: read at the hit below an operator where that gave the type."""
    operators = sight.operators[view]
    source = one
    if one.source is not None:
        some = sight.candidates.get((view, one.source), ())
        source = next((other for other in some if other.type == one.type and other.unit is not None), one)
    if source.unit is None:
        return Event(view, one.type, one.anchor, one.hit.tokens, one.anchor, (), stage, operators)
    units = tuple(unit for unit in source.hit.senses if isinstance(unit, Unit) and unit.type == one.type)
    return Event(view, one.type, source.anchor, source.hit.tokens, one.anchor, units, stage, operators)
