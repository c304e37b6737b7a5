"""A person links a name to an entity for the whole ledger, now and for what is read later, and takes that back."""

from typing import get_args

from sqlalchemy import select

from foedus.ledger.review.judgements import By, note
from foedus.ledger.review.links import aliases_of, folded_name
from foedus.ledger.review.tying import tie, untie
from foedus.ledger.tables import entities
from foedus.ledger.writing.transaction import Writing
from foedus.model.errors import UsageError
from foedus.model.review import Linkable
from foedus.model.vocabulary import Kind


def link(writing: Writing, name: str, entity: Linkable, by: By) -> int:
    """Link a name; the judgement's number. UsageError where it is linked already or the entity can fill no role."""
    if entity.kind not in get_args(Kind):
        raise UsageError(f"{entity.key} is of kind {entity.kind}, which fills no role")
    known = aliases_of(writing.connection).get(folded_name(name))
    if known:
        raise UsageError(f"{name!r} is linked to {known.entity} already: unlink it first")
    if writing.connection.scalar(select(entities.c.key).where(entities.c.key == entity.key)) is None:
        writing.add(entities, [{"key": entity.key, "kind": entity.kind, "name": entity.name}])
    claims = tie(writing, name, entity.key, entity.kind, by.reason)
    detail = _detail(name, entity.key, entity.kind, claims)
    return note(writing, "link", by, detail=detail)


def unlink(writing: Writing, name: str, by: By) -> int:
    """Take a link back; the judgement's number. What it linked is without an entity again.

    UsageError where no person has linked the name.
    """
    taken = aliases_of(writing.connection).get(folded_name(name))
    if taken is None:
        raise UsageError(f"no person has linked {name!r}: an entity in one claim is changed with `correct`")
    claims = untie(writing, taken)
    detail = _detail(name, taken.entity, taken.kind, claims)
    return note(writing, "unlink", by, detail=detail)


def _detail(name: str, entity: str, kind: str, claims: int) -> dict[str, str | int]:
    """What an undo needs, and how many claims it concerned."""
    return {
        "name": name,
        "folded": folded_name(name),
        "entity": entity,
        "kind": kind,
        "claims": claims,
    }
