"""Negating particles and determiners of a word, and what keeps them from negating: restriction, expletive use."""

from collections.abc import Iterator

from foedus.language.parse import Token
from foedus.reader.lexicon import Lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.view import View

_HELD = (
    "advmod",
    "det",
    "cc",
    "cc:preconj",
    "aux",
    "discourse",
    "dep",
    "obj",
    "nsubj",
    "obl",
    "expl",
    "fixed",
    "advmod:neg",
    "nsubj:pass",
    "root",
    "xcomp",
    "iobj",
    "obl:arg",
    "case",
)
_ARGUMENTS = ("obj", "nsubj", "nsubj:pass", "iobj", "obl:arg")


def negation_of(lexicon: Lexicon, view: View, i: int) -> Token | None:
    """The word that negates the one at `i`: beside it, its auxiliary, or as the determiner of what it is about."""
    group = [view.tokens[i], *view.sentence.dependents(i, "aux", "aux:pass", "cop")]
    for word in group:
        for child in view.sentence.dependents(word.i, *_HELD):
            if _negates(lexicon, view, child):
                return child
    for argument in view.sentence.dependents(i, *_ARGUMENTS):
        for child in view.sentence.dependents(argument.i, "det", "advmod", "cc", "cc:preconj"):
            if child.i < argument.i and _negates(lexicon, view, child):
                return child
    return None


def _negates(lexicon: Lexicon, view: View, word: Token) -> bool:
    form = normal(word.text)
    if form in lexicon.cues("negations"):
        return not restricted(lexicon, view, word) and not _until(lexicon, view, word)
    return form in lexicon.cues("half_negations") and _doubled(lexicon, view, word)


def restricted(lexicon: Lexicon, view: View, word: Token) -> bool:
    """Whether a word of restriction follows: "not only", "pas seulement" affirm."""
    following = [normal(token.text) for token in view.tokens[word.i + 1 : word.i + 3] if token.dep != "mark"]
    only = lexicon.cues("restrictions")
    return bool(following) and (following[0] in only or "_".join(following) in only)


def _until(lexicon: Lexicon, view: View, word: Token) -> bool:
    """ "Not until 2021": it did happen, then."""
    later = (normal(token.text) for token in view.tokens[word.i + 1 :])
    return any(form in lexicon.cues("until") for form in later)


def _doubled(lexicon: Lexicon, view: View, word: Token) -> bool:
    """A word that negates only beside another ("plus" beside "ne"): the other stands in the few words around."""
    around = view.tokens[max(0, word.i - 5) : word.i + 6]
    return any(normal(token.text) in lexicon.cues("negative_helpers") for token in around)


def marks_of(view: View, i: int) -> Iterator[tuple[str, Token]]:
    """The words that introduce the clause or phrase of a word, joined with their fixed parts, lower case."""
    for child in view.sentence.dependents(i, "mark", "case", "cc", "advmod"):
        if child.i < i:
            parts = [child, *view.sentence.dependents(child.i, "fixed")]
            yield "_".join(normal(part.text) for part in parts), child
