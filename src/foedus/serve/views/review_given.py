"""What somebody typed into a claim's form, as a correction: its words are found in the text, what stayed stays."""

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec.structs import replace

from foedus.asked.review.amounts import date, money, quantity
from foedus.asked.review.fields import standing_of, text_of
from foedus.asked.review.names import filler, voice
from foedus.asked.review.places import Text
from foedus.ledger.filters import ROLES
from foedus.model.claim import Attribution, Claim, Cue, Filler, Money, Quantity
from foedus.model.errors import UsageError
from foedus.model.review import Correction
from foedus.model.vocabulary import FREE_TEXT_ROLES
from foedus.serve.views.review_form import Form, Row, differing, rows_of, voice_row, words

T = TypeVar("T", Quantity, Money)

_AS_TYPED = ("type", "stage", "polarity", "certainty", "standing", "zone")


def correction(claim: Claim, text: str, typed: Form, seen: Form) -> Correction:
    """What differs from what was seen; UsageError names the field whose words mean nothing.

    `claim` is as it holds now, `text` that of its document.
    """
    fields = set(differing(typed, seen))
    places = text_of(claim, text)
    changes: dict[str, Any] = {name: getattr(typed, name) for name in _AS_TYPED if name in fields}  # each its own type
    if "quoted" in fields:
        changes["quoted"] = typed.quoted == "yes"
    if "alternative" in fields:
        changes["alternative"] = typed.alternative or None
    if "trigger" in fields:
        changes["cues"] = (Cue("trigger", *places.place("trigger", typed.trigger)), *claim.cues[1:])
    changes |= _amounts(claim, places, typed, seen, fields)
    if roles := {role: _fillers(claim, places, typed, role) for role in fields & set(ROLES)}:
        changes["roles"] = roles
    if "attribution" in fields:
        changes["attribution"] = tuple(_voice(claim, places, row) for row in typed.attribution)
        changes.setdefault("standing", standing_of(changes["attribution"]))
    elif changes.get("standing") == "stated":
        changes["attribution"] = ()
    return Correction(**changes)


def _amounts(claim: Claim, text: Text, typed: Form, seen: Form, fields: set[str]) -> dict[str, Any]:
    """Numbers, sums and dates: each has a field for what it is and one for the words that say so."""
    found: dict[str, Any] = {}
    if fields & {"quantity", "quantity_words"}:
        found["quantity"] = _number(
            quantity, _said("quantity", typed, seen), typed.quantity_words, text, claim.quantity
        )
    if fields & {"value", "value_words"}:
        found["value"] = _number(money, _said("value", typed, seen), typed.value_words, text, claim.value)
    for field, before in (("when", claim.when), ("due", claim.due)):
        if fields & {field, f"{field}_words"}:
            found[field] = date(field, _said(field, typed, seen, bare="="), text, before)
    return found


def _number(
    read: Callable[[str, Text, T | None], T | None], said: str, words: str, text: Text, before: T | None
) -> T | None:
    """The words beside a number mean it, even where they are those of the number before."""
    try:
        return read(said, text, before)
    except UsageError:
        if "=" in said or not words:
            raise
        return read(f"{said}={words}", text, before)


def _said(field: str, typed: Form, seen: Form, *, bare: str = "") -> str:
    """`VALUE=WORDS` where the words are new; `bare` follows a value whose words were taken away."""
    value, said, before = getattr(typed, field), getattr(typed, f"{field}_words"), getattr(seen, f"{field}_words")
    if not value or said == before:
        return str(value)
    return f"{value}={said}" if said else f"{value}{bare}"


def _fillers(claim: Claim, text: Text, typed: Form, role: str) -> tuple[Filler, ...]:
    before = claim.fillers(role)
    known = dict(zip(rows_of(role, before), before, strict=True))
    return tuple(known.get(row) or _filler(role, row, text, before) for row in typed.roles.get(role, ()))


def _filler(role: str, row: Row, text: Text, before: tuple[Filler, ...]) -> Filler:
    """A row that is new. Words alone are linked where they are a name, but for words whose link was taken away."""
    if role in FREE_TEXT_ROLES:
        return filler(role, row.words or row.entity, text, before)
    if row.entity:
        return filler(role, f"{row.entity}={row.words}" if row.words else row.entity, text, before)
    unlinked = any(one.entity and words(one.text) == row.words for one in before)
    return filler(role, f"={row.words}" if unlinked or "=" in row.words else row.words, text, before)


def _voice(claim: Claim, text: Text, row: Row) -> Attribution:
    """A voice as it was, or anew; one whose words stay keeps how the text brings it in."""
    known = {voice_row(one): one for one in claim.attribution}
    if row in known:
        return known[row]
    before = next((one for one in claim.attribution if words(one.text) == row.words), None)
    unlinked = before is not None and before.entity is not None and not row.entity
    kind = f"{row.kind}:" if row.kind else ""
    link = f"{row.entity}=" if row.entity or unlinked or "=" in row.words else ""
    found = voice(f"{kind}{link}{row.words or row.entity}", text)
    if before is None:
        return found
    return replace(found, cue=before.cue, vehicle=before.vehicle, said_when=before.said_when)
