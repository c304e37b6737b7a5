"""`FIELD=VALUE` as an analyst writes it: a correction of a claim, its words found in the document's text."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, get_args

from foedus.asked.review.amounts import date, money, quantity
from foedus.asked.review.names import filler, voice
from foedus.asked.review.places import Text
from foedus.ledger.filters import ROLES
from foedus.model.claim import Attribution, Claim, Cue, Evidence, Filler
from foedus.model.errors import UsageError
from foedus.model.review import Correction
from foedus.model.vocabulary import Certainty, ClaimType, Polarity, Standing, ZoneKind

_GIVEN = re.compile(r"(?P<field>[a-z_]+)(?P<how>\+=|-=|=)(?P<value>.*)", re.DOTALL)
_PLAIN = ("type", "stage", "polarity", "certainty", "standing", "zone", "alternative")
_LISTS = ("attribution", "evidence")
_KNOWN: Mapping[str, tuple[str, ...]] = {
    "type": get_args(ClaimType),
    "polarity": get_args(Polarity),
    "certainty": get_args(Certainty),
    "standing": get_args(Standing),
    "zone": get_args(ZoneKind),
}
_STORED = {"trigger": "cues"}
"""Fields that a record has under another name."""
_YES = {"yes": True, "true": True, "no": False, "false": False}


def text_of(claim: Claim, text: str) -> Text:
    """A document's text as words of a claim are looked for in it."""
    return Text(text, tuple((one.start, one.end) for one in claim.evidence), claim.trigger.start)


def correction(claim: Claim, text: str, given: Sequence[str]) -> Correction:
    """What the given `FIELD=VALUE` change of a claim; UsageError names what cannot be read."""
    fields = _Fields(claim, text_of(claim, text))
    for one in given:
        fields.take(one)
    return Correction(**fields.changes)


def said_already(given: Sequence[str], changed: Collection[str]) -> list[str]:
    """Of the fields that were given those that did not change, by the changed ones as a judgement names them."""
    fields = dict.fromkeys(match["field"] for one in given if (match := _GIVEN.fullmatch(one.strip())))
    return [field for field in fields if not {field, f"roles.{field}", _STORED.get(field, field)} & {*changed}]


class _Fields:
    """A claim's fields as they become, one given value after the other."""

    def __init__(self, claim: Claim, text: Text) -> None:
        self.changes: dict[str, Any] = {}  # Any: each field has its own type
        self._claim = claim
        self._text = text

    def take(self, given: str) -> None:
        match = _GIVEN.fullmatch(given.strip())
        if not match:
            raise UsageError(f"{given!r} is no correction: write FIELD=VALUE, as stage=ordered or recipient=ARM")
        field, how, value = match["field"], match["how"], match["value"].strip()
        if field in ROLES:
            roles = {**self.changes.get("roles", {})}
            before = roles.get(field, self._claim.fillers(field))
            roles[field] = self._listed(field, how, value, before, lambda: filler(field, value, self._text, before))
            self.changes["roles"] = roles
        elif field in _LISTS:
            self._take_listed(field, how, value)
        elif how != "=":
            raise UsageError(f"{field}: {how} goes with roles, attribution and evidence; write {field}=VALUE")
        else:
            self._take_one(field, value)

    def _take_one(self, field: str, value: str) -> None:
        if field in _PLAIN:
            if value not in _KNOWN.get(field, (value,)):
                raise UsageError(f"{field}: {value!r} is none of {', '.join(_KNOWN[field])}")
            self.changes[field] = value or None
            if field == "standing" and value == "stated" and "attribution" not in self.changes:
                self.changes["attribution"] = ()
        elif field == "quoted":
            if value.casefold() not in _YES:
                raise UsageError(f"quoted: {value!r} is neither yes nor no")
            self.changes[field] = _YES[value.casefold()]
        elif field == "quantity":
            self.changes[field] = quantity(value, self._text, self._claim.quantity)
        elif field == "value":
            self.changes[field] = money(value, self._text, self._claim.value)
        elif field in ("when", "due"):
            self.changes[field] = date(field, value, self._text, getattr(self._claim, field))
        elif field == "trigger":
            self.changes["cues"] = (Cue("trigger", *self._text.place(field, value)), *self._claim.cues[1:])
        else:
            known = ", ".join((*_PLAIN, "quoted", "quantity", "value", "when", "due", "trigger", *_LISTS))
            raise UsageError(f"{field!r} is no field: there are {known}, and roles: {', '.join(sorted(ROLES))}")

    def _take_listed(self, field: str, how: str, value: str) -> None:
        before = self.changes.get(field, getattr(self._claim, field))
        if field == "evidence":
            self.changes[field] = self._listed(field, how, value, before, lambda: self._sentence(value))
            return
        voices = self._listed(field, how, value, before, lambda: voice(value, self._text))
        self.changes[field] = voices
        self.changes["standing"] = standing_of(voices)

    def _sentence(self, value: str) -> Evidence:
        place = self._text.place("evidence", value)
        return Evidence(place.start, place.end, place.text)

    def _listed(
        self, field: str, how: str, value: str, before: tuple[Any, ...], made: Callable[[], Any]
    ) -> tuple[Any, ...]:
        """The list with one more, one less, or anew; nothing empties it. Any: fillers, voices or sentences."""
        if how == "=":
            return (made(),) if value else ()
        if how == "+=":
            return (*before, made())
        kept = tuple(one for one in before if not _is(one, value))
        if len(kept) == len(before):
            raise UsageError(f"{field}: there is no {value!r} to take out")
        return kept


def _is(one: Filler | Attribution | Evidence, value: str) -> bool:
    """Whether a value names this one: by key, name, words or offsets."""
    names = {one.text, f"{one.start}:{one.end}"}
    if not isinstance(one, Evidence):
        names |= {one.entity or one.text, one.name or one.text}
    return value.casefold() in {name.casefold() for name in names}


def standing_of(voices: tuple[Attribution, ...]) -> Standing:
    """The nearest voice sets it."""
    if not voices:
        return "stated"
    return "unnamed" if voices[0].kind == "unnamed" else "attributed"
