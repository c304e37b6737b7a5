"""What became of claims, a line each: new, changed field by field, gone, or read otherwise beside a judgement."""

from collections.abc import Callable, Mapping
from typing import Any

from foedus.cli.claim_cells import confidence, what, who
from foedus.cli.ids import short_id
from foedus.ledger.reading.saying import differences
from foedus.ledger.reading.statement import Change
from foedus.model.claim import Claim
from foedus.publish.figures import money, quantity

NOTHING = "nothing"
_NOBODY = "nobody"
_SOMEBODY = frozenset(("state", "organisation", "company", "armed_group", "person"))
"""Kinds of those whose absence is nobody, not nothing."""


def change_line(change: Change) -> str:
    """`new`, `changed`, `gone` or `reviewed`, then the claim and what differs."""
    old, new = change.old, change.new
    if old is None:
        assert new is not None  # noqa: S101 - a change has a side
        return f"new       {_claim(new.claim)}"
    if new is None:
        return f"gone      {_claim(old.state.claim)}"
    if old.state.review is None:
        return f"changed   {_claim(new.claim)}: {fields_changed(old.state.claim, new.claim)}"
    return f"reviewed  {_claim(new.claim)} ({new.review}): {_beside(change)}"


def fields_changed(old: Claim, new: Claim) -> str:
    """Every field that differs, as `stage ordered → delivered`; of long ones the name alone."""
    return "; ".join(_field(name, old, new) for name in differences(old, new))


def _claim(claim: Claim) -> str:
    return f"{short_id(claim.id)} {what(claim)} · {who(claim)}"


def _beside(change: Change) -> str:
    """What the reader says now of a statement that a person has judged, which itself stays as it is."""
    assert change.old is not None and change.new is not None  # noqa: S101 - it was judged, and stays
    before, now = change.old.state.read, change.new.read
    if now is None:
        return "the reader no longer reads it"
    if before is None:
        return f"the reader reads it again{_against(change.new.claim, now)}"
    if not change.judged:
        return "named by its corrected page"
    return f"the reader now says {fields_changed(before, now)}"


def _against(held: Claim, read: Claim) -> str:
    differing = fields_changed(held, read)
    return f", with {differing}" if differing else ""


def _field(name: str, old: Claim, new: Claim) -> str:
    show = _SHOWN.get(name)
    if name == "roles":
        return _roles(old, new)
    if show is None:
        return name
    return f"{name} {show(old) or NOTHING} → {show(new) or NOTHING}"


def _roles(old: Claim, new: Claim) -> str:
    """Each role whose fillers differ, by name."""
    names = [role for role in {**old.roles, **new.roles} if old.fillers(role) != new.fillers(role)]
    return "; ".join(f"{role} {_names(old, new, role)} → {_names(new, old, role)}" for role in names)


def _names(claim: Claim, other: Claim, role: str) -> str:
    named = ", ".join(f"{one.name} ({one.entity})" if one.entity else one.name for one in claim.fillers(role))
    return named or (_NOBODY if any(one.kind in _SOMEBODY for one in other.fillers(role)) else NOTHING)


def _plain(name: str) -> Callable[[Claim], str]:
    def shown(claim: Claim) -> str:
        value: Any = getattr(claim, name)
        return ("yes" if value else "no") if isinstance(value, bool) else str(value or "")

    return shown


_SHOWN: Mapping[str, Callable[[Claim], str]] = {
    **{name: _plain(name) for name in ("id", "type", "stage", "polarity", "certainty", "standing", "quoted", "zone")},
    "quantity": lambda claim: quantity(claim.quantity),
    "value": lambda claim: money(claim.value),
    "when": lambda claim: claim.when.edtf if claim.when else "",
    "due": lambda claim: claim.due.edtf if claim.due else "",
    "attribution": lambda claim: ", by ".join(voice.name or voice.text for voice in claim.attribution),
    "confidence": confidence,
}
"""How a field is shown; of the others, as evidence and cues, only the name is said."""
