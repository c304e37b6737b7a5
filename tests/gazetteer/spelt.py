"""Own-worded spellings of known names, and strangers: `python -m tests.gazetteer.spelt PART` says what is found.

Lines of `gold/variants.PART.tsv` have a kind, a language, a spelling that the gazetteer does not list and the key that
it means; `gold/strangers.PART.tsv` names that mean nobody in the gazetteer. The test part is for measuring only.
"""

import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple, cast

from foedus.gazetteer.approximate import Approximate, Approximation
from foedus.gazetteer.names.name import NameKind

_FOLDER = Path(__file__).parent / "gold"
_APPROXIMATE = Approximate.load()


class Spelling(NamedTuple):
    """A name with the key that it means; empty for a stranger."""

    kind: NameKind
    lang: str
    name: str
    key: str


def spellings(part: str) -> list[Spelling]:
    """The lines of both files of one part."""
    found = []
    for file in ("variants", "strangers"):
        _, *lines = (_FOLDER / f"{file}.{part}.tsv").read_text("utf-8").splitlines()
        for line in lines:
            kind, lang, name, *key = line.split("\t")
            found.append(Spelling(cast(NameKind, kind), lang, name, "".join(key)))
    return found


def answer(one: Spelling) -> Approximation | None:
    return _APPROXIMATE.find(one.name, one.kind, one.lang)


def tally(part: str) -> Counter[str]:
    """Variants right, wrong and missed; strangers linked and left."""
    counted: Counter[str] = Counter()
    for one in spellings(part):
        found = answer(one)
        if one.key:
            counted["missed" if not found else "right" if found.entity == one.key else "wrong"] += 1
        else:
            counted["linked" if found else "left"] += 1
    return counted


def main(arguments: list[str]) -> int:
    """Prints the figures of one part with the time a name takes, and for the dev part what is not right."""
    (part,) = arguments
    listed = spellings(part)
    print(part, dict(tally(part)))
    begin = time.perf_counter()
    for one in listed:
        answer(one)
    print(f"{(time.perf_counter() - begin) / len(listed) * 1e6:.0f} microseconds a name")
    for one in listed if part == "dev" else ():
        found = answer(one)
        if (found.entity if found else "") != one.key:
            print(one, found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
