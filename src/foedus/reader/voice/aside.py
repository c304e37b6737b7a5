"""A voice put into a sentence beside what it reports: which words are its own, and for which it speaks."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from foedus.language.parse import Token
from foedus.model.claim import Cue
from foedus.reader.lexicon import Lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.relations import SUBJECTS
from foedus.reader.view import View
from foedus.reader.voice.cues import Found

MARKS = frozenset(',«»“”"„—–-:;()')


class Aside(NamedTuple):
    """A voice that speaks for the words from `first` to before `last` (token indices), but not for its own `words`.

    `found` is the cue of the lexicon that makes it, where there is one.
    """

    found: Found | None
    speaker: Token
    first: int
    last: int
    words: frozenset[int]
    host: int | None = None
    """The head of the relative or participial clause that a source phrase stands in; it speaks for that alone."""
    cue: Cue | None = None
    """The words that make it a voice where no cue of the lexicon does."""

    @property
    def is_label(self) -> bool:
        """Whether it is a speaker's name before a colon, as an interview has it."""
        return self.found is None and self.cue is not None and self.cue.text == ":" and 0 in self.words

    @property
    def tokens(self) -> tuple[int, ...]:
        """The words of its cue (token indices)."""
        return self.found.tokens if self.found else (min(self.words),)

    def governs(self, i: int, way: Collection[int]) -> bool:
        """Whether it speaks for the word, from which the way goes up over the words given."""
        if self.host is not None and self.host not in way and self.host != i:
            return False
        return self.first <= i < self.last and i not in self.words and self.speaker.i not in way


def clause_of(view: View, verb: Token, speaker: Token) -> frozenset[int]:
    """The words of a reporting clause: verb, auxiliaries, speaker, adverbials; not what it reports."""
    sentence = view.sentence
    words = {verb.i, *_to_the_mark(view, sentence.subtree(speaker.i), speaker.i)}
    for child in sentence.dependents(verb.i):
        if child.dep.startswith(("aux", "expl", "mark", "advmod", "obl", "iobj", "xcomp")):
            words.update(_to_the_mark(view, sentence.subtree(child.i), verb.i))
    return frozenset(words)


def _to_the_mark(view: View, words: Sequence[int], place: int) -> list[int]:
    """Those of the words before which no mark stands on the way from the place backwards."""
    mark = max((token.i for token in view.tokens[:place] if token.text in MARKS and token.text != "-"), default=-1)
    return [i for i in words if i > mark]


def speaks_out(view: View, verb: Token) -> bool:
    """Whether a verb is finite and in no relative clause: only then it can speak for what stands around it."""
    if verb.dep in ("acl:relcl", "acl", "amod"):
        return False
    group = [verb, *view.sentence.dependents(verb.i, "aux", "aux:pass", "cop")]
    if verb.dep.startswith("aux"):
        group.append(view.tokens[verb.head])
    return any(word.feats.get("VerbForm") == "Fin" or word.feats.get("Mood") in ("Ind", "Cnd") for word in group)


def set_off(view: View, lexicon: Lexicon, first: int) -> bool:
    """Whether a comma, dash or quotation mark stands right before the clause ("as" may come between), or it opens the
    sentence with such a word."""
    i, opened = first - 1, normal(view.tokens[first].text) in lexicon.cues("as")
    while i >= 0 and (
        normal(view.tokens[i].text) in lexicon.cues("as") or view.tokens[i].dep in ("mark", "expl", "aux")
    ):
        opened = opened or normal(view.tokens[i].text) in lexicon.cues("as")
        i -= 1
    return view.tokens[i].text in MARKS if i >= 0 else opened


def has_object(view: View, lexicon: Lexicon, verb: Token, addressee: Collection[str]) -> bool:
    """Whether the verb has an object of its own behind it: then it reports that."""
    if {"obj", "acc"} & set(addressee):
        return False
    objects = [child for child in view.sentence.dependents(verb.i, "obj") if child.upos in ("NOUN", "PROPN")]
    told = [child for child in objects if verb.i < child.i and child.lemma.lower() not in lexicon.cues("time_nouns")]
    return bool(told) and any(view.sentence.dependents(verb.i, *SUBJECTS))


def part_of(view: View, i: int) -> tuple[int, int]:
    """The stretch between semicolons in which the word stands."""
    stops = [token.i for token in view.tokens if token.text == ";"]
    first = max((k + 1 for k in stops if k < i), default=0)
    last = min((k for k in stops if k > i), default=len(view.tokens))
    return first, last


def is_first(view: View, i: int) -> bool:
    return all(token.upos in ("CCONJ", "ADV", "PUNCT", "ADP") for token in view.tokens[:i])
