"""Own-worded gold for the gazetteer, and how much of it is right: `python -m tests.gazetteer.measured NAME PART`.

A line of `gold/NAME.PART.tsv` has a language, the key that is expected ("-" for none) and a text with the words in
square brackets. PART is dev or test; the test part is for measuring only.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from foedus.gazetteer.entities import Entities
from foedus.gazetteer.mention import Mention
from foedus.gazetteer.scanner import Scanner

PARTS = ("dev", "test")
Outcome = Literal["right", "relative", "unsure", "wrong", "missed"]
"""relative: another member of the same family or a class above or below; unsure: right, but only context can tell."""
_FOLDER = Path(__file__).parent / "gold"
_SCANNER = Scanner.load()
_ENTITIES = Entities.load()


class Item(NamedTuple):
    """Words in a text, with the key that they mean."""

    lang: str
    key: str
    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


def items(name: str, part: str) -> list[Item]:
    """The lines of one part; the brackets are taken out of the text."""
    _, *lines = (_FOLDER / f"{name}.{part}.tsv").read_text("utf-8").splitlines()
    found = []
    for line in lines:
        lang, key, marked = line.split("\t")
        start, end = marked.index("["), marked.index("]")
        text = marked[:start] + marked[start + 1 : end] + marked[end + 1 :]
        found.append(Item(lang, key, text, start, end - 1))
    return found


def outcome(item: Item) -> tuple[Outcome, str]:
    """How the scanner's likeliest sense compares, and what it is."""
    mentions = [one for one in _SCANNER.scan(item.text, item.lang) if one.start < item.end and item.start < one.end]
    if not mentions:
        return ("right" if item.key == "-" else "missed"), ""
    best = max(mentions, key=lambda one: _shared(one, item))
    sense = best.senses[0]
    told = f"{best.text} → {', '.join(one.entity for one in best.senses)}"
    if item.key == "-":
        arms = any(_ENTITIES.is_arms(one.senses[0].entity) and one.senses[0].certain for one in mentions)
        return ("wrong" if arms else "right"), told
    if sense.entity == item.key:
        return ("right" if sense.certain else "unsure"), told
    return ("relative" if _related(sense.entity, item.key) else "wrong"), told


def _shared(mention: Mention, item: Item) -> int:
    return min(mention.end, item.end) - max(mention.start, item.start)


def _related(one: str, other: str) -> bool:
    if one in _ENTITIES.broader(other) or other in _ENTITIES.broader(one):
        return True
    return _ENTITIES.family(one) == _ENTITIES.family(other)


def tally(name: str, part: str) -> Counter[Outcome]:
    """How many lines have each outcome."""
    return Counter(outcome(item)[0] for item in items(name, part))


def main(arguments: list[str]) -> int:
    """Prints the figures of one part, and for the dev part what is not right."""
    name, part = arguments
    counted = tally(name, part)
    print(name, part, sum(counted.values()), {kind: counted[kind] for kind in get_args(Outcome)})
    for item in items(name, part) if part == "dev" else ():
        what, told = outcome(item)
        if what != "right":
            print(f"{what:9}{item.lang} {item.words!r}: {item.key}; {told or 'nothing'} | {item.text}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
