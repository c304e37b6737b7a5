"""Speed of the scanner: `python -m bench.speed.scan [FILE …]` from the repository's root.

The yardstick is the automaton alone over the same folded bytes in the same run: compare ratios, not megabytes. Without
files the shipped sample reports are read, over and over: they are dense in names, general news is faster. `--whole`
joins them to one text, as a stream or an archive has it. MB of UTF-8.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from foedus.gazetteer.fold import fold, patterns
from foedus.gazetteer.scanner import Scanner
from foedus.gazetteer.source import LANGUAGES, folder
from foedus.gazetteer.table import parse, read_lines
from foedus.gazetteer.titles import Titles
from foedus.language.forms import WHOLE
from foedus.language.sentences import split
from foedus.reader.relevance import Relevance, is_relevant

_ROUNDS = 5
_WANTED = 1_000_000
"""Characters a round, so that the clock's grain does not matter."""
Stages = dict[str, Callable[[], object]]


def best(work: Callable[[], object]) -> float:
    """The shortest of several rounds, in seconds of this process: what else the machine does can only lengthen one."""
    times = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def documents(paths: Sequence[Path], lang: str) -> list[str]:
    """Texts of one language: the files given, or the samples, repeated until there is enough."""
    folder_of_samples = Path(str(files("foedus"))) / "data" / "samples"
    chosen = list(paths) or sorted(folder_of_samples.glob(f"{lang}-*.txt"))
    texts = [path.read_text("utf-8", "replace") for path in chosen]
    length = sum(map(len, texts))
    return texts * max(1, _WANTED // length) if length else []


def automaton(lang: str) -> BytesAhoCorasick:
    """The bare automaton over the language's forms, as the scanner has it."""
    rows = [parse(line) for line in read_lines(folder() / "compiled" / "aliases.tsv")]
    forms = sorted({row.folded for row in rows if lang in row.langs.replace("*", "").split(",")})
    wanted = sorted(set(patterns(forms)))
    return BytesAhoCorasick(wanted, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)


def sieve(lang: str, texts: list[str]) -> Stages:
    """Names and military words in one pass, and the test of relevance on them; none where only units are asked for."""
    if lang not in WHOLE:
        return {}
    test = Relevance.load(lang)
    folded = [fold(text) for text in texts]
    parted = [(text, [(start, end, lang) for start, end in split(text, 0, len(text), lang)]) for text in texts]
    return {
        "names and military words, folded": lambda: [test.standing(each) for each in folded],
        "test of relevance": lambda: [is_relevant(text, spans) for text, spans in parted],
    }


def report(lang: str, texts: list[str]) -> None:
    """One line a stage: MB/s, and the share of the automaton's speed."""
    scanner, titles, bare = Scanner.load(), Titles.load(lang), automaton(lang)
    scanner.scan(texts[0], lang)
    folded = [fold(text).scanned.data for text in texts]
    size = sum(len(text.encode("utf-8")) for text in texts) / 1e6
    hits = sum(len(scanner.scan(text, lang)) for text in texts)
    stages: Stages = {
        "automaton alone": lambda: [bare.find_matches_as_indexes(each) for each in folded],
        "fold": lambda: [fold(text) for text in texts],
        "fold and count": lambda: [scanner.count(text, lang) for text in texts],
        **sieve(lang, texts),
        "scan": lambda: [scanner.scan(text, lang) for text in texts],
        "scan with titles": lambda: [titles.scan(scanner.read(text, lang)) for text in texts],
    }
    print(f"{lang}: {len(texts)} documents, {size:.2f} MB, {hits / size / 1000:.1f} mentions a kB")
    yardstick = 0.0
    for name, work in stages.items():
        speed = size / best(work)
        yardstick = yardstick or speed
        print(f"  {name:26} {speed:7.1f} MB/s  {speed / yardstick:5.2f}")


def main(arguments: Sequence[str]) -> int:
    """Measures the languages asked for; 0 always."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="text files to scan instead of the samples")
    parser.add_argument("--lang", choices=LANGUAGES, action="append", help="only this language")
    parser.add_argument("--whole", action="store_true", help="join the documents to one")
    options = parser.parse_args(arguments)
    for lang in options.lang or LANGUAGES:
        texts = documents(options.files, lang)
        if texts:
            report(lang, ["\n\n".join(texts)] if options.whole else texts)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
