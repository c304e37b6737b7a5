"""Made-up ledgers: the same for the same seed, every offset true, of the shape that the measurements need."""

from collections import Counter
from pathlib import Path

from bench.ledger.asking import ask, ask_whole
from bench.ledger.generate import batches
from bench.ledger.questions import TARGETS
from bench.ledger.writing import write, write_raw

from foedus.ledger.store import Ledger
from foedus.model.vocabulary import CLAIM_TYPES

CLAIMS = 2_400


def test_the_same_seed_makes_the_same_ledger() -> None:
    first, again, other = (list(batches(160, seed=seed, per_batch=80)) for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_a_ledger_has_all_types_and_many_days() -> None:
    made = list(batches(CLAIMS, per_batch=800))
    claims = [claim for batch in made for _, found in batch.documents for claim in found]
    types = Counter(claim.type for claim in claims)
    assert set(types) == set(CLAIM_TYPES)
    assert 0.3 < types["transfer"] / len(claims) < 0.5
    assert len({claim.document.outlet for claim in claims}) > 20
    assert sorted(batch.at for batch in made) == [batch.at for batch in made]
    days = sorted(claim.document.published or "" for claim in claims)
    assert int(days[-1][:4]) - int(days[0][:4]) >= 14


def test_every_offset_is_true_and_some_readings_end(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "made.db") as ledger:
        added = [ledger.add(batch.documents) for batch in batches(CLAIMS, per_batch=800)]
        assert sum(one.claims for one in added) > CLAIMS
        assert 0.005 < sum(one.ended for one in added) / CLAIMS < 0.03
        assert ledger.check() == []


def test_every_part_is_measured(tmp_path: Path) -> None:
    place = str(tmp_path / "made.db")
    written = write(place, 400, seed=1, batch=200)
    assert written.claims >= 400 and written.bytes > 0
    assert write_raw(400, seed=1, batch=200).claims == written.claims
    answers = ask(place, seed=1, times=2)
    first, network = ask_whole(place, seed=1, times=2)
    assert [one.name for one in (*answers.asked, *network.asked)] == list(TARGETS)
    assert answers.scan > 0 and first > 0
