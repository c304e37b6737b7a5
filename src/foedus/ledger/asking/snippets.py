"""The searched words in a text: where they stand, and a piece of the text round the first of them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from foedus.ledger.asking.search_terms import Term
from foedus.ledger.words import places
from foedus.model.claim import Claim

_AROUND = 120
"""Characters before and behind the first hit."""

Span = tuple[int, int]
Word = tuple[str, int, int]


class Snippet(Struct, frozen=True):
    """A piece of a stored text with its offsets, and the offsets of the words that were searched, in that same text."""

    text: str
    start: int
    end: int
    hits: tuple[Span, ...]


def claim_snippets(claim: Claim, terms: Sequence[Term], entities: frozenset[str]) -> tuple[Snippet, ...]:
    """The claim's sentences, with the words that are searched and those that name the entities searched."""
    named = {
        (filler.start, filler.end)
        for fillers in claim.roles.values()
        for filler in fillers
        if filler.entity in entities
    }
    return tuple(
        Snippet(
            one.text,
            one.start,
            one.end,
            tuple(
                sorted(
                    {(one.start + start, one.start + end) for start, end in hits(one.text, terms)}
                    | {(start, end) for start, end in named if one.start <= start and end <= one.end}
                )
            ),
        )
        for one in claim.evidence
    )


def text_snippet(text: str, terms: Sequence[Term]) -> Snippet:
    """The text round its first hit, cut at spaces; its beginning where no word of it was searched."""
    found = sorted(set(hits(text, terms)))
    first, last = found[0] if found else (0, 0)
    start = _space(text, max(0, first - _AROUND), first)
    end = min(len(text), last + _AROUND)
    if end < len(text):
        end = max(text.rfind(" ", last, end), last) if " " in text[last:end] else end
    return Snippet(text[start:end], start, end, tuple(span for span in found if start <= span[0] and span[1] <= end))


def hits(text: str, terms: Sequence[Term]) -> Iterator[Span]:
    """Offsets of the words that the terms ask for."""
    wanted = [term for term in terms if not term.without]
    words = places(text) if wanted else ()
    for term in wanted:
        yield from _of_term(words, term)


def _of_term(words: Sequence[Word], term: Term) -> Iterator[Span]:
    *firsts, last = term.tokens
    for at in range(len(words) - len(firsts)):
        run = words[at : at + len(term.tokens)]
        ending = run[-1][0]
        if [word for word, _, _ in run[:-1]] == firsts and (
            ending == last or (term.prefix and ending.startswith(last))
        ):
            yield run[0][1], run[-1][2]


def _space(text: str, start: int, first: int) -> int:
    """Behind the first space from a place on, so that no word is cut."""
    if start == 0:
        return 0
    at = text.find(" ", start, first)
    return start if at < 0 else at + 1
