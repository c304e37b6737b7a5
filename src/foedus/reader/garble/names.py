"""Impossible names: known designations of which words were translated or replaced ("Sol Maîtrise 200")."""

from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from foedus.language.parse import Token
from foedus.reader.garble.knowledge import Knowledge
from foedus.reader.garble.name_words import ALONE, Meanings, index, meanings, parts_of, words_of
from foedus.reader.garble.patterns import plain
from foedus.reader.garble.suspect import Suspect, suspect
from foedus.reader.view import Anchored, View

LONGEST = 7
"""Words of a stretch that may be a name."""
MOST = 64
"""Combinations of meanings that are tried for one stretch."""
SHORTEST = 3
"""Letters up to which a word is taken as it stands, not by its lemma."""
BESIDE = 4
"""Words beside a designation that may be its translated nickname."""


class _Found(NamedTuple):
    """A known name, and whether the stretch still has a word or figure of it."""

    name: str
    kept: bool


def impossible(text: str, view: View, lang: str, known: Knowledge) -> Iterator[Suspect]:
    """Stretches of a sentence that a known name becomes when its words are translated one by one."""
    meant = meanings(lang)
    behind = -1
    for low, high in _stretches(view):
        if low < behind:
            continue
        tokens = view.tokens[low:high]
        if plain(tokens[0].text) in known.small or _is_class(tokens[0].text, known):
            continue
        found = _name(tokens, meant, known.small)
        if found and not _is_known(view, low, high) and (found.kept or _behind_class(view, low, known)):
            behind = high
            reason = f"word by word for “{found.name}”"
            yield suspect(text, tokens[0].start, tokens[-1].end, "name", reason)


def _stretches(view: View) -> Iterator[tuple[int, int]]:
    """Where a name may stand, longest first at each place: from a capital on, up to LONGEST words, to a capital, a
    figure or the end of a quotation."""
    tokens = view.tokens
    for low, token in enumerate(tokens):
        if not token.text[:1].isupper():
            continue
        quoted = low > 0 and tokens[low - 1].text in '«“"„'
        for high in range(min(low + LONGEST, len(tokens)), low, -1):
            last = tokens[high - 1].text
            closed = quoted and high < len(tokens) and tokens[high].text in '»”"“'
            if last[:1].isupper() or last[:1].isdigit() or closed:
                yield low, high


def _name(tokens: Sequence[Token], meant: Meanings, small: frozenset[str]) -> _Found | None:
    """The known name that the tokens' meanings make up and their own words do not."""
    written: list[str] = []
    choices: list[frozenset[str]] = []
    for token in tokens:
        parts, lemmas = parts_of(token.text), parts_of(token.lemma)
        for place, part in enumerate(parts):
            if part in small:
                continue
            lemma = lemmas[place] if len(lemmas) == len(parts) and len(part) > SHORTEST else part
            written.append(lemma)
            choices.append(frozenset({lemma}) | meant.of(part) | meant.of(lemma))
    known, single = index()
    if not written or tuple(sorted(written)) in known or not any(len(choice) > 1 for choice in choices):
        return None
    for key in islice(product(*map(sorted, choices)), MOST):
        name = known.get(tuple(sorted(key)))
        if name and (len(written) > 1 or key in single):
            return _Found(name, any(part in key for part in written))
    return None


def _is_known(view: View, low: int, high: int) -> bool:
    """Whether the gazetteer knows the stretch, or one that holds it, as a name."""
    start, end = view.tokens[low].start, view.tokens[high - 1].end
    return any(one.mention.start <= start and one.mention.end >= end for one in view.names)


def _behind_class(view: View, low: int, known: Knowledge) -> bool:
    """Whether a word for things that bear names stands right before, a quotation mark aside."""
    at = low - 1
    if at >= 0 and view.tokens[at].text in '«“"„':
        at -= 1
    if at < 0:
        return False
    return _is_class(view.tokens[at].text, known)


def _is_class(text: str, known: Knowledge) -> bool:
    word = plain(text)
    return any(word.startswith(one[:-1]) if one.endswith("*") else word == one for one in known.classes)


def nicknames(text: str, view: View, lang: str) -> Iterator[Suspect]:
    """Designations beside which a word of their own name stands translated ("Aigle de Frappe F-15")."""
    for anchored in view.names:
        sense = anchored.mention.senses[0]
        if sense.kind != ALONE or sense.via is not None:
            continue
        beside = _translated(view, anchored, meanings(lang), words_of(sense.entity))
        if beside:
            start, end = min(beside.start, anchored.mention.start), max(beside.end, anchored.mention.end)
            yield suspect(
                text, start, end, "name", f"“{beside.text}” for a word in the name of {anchored.mention.text}"
            )


def _translated(view: View, anchored: Anchored, meant: Meanings, words: frozenset[str]) -> Token | None:
    """The farthest capitalised word beside that means a word of the name and is none; stops end the search."""
    found = None
    for step in (-1, 1):
        at = anchored.tokens[0] - 1 if step < 0 else anchored.tokens[-1] + 1
        for i in range(at, at + step * BESIDE, step):
            token = view.tokens[i] if 0 <= i < len(view.tokens) else None
            if token is None or token.upos in ("VERB", "CCONJ", "NUM") or token.text in ".,;:()":
                break
            word = plain(token.text)
            told = (meant.of(word) | meant.of(plain(token.lemma))) & words
            if token.text[:1].isupper() and told and word not in words and not view.name_at(i):
                found = token
    return found
