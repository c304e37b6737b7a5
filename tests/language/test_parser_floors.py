"""The shipped parsers on the half of our own sentences that no parser learns: floors that may only rise."""

from pathlib import Path

import pytest
import yaml
from bench.language.parsing import measure
from training.parser.treebank import read

from foedus.language import pipelines

ROOT = Path(__file__).parents[2]
FLOORS = yaml.safe_load((ROOT / "bench" / "language" / "floors.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("lang", pipelines.languages())
def test_the_parser_stays_above_its_floors(lang: str) -> None:
    trees = list(read(ROOT / "training" / "treebank" / lang / "test.conllu", lang))
    scores = measure(pipelines.load(lang), "own", trees).scores
    assert {name: scores[name] for name, floor in FLOORS[lang].items() if scores[name] < floor} == {}
