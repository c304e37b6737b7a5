"""Names measured: `python -m bench.language.names` from the repository's root.

Precision, recall and F1 of exact spans with their kind on own-worded gold, for the gazetteer alone and for the
gazetteer with the rules for names that it does not know. States, treaties and classes of arms are no names here:
the gazetteer's mentions of them are left out. Companies and armed groups count as organisations, bases as places.
Speed is that of the rules alone, the gazetteer's mentions given, in megabytes of UTF-8 a second.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import msgspec

from bench.language.outcome import code_of
from foedus.gazetteer.mention import Mention
from foedus.gazetteer.names.name import NameKind
from foedus.gazetteer.names.names import names
from foedus.gazetteer.scanner import Scanner
from foedus.model.errors import DataError

LANGS = ("fr", "en", "ru")
PARTS = ("dev", "test")
KINDS: tuple[NameKind, ...] = get_args(NameKind)
System = Literal["gazetteer", "gazetteer + rules"]
SYSTEMS: tuple[System, ...] = get_args(System)
_GOLD = Path(__file__).parent / "gold" / "names"
_SAME: dict[str, NameKind] = {"company": "organisation", "armed_group": "organisation", "base": "place"}
_ROUNDS = 3
_LONG = 200_000
"""Characters on which speed is measured."""


class Span(NamedTuple):
    """A name as it is scored: offsets in the passage's characters."""

    start: int
    end: int
    kind: NameKind


class Passage(msgspec.Struct):
    """A passage of the gold with all its names of the six kinds."""

    text: str
    names: list[Span]


class Row(NamedTuple):
    """One system on one kind (or "all") of one part: counts, and shares between 0 and 1."""

    lang: str
    part: str
    system: System
    kind: str
    wanted: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


def gold(lang: str, part: str) -> list[Passage]:
    """The passages of one part. Raises DataError where a line is no passage."""
    path = _GOLD / f"{lang}-{part}.jsonl"
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            found.append(msgspec.json.decode(line, type=Passage))
        except msgspec.DecodeError as error:
            raise DataError(f"{path.name}, line {number}: {error}") from error
    return found


def rows(parts: Sequence[str] = PARTS) -> list[Row]:
    """Figures by language, part, system and kind; kind "all" sums them."""
    found: list[Row] = []
    for lang in LANGS:
        for part in parts:
            passages = gold(lang, part)
            for system in SYSTEMS:
                found += _rows(lang, part, system, passages)
    return found


def predicted(text: str, lang: str, system: System) -> list[Span]:
    """The names that a system finds in a text."""
    mentions = _scanner().scan(text, lang)
    guessed = names(text, lang, mentions) if system == "gazetteer + rules" else []
    spans = [Span(name.start, name.end, name.kind) for name in guessed]
    for mention in mentions:
        kind = _kind(mention)
        if kind and not any(mention.start < name.end and name.start < mention.end for name in guessed):
            spans.append(Span(mention.start, mention.end, kind))
    return sorted(spans)


def speed(lang: str) -> float:
    """Megabytes of UTF-8 a second of the rules on the language's shipped sample reports, the best of three rounds."""
    samples = sorted(Path(str(files("foedus.data") / "samples")).glob(f"{lang}-*.txt"))
    text = "\n".join(path.read_text("utf-8") for path in samples) + "\n"
    text *= _LONG // len(text) + 1
    mentions = _scanner().scan(text, lang)
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        names(text, lang, mentions)
        times.append(time.perf_counter() - start)
    return len(text.encode()) / min(times) / 1e6


@cache
def _scanner() -> Scanner:
    return Scanner.load()


def _kind(mention: Mention) -> NameKind | None:
    """The kind under which a sure mention is scored; None for a state and for what is no name."""
    first = mention.senses[0]
    if not first.certain:
        return None
    if first.kind == "state":
        return "place" if first.form == "capital" else None
    kind = _SAME.get(first.kind, first.kind)
    return next((one for one in KINDS if one == kind), None)


def _rows(lang: str, part: str, system: System, passages: Sequence[Passage]) -> list[Row]:
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for passage in passages:
        spans = predicted(passage.text, lang, system)
        for counter, counted in ((wanted, passage.names), (found, spans)):
            counter.update(span.kind for span in counted)
        right.update(span.kind for span in set(spans) & set(passage.names))
    every = [Row(lang, part, system, kind, wanted[kind], found[kind], right[kind]) for kind in KINDS]
    return [*every, Row(lang, part, system, "all", wanted.total(), found.total(), right.total())]


def misses(lang: str, part: str) -> list[str]:
    """One line for each name of a part that the rules miss or invent."""
    lines = []
    for passage in gold(lang, part):
        spans = predicted(passage.text, lang, "gazetteer + rules")
        for mark, only in (("-", set(passage.names) - set(spans)), ("+", set(spans) - set(passage.names))):
            lines += [f"{mark} {span.kind:12} {passage.text[span.start : span.end]!r}" for span in sorted(only)]
    return lines


def _print(figures: Sequence[Row]) -> None:
    print(f"{'exact span and kind':34}{'gazetteer':>22}{'gazetteer + rules':>24}")
    print(f"{'':20}{'names':>8}      " + f"{'P':>8}{'R':>7}{'F1':>7}" * 2)
    with_rules = {(row.lang, row.part, row.kind): row for row in figures if row.system != SYSTEMS[0]}
    for alone in figures:
        if alone.system != SYSTEMS[0]:
            continue
        both = with_rules[alone.lang, alone.part, alone.kind]
        cells = "".join(f"{row.precision:8.2f}{row.recall:7.2f}{row.f1:7.2f}" for row in (alone, both))
        print(f"{alone.lang} {alone.part:5}{alone.kind:12}{alone.wanted:8}      {cells}")
    print("\nspeed of the rules: " + ", ".join(f"{lang} {speed(lang):.1f} MB/s" for lang in LANGS))


def main(arguments: Sequence[str]) -> int:
    """Prints the table; 0, or the error's own code with one line about it."""
    parser = argparse.ArgumentParser(prog="python -m bench.language.names", description=__doc__)
    parser.add_argument(
        "--misses", choices=LANGS, help="list what is missed (-) and invented (+) in the part for mending"
    )
    options = parser.parse_args(arguments)

    def work() -> None:
        if options.misses:
            print("\n".join(misses(options.misses, "dev")))
        else:
            _print(rows())

    return code_of(work)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
