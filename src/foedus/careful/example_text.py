"""A worked example as text: the numbered report, and its claims as JSON or, to save room, in one line each."""

from typing import Protocol

import msgspec

from foedus.careful.answer import ToldClaim, ToldDate, ToldFiller, ToldQuantity, ToldVoice
from foedus.careful.examples import Example
from foedus.careful.lines import told_lines
from foedus.careful.numbering import numbered


class _Quoted(Protocol):
    """Anything told by words of a sentence."""

    @property
    def sentence(self) -> int: ...

    @property
    def quote(self) -> str: ...


def worked(example: Example, *, whole: bool) -> str:
    """Report, claims and reasons; with `whole` the claims are the JSON of the answer, else short lines."""
    document = example.document
    parts = [f"Published: {document.published or 'unknown'}", *told_lines(numbered(document)), ""]
    if whole or not example.claims:
        parts += ["Answer:", answer_json(example.answer)]
        parts += [f"- {claim.type} {claim.stage}: {claim.why}" for claim in example.claims if claim.why]
    else:
        parts += ["Answer, in short form:"]
        for claim, told in zip(example.claims, example.answer, strict=True):
            parts.append(f"- {short(told)}{f' -- {claim.why}' if claim.why else ''}")
    return "\n".join([*parts, *(f"- No claim: {each}" for each in example.none)])


def answer_json(claims: tuple[ToldClaim, ...]) -> str:
    """The answer as a model shall give it, a claim on each line."""
    rows = ",\n".join(msgspec.json.encode(claim).decode() for claim in claims)
    return f'{{"claims":[\n{rows}\n]}}' if rows else '{"claims":[]}'


def short(claim: ToldClaim) -> str:
    """A claim in one line: what is not said has its usual value (affirmed, certain, stated, null)."""
    parts = [f"{claim.type} {claim.stage} {_words(claim.trigger)}", *map(_filler, claim.roles)]
    if claim.quantity:
        parts.append(f"quantity {_words(claim.quantity)} = {_number(claim.quantity)}")
    if claim.value:
        parts.append(f"value {_words(claim.value)} = {claim.value.amount} {claim.value.currency}")
    parts += [f"{name} {_date(date)}" for name, date in (("when", claim.when), ("due", claim.due)) if date]
    parts += [claim.polarity] * (claim.polarity != "affirmed") + [claim.certainty] * (claim.certainty != "certain")
    if claim.standing != "stated":
        parts.append(" ".join([claim.standing, ", then ".join(map(_voice, claim.voices))]).strip())
    if claim.also:
        parts.append(f"also {', '.join(map(str, claim.also))}")
    return "; ".join(parts)


def _words(one: _Quoted) -> str:
    return f'[{one.sentence}]"{one.quote}"'


def _filler(filler: ToldFiller) -> str:
    stands = f" for {_words(filler.stands_for)}" if filler.stands_for else ""
    way = f", {filler.via}" if filler.via else ""
    return f"{filler.role} {_words(filler)} ({filler.kind}{way}{stands})"


def _number(quantity: ToldQuantity) -> str:
    bounds = [f"{name} {value}" for name, value in (("min", quantity.min), ("max", quantity.max)) if value is not None]
    value = [] if quantity.value is None else [f"{'about ' if quantity.approximate else ''}{quantity.value}"]
    return " ".join([*value, *bounds, quantity.unit or ""]) or "not said"


def _date(date: ToldDate) -> str:
    return f"{date.edtf} {_words(date.words)}" if date.words else date.edtf


def _voice(voice: ToldVoice) -> str:
    said = [voice.kind, *([f'cue "{voice.cue}"'] if voice.cue else []), *([voice.vehicle] if voice.vehicle else [])]
    return f"{_words(voice)} ({', '.join(said)})"
