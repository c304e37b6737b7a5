"""Sentences of the treebanks said with the field's verbs, so that the tagger has met "achète", "livre", "buys".

The treebanks hold few of these words, and several are more often nouns there. A transitive verb gives way to one of the
list in the same form; everything else of the tree stays.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from training.parser.paradigms import english_plural, french_stems
from training.parser.treebank import Word

FOLDER = Path(__file__).parent
SHARE = 0.3
LANGUAGES = frozenset({"fr", "en"})
Forms = Mapping[str, str]


def with_field_verbs(words: list[Word], lang: str, rng: random.Random) -> list[Word]:
    """The words with at most two transitive verbs replaced; a verb in a form that the list lacks stays."""
    if lang not in LANGUAGES or rng.random() > SHARE:
        return words
    places = [i for i, word in enumerate(words) if word.upos == "VERB" and _transitive(words, i)]
    for i in rng.sample(places, min(2, len(places))):
        verb = rng.choice(verbs(lang))
        form = verb.get(_slot(words[i], lang))
        if form:
            title = words[i].form[:1].isupper()
            words = [*words[:i], replace(words[i], form=form.capitalize() if title else form), *words[i + 1 :]]
    return words


def _transitive(words: list[Word], i: int) -> bool:
    below = [word for k, word in enumerate(words) if word.head == i and k != i]
    labels = {word.dep for word in below}
    takes = bool(labels & {"obj", "nsubj:pass", "obl:agent"}) or words[i].dep == "acl"
    return takes and not labels & {"expl", "xcomp", "ccomp", "compound"}


def _slot(word: Word, lang: str) -> str:
    """The name of the form, as the tables below give it."""
    feats = dict(pair.split("=", 1) for pair in word.feats.split("|") if "=" in pair)
    shape = feats.get("VerbForm")
    if shape == "Inf":
        return "inf"
    if shape == "Ger" or (shape == "Part" and feats.get("Tense") == "Pres"):
        return "ing"
    if shape == "Part":
        return "part" if lang == "en" else f"part{feats.get('Gender', 'Masc')}{feats.get('Number', 'Sing')}"
    number = "Sing" if feats.get("Number") == "Sing" else "Plur"
    return _english_finite(feats, number) if lang == "en" else _french_finite(feats, number)


def _english_finite(feats: Forms, number: str) -> str:
    if feats.get("Tense") == "Past":
        return "past"
    return f"pres{number}" if feats.get("Person", "3") == "3" else "inf"


def _french_finite(feats: Forms, number: str) -> str:
    return f"{feats.get('Mood', '')}{feats.get('Tense', '')}{number}" if feats.get("Person") == "3" else ""


@cache
def verbs(lang: str) -> list[Forms]:
    """Forms of each listed verb, by slot, from field_verbs_LANG.tsv: infinitive, then irregular principal parts."""
    make: Callable[[list[str]], Forms] = {"fr": _french, "en": _english}[lang]
    lines = (FOLDER / f"field_verbs_{lang}.tsv").read_text(encoding="utf-8").splitlines()
    return [make(line.split("\t")) for line in lines if line and not line.startswith("#")]


def _french(parts: list[str]) -> Forms:
    """infinitive [, present 3sg, present 3pl, participle, future stem, imperfect stem]."""
    infinitive = parts[0]
    if len(parts) > 1:
        singular, plural, participle, future, imperfect = parts[1:6]
    else:
        singular, plural, participle, future, imperfect = french_stems(infinitive)
    masculine_plural = participle if participle.endswith("s") else participle + "s"
    return {
        "inf": infinitive,
        "IndPresSing": singular,
        "IndPresPlur": plural,
        "IndFutSing": future + "a",
        "IndFutPlur": future + "ont",
        "CndPresSing": future + "ait",
        "CndPresPlur": future + "aient",
        "IndImpSing": imperfect + "ait",
        "IndImpPlur": imperfect + "aient",
        "partMascSing": participle,
        "partFemSing": participle + "e",
        "partMascPlur": masculine_plural,
        "partFemPlur": participle + "es",
        "ing": imperfect + "ant",
    }


def _english(parts: list[str]) -> Forms:
    """infinitive [, past, participle]."""
    base = parts[0]
    regular = base + ("d" if base.endswith("e") else "ed")
    if base.endswith("y") and base[-2] not in "aeiou":
        regular = base[:-1] + "ied"
    past, participle = (parts[1], parts[2]) if len(parts) > 2 else (regular, regular)
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    return {
        "inf": base,
        "presPlur": base,
        "presSing": english_plural(base),
        "past": past,
        "part": participle,
        "ing": (parts[3] if len(parts) > 3 else stem + "ing"),
    }
