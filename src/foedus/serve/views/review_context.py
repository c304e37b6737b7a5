"""The sentences of a claim that is judged, with what the text says before and behind them."""

from itertools import islice

from msgspec import Struct

from foedus.ledger.filters import Moment
from foedus.model.claim import Claim
from foedus.model.errors import NoTextError
from foedus.serve.house import House
from foedus.serve.views.claim import Sentence, sentences

AROUND = 400
"""Characters on either side, about."""
_SENTENCES = 6


class Context(Struct, frozen=True):
    """The claim's first sentence between the words around it, then its other sentences."""

    before: str
    sentence: Sentence
    behind: str
    others: tuple[Sentence, ...]


def context(house: House, claim: Claim, as_of: Moment) -> Context:
    """Of a ledger without the text, the sentences alone."""
    try:
        text = house.ledger.document(claim.document.sha256, as_of).text
    except NoTextError:
        text = None
    first, *others = islice(sentences(claim, text), _SENTENCES)
    if text is None:
        return Context("", first, "", tuple(others))
    return Context(_before(text, first.start), first, _behind(text, first.end), tuple(others))


def _before(text: str, end: int) -> str:
    """From the beginning of a word on; with an ellipsis where more stands before."""
    start = max(0, end - AROUND)
    if start:
        space = text.find(" ", start, end)
        start = space + 1 if space >= 0 else start
    return f"… {text[start:end]}" if start else text[:end]


def _behind(text: str, start: int) -> str:
    """To the end of a word."""
    end = start + AROUND
    if end >= len(text):
        return text[start:]
    space = text.rfind(" ", start, end)
    return f"{text[start : space if space > start else end]} …"
