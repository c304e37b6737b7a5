"""Regular inflection, to turn lists of lemmas into (form, lemma) pairs that the lemma rules are learnt from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_FR_E = "e es ent".split()  # endings without sound
_FR_OPEN = "ons ez ais ait ions iez aient ai as a âmes âtes èrent asse asses ât assions assiez assent ant".split()
_FR_PARTICIPLE = "é és ée ées".split()
_FR_FUTURE = "ai as a ons ez ont ais ait ions iez aient".split()
_FR_SECOND = (
    "is it issons issez issent issais issait issions issiez issaient irai iras ira irons irez iront irais irait "
    "irions iriez iraient irent îmes îtes isse isses ît issant i ie ies"
).split()


_FR_NOT_SECOND = tuple(
    "oir courir mourir cueillir faillir bouillir vêtir fuir dormir servir mentir sentir partir sortir repentir".split()
)


def french_verb(infinitive: str) -> Iterator[str]:
    """Forms of a verb in -er (with its changes of spelling), like finir, or of a row of third_group_fr.tsv."""
    row = next((row for row in _third_group() if infinitive.endswith(row[0])), None)
    if infinitive.endswith("er") and len(infinitive) > 3:
        yield from _first_group(infinitive[:-2])
    elif row:
        yield from (infinitive.removesuffix(row[0]) + form for form in _third(*row[1:]))
    elif infinitive.endswith("ir") and not infinitive.endswith(_FR_NOT_SECOND):
        yield from (infinitive[:-2] + ending for ending in _FR_SECOND)


@cache
def _third_group() -> list[list[str]]:
    lines = Path(__file__).with_name("third_group_fr.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _third(first: str, third: str, we: str, they: str, past: str, participle: str, future: str) -> Iterator[str]:  # noqa: PLR0917
    yield from (first, third, first.removesuffix("s") + "s", they + "e", they + "es", they + "ent")
    soft = we[:-1] + "ç" if we.endswith("c") else we
    yield from (soft + ending for ending in "ons ais ait aient ant".split())
    yield from (we + ending for ending in "ez ions iez".split())
    circumflex = past[:-1] + {"i": "î", "u": "û", "n": "n"}[past[-1]]
    circumflex = circumflex[:-2] + "în" if past.endswith("in") else circumflex
    yield from (past + ending for ending in "s t rent sse sses ssions ssiez ssent".split())
    yield from (circumflex + ending for ending in "mes tes t".split())
    yield from (participle + ending for ending in ("", "e", "es", "" if participle.endswith("s") else "s"))
    yield from (future + ending for ending in _FR_FUTURE)


def _first_group(stem: str) -> Iterator[str]:
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    for ending in _FR_OPEN:
        yield (soft if ending[0] in "aoâ" else stem) + ending
    yield from (stem + ending for ending in _FR_PARTICIPLE)
    for mute in _mute_stems(stem):
        yield from (mute + ending for ending in _FR_E)
        yield from (mute + "er" + ending for ending in _FR_FUTURE)
    if "é" in stem:
        yield from (stem + "er" + ending for ending in _FR_FUTURE)


def _mute_stems(stem: str) -> list[str]:
    """What the stem becomes before a mute e: appelle, achète, cède, emploie."""
    if stem.endswith(("oy", "uy")):
        return [stem[:-1] + "i"]
    if stem.endswith("ay"):
        return [stem[:-1] + "i", stem]
    head, tail = _last_vowel(stem)
    if tail and stem[head] == "é":
        return [stem[:head] + "è" + tail]
    if tail and stem[head] == "e" and len(tail) == 1:
        return [stem + tail, stem[:head] + "è" + tail] if tail in "lt" else [stem[:head] + "è" + tail]
    if tail and stem[head] == "e" and tail in {"vr"}:
        return [stem[:head] + "è" + tail]
    return [stem]


def _last_vowel(stem: str) -> tuple[int, str]:
    at = max((i for i, letter in enumerate(stem) if letter in "aeiouyéèêâîôûëï"), default=-1)
    return at, stem[at + 1 :] if at >= 0 else ""


def french_stems(infinitive: str) -> tuple[str, str, str, str, str]:
    """Present 3sg and 3pl, participle, stems of future and imperfect, of a regular verb in -er or -ir."""
    stem = infinitive[:-2]
    if infinitive.endswith("ir"):
        return f"{stem}it", f"{stem}issent", f"{stem}i", infinitive, f"{stem}iss"
    mute = _mute_stems(stem)[-1]
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    future = (stem if "é" in stem else mute) + "er"
    return f"{mute}e", f"{mute}ent", f"{stem}é", future, soft


def french_plural(noun: str) -> str | None:
    """The regular plural of a noun or adjective; None for one that does not change."""
    if noun[-1] in "sxz":
        return None
    if noun.endswith(("eau", "eu")):
        return noun + "x"
    return noun[:-2] + "aux" if noun.endswith("al") else noun + "s"


def english_verb(verb: str) -> Iterator[str]:
    """Regular -s, -ed and -ing forms."""
    yield english_plural(verb)
    if verb.endswith("e"):
        yield verb + "d"
        yield (verb if verb.endswith(("ee", "oe", "ye")) else verb[:-1]) + "ing"
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        yield from (verb[:-1] + "ied", verb + "ing")
    else:
        doubles = verb[-1:] in "bdglmnprt" and verb[-2:-1] in "aeiou" and verb[-3:-2] not in "aeiou"
        if not doubles or len(re.findall("[aeiou]+", verb)) > 1:  # "stagged" is the only past of stag
            yield from (verb + "ed", verb + "ing")
        if doubles:
            yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")


def english_plural(noun: str) -> str:
    """The regular plural of a noun, or third person of a verb."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
