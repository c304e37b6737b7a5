"""Captions that no word marks: a short line between paragraphs in which nothing is said of anything.

They tell what a picture shows ("A gun on the range at Rena, in June 2021."), and it may be of another day.
"""

from foedus.language.parse import Sentence
from foedus.reader.relations import SUBJECTS

SHORT = 200
"""Characters of such a line at most."""
FEWEST = 4
"""Words of such a line at least: fewer are a signature or an agency."""
_FINITE = frozenset({"Ind", "Cnd", "Sub", "Imp"})
_NAMING = frozenset({"NOUN", "PROPN"})


def is_caption(sentence: Sentence) -> bool:
    """Whether a paragraph that is one sentence is built on a noun, with neither finite verb nor subject.

    Items of lists and numbered lines are none, nor are questions and what ends with a colon.
    """
    tokens = sentence.tokens
    words = [token for token in tokens if token.text[0].isalpha()]
    if sentence.end - sentence.start > SHORT or len(words) < FEWEST:
        return False
    if not tokens[0].text[0].isalpha() or tokens[-1].text in ("?", ":") or any(token.text == ":" for token in tokens):
        return False
    return tokens[sentence.root].upos in _NAMING and not any(
        token.dep in SUBJECTS
        or token.feats.get("VerbForm") == "Fin"
        or token.feats.get("Mood") in _FINITE
        or token.feats.get("Variant") == "Short"
        for token in tokens
    )
