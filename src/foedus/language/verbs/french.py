"""French verb phrases: compound tenses, passives, reflexives, periphrases, modals, future in the past.

The tagger gives mood and tense of each word; which auxiliary stands where tells the rest (Riegel, Pellat and Rioul,
Grammaire méthodique du français, chapters on the verb).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, cast

from foedus.language.parse import Sentence, Token
from foedus.language.verbs.clauses import (
    VERBAL,
    auxiliaries,
    first_conjunct,
    governor,
    has_subject,
    marks,
    told_in_the_past,
)
from foedus.language.verbs.phrase import Aspect, Modality, Mood, Tense, VerbPhrase, Voice
from foedus.language.verbs.words import entries, intransitive, listed, names, table

_MOODS: dict[str, Mood] = {"Ind": "indicative", "Cnd": "conditional", "Sub": "subjunctive", "Imp": "imperative"}
_TENSES: dict[str, Tense] = {"Pres": "present", "Imp": "past", "Past": "past", "Fut": "future"}
_ASPECTS: dict[str, Aspect] = {"Imp": "imperfective", "Past": "perfective"}


class _Group(NamedTuple):
    """The verb, the words it is conjugated with, and what their order says."""

    verb: Token
    words: list[Token]
    perfect: bool
    passive: bool
    reflexive: bool

    @property
    def first(self) -> Token:
        return self.words[0] if self.words else self.verb


def phrase(sentence: Sentence, i: int) -> VerbPhrase | None:
    """The phrase of the verb at token `i`; None for another word."""
    token = sentence.tokens[i]
    if token.upos not in VERBAL and not auxiliaries(sentence, i):
        return None
    group = _group(sentence, token)
    found = _own(sentence, group)
    if found.mood == "infinitive":
        return _governed(sentence, group, found)
    if (found.mood, found.tense) == ("conditional", "present") and "si" not in marks(sentence, i):
        over = told_in_the_past(sentence, i, lambda k: _is_past(sentence, k))
        if over is not None and token.lemma.lower() not in table("fr", "modals"):
            reason = f"{found.reason}, told by « {over.text} » in the past"
            return found._replace(tense="future in the past", mood="indicative", reason=reason)
    return found


def _group(sentence: Sentence, verb: Token) -> _Group:
    words = auxiliaries(sentence, verb.i)
    first = first_conjunct(sentence, verb.i)
    shares = not words and first != verb.i and _is_past_participle(verb) and not has_subject(sentence, verb.i)
    if shares:
        words = auxiliaries(sentence, first)
    reflexive = _is_reflexive(sentence, first if shares else verb.i)
    lemmas = [word.lemma.lower() for word in words]
    causative = any(lemma in listed("fr", "causative") for lemma in lemmas)
    have = any(lemma in listed("fr", "perfect") for lemma in lemmas)
    be = any(lemma in listed("fr", "be") for lemma in lemmas)
    moves = verb.lemma.lower() in intransitive("fr")
    if causative:
        return _Group(verb, words, have or be, passive=False, reflexive=reflexive)
    if have:
        return _Group(verb, words, True, be, reflexive)
    if be:
        return _Group(verb, words, reflexive or moves, not (reflexive or moves), reflexive)
    bare = not words and _is_past_participle(verb)
    return _Group(verb, words, bare, bare and not moves, reflexive)


def _own(sentence: Sentence, group: _Group) -> VerbPhrase:
    """What the group says by itself, without what governs it."""
    first = group.first
    mood, tense, key = _mood(sentence, group)
    if group.perfect and mood != "imperative":
        tense = "future" if tense == "future" else "past"
    compound = group.perfect and bool(group.words)
    aspect: Aspect = "perfect" if group.perfect else _ASPECTS.get(first.feats.get("Tense", ""), "simple")
    if mood not in ("indicative", "subjunctive") and not group.perfect:
        aspect = "simple"
    forms = names("fr", "forms")
    name = forms.get(key, forms["infinitive"])[int(compound)]
    middle = group.reflexive and not group.passive and _is_reflexive_passive(sentence, group.verb)
    voice: Voice = "passive" if group.passive or middle else "active"
    how = " + ".join(f"« {word.text} »" for word in (*group.words, group.verb))
    extra = ", reflexive passive" if middle else ", passive" if group.passive else ""
    return VerbPhrase(
        group.verb.i,
        tense,
        mood,
        aspect,
        voice,
        group.reflexive,
        None,
        name,
        tuple(word.i for word in group.words),
        f"{how}: {name}{extra}",
    )


def _mood(sentence: Sentence, group: _Group) -> tuple[Mood, Tense | None, str]:
    """Mood and tense of the group's first word, and the name of its row of forms."""
    first = group.first
    feats = first.feats
    form = feats.get("VerbForm")
    if form == "Inf":
        return "infinitive", None, "infinitive"
    if form in ("Part", "Ger") and feats.get("Tense") == "Pres":
        gerund = "en" in marks(sentence, group.verb.i)
        return ("gerund", "present", "gerund") if gerund else ("participle", "present", "participle")
    if form == "Part":
        return "participle", "past", "bare"
    mood, tense = feats.get("Mood", "Ind"), feats.get("Tense", "Pres")
    if (mood, tense) == ("Ind", "Pres") and _wants_subjunctive(sentence, group.verb.i):
        mood = "Sub"
    return _MOODS.get(mood, "indicative"), _TENSES.get(tense, "present"), f"{mood}:{tense}"


def _wants_subjunctive(sentence: Sentence, i: int) -> bool:
    words = marks(sentence, i)
    if any(mark == "_".join(words) or mark in words for mark in listed("fr", "subjunctive_marks")):
        return True
    over = governor(sentence, i, "ccomp", "csubj", "xcomp")
    que = any(word in ("que", "qu'") for word in words)
    return que and over is not None and over.lemma.lower() in listed("fr", "subjunctive_verbs")


def _governed(sentence: Sentence, group: _Group, own: VerbPhrase) -> VerbPhrase:
    """An infinitive with what its modal, periphrasis or "en train de" makes of it."""
    over = governor(sentence, group.verb.i, "xcomp", "ccomp", "csubj", "obj", "acl", "nmod", "obl", "obl:arg")
    if over is None:
        return own
    before = (marks(sentence, first_conjunct(sentence, group.verb.i)) or [""])[-1].replace("d'", "de")
    if over.upos in VERBAL:
        above = phrase(sentence, over.i)
        return _under_verb(own, over, above, before) if above else own
    noun = entries("fr", "nouns").get(over.lemma.lower())
    return _under_noun(sentence, own, over, noun) if noun and before == "de" else own


def _under_noun(sentence: Sentence, own: VerbPhrase, over: Token, noun: Mapping[str, str]) -> VerbPhrase:
    cop = next(sentence.dependents(over.i, "cop"), None)
    carrier = _TENSES.get(cop.feats.get("Tense", "Pres"), "present") if cop else None
    mood = _MOODS.get(cop.feats.get("Mood", "Ind"), "indicative") if cop else own.mood
    found = _raised(own, noun["form"], cast("Tense | None", noun.get("tense", carrier)), mood, (over.i,))
    return found._replace(aspect=cast("Aspect", noun.get("aspect", own.aspect)))


def _under_verb(own: VerbPhrase, over: Token, above: VerbPhrase, before: str) -> VerbPhrase:
    lemma, words = over.lemma.lower(), (*above.auxiliaries, over.i)
    periphrasis = entries("fr", "periphrases").get(lemma)
    if periphrasis and before == periphrasis["mark"]:
        later = periphrasis["tense"] == "future" and above.tense == "past"
        tense = "future in the past" if later else cast("Tense", periphrasis["tense"])
        return _raised(own, periphrasis["form"], tense, above.mood, words)
    modality = table("fr", "modals").get(lemma)
    if above.voice == "passive":
        modality = modality or table("fr", "bound").get(lemma)
    if not modality:
        return own
    when = "past" if own.aspect == "perfect" else above.tense
    found = _raised(own, f"{above.form} + {own.form}", when, above.mood, words)
    return found._replace(modality=cast("Modality", modality))


def _raised(own: VerbPhrase, form: str, tense: Tense | None, mood: Mood, words: tuple[int, ...]) -> VerbPhrase:
    everything = tuple(sorted({*words, *own.auxiliaries}))
    return own._replace(tense=tense, mood=mood, form=form, auxiliaries=everything, reason=f"{own.reason}, under {form}")


def _is_past(sentence: Sentence, i: int) -> bool:
    found = _own(sentence, _group(sentence, sentence.tokens[i]))
    return found.tense == "past" and found.mood in ("indicative", "gerund", "infinitive", "participle")


def _is_past_participle(token: Token) -> bool:
    return token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") != "Pres"


def _is_reflexive(sentence: Sentence, i: int) -> bool:
    return any(
        child.i < i and child.upos == "PRON" and child.text.lower().replace("’", "'") in listed("fr", "reflexive")
        for child in sentence.dependents(i)
        if child.dep.startswith(("expl", "obj", "iobj", "obl", "dep"))
    )


def _is_reflexive_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a reflexive verb is a passive: by the pronoun's label, or a thing is subject of a verb of the list."""
    if any(sentence.dependents(verb.i, "expl:pass")):
        return True
    if verb.lemma.lower() not in listed("fr", "reflexive_passives"):
        return False
    subjects = list(sentence.dependents(verb.i, "nsubj"))
    return bool(subjects) and all(subject.upos == "NOUN" for subject in subjects)
