"""English verb phrases: tense, perfect, progressive, passive with be and get, modals, "going to", "is to"; would.

The order of the auxiliaries tells it all: modal, have, be, being or get, verb (Huddleston and Pullum, The Cambridge
Grammar of the English Language, chapter 3). "Would" under a past verb of the same content is future in the past.
"""

from __future__ import annotations

from typing import NamedTuple, cast

from foedus.language.parse import Sentence, Token
from foedus.language.verbs.clauses import (
    VERBAL,
    auxiliaries,
    first_conjunct,
    governor,
    has_subject,
    told_in_the_past,
)
from foedus.language.verbs.phrase import Aspect, Modality, Mood, Tense, VerbPhrase
from foedus.language.verbs.words import listed, table

_LEMMAS = {"had": "have", "has": "have", "would": "would", "is": "be"}
_BE = frozenset({"is", "are", "was", "were", "be", "been", "'s", "'re", "'m", "am"})


class _Group(NamedTuple):
    """The verb, the words before it, and what their order says."""

    verb: Token
    words: list[Token]
    texts: list[str]
    perfect: bool
    progressive: bool
    passive: bool

    @property
    def aspect(self) -> Aspect:
        if self.perfect:
            return "perfect progressive" if self.progressive else "perfect"
        return "progressive" if self.progressive else "simple"


def phrase(sentence: Sentence, i: int) -> VerbPhrase | None:
    """The phrase of the verb at token `i`; None for another word."""
    token = sentence.tokens[i]
    if token.upos not in VERBAL and not auxiliaries(sentence, i):
        return None
    group = _group(sentence, token)
    mood, tense, modality = _finite(sentence, group)
    if group.words and "to" in _between(sentence, group.words[0].i, token):
        modality, mood = "schedule", "indicative"
        tense = "future in the past" if tense == "past" else "future"
    voice = "passive" if group.passive else "active"
    name = _name(group, mood, tense, modality)
    reason = " + ".join(f'"{word.text}"' for word in (*group.words, token)) + f": {name}, {voice}"
    found = VerbPhrase(
        i,
        tense,
        mood,
        group.aspect,
        "passive" if group.passive else "active",
        any(child.feats.get("Reflex") == "Yes" for child in sentence.dependents(i, "obj", "iobj")),
        modality,
        name,
        tuple(word.i for word in group.words),
        reason,
    )
    if mood == "infinitive":
        return _governed(sentence, group, found)
    if mood == "conditional" and not group.perfect:
        over = told_in_the_past(sentence, i, lambda k: _is_past(sentence, k))
        if over is not None:
            reason = f'{reason}, told by "{over.text}" in the past'
            return found._replace(tense="future in the past", mood="indicative", reason=reason)
    return found


def _group(sentence: Sentence, verb: Token) -> _Group:
    words = auxiliaries(sentence, verb.i)
    first = first_conjunct(sentence, verb.i)
    if not words and first != verb.i and not has_subject(sentence, verb.i) and not _is_finite(verb):
        words = [word for word in auxiliaries(sentence, first) if word.i < verb.i]
    texts = [_full(words, k, verb) for k in range(len(words))]
    lemmas = [_LEMMAS.get(text, word.lemma.lower()) for text, word in zip(texts, words, strict=True)]
    ing = verb.text.lower().endswith("ing") and verb.feats.get("VerbForm") != "Inf"
    bare = not words and not ing and verb.feats.get("VerbForm") == "Part" and not _is_past_tense(sentence, verb)
    participle = verb.feats.get("VerbForm") == "Part" or verb.feats.get("Voice") == "Pass" or verb.upos == "ADJ"
    carriers = [lemma for lemma in lemmas if lemma in listed("en", "be") | listed("en", "get")]
    scheduled = bool(words) and "to" in _between(sentence, words[0].i, verb)  # the first "be" of "is to be bought"
    passive = not ing and (bare or (len(carriers) > int(scheduled) and participle and lemmas[-1] != "have"))
    progressive = (ing and bool(carriers)) or any(text in ("being", "getting") for text in texts[1:])
    return _Group(verb, words, texts, "have" in lemmas, progressive, passive)


def _plain(token: Token) -> str:
    return token.text.lower().replace("’", "'")


def _full(words: list[Token], k: int, verb: Token) -> str:
    """The k-th auxiliary written out: "'d" is had before a past participle, else would; "'s" is has before "been"."""
    text = _plain(words[k])
    following = words[k + 1] if k + 1 < len(words) else verb
    if text == "'d":
        participle = following.feats.get("VerbForm") == "Part" and not following.text.lower().endswith("ing")
        return "had" if participle else "would"
    if text == "'s":
        return "has" if _plain(following) in ("been", "had", "got") else "is"
    return text


def _finite(sentence: Sentence, group: _Group) -> tuple[Mood, Tense | None, Modality | None]:
    """Mood, tense and modality by the first word of the group."""
    if not group.words:
        return _alone(sentence, group.verb)
    text = group.texts[0]
    past: Tense = "past" if group.perfect else "present"
    kinds: tuple[tuple[str, Mood, Tense], ...] = (
        ("future", "indicative", "future"),
        ("conditional", "conditional", past),
        ("past", "indicative", "past"),
        ("present", "indicative", past),
        ("participles", "participle", past),
    )
    for name, mood, tense in kinds:
        if text in listed("en", name):
            return mood, tense, None
    modality = table("en", "modals").get(text)
    if modality:
        return "indicative", past, cast("Modality", modality)
    return "infinitive", "past" if group.perfect else None, None


def _alone(sentence: Sentence, verb: Token) -> tuple[Mood, Tense | None, Modality | None]:
    """The same for a verb without auxiliaries."""
    form = verb.feats.get("VerbForm")
    to = any(_plain(child) == "to" for child in sentence.dependents(verb.i, "mark", "aux"))
    mood: Mood = "indicative"
    tense: Tense | None = "past" if verb.feats.get("Tense") == "Past" else "present"
    if _is_past_tense(sentence, verb):
        tense = "past"
    elif form in ("Part", "Ger"):
        mood, tense = "participle", "present" if verb.text.lower().endswith("ing") else "past"
    elif verb.feats.get("Mood") == "Imp":
        mood, tense = "imperative", "present"
    elif form == "Inf" or to:
        mood, tense = "infinitive", None
    return mood, tense, None


def _is_finite(verb: Token) -> bool:
    return verb.feats.get("VerbForm") == "Fin"


def _is_past_tense(sentence: Sentence, verb: Token) -> bool:
    """Whether a form in -ed is a past tense: as tagged, or with a subject of its own and no auxiliary."""
    if verb.feats.get("VerbForm") == "Fin":
        return verb.feats.get("Tense") == "Past"
    if verb.feats.get("VerbForm") != "Part" or verb.text.lower().endswith("ing"):
        return False
    own = any(child.dep == "nsubj" for child in sentence.dependents(verb.i))
    return own and verb.dep not in ("acl", "advcl") and not auxiliaries(sentence, verb.i)


def _between(sentence: Sentence, start: int, verb: Token) -> set[str]:
    """The marks between the first auxiliary and the verb: "is to buy"."""
    return {_plain(mark) for mark in sentence.dependents(verb.i, "mark") if start < mark.i < verb.i}


def _governed(sentence: Sentence, group: _Group, own: VerbPhrase) -> VerbPhrase:
    """An infinitive with what stands over it: "going to", "have to", "used to", "is set to"."""
    over = governor(sentence, group.verb.i, "xcomp", "ccomp", "csubj", "advcl", "acl")
    if over is None:
        return own
    beside = sorted(sentence.dependents(over.i, "cop", "aux", "aux:pass"), key=lambda token: token.i)
    above = phrase(sentence, over.i) if over.upos in VERBAL else None
    found = _over(over, beside, above)
    if found is None:
        return own
    name, tense, modality = found
    return own._replace(
        tense="past" if modality and own.tense == "past" else tense,
        mood=above.mood if above and modality in ("possibility", "necessity") else "indicative",
        aspect="habitual" if name == "used to" else own.aspect,
        modality=modality,
        form=name,
        auxiliaries=tuple(sorted({*(word.i for word in (*beside, over)), *own.auxiliaries})),
        reason=f"{own.reason}, under {name}",
    )


def _over(
    over: Token, beside: list[Token], above: VerbPhrase | None
) -> tuple[str, Tense | None, Modality | None] | None:
    """Name, tense and modality that the word over "to" and an infinitive gives it; None for a verb of its own."""
    text, lemma = _plain(over), over.lemma.lower()
    when = _tense_of(beside)
    if text in listed("en", "going") and beside:
        return "going to", _later(when), None
    if text in listed("en", "habitual") and not any(_plain(word) in _BE for word in beside):
        return "used to", "past", None
    tense = above.tense if above else when
    modality = table("en", "after_be").get(text) if beside else None
    if modality is None and over.upos in VERBAL:
        modality = "schedule" if lemma in listed("en", "be") else table("en", "governors").get(lemma)
    if modality is None:
        return None
    later = modality == "schedule"
    return f"{text} to", _later(tense) if later else tense, cast("Modality", modality)


def _later(tense: Tense | None) -> Tense:
    return "future in the past" if tense == "past" else "future"


def _tense_of(words: list[Token]) -> Tense:
    first = _plain(words[0]) if words else ""
    return "past" if first in listed("en", "past") else "future" if first in listed("en", "future") else "present"


def _name(group: _Group, mood: Mood, tense: Tense | None, modality: Modality | None) -> str:
    """Name of the form, as grammars have it."""
    kind = {"conditional": "would", "infinitive": "infinitive", "participle": "participle"}.get(mood)
    modal = group.texts[0] if modality and group.texts else None
    carried = "past" if group.texts[:1] and group.texts[0] in listed("en", "past") else "present"
    time = carried if group.perfect and tense == "past" else tense or ""
    parts = [modal or kind or time, "" if group.aspect == "simple" else group.aspect]
    return " ".join(part for part in parts if part) or mood


def _is_past(sentence: Sentence, i: int) -> bool:
    group = _group(sentence, sentence.tokens[i])
    mood, tense, _ = _finite(sentence, group)
    return tense == "past" and mood in ("indicative", "participle", "infinitive")
