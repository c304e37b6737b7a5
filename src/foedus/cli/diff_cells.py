"""A change in cells: what it is, of which claim or document, what was before and is now, by whom."""

from typing import Any

import msgspec

from foedus.cli.cards import Card, Line
from foedus.cli.claim_cells import what, who
from foedus.cli.ids import short_id
from foedus.cli.output import Look
from foedus.ledger.asking.diff import Change, FieldChange

_NAMES = ("name", "edtf", "text")
"""Of a part of a claim, the first of these that it has says what it is."""


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
    """`stage: ordered → delivered; …`, where a claim went that is gone, or what it contradicts."""
    if change.kind == "contradicted":
        return f"contradicts {short_id(change.to or '')} ({change.fields[0].field})"
    if change.to:
        return f"now {change.to}"
    return "; ".join(f"{one.field}: {_value(one.before)} → {_value(one.after)}" for one in _told(change))


def _told(change: Change) -> list[FieldChange]:
    """Without the cues, where something else changed: they only say why."""
    return [one for one in change.fields if one.field != "cues"] or list(change.fields)


def _value(value: Any) -> str:  # noqa: ANN401 - what JSON can hold
    if value is None:
        return "none"
    if isinstance(value, list):
        return ", ".join(map(_value, value)) or "none"
    if isinstance(value, dict):
        return next((str(value[name]) for name in _NAMES if value.get(name)), msgspec.json.encode(value).decode())
    return str(value)


LOOK: Look[Change] = Look(_cells, _full, _card)
