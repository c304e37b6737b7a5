"""A claim that was found: its card, the sentence to show, and what is marked in it."""

from msgspec import Struct

from foedus.ledger.asking.paging import Kept
from foedus.ledger.asking.search import ClaimHit
from foedus.model.claim import Claim
from foedus.serve.house import House
from foedus.serve.views.cards import Card, card

Span = tuple[int, int]


class Found(Struct, frozen=True):
    """`marks` are offsets within the sentence, apart from each other: of the words searched, else of the trigger."""

    card: Card
    sentence: str
    marks: tuple[Span, ...]


def found(claim: Claim, house: House, lang: str, kept: Kept | None = None) -> Found:
    """A claim of a list, with how it is held where the list knows that."""
    short = card(claim, house.entities, lang, house.settings.sure, kept)
    return Found(short, short.sentence, apart([short.trigger]))


def found_by_words(hit: ClaimHit, house: House, lang: str) -> Found:
    """A claim of a search: its first sentence in which words of the search are, else its first one."""
    short = card(hit.claim, house.entities, lang, house.settings.sure, hit.kept)
    best = next((one for one in hit.snippets if one.hits), None)
    if best is None:
        return Found(short, short.sentence, ())
    return Found(short, best.text, apart([(first - best.start, last - best.start) for first, last in best.hits]))


def apart(spans: list[Span]) -> tuple[Span, ...]:
    """In their order, those that touch or overlap as one, empty ones left out."""
    merged: list[Span] = []
    for first, last in sorted(span for span in spans if span[0] < span[1]):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)
