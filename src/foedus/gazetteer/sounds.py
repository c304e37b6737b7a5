"""A name as it sounds: letters of either script and of several press usages brought to one alphabet of sounds."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from foedus.gazetteer.source import folder, read_yaml

VOWELS = frozenset("aeiou")
_DOUBLE = re.compile(r"([^\W\d])\1+")
_NO_SOUND = re.compile(r"[^A-Za-z0-9]")
_CYRILLIC = re.compile("[а-яёіїєґ]")
_NEVER = 9.0
USAGES = ("en", "fr", "de")


@cache
def tables() -> dict[str, Any]:
    found: dict[str, Any] = read_yaml(folder() / "forms" / "romanisation.yaml")
    return found


class Alphabet:
    """Reads letters of one script and usage as sounds. Load once."""

    def __init__(self, table: dict[str, str]) -> None:
        self._sounds = table
        groups = sorted((key for key in table if len(key) > 1), key=len, reverse=True)
        self._groups = re.compile("|".join(map(re.escape, groups)))
        self._single = {ord(key): value for key, value in table.items() if len(key) == 1}

    def read(self, plain: str) -> str:
        """The sounds of a plain name; figures stay, everything else goes, a doubled letter counts once."""
        parts: list[str] = []
        at = 0
        for match in self._groups.finditer(plain):
            parts += _DOUBLE.sub(r"\1", plain[at : match.start()]).translate(self._single), self._sounds[match[0]]
            at = match.end()
        parts.append(_DOUBLE.sub(r"\1", plain[at:]).translate(self._single))
        return _NO_SOUND.sub("", "".join(parts))


@cache
def _alphabets() -> dict[str, Alphabet]:
    latin = tables()["latin"]
    made = {usage: Alphabet({**latin["any"], **latin[usage]}) for usage in USAGES}
    return made | {"ru": Alphabet(tables()["cyrillic"]), "any": Alphabet(latin["any"])}


@cache
def _accents() -> dict[int, str]:
    """Latin letters with marks as plain ones."""
    marked = (chr(point) for point in range(0xC0, 0x250))
    return {ord(one): unicodedata.normalize("NFKD", one)[0] for one in marked} | {ord("ı"): "i", ord("ł"): "l"}


def plain(name: str) -> str:
    """Small letters without marks."""
    return name.lower().translate(_accents())


def is_cyrillic(plain_name: str) -> bool:
    return bool(_CYRILLIC.search(plain_name))


def usages(plain_name: str, lang: str) -> list[str]:
    """Which tables may read a plain name, the likeliest first; a usage without letters of its own there is left out."""
    if is_cyrillic(plain_name):
        return ["ru"]
    first = (lang, *(usage for usage in USAGES if usage != lang)) if lang in USAGES else USAGES
    found = [usage for usage in first if _own(usage).search(plain_name)]
    return found if len(found) == len(USAGES) else [*found, "any"]


@cache
def _own(usage: str) -> re.Pattern[str]:
    """What a usage reads in a way of its own."""
    return re.compile("|".join(map(re.escape, tables()["latin"][usage])))


def sounds(plain_name: str, usage: str) -> str:
    """The sounds of a plain name as a usage has them."""
    return _alphabets()[usage].read(plain_name)


@cache
def _classes() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys(map(ord, "aeiouh"))
    for group in tables()["classes"]:
        table |= {ord(sound): group[0] for sound in group}
    return table


def skeleton(heard: str) -> str:
    """The consonants by class, none twice in a row; what all spellings of a name share."""
    return _DOUBLE.sub(r"\1", heard.translate(_classes()))


@cache
def _cost(one: str, other: str) -> float:
    """What it costs to take a sound for another."""
    if one == other:
        return 0.0
    if one.isdigit() or other.isdigit():
        return _NEVER
    if one in VOWELS and other in VOWELS:
        return 0.25
    if {one, other} <= set("hkg") or {one, other} <= set("ZSCJ"):
        return 0.25
    return 0.4 if _classes().get(ord(one), one) == _classes().get(ord(other), other) else 1.0


@cache
def weight(sound: str) -> float:
    """What a sound counts: vowels and h are written or left out more freely, figures never."""
    if sound.isdigit():
        return _NEVER
    return 0.35 if sound in VOWELS or sound == "h" else 1.0


@lru_cache(maxsize=100_000)
def _mass(heard: str) -> float:
    return sum(1.0 if sound.isdigit() else weight(sound) for sound in heard)


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """How alike two rows of sounds are, 1 for equal, from the cheapest way to make one of the other.

    Below `least` the figure is no more than a bound: work stops where it is sure not to be reached.
    """
    if one == other:
        return 1.0
    mass, other_mass = _mass(one), _mass(other)
    whole = max(mass, other_mass, 1.0)
    allowed = (1.0 - least) * whole
    if abs(mass - other_mass) > allowed:
        return 0.0
    begin, most = 0, min(len(one), len(other))
    while begin < most and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < most - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    return 1.0 - _distance(one[begin : len(one) - end], other[begin : len(other) - end], allowed) / whole


def _distance(one: str, other: str, allowed: float) -> float:
    if len(one) == 1 == len(other):
        return min(_cost(one, other), weight(one) + weight(other))
    before = [0.0]
    for sound in other:
        before.append(before[-1] + weight(sound))
    for heard in one:
        own = weight(heard)
        left = before[0] + own
        row = [left]
        for at, sound in enumerate(other):
            left = min(before[at] + _cost(heard, sound), before[at + 1] + own, left + weight(sound))
            row.append(left)
        before = row
        if min(row) > allowed:
            return min(row)
    return before[-1]
