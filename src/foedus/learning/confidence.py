"""Fit how likely claims are right, for `data/confidence.yaml`: `python -m foedus.learning.confidence`.

A logistic regression over the signs of all claims that the reader makes of the dev documents, hard and everyday, since
decider and linker know the training part by heart. The two levels are chosen on probabilities of claims whose document
the fitted model did not see (five folds): `default` has the best core-F1, `sure` is the lowest level from which on
PRECISION of the claims are right. The test part is not touched. The same corpus and reader give the same file.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

import foedus
from foedus.learning import regression
from foedus.learning.corpus.material import Lesson, dev_lessons, material_folder
from foedus.learning.decider.material import FOLDS, fold_of
from foedus.learning.scoring.gold import GoldDocument, from_corpus
from foedus.learning.scoring.matching import UNJUDGED_TYPES, match
from foedus.learning.scoring.read import Read
from foedus.learning.scoring.tally import tally
from foedus.model.claim import Claim
from foedus.model.document import make_document
from foedus.reader.confidence import Confidence, Signs, with_confidence
from foedus.reader.read import Reader

OUT = Path(foedus.__file__).parent / "data" / "confidence.yaml"
LEVELS = [step / 100 for step in range(96)]
PRECISION = 0.85
HEADER = """# How sure a claim is: a logistic model, fitted on dev documents by `python -m foedus.learning.confidence`.
# `default` is the level with the best core-F1 there, `sure` the one from which on 85 of 100 claims are right.
"""


class Signed(NamedTuple):
    """A dev document with its claims, their signs, and which of them are judged and right."""

    read: Read
    signs: Mapping[str, Signs]
    """By claim id."""
    right: Mapping[str, bool]
    """By claim id; claims of which nobody says whether they are right are left out."""


def reads(lessons: Iterable[Lesson], reader: Reader) -> list[Signed]:
    """All claims that the reader makes of the lessons."""
    found = []
    for one in lessons:
        gold = from_corpus(one)
        document = make_document(gold.text, lang=gold.lang, published=gold.published)
        reading = reader.read(document, min_confidence=0.0)
        signs = {claim.id: sign for claim, sign in zip(reading.claims, reading.signs, strict=True)}
        found.append(Signed(Read(gold, tuple(reading.claims)), signs, _right(gold, one, reading.claims)))
    return found


def _right(gold: GoldDocument, lesson: Lesson, claims: Sequence[Claim]) -> dict[str, bool]:
    judged = [claim for claim in claims if claim.type not in UNJUDGED_TYPES]
    pairs = match(gold.claims, judged)
    full = {pair.claim for pair in pairs if pair.full and gold.claims[pair.gold].core}
    beside = {pair.claim for pair in pairs if not gold.claims[pair.gold].core}
    matched = {pair.claim for pair in pairs}
    beside |= {n for n, one in enumerate(judged) if n not in matched and lesson.is_masked(one.trigger.start)}
    return {claim.id: number in full for number, claim in enumerate(judged) if number not in beside}


def fitted(some: Iterable[Signed]) -> Confidence:
    """The model of some documents; its levels are still to be chosen."""
    pairs = [(one.signs[name], right) for one in some for name, right in one.right.items()]
    names = sorted({name for signs, _ in pairs for name in signs})
    rows = np.array([[signs.get(name, 0.0) for name in names] for signs, _ in pairs])
    made = np.array([right for _, right in pairs])
    at = regression.fitted(rows, made, np.ones(len(pairs)))
    weights = {name: round(float(weight), 4) for name, weight in zip(names, at[:-1], strict=True)}
    return Confidence(round(float(at[-1]), 4), weights, 0.0, 1.0)


def held_back(some: Sequence[Signed]) -> list[Read]:
    """The documents with confidences that a model of the other folds gives."""
    found = []
    for fold in range(FOLDS):
        model = fitted(one for one in some if fold_of(one.read.gold.id) != fold)
        for one in some:
            if fold_of(one.read.gold.id) == fold:
                marked = tuple(with_confidence(claim, model.of(one.signs[claim.id])) for claim in one.read.claims)
                found.append(Read(one.read.gold, marked))
    return found


def levels(some: Sequence[Read]) -> tuple[float, float]:
    """The level with the best core-F1, the lowest of equals; and the lowest with the precision of sure rows."""
    figures = {level: tally([one.scored(level) for one in some])["all"].figures() for level in LEVELS}
    best = max(LEVELS, key=lambda level: (round(figures[level]["core_f1"], 4), -level))
    sure = next((level for level in LEVELS if figures[level]["precision"] >= PRECISION), LEVELS[-1])
    for level in LEVELS[::5]:
        one = figures[level]
        print(f"{level:.2f}  P {one['precision']:.3f}  R {one['recall']:.3f}  F1 {one['core_f1']:.3f}")
    return best, sure


def write(model: Confidence, out: Path) -> None:
    """The model as YAML, weights in order."""
    lines = [HEADER, f"default: {model.default}\nsure: {model.sure}\nbias: {model.bias}\nweights:\n"]
    lines += [f"  {name}: {weight}\n" for name, weight in sorted(model.weights.items())]
    out.write_text("".join(lines), encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Fit, choose the levels, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--material", type=Path, help="the texts to learn from (default: training/ of the clone)")
    options = parser.parse_args(argv)
    found = reads(dev_lessons(material_folder(options.material)), Reader.load())
    default, sure = levels(held_back(found))
    model = fitted(found)._replace(default=default, sure=sure)
    write(model, options.out)
    count = sum(len(one.right) for one in found)
    print(f"{count} claims, default level {default}, sure level {sure}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
