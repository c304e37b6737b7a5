"""Words that must agree and do not: by what each form can be, whatever the parser makes of it in its context."""

from collections.abc import Callable, Iterator, Mapping

from foedus.reader.garble import english, french, russian
from foedus.reader.garble.knowledge import Knowledge
from foedus.reader.garble.suspect import Suspect, suspect
from foedus.reader.relations import VERBAL
from foedus.reader.view import View

Clash = tuple[int, int, str]
"""Places of the two words, and what is wrong between them."""
_CLASHES: Mapping[str, Callable[[View, Knowledge], Iterator[Clash]]] = {
    "fr": french.clashes,
    "en": english.clashes,
    "ru": russian.clashes,
}
NEAR = 4
"""Words from one to the other that are told as one stretch."""


def disagreeing(text: str, view: View, lang: str, known: Knowledge) -> Iterator[Suspect]:
    """Pairs of a sentence that do not agree: determiner or adjective and noun as one stretch, of subject and verb the
    verb."""
    for first, second, reason in _CLASHES[lang](view, known):
        one, other = view.tokens[first], view.tokens[second]
        alone = other.upos in VERBAL or abs(first - second) > NEAR
        start, end = (other.start, other.end) if alone else (min(one.start, other.start), max(one.end, other.end))
        yield suspect(text, start, end, "agreement", reason)
