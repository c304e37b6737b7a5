"""Made-up pages to look for copies among: any number, each a function of the seed and its number.

Words are invented, frequent as 1/k in each of three alphabets' vocabularies of 20,000; sentences share stock phrases,
outlets have their menus and notices, and some reports quote one statement. Two fifths are planted from an earlier
original, older ones more often.
"""

import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from foedus.model.document import Document, make_document

KINDS = ("original", "copy", "marked", "spun", "cut", "wrapped")
"""Copies with few words changed; exact ones with case, marks and line breaks changed; such with a word in twelve
replaced; cut off behind a quarter or more; at least sixty words of it inside a report of its own."""

SHARES = (0.6, 0.14, 0.06, 0.04, 0.08, 0.08)
OUTLETS = 500
VOCABULARY = 20_000
_SYLLABLES = {
    "en": "ba be ca den er for gan ha in jo ka lor mi nes ov pra ri sta to ul ven wa yer".split(),
    "fr": "bé ça dé er fî gué ha jou lè mi né où pré rê soi té ul vœ zo".split(),
    "ru": "ба ве го дём жи зна ий ку лё ми но пе ры сто ту фа хо це чу шё щи эта ю".split(),
}
_FREQUENT = {
    "en": "the of to and in a for on that with is by as at from was has it were its".split(),
    "fr": "de la le les et des en un une du que pour dans est sur par au qui a pas".split(),
    "ru": "в и на что с по не из для к за от о он это как его был во же".split(),
}
_QUOTES = {"en": "“{}”", "fr": "« {} »", "ru": "«{}»"}
_NOTICE = {
    "en": "We use cookies to improve this site; by reading on you accept them and our terms of use.",
    "fr": "Nous utilisons des cookies pour améliorer ce site ; en poursuivant vous acceptez nos conditions.",
    "ru": "Мы используем файлы cookie, чтобы улучшить сайт; продолжая чтение, вы принимаете наши условия.",
}
_BEGIN = datetime(2024, 1, 1)  # noqa: DTZ001 - pages give their moments without a zone
_Sentence = list[str]
_Chance = np.random.Generator


class Plan(NamedTuple):
    """For each page its kind (place in KINDS) and the original it comes from, itself for an original."""

    seed: int
    kinds: NDArray[np.int64]
    roots: NDArray[np.int64]


def plan(count: int, seed: int) -> Plan:
    """What each of so many pages is to be; the first pages of a longer plan are not those of a shorter one."""
    chance = np.random.default_rng(seed)
    kinds = chance.choice(len(KINDS), count, p=SHARES)
    kinds[:20] = 0
    numbers = np.arange(count)
    earlier = (numbers * chance.random(count) ** 2).astype(np.int64)
    originals = np.maximum.accumulate(np.where(kinds == 0, numbers, 0))
    return Plan(seed, kinds, np.where(kinds == 0, numbers, originals[earlier]))


def document(planned: Plan, number: int) -> Document:
    """One page of the plan."""
    kind, root = KINDS[planned.kinds[number]], int(planned.roots[number])
    lang = ("en", "fr", "ru")[root % 3]
    chance = np.random.default_rng([planned.seed, number])
    sentences = list(_report(planned.seed, root, len(planned.kinds)))
    told = _TELL[kind](sentences, lang, chance)
    outlet = int(chance.integers(OUTLETS))
    menu = _menu(lang, outlet)
    more = " ".join(_words(lang, chance, 9))
    title = " ".join(_words(lang, chance, 8)).capitalize()
    return make_document(
        f"{menu}\n\n{told}\n\n{more}\n{_NOTICE[lang]} {outlet}",
        lang=lang,
        title=title,
        published=(_BEGIN + timedelta(seconds=60 * number)).isoformat(),
        outlet=f"Outlet {outlet}",
    )


@lru_cache(3 * OUTLETS)
def _menu(lang: str, outlet: int) -> str:
    chance = np.random.default_rng([1, outlet])
    return "\n".join(" ".join(_words(lang, chance, 3)) for _ in range(6))


@lru_cache(4000)
def _report(seed: int, number: int, count: int) -> tuple[_Sentence, ...]:
    """The sentences of an original, about 300 words, most of 60 to 700."""
    lang = ("en", "fr", "ru")[number % 3]
    chance = np.random.default_rng([seed, number, 2])
    wanted = int(np.clip(chance.lognormal(5.6, 0.5), 60, 1500))
    sentences: list[_Sentence] = []
    while wanted > 0:
        sentences.append(_sentence(lang, chance))
        wanted -= len(sentences[-1])
    if chance.random() < 0.05:
        statement = np.random.default_rng([seed, 3, int(chance.integers(1 + count // 200)), number % 3])
        said = _QUOTES[lang].format(" ".join(_words(lang, statement, 40)))
        sentences.insert(1, said.split(" "))
    return tuple(sentences)


def _sentence(lang: str, chance: _Chance) -> _Sentence:
    words = _words(lang, chance, int(chance.integers(8, 31)))
    if chance.random() < 0.1:
        stock = np.random.default_rng([5, int(200 ** chance.random())])
        words = [*_words(lang, stock, 8), *words]
    if chance.random() < 0.1:
        words = _QUOTES[lang].format(" ".join(words)).split(" ")
    words[0] = words[0].capitalize()
    words[-1] += "."
    return words


def _words(lang: str, chance: _Chance, count: int) -> list[str]:
    known = _vocabulary(lang)
    return [known[place] for place in (VOCABULARY ** chance.random(count)).astype(int).tolist()]


@lru_cache
def _vocabulary(lang: str) -> list[str]:
    chance = np.random.default_rng(len(_SYLLABLES[lang]))
    syllables, words = _SYLLABLES[lang], dict[str, None]()
    while len(words) <= VOCABULARY:
        drawn = chance.integers(len(syllables), size=(VOCABULARY, 4)).tolist()
        lengths = chance.integers(1, 5, size=VOCABULARY).tolist()
        words |= dict.fromkeys(
            "".join(syllables[place] for place in some[:length]) for some, length in zip(drawn, lengths, strict=True)
        )
    return [*_FREQUENT[lang], *sorted(words, key=len)]


def _whole(sentences: list[_Sentence], lang: str, chance: _Chance) -> str:
    """Paragraphs of four sentences."""
    del lang, chance
    parts = (sentences[start : start + 4] for start in range(0, len(sentences), 4))
    return "\n\n".join(" ".join(word for sentence in part for word in sentence) for part in parts)


def _replaced(share: float, sentences: list[_Sentence], lang: str, chance: _Chance) -> list[_Sentence]:
    found = []
    for sentence in sentences:
        new = iter(_words(lang, chance, len(sentence)))
        drawn = chance.random(len(sentence)) < share
        found.append([next(new) if other else word for word, other in zip(sentence, drawn.tolist(), strict=True)])
    return found


def _copy(sentences: list[_Sentence], lang: str, chance: _Chance) -> str:
    kept = sentences[:-1] if len(sentences) > 4 and chance.random() < 0.3 else sentences
    changed = _replaced(float(chance.uniform(0.0, 0.04)), kept, lang, chance)
    more = [_sentence(lang, chance)] if chance.random() < 0.3 else []
    return _whole([*changed, *more], lang, chance)


def _marked(sentences: list[_Sentence], lang: str, chance: _Chance) -> str:
    text = _whole(sentences, lang, chance)
    for mark in "“”«»":
        text = text.replace(mark, '"')
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return bare.upper() if chance.random() < 0.2 else bare.replace("œ", "oe")


def _spun(sentences: list[_Sentence], lang: str, chance: _Chance) -> str:
    return _whole(_replaced(1 / 12, sentences, lang, chance), lang, chance)


def _cut(sentences: list[_Sentence], lang: str, chance: _Chance) -> str:
    del lang
    wanted = max(40, chance.uniform(0.25, 0.6) * sum(map(len, sentences)))
    kept: list[str] = []
    for sentence in sentences:
        kept += sentence if len(kept) < wanted else []
    return " ".join(kept[: int(wanted)]) + " …"


def _wrapped(sentences: list[_Sentence], lang: str, chance: _Chance) -> str:
    first = int(chance.integers(max(1, len(sentences) // 3)))
    wanted = max(60, chance.uniform(0.4, 1.0) * sum(map(len, sentences)))
    inner: list[_Sentence] = []
    for sentence in sentences[first:]:
        inner += [sentence] if sum(map(len, inner)) < wanted else []
    around = [_sentence(lang, chance) for _ in range(int(chance.integers(2, 2 + 2 * len(sentences))))]
    half = int(chance.integers(len(around)))
    return _whole([*around[:half], *inner, *around[half:]], lang, chance)


_TELL: dict[str, Callable[[list[_Sentence], str, _Chance], str]] = {
    "original": _whole,
    "copy": _copy,
    "marked": _marked,
    "spun": _spun,
    "cut": _cut,
    "wrapped": _wrapped,
}
