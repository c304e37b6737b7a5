"""What Russian forms can be, by the OpenCorpora dictionary: gender, number and case of every reading."""

from functools import lru_cache

from pymorphy3 import MorphAnalyzer

CACHE = 1 << 15
"""Forms whose readings are remembered."""
NOUNS = frozenset({"NOUN", "NPRO"})
ADJECTIVES = frozenset({"ADJF", "PRTF"})
Value = tuple[str, str, str]
"""Gender (of a singular), number, case; empty where a form has none."""
_CASES = {"gen2": "gent", "acc2": "accs", "loc2": "loct", "gen1": "gent", "loc1": "loct", "voct": "nomn"}
_NO_CASE = frozenset({"Fixd", "Abbr"})
_VERBAL = frozenset({"VERB", "PRTS", "ADJS"})


@lru_cache(maxsize=CACHE)
def values(word: str, parts: frozenset[str]) -> frozenset[Value]:
    """What a form can be as one of the parts of speech; empty where it can be anything else, or is unknown."""
    found: set[Value] = set()
    for reading in _analyzer().parse(word.lower()):
        tag = reading.tag
        if not reading.is_known or tag.POS not in parts | NOUNS | ADJECTIVES or _NO_CASE & tag.grammemes:
            return frozenset()
        if tag.POS in parts:
            either = tag.number == "plur" or {"GNdr", "ms-f", "Ms-f"} & tag.grammemes
            found.add(("" if either else tag.gender or "", tag.number or "", _CASES.get(tag.case, tag.case) or ""))
    return frozenset(found)


@lru_cache(maxsize=CACHE)
def verbs(word: str) -> frozenset[tuple[str, str]]:
    """Gender and number of a third person, a past form or a short participle; empty where it can be none."""
    tags = [reading.tag for reading in _analyzer().parse(word.lower()) if reading.is_known]
    return frozenset(
        (tag.gender or "", tag.number or "")
        for tag in tags
        if tag.POS in _VERBAL and tag.mood != "impr" and tag.person in (None, "3per")
    )


@lru_cache(maxsize=1)
def _analyzer() -> MorphAnalyzer:
    return MorphAnalyzer()
