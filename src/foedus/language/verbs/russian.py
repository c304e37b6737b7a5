"""Russian verb phrases: aspect, analytic future, short passive participles, reflexive passives, бы, modals.

Aspect belongs to the verb; a perfective present form is a future (Švedova, Russkaja grammatika, §§ 1385-1500). A short
passive participle without "был" or "будет" tells of what has been done and lasts: past.
"""

from __future__ import annotations

from typing import cast

from foedus.language.parse import Sentence, Token
from foedus.language.russian_lemmas import russian_dictionary
from foedus.language.verbs.clauses import AUXILIARIES, VERBAL, first_conjunct, governor, has_subject, marks
from foedus.language.verbs.phrase import Aspect, Modality, Mood, Tense, VerbPhrase
from foedus.language.verbs.words import listed, table

_TENSES: dict[str, Tense] = {"Past": "past", "Pres": "present", "Fut": "future"}
_ASPECTS: dict[str, Aspect] = {"Perf": "perfective", "Imp": "imperfective"}
_SHORT = ("ен", "ена", "ено", "ены", "ан", "ана", "ано", "аны", "ян", "яна", "яно", "яны", "ят", "ята", "ято", "яты")
_UNDER = ("xcomp", "ccomp", "csubj", "csubj:pass", "advcl", "acl")


def phrase(sentence: Sentence, i: int) -> VerbPhrase | None:
    """The phrase of the verb at token `i`; None for another word."""
    token = sentence.tokens[i]
    if token.upos not in VERBAL:
        return None
    aspect = _aspect(token)
    words = _words(sentence, token)
    mood, tense = _mood(sentence, token, words, aspect)
    reflexive = _plain(token).endswith(tuple(listed("ru", "reflexive")))
    passive = _is_passive(sentence, token, reflexive=reflexive)
    name = _name(token, words, mood, tense, passive=passive)
    how = " + ".join(f"«{word.text}»" for word in sorted((*words, token)))
    found = VerbPhrase(
        i,
        tense,
        mood,
        aspect,
        "passive" if passive else "active",
        reflexive,
        None,
        name,
        tuple(word.i for word in words),
        f"{how}: {name}{', reflexive passive' if passive and reflexive else ''}",
    )
    return _governed(sentence, token, found) if mood == "infinitive" else found


def _plain(token: Token) -> str:
    return token.text.lower().replace("ё", "е")


def _aspect(token: Token) -> Aspect | None:
    """By the tags, else by the dictionary."""
    return _ASPECTS.get(token.feats.get("Aspect") or russian_dictionary().aspect(token.text, token.feats) or "")


def _words(sentence: Sentence, verb: Token) -> list[Token]:
    """Forms of быть and бы, own or shared with the verb it is coordinated with."""
    found = _own_words(sentence, verb.i)
    first = first_conjunct(sentence, verb.i)
    if found or first == verb.i or has_subject(sentence, verb.i):
        return found
    above = _own_words(sentence, first)
    if verb.feats.get("VerbForm") in ("Part", "Inf"):
        return above
    return [word for word in above if _plain(word) in listed("ru", "conditional")]


def _own_words(sentence: Sentence, i: int) -> list[Token]:
    particles = (child for child in sentence.dependents(i) if _plain(child) in listed("ru", "conditional"))
    found = {token.i: token for token in (*sentence.dependents(i, *AUXILIARIES, "cop"), *particles)}
    return [found[k] for k in sorted(found)]


def _mood(sentence: Sentence, verb: Token, words: list[Token], aspect: Aspect | None) -> tuple[Mood, Tense | None]:
    form = verb.feats.get("VerbForm")
    if form == "Conv":
        return "gerund", "past" if aspect == "perfective" else "present"
    if form == "Part" and not _is_short(verb):
        return "participle", _TENSES.get(verb.feats.get("Tense", "Past"), "past")
    be = next((word for word in words if word.lemma.lower() in listed("ru", "be")), None)
    clause = _mood_of_clause(sentence, verb, words)
    if form == "Inf":
        future = be is not None and be.feats.get("VerbForm") != "Inf"
        return (clause or "indicative", "future") if future else ("infinitive", None)
    if clause:
        return clause, "present" if clause == "conditional" else None
    return _of_finite(verb, be, aspect)


def _of_finite(verb: Token, be: Token | None, aspect: Aspect | None) -> tuple[Mood, Tense]:
    if verb.feats.get("Mood") == "Imp":
        return "imperative", "present"
    if verb.feats.get("VerbForm") == "Part":
        return "indicative", _of_be(be)
    tense = _TENSES.get(verb.feats.get("Tense", "Pres"), "present")
    return "indicative", "future" if tense == "present" and aspect == "perfective" else tense


def _of_be(be: Token | None) -> Tense:
    if be is None or be.feats.get("Tense") == "Past":
        return "past"
    return "future" if be.feats.get("Tense") == "Fut" or _plain(be).startswith("буд") else "present"


def _mood_of_clause(sentence: Sentence, verb: Token, words: list[Token]) -> Mood | None:
    if any(mark in listed("ru", "subjunctive_marks") for mark in marks(sentence, first_conjunct(sentence, verb.i))):
        return "subjunctive"
    return "conditional" if any(_plain(word) in listed("ru", "conditional") for word in words) else None


def _is_short(verb: Token) -> bool:
    if verb.feats.get("Variant") in ("Short", "Brev"):
        return True
    return "Case" not in verb.feats and (_plain(verb).endswith(_SHORT) or verb.feats.get("Voice") == "Pass")


def _is_passive(sentence: Sentence, verb: Token, *, reflexive: bool) -> bool:
    """By the tags for participles; a reflexive verb by its label, its subject's, or an agent in the instrumental."""
    if verb.feats.get("VerbForm") == "Part":
        return verb.feats.get("Voice") == "Pass"
    if not reflexive or verb.feats.get("VerbForm") == "Conv":
        return False
    labels = ("nsubj:pass", "csubj:pass", "obl:agent")
    return verb.feats.get("Voice") == "Pass" or any(sentence.dependents(verb.i, *labels))


def _governed(sentence: Sentence, verb: Token, own: VerbPhrase) -> VerbPhrase:
    """An infinitive under a modal verb, short adjective or predicative."""
    over = governor(sentence, verb.i, *_UNDER)
    modality = table("ru", "modals").get(over.lemma.lower()) if over else None
    if over is None or modality is None:
        return own
    words = _own_words(sentence, over.i)
    be = next((word for word in words if word.lemma.lower() in listed("ru", "be")), None)
    mood: Mood = "conditional" if any(_plain(word) in listed("ru", "conditional") for word in words) else "indicative"
    if mood == "conditional":
        tense: Tense | None = "present"
    elif over.upos in VERBAL and "Tense" in over.feats:
        above = phrase(sentence, over.i)
        tense = above.tense if above else "present"
    else:
        tense = _of_be(be) if be else "present"
    return own._replace(
        tense=tense,
        mood=mood,
        modality=cast("Modality", modality),
        form=f"{over.lemma} + infinitive",
        auxiliaries=tuple(sorted(word.i for word in (*words, over))),
        reason=f"{own.reason}, under «{over.text}»",
    )


def _name(verb: Token, words: list[Token], mood: Mood, tense: Tense | None, *, passive: bool) -> str:
    if verb.feats.get("VerbForm") == "Part" and mood != "participle":
        return "short passive participle" + "".join(f" + {word.lemma.lower()}" for word in words)
    if verb.feats.get("VerbForm") == "Inf" and tense == "future":
        return "analytic future"
    kind = {"indicative": tense or ""}.get(mood, mood)
    return f"passive {kind}" if passive else kind
