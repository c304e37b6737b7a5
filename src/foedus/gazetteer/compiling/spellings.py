"""Other spellings of a type's designation, by rule: "T72 B3" for "T-72B3", and "C-400" typed with a Latin C."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise, product

from foedus.gazetteer.compiling.alias import Alias
from foedus.gazetteer.source import folder, read_yaml

_RUN = re.compile(r"[^\W\d_]+|\d+")
_LINK = re.compile(r"[ -]?")
_DESIGNATION = re.compile(r"(?:[^\W\d_]{1,4}[ -]?\d|\d{1,2}[^\W\d_]{1,2}\d)")
"""How the word begins that is a type: a few letters and a number, or such as "9K720"."""
_LOOSE = re.compile(r"[^\W\d_][ -]?\d{1,2}")
"""A letter and a short number: a road or a sheet of paper where no hyphen tells the type."""
_MOST_JOINTS = 3
_LONGEST_SUFFIX = 3


def aliases(listed: Iterable[Alias]) -> Iterator[Alias]:
    """Spellings of weapons' names that nobody has listed; each is `made`, so that a listed form outranks it."""
    for alias in listed:
        if alias.kind != "system" or alias.plural or not any(letter.isdigit() for letter in alias.text):
            continue
        for text in sorted(_joints(alias.text) | _lookalikes(alias.text)):
            yield alias._replace(text=text, made=True, certain=alias.certain and not _loose(text))


def _loose(text: str) -> bool:
    """Whether the form says too little by itself without its hyphen."""
    return "-" not in text and bool(_LOOSE.fullmatch(text))


def _joints(text: str) -> set[str]:
    """The name with a hyphen, and with nothing, where the type's letters and figures meet."""
    runs = list(_RUN.finditer(text))
    gaps = [text[one.end() : other.start()] for one, other in pairwise(runs)]
    ways = [
        (gap, "" if gap else "-") if _LINK.fullmatch(gap) and _meets(at, one[0], other[0]) else (gap,)
        for at, ((one, other), gap) in enumerate(zip(pairwise(runs), gaps, strict=True))
    ]
    if sum(len(way) > 1 for way in ways) > _MOST_JOINTS:
        return set()
    head, end = text[: runs[0].start()], text[runs[-1].end() :]
    words = [run[0] for run in runs]
    made = {
        head + "".join(word + gap for word, gap in zip(words, (*chosen, ""), strict=True)) + end
        for chosen in product(*ways)
    }
    return made - {text}


def _meets(at: int, one: str, other: str) -> bool:
    """Whether two runs are parts of one type: "Orlan|10", "72|B"; not "2|S19", "Type 99|Tank" or the 3 of "B3"."""
    if other.isdigit():
        return not one.isdigit() and (at == 0 or len(one) > 1)
    return one.isdigit() and at > 0 and other.isupper() and len(other) <= _LONGEST_SUFFIX


@cache
def _pairs() -> dict[int, str]:
    """Each script's letters as the other's that look alike."""
    table: dict[str, str] = read_yaml(folder() / "forms" / "lookalikes.yaml")["lookalikes"]
    return {ord(one): other for pair in table.items() for one, other in (pair, pair[::-1])}


def _lookalikes(text: str) -> set[str]:
    """The first letter, the letters before the figures, or all letters of the type in the other script's shapes."""
    found = _DESIGNATION.search(text)
    if not found:
        return set()
    start = found.start()
    end = text.find(" ", found.end())
    end = len(text) if end < 0 else end
    word = text[start:end]
    figures = re.search(r"\d", word)
    lead = figures.start() if figures else 0
    pairs = _pairs()
    made = {word[0].translate(pairs) + word[1:], word[:lead].translate(pairs) + word[lead:], word.translate(pairs)}
    return {text[:start] + other + text[end:] for other in made - {word}}
