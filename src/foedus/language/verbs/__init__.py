"""Verb phrases: tense, mood, aspect, voice and modality of a verb in its tree, in French, English and Russian."""

from foedus.language.parse import Sentence
from foedus.language.verbs import english, french, russian
from foedus.language.verbs.phrase import Aspect, Modality, Mood, Tense, VerbPhrase, Voice

__all__ = ["Aspect", "Modality", "Mood", "Tense", "VerbPhrase", "Voice", "verb_phrase"]

_READERS = {"en": english.phrase, "fr": french.phrase, "ru": russian.phrase}


def verb_phrase(sentence: Sentence, i: int, lang: str) -> VerbPhrase | None:
    """What the verb at token `i` says; None where the word is no verb or the language has no rules."""
    reader = _READERS.get(lang)
    return reader(sentence, i) if reader else None
