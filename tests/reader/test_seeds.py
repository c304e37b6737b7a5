"""Four reports with gold that may lie beside the repository: read as a user would give them, and scored."""

from functools import cache
from pathlib import Path

import pytest
from bench.accuracy.reading import load_reader, read_bare_folder
from jsonschema import Draft202012Validator

from foedus.learning.scoring import levels
from foedus.learning.scoring.read import Read
from foedus.learning.scoring.tally import tally
from tests.reader.reading import assert_spans_reproduce
from tests.reader.schema import SCHEMA, as_json

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not (SEEDS / "gold").is_dir(), reason="the reports with gold are not at hand")


@cache
def reads() -> tuple[Read, ...]:
    return tuple(read_bare_folder(SEEDS, load_reader()))


def test_every_claim_fits_the_schema_and_quotes_its_text() -> None:
    validator = Draft202012Validator(SCHEMA)
    assert sum(len(read.claims) for read in reads()) > 20
    for read in reads():
        for claim in read.claims:
            validator.validate(as_json(claim))
            assert_spans_reproduce(claim, read.gold.text)


@pytest.mark.xfail(strict=True, reason="core F1 is 0.40 (precision 0.56, recall 0.32) since roles are learned")
def test_core_f1_reaches_what_is_asked() -> None:
    assert tally([read.scored() for read in reads()])["all"].figures()["core_f1"] >= 0.50


@pytest.mark.xfail(
    strict=True, reason="precision is 0.56: the default level gives the best F1 on dev, and lets more in"
)
def test_precision_reaches_what_is_asked() -> None:
    assert tally([read.scored() for read in reads()])["all"].figures()["precision"] >= 0.70


@pytest.mark.xfail(
    strict=True,
    reason="of six four are wrong: a wish is read as an order, those shelled are taken for the recipient, a participle "
    "takes all of its list and another recipient, and a pronoun stands for its own sentence's state",
)
def test_every_core_transfer_is_found_with_its_stage() -> None:
    wanted = found = 0
    missing = []
    for read in reads():
        scored = read.scored()
        right = {
            pair.gold
            for pair in scored.pairs
            if pair.full and levels.stage_and_polarity(scored.gold.claims[pair.gold], scored.claims[pair.claim])[0]
        }
        for number, claim in enumerate(scored.gold.claims):
            if claim.core and claim.type == "transfer":
                wanted += 1
                found += number in right
                if number not in right:
                    missing.append((read.gold.id, claim.stages, claim.roles))
    assert missing == []
    assert found == wanted == 6
