"""Whether a sentence is one that a report can make a statement with: running words, all to be seen, no order to say so.

Documents may address the model that reads them. What it is told to say stands in their words, so its place alone proves
nothing: text in a machine's format, words with hidden characters and what an imperative bids to say claim nothing.
"""

import re
import unicodedata

from foedus.careful.proof.fault import Fault
from foedus.language.parse import Sentence, Token
from foedus.reader.relations import SUBJECTS, VERBAL
from foedus.reader.view import View

_FORMAT = re.compile(r"[{}<>\\|]|[\"”’']\s*:\s*[\"“‘'\[\d]|`{2,}|#{2,}|={2,}")
"""Marks of data, tags and mark-up."""
_HIDDEN = re.compile(
    r"(?<=\w)[\u200b-\u200d\u2060\ufeff\u180e](?=\w)|[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
"""Characters inside words that nobody sees, and those that make a text be seen in another order than it is stored."""


REPORTED = "ccomp"
"""The relation of a clause that says what somebody says."""


def check_prose(view: View, span: tuple[int, int]) -> None:
    """Fault where the sentence of a trigger is no running text, or where an imperative bids to say it."""
    sentence = view.sentence
    words = view.text[sentence.start : sentence.end]
    if _FORMAT.search(words):
        raise Fault("not_prose", _shown(words))
    if _HIDDEN.search(words):
        raise Fault("hidden_marks", _shown(words))
    i = sentence.head_of(*span)
    if i is None:
        return
    reported = sentence.tokens[i].dep == REPORTED
    for token in sentence.ancestors(i):
        if reported and _orders(sentence, token):
            raise Fault("not_asserted", token.text)
        reported = reported or token.dep == REPORTED


def _orders(sentence: Sentence, token: Token) -> bool:
    """Whether a word above a statement is an imperative: by its tag, or by the French form that has no other use
    without a subject beside it ("écrivez que")."""
    if token.feats.get("Mood") == "Imp":
        return token.feats.get("Person") != "1"  # "let us recall that"
    addressing = token.upos in VERBAL and token.text.lower().endswith("ez")
    return addressing and not any(sentence.dependents(token.i, *SUBJECTS))


def _shown(words: str) -> str:
    """The words with what is hidden made visible."""
    return "".join(f"\\u{ord(c):04x}" if unicodedata.category(c) == "Cf" else c for c in words)[:200]
