"""docs/lexicon.md: its examples load as they stand and do what the page says."""

from pathlib import Path

import pytest
import yaml

from foedus.reader.lexicon import load_lexicon
from tests.docs.pages import blocks, page

PAGE = page("docs/lexicon.md")
EXAMPLES = [text for text in blocks(PAGE, "yaml") if yaml.safe_load(text)]
UNITS = [text for text in EXAMPLES if text.startswith("type:")]


@pytest.mark.parametrize("example", UNITS)
def test_every_example_of_units_loads_over_the_shipped_lexicon(example: str, tmp_path: Path) -> None:
    (tmp_path / "en" / "units").mkdir(parents=True)
    (tmp_path / "en" / "units" / "mine.yaml").write_text(example, encoding="utf-8")
    did = load_lexicon("en", tmp_path).own
    assert did is not None
    assert did.added + did.replaced > 0
    assert did.idle == ()


def test_the_example_of_operators_loads_over_the_shipped_lexicon(tmp_path: Path) -> None:
    (example,) = set(EXAMPLES) - set(UNITS)
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "operators.yaml").write_text(example, encoding="utf-8")
    assert load_lexicon("en", tmp_path).own is not None


def test_the_worked_example_is_a_word_that_is_not_shipped_and_takes_what_its_model_says(tmp_path: Path) -> None:
    (tmp_path / "en" / "units").mkdir(parents=True)
    (tmp_path / "en" / "units" / "mine.yaml").write_text(UNITS[0], encoding="utf-8")
    assert not [unit for unit in load_lexicon("en").units if unit.text == "decant"]
    units = {unit.text: unit for unit in load_lexicon("en", tmp_path).units if unit.type == "transfer"}
    own, model = units["decant"], units["give"]
    assert (own.stage, own.gate, own.frame) == (model.stage, model.gate, model.frame)
