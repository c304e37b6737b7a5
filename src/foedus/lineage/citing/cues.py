"""The words by which texts name the outlets that they have something from: `data/lineage/citing.yaml`, compiled."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from foedus.knowledge.yaml_file import YamlFile
from foedus.lineage.grading.naming import folded
from foedus.model.errors import DataError

FILE = "citing.yaml"

Place = Literal["statement", "telling", "line", "dateline", "notice"]
PLACES: tuple[Place, ...] = ("statement", "telling", "line", "dateline", "notice")

_SLOT = re.compile(r"\{outlet([!+?]?)\}")
_BLANK = r"[^\S\n]"
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽА-ЯЁІЇЄҐ"
_FIRST = rf"[{_UPPER}][\w’'&+]*(?:[-.][\w&]+)*"
_NEXT = rf"[{_UPPER}\d][\w’'&+]*(?:[-.][\w&]+)*"
_JOINER = r"(?:of|the|and|de|du|des|la|le|les|et|en|und|der|i|&)"
_NAME = (
    rf"(?:[«\"“„][^\S\n]?(?P<quoted>[{_UPPER}][^«»\"“”„\n.!?]{{1,50}}?)[^\S\n]?[»\"”“]"
    rf"|(?P<address>(?:https?://)?(?:[a-z\d-]+\.)+[a-z]{{2,}}(?:/[^\s)\]»”\"]*)?)"
    rf"|(?P<bare>{_FIRST}(?:{_BLANK}(?:{_JOINER}{_BLANK}{_FIRST}|{_NEXT})){{0,5}}))"
)
"""A name in quotation marks, an address, or words with a capital."""


class Cues(Struct, frozen=True):
    """What is looked for in texts of one language, and in all.

    `noun` matches what stands before a name, `voice` words that name an outlet and nothing else.
    """

    patterns: Mapping[Place, tuple[re.Pattern[str], ...]]
    noun: re.Pattern[str]
    voice: re.Pattern[str]


class _Lead(NamedTuple):
    """What may stand before a name: articles, and a noun with its adjectives."""

    articles: str
    noun: str


class Words(Struct, frozen=True):
    """What is the same for all languages: words and endings (folded) of outlets' names, and words never in them."""

    names: frozenset[str]
    endings: tuple[str, ...]
    never: frozenset[str]
    pictures: re.Pattern[str]


@cache
def load_cues(lang: str) -> Cues:
    """The cues of a language with those of all; these alone where the file does not have the language.

    Raises DataError with file, place and remedy where a cue cannot be used.
    """
    content = _content()
    own, every = _section(content, lang), _section(content, "any")
    nouns = "|".join(_spaced(one) for one in sorted(_list(own, "nouns", lang), key=len, reverse=True)) or "(?!)"
    articles = "|".join(_article(one) for one in _list(own, "articles", lang)) or "(?!)"
    apart = "|".join(_spaced(one) for one in _list(own, "apart", lang)) or "(?!)"
    between = rf"(?!(?:{apart}){_BLANK})[^\W\d_{_UPPER}][\w'’-]*{_BLANK}"
    noun = rf"(?P<noun>(?:[\w'’-]+{_BLANK}){{0,3}}?(?i:{nouns})\b{_BLANK}(?:{between}){{0,2}})"
    lead = _Lead(rf"(?:(?i:{articles}))?", noun)
    patterns: dict[Place, tuple[re.Pattern[str], ...]] = {
        place: tuple(
            _compiled(cue, lead, place, f"{FILE}: {name}, {place}")
            for name, section in ((lang, own), ("any", every))
            for cue in _list(section, place, name)
        )
        for place in PLACES
    }
    before = re.compile(rf"(?i:\b(?:{nouns})){_BLANK}(?:{between})?$")
    return Cues(patterns, before, re.compile(f"{lead.articles}{lead.noun}?{_NAME}"))


@cache
def load_words() -> Words:
    """The words for all languages."""
    content = _content()
    names, never = _list(content, "names", "names"), _list(content, "never", "never")
    return Words(
        frozenset(_folded(one for one in names if one[0] != "*")),
        tuple(_folded(one for one in names if one[0] == "*")),
        frozenset(_folded(never)),
        re.compile(str(content.get("pictures", "(?!)")), re.I),
    )


def _folded(given: Iterable[str]) -> list[str]:
    return [word for one in given for word in folded(one).split()]


def _compiled(cue: str, lead: _Lead, place: Place, where: str) -> re.Pattern[str]:
    """The cue with its slot filled in. Groups: `quoted`, `address`, `bare`; `noun`; `any` or `known` for its sort."""
    if len(_SLOT.findall(cue)) != 1:
        raise DataError(f"{where}: {cue!r} must hold {{outlet}} once: put it where the outlet's name stands")
    before, how, after = _SLOT.split(cue)
    slot = {"!": "(?P<any>)", "?": "(?P<known>)"}.get(how, "")
    if how == "+":
        slot += lead.articles + rf"(?:{lead.noun}|(?=[«\"“„]))"
    elif before and place != "dateline":
        slot += lead.articles + rf"{lead.noun}?"
    slot += _NAME
    said = (f"(?i:{_spaced(part)})" if part else "" for part in (before, after))
    start = rf"(?=[{_UPPER}(/])" if place == "dateline" else r"(?<!\w)" if not before or cue[0].isalpha() else ""
    try:
        return re.compile(start + slot.join(said), re.M)
    except re.error as error:
        raise DataError(f"{where}: {cue!r} is no regular expression: {error}") from error


def _article(words: str) -> str:
    return _spaced(words) + ("" if words[-1] in "]'’" else _BLANK)


def _spaced(cue: str) -> str:
    return cue.replace(" ", _BLANK)


def _content() -> dict[str, Any]:
    content = YamlFile(files("foedus") / "data" / "lineage" / FILE, FILE).data
    if not isinstance(content, dict):
        raise DataError(f"{FILE}: is no mapping: write `en: {{statement: […]}}` or the like")
    return content


def _section(content: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = content.get(name, {})
    if not isinstance(found, dict):
        raise DataError(f"{FILE}: {name}: is no mapping of lists")
    return found


def _list(section: Mapping[str, Any], key: str, where: str) -> list[str]:
    found = section.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise DataError(f"{FILE}: {where}: {key} must be a list of words; put true, no and the like in quotation marks")
    return found
