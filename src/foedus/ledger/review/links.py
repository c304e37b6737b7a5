"""Names that a person linked to entities: which there are, and claims with what nothing else links linked by them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, func, select

from foedus.ledger.tables import aliases, entities
from foedus.ledger.words import folded
from foedus.model.claim import Attribution, Claim, Filler
from foedus.model.errors import UsageError
from foedus.model.vocabulary import FREE_TEXT_ROLES, Kind


class Alias(NamedTuple):
    """A name without case and accents, and the entity that it is linked to, with its English name."""

    number: int
    folded: str
    entity: str
    kind: Kind
    name: str
    batch: int


Aliases = Mapping[str, Alias]
"""By folded name."""


def aliases_of(connection: Connection) -> Aliases:
    """The names that are linked now."""
    return {one.folded: one for one in _asked(connection, aliases.c.ended.is_(None))}


def alias(connection: Connection, number: int) -> Alias:
    """A link by its number, whether it holds or not."""
    return _asked(connection, aliases.c.number == number)[0]


def _asked(connection: Connection, condition: ColumnElement[bool]) -> list[Alias]:
    asked = select(
        aliases.c.number,
        aliases.c.folded,
        aliases.c.entity,
        aliases.c.kind,
        func.coalesce(entities.c.name, aliases.c.name),
        aliases.c.batch,
    ).outerjoin(entities, entities.c.key == aliases.c.entity)
    return [Alias(*row) for row in connection.execute(asked.where(condition).order_by(aliases.c.number))]


def linked(claims: Iterable[Claim], names: Aliases) -> list[Claim]:
    """The claims, every filler and voice without an entity linked where its name is; the same objects where none is."""
    return [_linked(claim, names) for claim in claims] if names else list(claims)


def _linked(claim: Claim, names: Aliases) -> Claim:
    roles = {
        role: fillers if role in FREE_TEXT_ROLES else tuple(_filler(filler, names) for filler in fillers)
        for role, fillers in claim.roles.items()
    }
    voices = tuple(_voice(voice, names) for voice in claim.attribution)
    if roles == claim.roles and voices == claim.attribution:
        return claim
    return replace(claim, roles=roles, attribution=voices)


def _filler(filler: Filler, names: Aliases) -> Filler:
    found = names.get(folded(filler.name)) if filler.entity is None else None
    return replace(filler, entity=found.entity, name=found.name, kind=found.kind) if found else filler


def _voice(voice: Attribution, names: Aliases) -> Attribution:
    """A voice keeps its words as its name: a ministry may stand for its state."""
    found = names.get(folded(voice.name)) if voice.entity is None and voice.name else None
    return replace(voice, entity=found.entity) if found else voice


def folded_name(name: str) -> str:
    """A name as links compare it; UsageError where nothing of it is left."""
    found = folded(name)
    if not found:
        raise UsageError(f"{name!r} holds no letters or digits: there is no name to link")
    return found
