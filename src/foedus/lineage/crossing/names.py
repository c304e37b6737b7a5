"""Names that the gazetteer does not know, by how they sound: «Чемезов», Tchemezov and Chemezov are one name.

The consonants by class are kept, the first few of them: what case endings and press usages change stands behind them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from foedus.gazetteer.capitals import begins_sentence
from foedus.gazetteer.names.shapes import LOWER, UPPER
from foedus.gazetteer.sounds import is_cyrillic, plain, skeleton, sounds, usages
from foedus.lineage.crossing.fact import Fact

_NAME = re.compile(rf"(?<![\w'’.-])(?:[dlDL]['’])?([{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)(?!\w)")
_TYPE = re.compile(rf"(?<![\w/.-])(?=[\w-]*\d)(?=[\w-]*[{UPPER}])[{UPPER}\d][\w]*(?:[-/][\w]+)*")
_ENDING = re.compile(r"(?:ыми|ими|ами|ями|ого|его|ому|ему|ом|ем|ым|им|ах|ях)$")
"""Case endings with a consonant; the others leave none behind."""
_LONGEST = 4
"""Consonants kept."""
_LEAST = 2
_LATIN = str.maketrans("АВСЕНКМОРТХУГДЗИЛПФЦЧШЭЮЯБЖ", "ABCEHKMOPTXYGDZILPFCCSEUABZ")
"""Cyrillic capitals of a type as Latin readers write them, those that look alike as they look."""
_SOUND_ALIKE = str.maketrans("VWQH", "BVKX")


def names(text: str, start: int, end: int, lang: str) -> Iterator[Fact]:
    """Words with a capital inside sentences of text[start:end], and those that stand so elsewhere in it."""
    found = [(match, match.start(1)) for match in _NAME.finditer(text, start, end)]
    sure = {match[1] for match, at in found if not begins_sentence(text, at)}
    for match, at in found:
        if match[1] in sure and (key := heard(match[1], lang)):
            yield Fact(at, match.end(1), "name", key)


def types(text: str, start: int, end: int) -> Iterator[Fact]:
    """Words of capitals and figures: types of weapons, hulls, units."""
    for match in _TYPE.finditer(text, start, end):
        written = match[0].upper().translate(_LATIN).translate(_SOUND_ALIKE)
        key = re.sub(r"[^A-Z0-9]", "", written)
        if any(mark.isalpha() for mark in key) and any(mark.isdigit() for mark in key):
            yield Fact(match.start(), match.end(), "type", key)


@lru_cache(1 << 16)
def heard(name: str, lang: str) -> str | None:
    """The key of a name of one word; None where it is too short to tell anything."""
    low = plain(name)
    if is_cyrillic(low):
        bones = skeleton(sounds(low, "ru"))
        bare = skeleton(sounds(_ENDING.sub("", low), "ru"))
        bones = bare if len(bare) > _LEAST else bones
    else:
        bones = skeleton(sounds(low, usages(low, lang)[0]))
    return bones[:_LONGEST] if len(bones) >= _LEAST else None
