"""One claim with its whole record: its sentences with the deciding words marked, and what the ledger has beside it."""

from collections.abc import Iterator

from msgspec import Struct

from foedus.ledger.filters import Moment
from foedus.model.claim import Claim
from foedus.model.errors import NoTextError
from foedus.publish.citation.annotation import annotation_json
from foedus.publish.citation.bibtex import bibtex
from foedus.serve.house import House
from foedus.serve.views.citing import cited
from foedus.serve.views.panel import Page, Panel, panel
from foedus.serve.views.said import Said, said
from foedus.telling.layers import Layer, Token, tokens
from foedus.telling.marks import laid
from foedus.telling.places import places


class Told(Struct, frozen=True):
    """Words that decided something, and what: kinds of cue, `source` for the words that name a voice."""

    start: int
    end: int
    kinds: tuple[str, ...]


class Sentence(Struct, frozen=True):
    """A sentence with deciding words in it; `own` where it carries the statement."""

    start: int
    end: int
    text: str
    own: bool
    marks: tuple[Told, ...]

    def tokens(self) -> Iterator[Token[Told]]:
        """The text step by step, with its marks as they open and close."""
        return tokens(self.text, self.start, [Layer(one.start, one.end, one) for one in self.marks])


class ClaimView(Struct, frozen=True):
    """A claim opened, its sentences in the order of the text, and who else says so; other forms of its citation."""

    told: Panel
    sentences: tuple[Sentence, ...]
    said: Said | None
    """Null where the ledger is without the texts."""
    bibtex: str
    annotation: str


def claim_view(house: House, id: str, page: Page, as_of: Moment) -> ClaimView:
    """The claim of an id or its beginning; UnknownError names the nearest."""
    told = panel(house, id, page, as_of)
    text = _text(house, told.claim, as_of)
    beside = said(house, told.claim, page.lang, as_of) if text is not None else None
    source = cited(told.claim, told.address, page.base, text)
    return ClaimView(told, tuple(sentences(told.claim, text)), beside, bibtex(source), annotation_json(source).decode())


def sentences(claim: Claim, text: str | None) -> Iterator[Sentence]:
    """The claim's own sentences, then others with deciding words, where the ledger has the text."""
    for one in places(claim, text):
        marks = tuple(Told(*mark) for mark in laid(one.marks))
        yield Sentence(one.start, one.end, one.text, one.own, marks)


def _text(house: House, claim: Claim, as_of: Moment) -> str | None:
    try:
        return house.ledger.document(claim.document.sha256, as_of).text
    except NoTextError:
        return None
