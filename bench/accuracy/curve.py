"""The learning curve of the sense decider: `python -m bench.accuracy.curve --write-docs` from the root.

Trains on a quarter, half and all of the training documents, with and without exemplars, and scores each model on the
dev part. Documents are taken in the order of a hash of their ids, so that each part holds the smaller ones.
The lexicon is the same for all points, with the words that the whole of the training material showed.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bench.accuracy.corpus import ROOT
from foedus.learning.corpus.material import LANGS, lessons, material_folder
from foedus.learning.decider.material import passages
from foedus.learning.decider.rows import Seen, see
from foedus.learning.decider.score import Count, count
from foedus.learning.decider.stages import told
from foedus.learning.decider.train import train
from foedus.reader.deciding.decider import chosen, weigh
from foedus.reader.deciding.model import Model
from foedus.reader.deciding.stages import decide_stage

PAGE = ROOT / "docs" / "deciding.md"
BEGIN, END = "<!-- curve: begin", "<!-- curve: end -->"
SHARES = (0.25, 0.5, 1.0)


class Point(NamedTuple):
    """One model of the curve: what it was trained on and what it reached."""

    share: float
    exemplars: bool
    passages: int
    f1: dict[str, float]
    stage: float


def part(seen: Iterable[Seen], share: float, *, exemplars: bool) -> list[Seen]:
    """The share of the documents, with all exemplars or none."""
    lessons_of = ((one, one.passage.lesson) for one in seen)
    return [one for one, lesson in lessons_of if (exemplars if lesson.exemplar else _place(lesson.id) < share)]


def _place(name: str) -> float:
    return int(hashlib.sha256(f"curve {name}".encode()).hexdigest()[:8], 16) / 16**8


def point(seen: Sequence[Seen], dev: Sequence[Seen], share: float, *, exemplars: bool) -> Point:
    """Train on the part and score it."""
    some = part(seen, share, exemplars=exemplars)
    model = train(some, dev)
    f1 = {lang: scored(model, [one for one in dev if one.passage.lesson.lang == lang]).f1 for lang in LANGS}
    f1["all"] = scored(model, dev).f1
    right = [decide_stage(model, one.standing).stage == one.stage for one in told(dev)]
    return Point(share, exemplars, len(some), f1, sum(right) / max(1, len(right)))


def scored(model: Model, seen: Iterable[Seen]) -> Count:
    """Triggers of all passages at the model's threshold."""
    found = Count(0, 0, 0)
    for one in seen:
        found += count(chosen(weigh(model, one.sight), model.threshold), one.passage.triggers)
    return found


def table(points: Iterable[Point]) -> str:
    """The points as a Markdown table."""
    lines = [
        "| documents | exemplars | passages | fr | en | ru | all | stage |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for one in points:
        figures = " | ".join(f"{one.f1[lang]:.3f}" for lang in (*LANGS, "all"))
        kind = "all" if one.exemplars else "none"
        lines.append(f"| {one.share:.0%} | {kind} | {one.passages} | {figures} | {one.stage:.3f} |")
    return "\n".join(lines)


def write(text: str) -> None:
    """Put the table between the page's markers."""
    page = PAGE.read_text(encoding="utf-8")
    start, end = page.index(BEGIN), page.index(END)
    head = page[start : page.index("-->", start) + 3]
    PAGE.write_text(f"{page[:start]}{head}\n{text}\n{page[end:]}", encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Train and score every point."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--write-docs", action="store_true", help="write the table into docs/deciding.md")
    options = parser.parse_args(argv)
    found = [see(passage) for passage in passages(lessons(material_folder()))]
    seen = [one for one in found if one.passage.lesson.part == "train"]
    dev = [one for one in found if one.passage.lesson.part == "dev"]
    points = [point(seen, dev, share, exemplars=kind) for kind in (False, True) for share in SHARES]
    text = table(points)
    print(text)
    if options.write_docs:
        write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
