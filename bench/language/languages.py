"""Language identification measured: `python -m bench.language.languages` from the repository's root.

Ours as asked for a paragraph, which may stay undecided, ours as asked for a whole document, and py3langid alone,
with all languages it knows. Two errors matter most: a foreign text taken for one that is read (fr, en, ru) gives
false claims; a text that could be read and is set aside is lost. Undecided paragraphs take the document's language.
Mixed documents go through the zones. Speed is in lines a second over the whole gold, the best of three rounds.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from bench.language.language_gold import PARTS, READ, Line, documents, lines
from foedus.language.identify import UNDECIDED, document_language, language
from foedus.language.zones import zones

Guesser = Callable[[str], str]
"""A text to the code of its language, "und" where it cannot be told."""

OURS = "foedus"
_ROUNDS = 3


class Row(NamedTuple):
    """One system on the lines of one language and kind of "dev" or "test", as counts."""

    part: str
    lang: str
    kind: str
    system: str
    lines: int
    right: int
    undecided: int
    wrong: int


class Errors(NamedTuple):
    """One system on a whole part, as counts: foreign texts that would be read, or are left to the document's
    language; texts of fr, en and ru set aside, taken for another of these, or left undecided."""

    part: str
    system: str
    foreign: int
    read: int
    left: int
    readable: int
    set_aside: int
    confused: int
    undecided: int


class Mixed(NamedTuple):
    """One system on the paragraphs of mixed documents, as counts."""

    part: str
    system: str
    paragraphs: int
    right: int
    foreign_read: int
    set_aside: int


class Speed(NamedTuple):
    """One system, in lines a second."""

    system: str
    kind: str
    pace: float


def guessers() -> dict[str, Guesser]:
    """The systems by name."""
    alone = LanguageIdentifier.from_model_file(MODEL_FILE)
    return {
        OURS: lambda text: language(text).lang,
        f"{OURS} document": lambda text: document_language(text).lang,
        "py3langid": lambda text: str(alone.classify(text)[0]),
    }


def rows(parts: Sequence[str] = PARTS) -> list[Row]:
    """Counts for every part, kind, language and system."""
    return [row for part in parts for name, guess in guessers().items() for row in _rows(part, name, guess)]


def errors(parts: Sequence[str] = PARTS) -> list[Errors]:
    """The errors that matter, for every part and system."""
    return [_errors(part, name, guess) for part in parts for name, guess in guessers().items()]


def mixed(parts: Sequence[str] = PARTS) -> list[Mixed]:
    """Mixed documents: ours through the zones, and py3langid on each paragraph by itself."""
    alone = guessers()["py3langid"]
    return [
        found
        for part in parts
        for found in (
            _mixed(part, OURS, _by_zones),
            _mixed(part, "py3langid", lambda document: [alone(line.text) for line in document]),
        )
    ]


def speeds() -> list[Speed]:
    """Lines a second of each system, over all lines and over paragraphs alone."""
    every = [line for part in PARTS for line in lines(part)]
    long = [line for line in every if line.kind == "paragraph"]
    return [
        Speed(name, kind, _speed(guess, [line.text for line in chosen]))
        for kind, chosen in (("all", every), ("paragraph", long))
        for name, guess in guessers().items()
    ]


def misses(part: str) -> Iterator[tuple[Line, str]]:
    """The lines of a part that ours gets wrong or leaves undecided, with its answer."""
    for line in lines(part):
        guess = language(line.text).lang
        if guess not in line.langs:
            yield line, guess


def _rows(part: str, name: str, guess: Guesser) -> Iterator[Row]:
    groups: dict[tuple[str, str], list[tuple[Line, str]]] = {}
    for line in lines(part):
        groups.setdefault((line.langs[0], line.kind), []).append((line, guess(line.text)))
    for (lang, kind), found in groups.items():
        right = sum(answer in line.langs for line, answer in found)
        undecided = sum(answer == UNDECIDED and answer not in line.langs for line, answer in found)
        yield Row(part, lang, kind, name, len(found), right, undecided, len(found) - right - undecided)


def _errors(part: str, name: str, guess: Guesser) -> Errors:
    answers = [(line.langs, guess(line.text)) for line in lines(part) if line.langs != (UNDECIDED,)]
    foreign = [answer for langs, answer in answers if langs[0] not in READ]
    readable = [(langs[0], answer) for langs, answer in answers if langs[0] in READ]
    return Errors(
        part,
        name,
        len(foreign),
        sum(answer in READ for answer in foreign),
        foreign.count(UNDECIDED),
        len(readable),
        sum(answer not in READ and answer != UNDECIDED for _, answer in readable),
        sum(answer in READ and answer != lang for lang, answer in readable),
        sum(answer == UNDECIDED for _, answer in readable),
    )


def _mixed(part: str, name: str, guess: Callable[[Sequence[Line]], list[str]]) -> Mixed:
    found = [pair for document in documents(part) for pair in zip(document, guess(document), strict=True)]
    return Mixed(
        part,
        name,
        len(found),
        sum(answer in line.langs for line, answer in found),
        sum(answer in READ and line.langs[0] not in READ for line, answer in found),
        sum(answer not in READ and line.langs[0] in READ for line, answer in found),
    )


def _by_zones(document: Sequence[Line]) -> list[str]:
    text = "\n\n".join(line.text for line in document)
    found = zones(text, None, document[0].langs[0])
    ends = [sum(len(line.text) + 2 for line in document[: i + 1]) for i in range(len(document))]
    return [next(zone.lang for zone in reversed(found) if zone.start < end) for end in ends]


def _speed(guess: Guesser, texts: Sequence[str]) -> float:
    times = []
    for _ in range(_ROUNDS + 1):  # the first one loads the model
        start = time.perf_counter()
        for text in texts:
            guess(text)
        times.append(time.perf_counter() - start)
    return len(texts) / min(times[1:])


def _print(part: str) -> None:
    counts = [row for row in rows([part]) if row.system in {OURS, "py3langid"}]
    print(f"\n{part}: right / undecided / wrong{OURS:>17}{'py3langid':>18}")
    for group in dict.fromkeys(row.kind for row in counts):
        _print_group(group, [row for row in counts if row.kind == group])
    print()
    for group in dict.fromkeys(row.lang for row in counts):
        _print_group(group, [row for row in counts if row.lang == group])
    for one in errors([part]):
        print(
            f"{one.system:16} foreign {one.foreign}: {one.read} taken for fr, en or ru, {one.left} undecided; "
            f"fr, en, ru {one.readable}: {one.set_aside} set aside, {one.confused} confused, {one.undecided} undecided"
        )
    for two in mixed([part]):
        print(
            f"{two.system:16} mixed documents: {two.right} of {two.paragraphs} paragraphs right, "
            f"{two.foreign_read} foreign ones read, {two.set_aside} readable ones set aside"
        )


def _print_group(group: str, counts: Sequence[Row]) -> None:
    cells = []
    for name in (OURS, "py3langid"):
        own = [row for row in counts if row.system == name]
        right, undecided = sum(row.right for row in own), sum(row.undecided for row in own)
        cells.append(f"{right:>6} /{undecided:>3} /{sum(row.wrong for row in own):>3}")
    print(f"  {group:26}" + "".join(f"{cell:>18}" for cell in cells))


def main(arguments: Sequence[str]) -> int:
    """Prints the tables, and with --misses the lines of the dev part that went wrong; always 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.language.languages", description=__doc__)
    parser.add_argument("--part", choices=PARTS, action="append", help="only this part of the gold")
    parser.add_argument("--misses", action="store_true", help="list the dev lines that are not right")
    options = parser.parse_args(arguments)
    for part in options.part or PARTS:
        _print(part)
    print("\nlines a second (ratio to py3langid)")
    paces = speeds()
    for speed in paces:
        peer = next(one.pace for one in paces if (one.system, one.kind) == ("py3langid", speed.kind))
        print(f"{speed.kind:10} {speed.system:16}{speed.pace:>9.0f} ({speed.pace / peer:.1f})")
    if options.misses:
        for line, guess in misses("dev"):
            print(f"{'|'.join(line.langs)} {line.kind}: {guess}: {line.text}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
