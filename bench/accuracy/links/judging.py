"""Links against the gold, one document: for each core event what each role wants, gets, and could have got."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bench.accuracy.links.given import Given
from bench.accuracy.links.kinds import UNREAD, distance_of, kind_of
from foedus.learning.corpus.check import NEVER_CORE
from foedus.learning.corpus.format import CorpusDocument
from foedus.learning.linker.labels import standing
from foedus.learning.linker.material import Case, GoldFiller
from foedus.learning.scoring.fillers import filler_right
from foedus.learning.scoring.gold import Accepted
from foedus.learning.scoring.matching import answer, judged_roles
from foedus.model.claim import Filler
from foedus.reader.linker.candidates import Stand
from foedus.reader.linker.filling import filler_of
from foedus.reader.linker.linker import Linked, link
from foedus.reader.linker.model import Model
from foedus.reader.view import View


class Wanted(NamedTuple):
    """A filler of the gold: what is right for it, its kind, its words' distance; whether a candidate of the role
    would be right, and the chosen filler that is."""

    accepted: Accepted
    kind: str
    distance: str
    offered: bool
    found: Filler | None


class Role(NamedTuple):
    """One role of one event: what is wanted, the fillers chosen, and those of the surplus that cost something."""

    name: str
    wanted: tuple[Wanted, ...]
    chosen: tuple[Filler, ...]
    surplus: tuple[Filler, ...]
    share: float
    """How sure the linker is of its choice."""

    @property
    def is_right(self) -> bool:
        """Whether all is found and nothing costs."""
        return not self.surplus and all(one.found for one in self.wanted)


class Answer(NamedTuple):
    """One core event with its judged roles; `said` is the sentence, the one before it included, with the trigger
    marked."""

    type: str
    stage: str
    said: str
    roles: tuple[Role, ...]

    @property
    def is_right(self) -> bool:
        """Whether the whole core is."""
        return all(role.is_right for role in self.roles)


class Answered(NamedTuple):
    """A document with its core events."""

    document: CorpusDocument
    events: tuple[Answer, ...]


def answered(model: Model, some: Given) -> Answered:
    """Link the document's gold triggers and judge those of core claims; the others are events of the document too."""
    if not some.told.cases:
        return Answered(some.document, tuple(_unread(some)))
    stand, phrases = standing(some.told)
    linked = link(model, stand, [case.event for case in some.told.cases], phrases)
    read = [
        _of_case(stand, case, one)
        for case, one in zip(some.told.cases, linked, strict=True)
        if case.core and case.event.type not in NEVER_CORE
    ]
    return Answered(some.document, (*read, *_unread(some)))


def _of_case(stand: Stand, case: Case, linked: Linked) -> Answer:
    event, views = case.event, stand.views
    slates = {slate.role: slate for slate in linked.slates}
    roles = []
    for name in judged_roles(event.type):
        gold = _once(case.roles.get(name, ()))
        chosen = tuple(filler_of(stand, one.candidate) for one in linked.chosen.links.get(name, ()))
        offered = [filler_of(stand, one) for one in slates[name].candidates] if gold else []
        found, surplus = answer(event.type, name, [accepted for accepted, _ in gold], chosen)
        wanted = (
            Wanted(
                accepted,
                kind_of(one.via, one.entity),
                distance_of(event.view, _view_at(views, one.start)),
                any(filler_right(accepted, filler) for filler in offered),
                right,
            )
            for (accepted, one), right in zip(gold, found, strict=True)
        )
        roles.append(Role(name, tuple(wanted), chosen, tuple(surplus), linked.chosen.shares.get(name, 0.0)))
    return Answer(event.type, event.stage, _said(views, event.view, event.tokens), tuple(roles))


def _unread(some: Given) -> Iterator[Answer]:
    """Events that no parsed sentence holds: all their fillers are missing."""
    text = some.document.text
    for claim in some.unread:
        if claim.core and claim.type not in NEVER_CORE:
            roles = []
            for name in judged_roles(claim.type):
                fillers = (
                    GoldFiller(one.e, one.t.words, *one.t.span(text), one.via) for one in claim.roles.get(name, ())
                )
                wanted = (
                    Wanted(accepted, kind_of(one.via, one.entity), UNREAD, offered=False, found=None)
                    for accepted, one in _once(fillers)
                )
                roles.append(Role(name, tuple(wanted), (), (), 0.0))
            yield Answer(claim.type, claim.stage, f"⟦{claim.trigger.words}⟧", tuple(roles))


def _once(fillers: Iterable[GoldFiller]) -> list[tuple[Accepted, GoldFiller]]:
    """Each filler once, with all words that name it: two claims on one trigger may share a party."""
    found: dict[str | tuple[int, int], tuple[Accepted, GoldFiller]] = {}
    for one in fillers:
        key = one.entity or (one.start, one.end)
        held = found.get(key)
        words = (*held[0], one.text) if held else (one.entity, one.text) if one.entity else (one.text,)
        found[key] = (tuple(dict.fromkeys(words)), held[1] if held else one)
    return list(found.values())


def _view_at(views: Sequence[View], start: int) -> int | None:
    return next((view.index for view in views if view.sentence.start <= start < view.sentence.end), None)


def _said(views: Sequence[View], number: int, tokens: Iterable[int]) -> str:
    view = views[number]
    some = [view.tokens[i] for i in tokens]
    start, end = min(token.start for token in some), max(token.end for token in some)
    text, begin = view.text, views[max(0, number - 1)].sentence.start
    return f"{text[begin:start]}⟦{text[start:end]}⟧{text[end : view.sentence.end]}"
