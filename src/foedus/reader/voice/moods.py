"""What mood says of a clause: hearsay, future in the past, hypothesis, wish; French told apart by syntax.

The five French conditionals (hearsay, future in the past, condition clause, hypothesis, law or wish) share their form:
what stands around the verb decides (Riegel, Pellat and Rioul, Grammaire méthodique du français, chapter X, 2.2).
"""

from collections.abc import Iterator, Set

from foedus.language.parse import Token
from foedus.language.verbs import verb_phrase
from foedus.reader.lexicon import Lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.relations import SUBJECTS
from foedus.reader.view import View
from foedus.reader.voice.effect import Effect
from foedus.reader.voice.effects import word_cue
from foedus.reader.voice.particles import marks_of

_MAIN = ("root", "conj", "ccomp", "parataxis")


def condition_of(lexicon: Lexicon, view: View, i: int, used: Set[int]) -> Token | None:
    """The conditional clause's mark under the verb at `i` ("if" in "would help if asked"); None where there is none."""
    for child in view.sentence.dependents(i, "advcl", "ccomp", "dep", "obl", "parataxis"):
        for words, mark in marks_of(view, child.i):
            if mark.i not in used and {words, normal(mark.text)} & lexicon.cues("conditions"):
                return mark
    return None


def mood_effects(  # noqa: PLR0917 - the verb and what is known of it
    lexicon: Lexicon, lang: str, view: View, i: int, used: Set[int], phrases: Set[int], *, told: bool
) -> Iterator[Effect]:
    """What the mood of the verb at `i` makes of it; `told` where a saying in the past governs its clause.

    A particle among `phrases`, the words of longer cues of rumour and doubt, is theirs: "будто бы" is no mood.
    """
    token = view.tokens[i]
    subject = any(view.sentence.dependents(i, *SUBJECTS, "aux"))
    if token.feats.get("Mood") == "Imp" and not subject and token.dep in _MAIN:
        yield Effect(word_cue("hedge", token), "a demand", certainty="possible")
        return
    future = next((word for word in _group(view, i) if word.feats.get("Tense") == "Fut"), None)
    if future is not None:
        yield Effect(word_cue("tense", future), "future")
    conditional = _conditional(lexicon, view, i, phrases)
    condition = condition_of(lexicon, view, i, used)
    if conditional is None:
        if condition is not None:
            open_ = future is not None or normal(token.lemma) in lexicon.cues("modals")
            yield Effect(word_cue("condition", condition), "under a condition", certainty="possible", unasserted=open_)
        return
    if condition is not None:
        yield Effect(word_cue("condition", condition), "a hypothesis under a condition", unasserted=True)
        return
    if told:
        yield Effect(word_cue("tense", conditional), "future in the past")
    else:
        yield from _of_conditional(lexicon, lang, view, i, conditional)


def _of_conditional(lexicon: Lexicon, lang: str, view: View, i: int, conditional: Token) -> Iterator[Effect]:
    lemma, phrase = normal(view.tokens[i].lemma), verb_phrase(view.sentence, i, lang)
    modal = lemma in lexicon.cues("modals") or normal(conditional.lemma) in lexicon.cues("modals")
    perfect = phrase is not None and phrase.aspect == "perfect"
    if phrase is not None and phrase.tense == "future in the past":
        yield Effect(word_cue("tense", conditional), "future in the past")
    elif modal:
        if perfect and lexicon.words.get("hearsay_conditional"):
            yield Effect(word_cue("condition", conditional), "what could have been", unasserted=True)
    elif lexicon.words.get("hearsay_conditional"):
        if lemma in lexicon.cues("advice"):
            yield Effect(word_cue("condition", conditional), "advice", unasserted=True)
        elif lemma in lexicon.cues("wishes"):
            yield Effect(word_cue("hedge", conditional), "a polite wish")
        elif any(normal(token.text) in lexicon.cues("law") for token in view.tokens):
            yield Effect(word_cue("tense", conditional), "what a law or treaty provides")
        else:
            yield Effect(word_cue("rumour", conditional), "hearsay conditional", standing="rumoured")
    elif perfect or lexicon.words.get("unreal_particle"):
        yield Effect(word_cue("condition", conditional), "unreal", unasserted=True)


def _conditional(lexicon: Lexicon, view: View, i: int, phrases: Set[int]) -> Token | None:
    """The word that puts the verb in the conditional: its own ending, its auxiliary, the particle."""
    for token in _group(view, i):
        unreal = normal(token.text) in lexicon.cues("unreal") and token.i not in phrases
        if unreal or (token.feats.get("Mood") == "Cnd" and token.i not in phrases):
            return token
    return None


def _group(view: View, i: int) -> list[Token]:
    return [view.tokens[i], *view.sentence.dependents(i, "aux", "aux:pass", "cop")]
