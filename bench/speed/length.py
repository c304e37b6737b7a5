"""Time of reading by the length of the document: `python -m bench.speed.length` from the repository's root.

Documents of own-worded sentences, half of which make claims, in paragraphs of three. Time per character should not grow
with the length: the yardstick is the shortest document in the same run. `--profile` says where the longest one's time
goes, with what grows first.
"""

import argparse
import cProfile
import pstats
import sys
import time
from collections.abc import Sequence

from foedus.model.document import Document, make_document
from foedus.reader.read import Reader

LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
PARTIES = {
    "fr": (
        ("La Suède", "l’Estonie"), ("La Norvège", "la Lettonie"), ("Le Danemark", "l’Ukraine"),
        ("L’Italie", "la Grèce"), ("La Turquie", "le Maroc"), ("La Corée du Sud", "la Pologne"),
        ("Le Canada", "la Moldavie"),
    ),
    "en": (
        ("Sweden", "Estonia"), ("Norway", "Latvia"), ("Denmark", "Ukraine"), ("Italy", "Greece"), ("Turkey", "Morocco"),
        ("South Korea", "Poland"), ("Canada", "Moldova"),
    ),
    "ru": (
        ("Швеция", "Эстонии"), ("Норвегия", "Латвии"), ("Дания", "Украине"), ("Италия", "Греции"),
        ("Турция", "Марокко"), ("Южная Корея", "Польше"), ("Канада", "Молдавии"),
    ),
}  # fmt: skip
PARAGRAPH = {
    "fr": "{0} a remis {2} obusiers à {1} en mars {3}, selon un diplomate. « Nous en enverrons {4} autres », a ajouté "
    "le ministre. Les deux pays en parlent depuis longtemps, et le port était calme ce matin-là.",
    "en": "{0} delivered {2} howitzers to {1} in March {3}, a diplomat said. “We will send {4} more,” the minister "
    "added. Both countries have long talked about it, and the harbour was quiet that morning.",
    "ru": "{0} передала {1} {2} гаубиц в марте {3} года, сообщил дипломат. «Мы направим ещё {4}», — добавил министр. "
    "Обе страны давно об этом говорят, и в порту в то утро было тихо.",
}
GROWN = 1.5
"""Times the shortest document's time per character from which something is said to grow."""


def document(lang: str, characters: int) -> Document:
    """A document of that many characters and a little more, no two claims alike."""
    pairs, told, size, number = PARTIES[lang], [], 0, 0
    while size < characters:
        giver, taker = pairs[number % len(pairs)]
        told.append(PARAGRAPH[lang].format(giver, taker, 3 + number, 2010 + number % 12, 2 + number % 9))
        size += len(told[-1]) + 2
        number += 1
    return make_document("\n\n".join(told), lang=lang, published="2022-05-19")


def seconds(reader: Reader, text: Document, rounds: int) -> float:
    """Processor time of one reading: the shortest of several rounds."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        reader.read(text)
        times.append(time.process_time() - began)
    return min(times)


def measure(lang: str, lengths: Sequence[int]) -> bool:
    """Print a line for each length; whether the time per character grew."""
    reader = Reader.load()
    reader.read(document(lang, lengths[0]))
    first, grew = 0.0, False
    for length in lengths:
        text = document(lang, length)
        each = 1e6 * seconds(reader, text, 3 if length <= 10_000 else 1) / len(text.text)
        first = first or each
        grew = grew or each > GROWN * first
        print(f"{lang} {len(text.text):>9,} characters {each:7.1f} µs a character  × {each / first:.2f}", flush=True)
    return grew


def profile(lang: str, length: int) -> None:
    """Where the time of one long document goes."""
    reader, text = Reader.load(), document(lang, length)
    reader.read(document(lang, 1_000))
    profiler = cProfile.Profile()
    profiler.runcall(reader.read, text)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(12)


def main(argv: Sequence[str] | None = None) -> int:
    """Every language asked for in turn; 1 where the time per character grew."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed.length", description=__doc__)
    parser.add_argument("--lang", choices=sorted(PARAGRAPH), action="append", help="this language only (repeatable)")
    parser.add_argument("--longest", type=int, default=LENGTHS[-1], metavar="N", help="no document longer than N")
    parser.add_argument("--profile", action="store_true", help="profile the longest document instead")
    options = parser.parse_args(argv)
    lengths = [length for length in LENGTHS if length <= options.longest] or [LENGTHS[0]]
    langs = options.lang or list(PARAGRAPH)
    if options.profile:
        for lang in langs:
            profile(lang, lengths[-1])
        return 0
    return int(sum(measure(lang, lengths) for lang in langs) > 0)


if __name__ == "__main__":
    sys.exit(main())
