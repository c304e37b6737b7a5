"""A claim as the fields of a form hold it: all of it in words, so that what was typed can be shown again."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Protocol

import msgspec
from msgspec import Struct

from foedus.ledger.filters import ROLES
from foedus.model.claim import Attribution, Claim, Filler, Money, Quantity, When
from foedus.model.review import Step
from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES
from foedus.serve.views.review_read import as_read

PLAIN = (
    "type",
    "stage",
    "polarity",
    "certainty",
    "standing",
    "quoted",
    "zone",
    "alternative",
    "trigger",
    "quantity",
    "quantity_words",
    "value",
    "value_words",
    "when",
    "when_words",
    "due",
    "due_words",
)
"""Fields of one input each."""

_NAME = re.compile(r"(?:[^\W\d_a-zа-яё][\w’'-]*\s?)+(?<!\s)|\d[\d.,-]*(?<=\d)")
_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
_SUGGESTED = 80


class Fields(Protocol):
    """What a browser has sent."""

    def get(self, key: str, /) -> object:
        """A field, None where it was not sent."""

    def getlist(self, key: str, /) -> Sequence[object]:
        """All fields of a name, in their order."""


class Row(Struct, frozen=True):
    """A filler or a voice: the words of the text, the entity's key, for a voice its kind."""

    words: str = ""
    entity: str = ""
    kind: str = ""


class Form(Struct, frozen=True):
    """One claim in fields; empty where there is nothing."""

    type: str = ""
    stage: str = ""
    polarity: str = ""
    certainty: str = ""
    standing: str = ""
    quoted: str = ""
    zone: str = ""
    alternative: str = ""
    trigger: str = ""
    quantity: str = ""
    quantity_words: str = ""
    value: str = ""
    value_words: str = ""
    when: str = ""
    when_words: str = ""
    due: str = ""
    due_words: str = ""
    roles: dict[str, tuple[Row, ...]] = {}
    attribution: tuple[Row, ...] = ()

    @property
    def core(self) -> tuple[str, ...]:
        """The roles of the type that come first."""
        return next((spec.core for name, spec in TYPES.items() if name == self.type), ())

    @property
    def further(self) -> tuple[str, ...]:
        """The other roles of the type, and those that have something though the type does not know them."""
        own = next((spec.further for name, spec in TYPES.items() if name == self.type), ())
        return (*own, *(role for role in self.roles if role not in own and role not in self.core))

    def line(self, field: str) -> str:
        """What a field says, in a line: of a role all its fillers."""
        if field in PLAIN:
            return str(getattr(self, field))
        rows = self.attribution if field == "attribution" else self.roles.get(field, ())
        return "; ".join(" ".join(filter(None, (one.entity, one.words))) for one in rows)


class Edited(Struct, frozen=True):
    """What a form shows: the fields as they were typed (or are), and as the reader gave them, none where no reader did.

    `seen` is what the claim said when the form was first shown.
    """

    form: Form
    machine: Form | None
    seen: Form

    @property
    def stages(self) -> dict[str, tuple[str, ...]]:
        """By type, the claim's own first."""
        own = [name for name in TYPES if name == self.form.type]
        return {name: TYPES[name].stages for name in [*own, *(one for one in TYPES if one not in own)]}

    def seen_json(self) -> str:
        """For a hidden field."""
        return msgspec.json.encode(self.seen).decode()

    def read(self, field: str) -> str:
        """What the reader gave."""
        return self.machine.line(field) if self.machine else ""


def form_of(claim: Claim) -> Form:
    """The fields of a claim."""
    return Form(
        type=claim.type,
        stage=claim.stage,
        polarity=claim.polarity,
        certainty=claim.certainty,
        standing=claim.standing,
        quoted="yes" if claim.quoted else "no",
        zone=claim.zone,
        alternative=claim.alternative or "",
        trigger=words(claim.trigger.text),
        quantity=_quantity(claim.quantity),
        quantity_words=_words(claim.quantity),
        value=_money(claim.value),
        value_words=_words(claim.value),
        when=claim.when.edtf if claim.when else "",
        when_words=_words(claim.when),
        due=claim.due.edtf if claim.due else "",
        due_words=_words(claim.due),
        roles={role: rows_of(role, fillers) for role, fillers in claim.roles.items()},
        attribution=tuple(voice_row(one) for one in claim.attribution),
    )


def rows_of(role: str, fillers: Sequence[Filler]) -> tuple[Row, ...]:
    """The fillers of a role; roles of free text have no entities."""
    return tuple(Row(words(one.text), "" if role in FREE_TEXT_ROLES else one.entity or "") for one in fillers)


def voice_row(voice: Attribution) -> Row:
    """A voice of the chain."""
    return Row(words(voice.text), voice.entity or "", voice.kind)


def words(text: str) -> str:
    """In one line, as a field of a form keeps it."""
    return " ".join(text.split())


def suggested(claim: Claim) -> tuple[str, ...]:
    """What its sentences offer for a role: what was read already, then names and numbers, then single words."""
    read = [one.text for fillers in claim.roles.values() for one in fillers]
    read += [one.text for one in claim.attribution]
    said = " ".join(one.text for one in claim.evidence)
    found = [*read, *_NAME.findall(said), *_WORD.findall(said)]
    return tuple(dict.fromkeys(words(one) for one in found))[:_SUGGESTED]


def edited(claim: Claim, history: Sequence[Step], typed: Form | None = None, seen: Form | None = None) -> Edited:
    """What a form shows of a claim: its own fields, or those that were typed over what was `seen`."""
    now = form_of(claim)
    return Edited(typed or now, _machine(claim, history), seen or now)


def form_from(fields: Fields, prefix: str = "") -> Form:
    """What was typed; a row without words and entity says nothing."""
    plain = {name: words(str(fields.get(prefix + name) or "")) for name in PLAIN}
    roles = {role: _rows(fields, f"{prefix}role.{role}") for role in sorted(ROLES)}
    return Form(
        **plain,
        roles={role: rows for role, rows in roles.items() if rows},
        attribution=_rows(fields, f"{prefix}voice"),
    )


def seen_from(fields: Fields) -> Form | None:
    """What the claim said when the form was shown, as the form itself tells."""
    try:
        return msgspec.json.decode(str(fields.get("seen") or ""), type=Form)
    except msgspec.DecodeError:
        return None


def differing(one: Form, other: Form) -> tuple[str, ...]:
    """The names of fields, and of roles, that say something else."""
    plain = [name for name in PLAIN if getattr(one, name) != getattr(other, name)]
    roles = [role for role in {**one.roles, **other.roles} if one.roles.get(role, ()) != other.roles.get(role, ())]
    return (*plain, *roles, *(["attribution"] if one.attribution != other.attribution else []))


def over(now: Form, typed: Form, seen: Form) -> Form:
    """A claim as it is now with what somebody changed who had seen it otherwise."""
    mine = differing(typed, seen)
    roles = {**now.roles, **{role: typed.roles.get(role, ()) for role in mine if role in ROLES}}
    return msgspec.structs.replace(
        now,
        **{name: getattr(typed, name) for name in (*PLAIN, "attribution") if name in mine},
        roles={role: rows for role, rows in roles.items() if rows},
    )


def _machine(claim: Claim, history: Sequence[Step]) -> Form | None:
    """What the reader gave."""
    read = as_read(claim, history)
    return form_of(read) if read else None


def _rows(fields: Fields, name: str) -> tuple[Row, ...]:
    parts = [[words(str(one)) for one in fields.getlist(f"{name}.{part}")] for part in ("words", "entity", "kind")]
    rows = [Row(*given) for given in zip_longest(*parts, fillvalue="")]
    return tuple(one for one in rows if one.words or one.entity)


def _quantity(told: Quantity | None) -> str:
    if told is None:
        return ""
    unit = f" {told.unit}" if told.unit not in (None, "piece") else ""
    return _amount(told.value, told, told.approximate) + unit


def _money(told: Money | None) -> str:
    if told is None:
        return ""
    exact = told.amount if told.min is None and told.max is None else None
    return _amount(exact, told, told.approximate) + (f" {told.currency}" if told.currency else "")


def _amount(exact: float | None, told: Quantity | Money, approximate: bool) -> str:
    if exact is not None:
        shown = _digits(exact)
    elif told.min is None and told.max is None:
        return ""
    else:
        shown = f"{_digits(told.min)}-{_digits(told.max)}"
    return f"~{shown}" if approximate else shown


def _digits(number: float | None) -> str:
    return "" if number is None else f"{number:.6f}".rstrip("0").rstrip(".")


def _words(told: Quantity | Money | When | None) -> str:
    return words(told.text or "") if told else ""
