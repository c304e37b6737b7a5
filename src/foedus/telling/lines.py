"""Lines that the rooms below make in English, as the page says them: by the patterns of `data/told_*.yaml`."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec
import yaml
from msgspec import Struct

from foedus.model.errors import DataError

FILES = ("told_lines.yaml", "told_reasons.yaml")
_PLACE = re.compile(r"\{(\w+)\}")


class Line(Struct, frozen=True, forbid_unknown_fields=True):
    """What a room says, with places in braces, and what is said of it on the page in each language.

    `en` is given where the room speaks to the command line. A wording may leave places out.
    """

    line: str
    fr: str
    en: str | None = None

    def wording(self, lang: str) -> str | None:
        """In a language of the page; None where the line may stand as it is."""
        return self.en if lang == "en" else self.fr


class Said(NamedTuple):
    """A line, and the language in which it is said."""

    text: str
    lang: str


def say(line: str, lang: str) -> Said:
    """The line in a language of the page; in English where no pattern knows it."""
    for pattern, one in _patterns():
        found = pattern.fullmatch(line)
        if found:
            return Said(_filled(one.wording(lang) or line, found.groupdict()), lang)
    return Said(line, "en")


@cache
def load_lines() -> tuple[Line, ...]:
    """The shipped files, one behind the other; DataError names what is wrong with one."""
    found: list[Line] = []
    for file in FILES:
        text = (files("foedus") / "data" / file).read_text(encoding="utf-8")
        try:
            found += msgspec.convert(yaml.safe_load(text), list[Line])
        except (msgspec.ValidationError, yaml.YAMLError) as error:
            raise DataError(f"{file}: {' '.join(str(error).split())}: install Foedus again") from error
    return tuple(found)


def _filled(wording: str, words: dict[str, str]) -> str:
    return _PLACE.sub(lambda place: words.get(place[1], place[0]), wording)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Line], ...]:
    return tuple((_pattern(one.line), one) for one in load_lines())


def _pattern(line: str) -> re.Pattern[str]:
    """Places are between words that are fixed; even parts of the split are words, odd ones names."""
    parts = _PLACE.split(line)
    made = (f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile("".join(made), re.DOTALL)
