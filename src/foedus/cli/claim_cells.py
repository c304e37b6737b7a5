"""A claim in cells: a few for reading in a table, all of them for a spreadsheet."""

import math

from msgspec import UNSET

from foedus.cli.cards import Card, Line
from foedus.cli.ids import short_id
from foedus.cli.levels import mark
from foedus.model.claim import Attribution, Claim, Filler, Money, Quantity, When


def short_cells(claim: Claim, judged: str | None = None) -> dict[str, str]:
    """For a screen: what is claimed, who says so, in which words; `judged` is what people judged of it.

    How surely the text puts it and how sure the reader is are two cells: no sentence holds both (docs/grading.md).
    """
    return {
        "claim": short_id(claim.id),
        "what": what(claim),
        "who": who(claim),
        "when": _when(claim.when) or _due(claim.due),
        "said": said(claim),
        "confidence": _confidence(claim, judged),
        "words": claim.evidence[0].text,
    }


def card(claim: Claim, judged: str | None = None) -> Card:
    """The same for a screen, whose width no sentence fits beside the rest."""
    cells = short_cells(claim)
    head = (cells["claim"], cells["what"], cells["when"], cells["said"], marked_confidence(claim, judged))
    return [Line(" · ".join(filter(None, head))), Line(cells["who"], 1), Line(cells["words"], 2)]


def full_cells(claim: Claim, judged: str | None = None) -> dict[str, str]:
    """For a spreadsheet: every field in its own column; fillers as `KEY name`, several divided by `; `."""
    return {
        "claim": claim.id,
        "document": claim.document.id,
        "published": claim.document.published or "",
        "outlet": claim.document.outlet or "",
        "url": claim.document.url or "",
        "lang": claim.document.lang,
        "type": claim.type,
        "stage": claim.stage,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "standing": claim.standing,
        "said_by": "; ".join(_voice(voice) for voice in claim.attribution),
        "roles": "; ".join(f"{role}={_key_and_name(one)}" for role, some in claim.roles.items() for one in some),
        "quantity": quantity(claim.quantity),
        "value": money(claim.value),
        "when": _when(claim.when),
        "due": _when(claim.due),
        "zone": claim.zone,
        "confidence": confidence(claim),
        "mark": mark(claim, judged),
        "start": str(claim.evidence[0].start),
        "end": str(claim.evidence[0].end),
        "words": claim.evidence[0].text,
    }


def what(claim: Claim) -> str:
    """Type and stage, with the negation where there is one."""
    return f"{claim.type} {'not ' if claim.polarity == 'negated' else ''}{claim.stage}"


def who(claim: Claim) -> str:
    """Roles with their names, and how many."""
    parts = [f"{role} {', '.join(one.name for one in some)}" for role, some in claim.roles.items()]
    return "; ".join(part for part in (*parts, quantity(claim.quantity), money(claim.value)) if part)


def said(claim: Claim) -> str:
    """By whom, and how surely the text puts it: `attributed to A, by B; possible`."""
    voices = ", by ".join(_voice(voice) for voice in claim.attribution)
    standing = f"{claim.standing} to {voices}" if voices else claim.standing
    return standing if claim.certainty == "certain" else f"{standing}; {claim.certainty}"


def quantity(given: Quantity | None) -> str:
    """`about 12 launcher`, `5–7`, or nothing."""
    if given is None:
        return ""
    number = _number(given.value, given.min, given.max) or given.text
    unit = "" if given.unit in (None, "piece") else f" {given.unit}"
    return f"{'about ' if given.approximate else ''}{number}{unit}"


def money(given: Money | None) -> str:
    """`about 1,200,000,000 EUR`, or nothing."""
    if given is None:
        return ""
    return f"{'about ' if given.approximate else ''}{_figure(given.amount)} {given.currency or ''}".rstrip()


def confidence(claim: Claim) -> str:
    """Two digits, or nothing where nothing has calibrated it."""
    return "" if claim.reader.confidence is UNSET else two_digits(claim.reader.confidence)


def marked_confidence(claim: Claim, judged: str | None = None) -> str:
    """`confidence 0.82, to check`, `accepted` where a person judged it, or nothing where nothing has calibrated it."""
    return f"confidence {_confidence(claim, judged)}" if confidence(claim) else judged or ""


def _confidence(claim: Claim, judged: str | None) -> str:
    return ", ".join(filter(None, (confidence(claim), mark(claim, judged))))


def two_digits(probability: float) -> str:
    """Rounded down, so that what does not reach a level does not seem to."""
    return f"{math.floor(probability * 100 + 1e-9) / 100:.2f}"


def _number(value: float | None, low: float | None, high: float | None) -> str:
    if value is not None:
        return _figure(value)
    if low is not None and high is not None:
        return f"{_figure(low)}–{_figure(high)}"
    if low is not None:
        return f"at least {_figure(low)}"
    return f"at most {_figure(high)}" if high is not None else ""


def _figure(number: float) -> str:
    """With commas, and without the point that a record gives to whole numbers."""
    return f"{int(number) if number == int(number) else number:,}"


def _when(given: When | None) -> str:
    return given.edtf if given else ""


def _due(given: When | None) -> str:
    return f"due {given.edtf}" if given else ""


def _voice(voice: Attribution) -> str:
    return voice.name or voice.text


def _key_and_name(one: Filler) -> str:
    return f"{one.entity} {one.name}" if one.entity else one.name
