"""Floors hold, only rise, and fall only with a reason that stays recorded."""

import shutil
import subprocess
from pathlib import Path

import pytest
from bench.accuracy import floors
from bench.accuracy.corpus import corpus_sha256
from bench.accuracy.floors import Floors, Lowered

from foedus.learning.scoring.tally import Tally
from foedus.model.errors import DataError

PINNED = Floors("test", "abc", {"fr": dict.fromkeys(floors.MEASURES, 0.5)}, [])


def sums(core: int) -> floors.Levels:
    """A hundred gold claims and predictions, of which so many are right at every level."""
    tally = Tally(gold=100, predicted=100, soft=core, core=core, everything=core)
    tally.types["transfer"].gold = tally.types["transfer"].predicted = 100
    tally.types["transfer"].core = core
    return floors.figures({"fr": tally})


def test_at_the_floor_nothing_is_said() -> None:
    assert floors.below(PINNED, sums(50), "abc") == []


def test_below_the_floor_each_figure_is_named() -> None:
    said = floors.below(PINNED, sums(49), "abc")
    assert len(said) == len(floors.MEASURES)
    assert said[0] == "fr core_f1: 0.4900 is below the floor 0.50"


def test_floors_of_triggers_and_stages_hold_beside_those_of_claims() -> None:
    said = {"fr": {"trigger_f1": 0.618, "stage": 0.49}}
    measured = floors.figures({"fr": Tally(gold=100, predicted=100, core=50)}, said)
    assert (
        floors.levels(measured)["fr"] | {"core_f1": 0.5, "trigger_f1": 0.61, "stage": 0.49}
        == floors.levels(measured)["fr"]
    )
    pinned = Floors("test", "abc", {"fr": {"core_f1": 0.5, "trigger_f1": 0.61, "stage": 0.5}}, [])
    assert floors.below(pinned, measured, "abc") == ["fr stage: 0.4900 is below the floor 0.50"]
    assert floors.raised(pinned, floors.levels(measured), "abc").floors["fr"]["trigger_f1"] == 0.61


def test_a_floor_whose_measure_was_not_taken_is_below() -> None:
    pinned = Floors("test", "abc", {"fr": {"unit_hits": 0.8}}, [])
    assert floors.below(pinned, sums(50), "abc") == ["fr unit_hits: not measured"]


def test_another_corpus_or_a_language_left_out_is_below() -> None:
    assert "files changed" in floors.below(PINNED, sums(99), "abd")[0]
    assert floors.below(PINNED, {}, "abc") == ["fr: not measured"]


def test_raising_takes_the_higher_of_floor_and_figure() -> None:
    assert floors.raised(PINNED, floors.levels(sums(61)), "abc").floors["fr"]["core_f1"] == 0.61
    assert floors.raised(PINNED, floors.levels(sums(40)), "abc").floors == PINNED.floors


def test_raising_does_not_pin_another_corpus() -> None:
    assert floors.raised(PINNED, floors.levels(sums(61)), "abd").corpus_sha256 == "abc"


def test_lowering_is_recorded_and_then_lawful() -> None:
    now = floors.lowered(PINNED, floors.levels(sums(40)), "abc", "a rule was wrong")
    assert now.floors["fr"]["core_f1"] == 0.4
    assert {(record.measure, record.from_, record.to) for record in now.lowered} == {
        (name, 0.5, 0.4) for name in floors.MEASURES
    }
    assert floors.unlawful(PINNED, now) == []


def test_lowering_by_hand_is_refused() -> None:
    by_hand = Floors("test", "abc", {"fr": PINNED.floors["fr"] | {"core_f1": 0.3}}, [])
    [said] = floors.unlawful(PINNED, by_hand)
    assert "fr core_f1 was lowered from 0.5 to 0.3 without a record" in said


def test_taking_a_floor_out_is_lowering_it() -> None:
    assert len(floors.unlawful(PINNED, Floors("test", "abc", {}, []))) == len(floors.MEASURES)


def test_a_record_stays_and_has_a_reason() -> None:
    before = floors.lowered(PINNED, floors.levels(sums(40)), "abc", "a rule was wrong")
    without = Floors("test", "abc", before.floors, [])
    assert "records stay" in floors.unlawful(before, without)[0]
    blank = Lowered("2021-01-01", " ", "fr", "core_f1", 0.5, 0.4)
    low = Floors("test", "abc", {"fr": PINNED.floors["fr"] | {"core_f1": 0.4}}, [blank])
    assert floors.unlawful(PINNED, low) == ["a lowering has no reason"]


def test_another_corpus_is_pinned_only_with_a_record() -> None:
    assert floors.unlawful(PINNED, Floors("test", "abd", PINNED.floors, [])) == [
        "the corpus was pinned anew without a record"
    ]
    now = floors.lowered(PINNED, floors.levels(sums(60)), "abd", "twelve documents were mended")
    assert floors.unlawful(PINNED, now) == []


def test_the_file_survives_writing(tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    path.write_text("# why\n", encoding="utf-8")
    now = floors.lowered(PINNED, floors.levels(sums(40)), "abc", "a rule was wrong")
    floors.write(now, path)
    assert path.read_text(encoding="utf-8").startswith("# why\n")
    assert floors.parse(path.read_text(encoding="utf-8")) == now


def test_a_broken_file_is_one_clear_line() -> None:
    with pytest.raises(DataError, match=r"floors\.yaml cannot be read.*restore it"):
        floors.parse("part: test\n")


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_the_committed_state_is_read_from_git(tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    git = ["git", "-C", str(tmp_path), "-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    assert floors.committed(path, tmp_path) is None
    path.write_text("# why\n", encoding="utf-8")
    floors.write(PINNED, path)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "pin"], check=True)
    floors.write(Floors("test", "abc", {}, []), path)
    assert floors.committed(path, tmp_path) == PINNED


def test_this_repository_lowered_no_floor_without_a_record() -> None:
    now = floors.parse(floors.PATH.read_text(encoding="utf-8"))
    before = floors.committed()
    assert before is None or floors.unlawful(before, now) == []
    assert now.corpus_sha256 in ("", corpus_sha256("test"))
