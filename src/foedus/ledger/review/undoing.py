"""A judgement taken back: what it found holds again, as far as the reader has not read it otherwise since."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace
from sqlalchemy import Connection

from foedus.ledger.address import Address
from foedus.ledger.records import claim_of
from foedus.ledger.review.adding import ref_of
from foedus.ledger.review.depending import begin, finish
from foedus.ledger.review.judgements import By, in_force, judgement, judgements, note, select_judgements
from foedus.ledger.review.later import later
from foedus.ledger.review.links import aliases_of
from foedus.ledger.review.moving import end_redirect, redirect, vacant
from foedus.ledger.review.settling import as_read
from foedus.ledger.review.statements import Held, current, version
from foedus.ledger.review.tying import tie, untie
from foedus.ledger.tables import reviews
from foedus.ledger.writing.transaction import Writing
from foedus.ledger.writing.versions import Version, end, put
from foedus.model.claim_json import to_json
from foedus.model.errors import UsageError
from foedus.model.review import Judgement

_Read = Mapping[Address, str | None]
"""The reader's records by address, where they are not those that stand beside the versions."""


def undo(writing: Writing, number: int, by: By) -> int:
    """Take a judgement back, all of it where it touched several claims; the number of the undo.

    UsageError where there is no such judgement, it is an undo, it was undone before, or somebody has judged a claim
    that it touched since: the line says what is to be undone first.
    """
    connection = writing.connection
    asked = judgement(connection, number)
    if asked.action == "undo":
        raise UsageError(f"judgement {number} is itself an undo: judge the claim again")
    if asked.undone is not None:
        who = judgement(connection, asked.undone).reviewer
        raise UsageError(f"judgement {number} was taken back already, by {who} (judgement {asked.undone})")
    rows = _whole(connection, asked)
    if since := later(connection, rows):
        raise UsageError(
            f"judgement {number} cannot be taken back yet: {since.reviewer} judged {since.claim or 'the same claims'} "
            f"since ({since.action}, judgement {since.number}): undo {since.number} first"
        )
    given = _given_back(connection, rows)
    numbers = [_take_back(writing, one, by, given) for one in rows]
    return numbers[0]


def last_of(connection: Connection, reviewer: str) -> int:
    """A reviewer's last judgement that is in force; UsageError where there is none."""
    asked = select_judgements(*in_force(), reviews.c.reviewer == reviewer).order_by(None)
    row = connection.execute(asked.order_by(reviews.c.number.desc()).limit(1)).one_or_none()
    if row is None:
        raise UsageError(f"{reviewer} has judged nothing that could be taken back")
    return int(row.number)


def _whole(connection: Connection, asked: Judgement) -> list[Judgement]:
    """All rows of one judgement, the one that leads first."""
    leader = asked.detail.get("of", asked.number)
    together = judgements(connection, reviews.c.batch == asked.batch, reviews.c.action == asked.action)
    return [one for one in together if leader in (one.number, one.detail.get("of"))]


def _given_back(connection: Connection, rows: Sequence[Judgement]) -> _Read:
    """What the reader gave of a claim that was merged, and what stands since beside the one that it went into."""
    kept, *others = rows
    held = current(connection, Address.of(kept.claim)) if kept.action == "merge" and kept.claim is not None else None
    if held is None or held.machine is None:
        return {}
    read = claim_of(held.machine).id
    mine = next((one.claim for one in others if one.claim is not None and Address.of(one.claim).id == read), None)
    return {} if mine is None else {held.address: None, Address.of(mine): held.machine}


def _take_back(writing: Writing, taken: Judgement, by: By, given: _Read) -> int:
    detail = {"action": taken.action}
    if taken.claim is None:
        _of_the_whole(writing, taken, by)
        return note(writing, "undo", by, undoes=taken.number, detail=detail)
    connection = writing.connection
    address = Address.of(taken.claim)
    held = current(connection, address)
    before = None if taken.before is None else version(connection, taken.before)
    found = held or before
    if found is None:  # a person's own claim, which was withdrawn since
        raise UsageError(f"claim {address} is gone: there is nothing to take back")
    reading = held.reading if held is not None else None
    if taken.before != taken.after:
        reading = _back(writing, held, before, given.get(address, found.readers_record), found)
    if taken.after is None:
        end_redirect(writing, address)
    return note(
        writing,
        "undo",
        by,
        address=address,
        document=found.document,
        before=held.reading if held else None,
        after=reading,
        undoes=taken.number,
        detail=detail,
    )


def _back(writing: Writing, held: Held | None, before: Held | None, read: str | None, found: Held) -> int | None:
    """End what holds and bring back what a judgement found; the new reading, null where nothing is left to hold.

    `read` is what the reader gives now: it may have read the text again since. `found` is either version.
    """
    connection = writing.connection
    if held is not None:
        end(writing, {held.reading: held.document})
    address = found.address
    if before is not None and before.review is not None:
        claim, review = before.claim, before.review
    elif read is None:
        return None
    else:
        claim, review = as_read(connection, read), None
        if claim.id != address.id:
            free = vacant(connection, claim)
            if free is None:
                return None
            if before is not None:
                redirect(writing, found.address, free)
            address = free
    claim = replace(claim, document=ref_of(connection, found.document))
    machine = None if read == to_json(claim).decode() else read
    origin = "reader" if read is not None else "person"
    (reading,) = put(writing, [Version(claim, address.twin, found.document, origin, review, machine)])
    return reading


def _of_the_whole(writing: Writing, taken: Judgement, by: By) -> None:
    """Take back what was judged of names or sources."""
    detail = taken.detail
    if taken.action == "link":
        untie(writing, aliases_of(writing.connection)[detail["folded"]])
    elif taken.action == "unlink":
        tie(writing, detail["name"], detail["entity"], detail["kind"], by.reason)
    elif taken.action == "depend":
        finish(writing, detail["source"], detail["on"])
    else:
        begin(writing, detail["source"], detail["on"], detail["why"])
