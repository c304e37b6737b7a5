"""A change in cells: what it is, of which claim or document, what was before and is now, by whom."""

from collections.abc import Iterator
from typing import Any

import msgspec

from foedus.cli.cards import Card, Line
from foedus.cli.claim_cells import what, who
from foedus.cli.claim_changes import NOTHING, fields_changed
from foedus.cli.ids import short_id
from foedus.cli.output import Look
from foedus.cli.review_of import readers_claim
from foedus.model.change import Change
from foedus.model.review import Difference

_JUDGED = "review"
"""The one field that is none of the record, but how people judged it."""


def _cells(change: Change) -> dict[str, str]:
    claim = change.claim
    return {
        "change": change.kind,
        "id": short_id(claim.id if claim else change.document),
        "what": what(claim) if claim else "document",
        "who": who(claim) if claim else "",
        "fields": detail(change),
        "by": change.by or "",
        "at": change.at[:16].replace("T", " "),
        "reason": change.reason or "",
    }


def _full(change: Change) -> dict[str, str]:
    claim = change.claim
    return _cells(change) | {
        "fields": _everything(change),
        "id": claim.id if claim else change.document,
        "at": change.at,
        "document": change.document,
        "batch": str(change.batch or ""),
        "published": (claim.document.published or "") if claim else "",
        "words": claim.evidence[0].text if claim else "",
    }


def _card(change: Change) -> Card:
    cells = _cells(change)
    head = " · ".join(filter(None, (cells["change"], cells["id"], cells["what"], cells["who"])))
    by = " · ".join(filter(None, (cells["by"], cells["at"], cells["reason"])))
    lines = [Line(head), Line(cells["fields"], 1), Line(by, 1)]
    return [line for line in lines if line.text]


def detail(change: Change) -> str:
    """In words: `stage ordered → delivered; …`, where a claim went that is gone, or what it contradicts."""
    if elsewhere := _elsewhere(change):
        return elsewhere
    plain = [one for one in change.fields if change.claim is None or one.field == _JUDGED]
    return "; ".join(
        (*_of_claim(change), *(f"{one.field} {one.before or NOTHING} → {one.after or NOTHING}" for one in plain))
    )


def _everything(change: Change) -> str:
    """The same with every value whole."""
    return _elsewhere(change) or "; ".join(
        f"{one.field}: {_whole(one.before)} → {_whole(one.after)}" for one in change.fields
    )


def _elsewhere(change: Change) -> str:
    if change.kind == "contradicted":
        return f"contradicts {short_id(change.to or '')} ({change.fields[0].field})"
    return f"now {change.to}" if change.to else ""


def _of_claim(change: Change) -> Iterator[str]:
    """Fields of the record, as the other lists of changes tell them."""
    told = [one for one in change.fields if one.field != _JUDGED]
    # cues only say why: they are named where nothing else changed
    told = [one for one in told if one.field != "cues"] or told
    if change.claim is not None and told:
        before = readers_claim(change.claim, [Difference(one.field, one.before, one.after) for one in told])
        yield fields_changed(before, change.claim)


def _whole(value: Any) -> str:  # noqa: ANN401 - what JSON can hold
    return value if isinstance(value, str) else "none" if value is None else msgspec.json.encode(value).decode()


LOOK: Look[Change] = Look(_cells, _full, _card)
