"""Speed of hits and decisions on given parses: `python -m bench.speed.said` from the repository's root.

The dev part is parsed first, outside the clock. The yardstick is the parse itself in the same run: compare ratios. A
document counts 200 words, as spaces part them. Seconds are those of this process on one core.
"""

import sys
import time
from collections.abc import Callable, Sequence

from bench.accuracy.corpus import LANGS, gold_of
from bench.speed.child import WORDS
from foedus.gazetteer.scanner import Scanner
from foedus.language.parse import Sentence
from foedus.model.document import Document, make_document
from foedus.reader.analysis import Analysis, analyse
from foedus.reader.deciding.decider import look, weigh
from foedus.reader.deciding.model import load_model
from foedus.reader.deciding.statements import statements
from foedus.reader.read import READABLE

ROUNDS = 3


def seconds(work: Callable[[], object], analyses: Sequence[Analysis]) -> float:
    """The shortest of several rounds, each over sentences in which nothing was looked for before."""
    times = []
    for _ in range(ROUNDS):
        for analysis in analyses:
            for view in analysis.views:
                view.sentence = Sentence(view.sentence.start, view.sentence.end, view.sentence.tokens)
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def documents(lang: str) -> list[Document]:
    """The dev documents of a language."""
    return [make_document(gold.text, lang=gold.lang, published=gold.published) for gold in gold_of("dev", [lang])]


def parse(some: Sequence[Document]) -> list[Analysis]:
    """The documents taken apart."""
    scanner = Scanner.load()
    return [analyse(document, scanner, READABLE, {}, sift=False) for document in some]


def report(lang: str) -> None:
    """One line a step: documents of 200 words a second, and the step's time over the parse's."""
    some = documents(lang)
    analyses = parse(some)
    model = load_model()
    size = sum(len(document.text.split()) for document in some) / WORDS
    steps: dict[str, Callable[[], object]] = {
        "parse": lambda: parse(some),
        "hits": lambda: [look(analysis) for analysis in analyses],
        "hits and decisions": lambda: [weigh(model, look(analysis)) for analysis in analyses],
        "with stages": lambda: [statements(analysis, None) for analysis in analyses],
    }
    for work in steps.values():
        work()
    took = {name: seconds(work, analyses) for name, work in steps.items()}
    for name, time_taken in took.items():
        print(
            f"{lang}  {name:<20} {size / time_taken:7.0f} documents/s  {time_taken / took['parse']:5.2f} of the parse"
        )


def main() -> int:
    """Every language in turn."""
    for lang in LANGS:
        report(lang)
    return 0


if __name__ == "__main__":
    sys.exit(main())
