"""A claim in a few cells, for reading in a table; a spreadsheet has those of `publish/claims.py`."""

from msgspec import UNSET

from foedus.cli.cards import Card, Line
from foedus.cli.ids import short_id
from foedus.cli.levels import mark
from foedus.model.claim import Attribution, Claim, When
from foedus.publish.figures import money, quantity, two_digits


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


def confidence(claim: Claim) -> str:
    """Two digits, or nothing where nothing has calibrated it."""
    return "" if claim.reader.confidence is UNSET else two_digits(claim.reader.confidence)


def marked_confidence(claim: Claim, judged: str | None = None) -> str:
    """`confidence 0.82, to check`, `accepted` where a person judged it, or nothing where nothing has calibrated it."""
    return f"confidence {_confidence(claim, judged)}" if confidence(claim) else judged or ""


def _confidence(claim: Claim, judged: str | None) -> str:
    return ", ".join(filter(None, (confidence(claim), mark(claim, judged))))


def _when(given: When | None) -> str:
    return given.edtf if given else ""


def _due(given: When | None) -> str:
    return f"due {given.edtf}" if given else ""


def _voice(voice: Attribution) -> str:
    return voice.name or voice.text
