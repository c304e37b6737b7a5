"""What introduces a clause or phrase, and what ends its sentence: condition, indirect question, "without", "?"."""

from collections.abc import Iterator, Set

from foedus.language.parse import Token
from foedus.reader.lexicon import Lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.relations import uncontracted
from foedus.reader.view import View
from foedus.reader.voice.effect import Effect
from foedus.reader.voice.effects import word_cue
from foedus.reader.voice.particles import marks_of

CONDITION = "a condition"
"""Reason of what stands in a clause of condition."""
_COMPLEMENTS = ("ccomp", "csubj", "csubj:pass", "obj", "acl", "xcomp", "nsubj", "parataxis")
_LAST = 4
"""How many marks from the end a question mark may stand, before closing quotation marks."""


def mark_effects(lexicon: Lexicon, view: View, i: int, dep: str, used: Set[int]) -> Iterator[Effect]:
    """What the marks of the clause or phrase headed by token `i`, standing in relation `dep`, make of it."""
    for words, mark in marks_of(view, i):
        if mark.i in used:
            continue
        asked = words in lexicon.cues("whether")
        if asked and dep.startswith(_COMPLEMENTS) and not _at_root(view, i):
            yield Effect(word_cue("hedge", mark), "asked, not said", certainty="unknown")
        elif words in lexicon.cues("conditions") and not _concedes(lexicon, view, i, words, mark):
            yield Effect(word_cue("condition", mark), CONDITION, unasserted=True)
        elif words in lexicon.cues("wishing_marks"):
            yield Effect(word_cue("condition", mark), "a wish or a purpose", unasserted=True)
        elif {words, _before(view, mark)} & lexicon.cues("negative_marks"):
            yield Effect(word_cue("negation", mark), "what does not happen", flips=True)
    yield from _questions(lexicon, view, i)


def _before(view: View, mark: Token) -> str:
    """The mark with the word before it, which the parse may have hung elsewhere: "loin de", "au lieu de"."""
    return f"{normal(view.tokens[mark.i - 1].text)}_{uncontracted(mark)}" if mark.i else ""


def _at_root(view: View, i: int) -> bool:
    return view.tokens[i].head == i


def _concedes(lexicon: Lexicon, view: View, i: int, words: str, mark: Token) -> bool:
    """ "Even if it has delivered": a real event granted, where the clause is not in an unreal tense."""
    before = normal(view.tokens[mark.i - 1].text) if mark.i else ""
    if f"{before}_{words}" not in lexicon.cues("concessions"):
        return False
    group = [view.tokens[i], *view.sentence.dependents(i, "aux", "aux:pass", "cop")]
    return any(word.feats.get("Tense") in ("Pres", "Past") and word.dep.startswith("aux") for word in group)


def _questions(lexicon: Lexicon, view: View, i: int) -> Iterator[Effect]:
    """A direct question claims nothing; a particle inside a statement asks whether."""
    asking = [child for child in view.sentence.dependents(i) if normal(child.text) in lexicon.cues("asking_particles")]
    end = next((token for token in reversed(view.tokens[-_LAST:]) if "?" in token.text), None)
    if end is not None and _main(view, i) and not _asked_why(lexicon, view, i):
        yield Effect(word_cue("condition", end), "a question", unasserted=True)
    elif asking:
        yield Effect(word_cue("hedge", asking[0]), "asked, not said", certainty="unknown")


def _main(view: View, i: int) -> bool:
    """Whether the word heads the sentence, or what is quoted or asked in it."""
    return view.tokens[i].head == i or view.tokens[i].dep in ("conj", "parataxis", "ccomp")


def _asked_why(lexicon: Lexicon, view: View, i: int) -> bool:
    """A question for the reason or the time takes the event for granted."""
    return any(normal(child.text) in lexicon.cues("granting_questions") for child in view.sentence.dependents(i))
