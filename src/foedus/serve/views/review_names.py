"""Names that people link to entities, and sources that they know to be dependent."""

from msgspec import Struct

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.review.depending import Dependence
from foedus.model.logged import Logged
from foedus.serve.house import House
from foedus.serve.views.counted import counted
from foedus.serve.views.found import Found, found_by_words

FOUND = 12
SHOWN = 8
LISTED = 100
_LONGEST = 200
"""Characters of a name that are looked for in claims."""


class Candidate(Struct, frozen=True):
    """An entity that a name may mean."""

    key: str
    name: str
    kind: str
    also: tuple[str, ...]


class Linked(Struct, frozen=True):
    """A judgement that linked a name or took a link back; `number` undoes it."""

    number: int
    action: str
    named: str
    by: str
    at: str
    reason: str | None


class NamesView(Struct, frozen=True):
    """A name to be linked: the entities that it, or the words looked for, can mean, and claims that say it."""

    name: str
    entity: str
    entity_name: str
    look: str
    candidates: tuple[Candidate, ...]
    claims: tuple[Found, ...]
    linked: tuple[Linked, ...]
    reason: str
    problem: str
    back: str


class Source(Struct, frozen=True):
    """A source that depends on another, by outlet or entity."""

    source: str
    on: str
    reason: str


class SourcesView(Struct, frozen=True):
    """What is marked, the outlets to choose from, and what was typed."""

    dependences: tuple[Source, ...]
    outlets: tuple[str, ...]
    source: str
    on: str
    reason: str
    problem: str


class Sent(Struct, frozen=True):
    """What was asked for or typed."""

    name: str = ""
    entity: str = ""
    look: str = ""
    reason: str = ""
    problem: str = ""
    back: str = ""


def names_view(house: House, sent: Sent, lang: str) -> NamesView:
    """The entities of a name in any language and script, the likeliest first."""
    known = house.entities.get(sent.entity)
    keys = (
        [known.key] if known else [one.key for one in house.entities.find(sent.look or sent.name)] if sent.name else []
    )
    said = " ".join(sent.name.replace('"', " ").split())[:_LONGEST]
    hits = house.ledger.search(f'"{said}"', ClaimFilter(), None, SHOWN).hits if said else ()
    return NamesView(
        sent.name,
        sent.entity,
        house.entities.name(sent.entity, lang) if known else "",
        sent.look,
        tuple(_candidate(house, key, lang) for key in keys[:FOUND]),
        tuple(found_by_words(one, house, lang) for one in hits),
        _linked(house),
        sent.reason,
        sent.problem,
        sent.back,
    )


def sources_view(house: House, source: str, on: str, reason: str, problem: str) -> SourcesView:
    """What holds now."""
    batch = house.ledger.batch()
    outlets = counted(house.ledger, ClaimFilter(), batch, top=LISTED).counts.get("outlet", ())
    return SourcesView(
        tuple(_source(one) for one in house.ledger.dependences()),
        tuple(sorted(one.value for one in outlets if one.value)),
        source,
        on,
        reason,
        problem,
    )


def _source(one: Dependence) -> Source:
    return Source(one.source, one.on, one.reason)


def _candidate(house: House, key: str, lang: str) -> Candidate:
    found = house.entities.get(key)
    name = house.entities.name(key, lang)
    usual = [some[0] for some in found.names.values() if some] if found else []
    also = tuple(dict.fromkeys(one for one in usual if one != name))
    return Candidate(key, name, found.kind if found else "", also[:4])


def _linked(house: House) -> tuple[Linked, ...]:
    """The newest first, those left out that were taken back."""
    batches = list(house.ledger.audit(actions=("link", "unlink", "undo")))
    undone = {one.undoes for batch in batches for one in batch.judged}
    told = [_told(batch, place) for batch in batches for place in range(len(batch.judged))]
    kept = [one for one in told if one.action in ("link", "unlink") and one.number not in undone]
    return tuple(reversed(kept[-LISTED:]))


def _told(batch: Logged, place: int) -> Linked:
    one = batch.judged[place]
    return Linked(one.number, one.action, one.named or "", batch.actor or "", batch.at, one.reason)
