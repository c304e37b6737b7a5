"""Agreement of two hands: overlapping triggers of one type pair off, and each figure counts what its name says."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from training.exemplars.agreement import compare, doubles, main, pairs, total
from training.exemplars.compose import compose

from foedus.learning.corpus.exemplars import Exemplar
from foedus.model.errors import DataError

TEXT = "Oslo has sold forty mortars to Riga and refused Vilnius any; the envoys met in Bergen."
SOLD = "> transfer.ordered | has sold | supplier=NOR:Oslo~metonym; recipient=LVA:Riga~metonym; item=-:mortars"
MET = "> meeting.held | met | participant=-:the envoys"


def record(*claims: str, text: str = TEXT) -> dict[str, Any]:
    (made,) = compose("\n".join(["@ sell", text, *claims]), "en", "x", "own words")
    return made


def coding(*claims: str, text: str = TEXT) -> Exemplar:
    return msgspec.convert(record(*claims, text=text), Exemplar)


def test_a_coding_agrees_with_itself_in_everything() -> None:
    tally = compare(coding(SOLD, MET), coding(SOLD, MET))
    assert (tally.first, tally.second, tally.both, tally.stages) == (1, 1, 1, 1)
    assert (tally.fillers, tally.fillers_both) == (6, 3)
    assert tally.line("en").split()[-4:] == ["1.000"] * 4


def test_types_that_are_never_core_count_in_the_last_figure_only() -> None:
    tally = compare(coding(SOLD, MET), coding(SOLD))
    assert (tally.first, tally.second, tally.both) == (1, 1, 1)
    assert (tally.all_types, tally.all_types_both) == (3, 1)
    assert tally.line("en").split()[-4:] == ["1.000", "1.000", "1.000", "0.667"]


@pytest.mark.parametrize(
    "other",
    [
        "> transfer.refused | refused | supplier=NOR:Oslo",
        "> assistance.provided | sold | provider=NOR:Oslo",
        "> transfer.ordered | forty | supplier=NOR:Oslo",
    ],
)
def test_other_words_or_another_type_are_no_agreement(other: str) -> None:
    tally = compare(coding(SOLD), coding(other))
    assert (tally.both, tally.stages, tally.fillers, tally.fillers_both) == (0, 0, 0, 0)
    assert tally.line("en").split()[-4:] == ["0.000", "-", "-", "0.000"]


def test_stage_and_roles_are_compared_where_the_trigger_overlaps() -> None:
    other = "> transfer.delivered | sold | supplier=NOR:Oslo; recipient=LTU:Vilnius; item=-:forty mortars"
    tally = compare(coding(SOLD), coding(other))
    assert (tally.both, tally.stages) == (1, 0)
    assert (tally.fillers, tally.fillers_both) == (6, 2), "the state and the longer phrase agree, Vilnius does not"


def test_a_filler_that_one_hand_leaves_out_lowers_the_roles() -> None:
    tally = compare(coding(SOLD), coding("> transfer.ordered | sold | supplier=NOR:Oslo"))
    assert (tally.fillers, tally.fillers_both) == (4, 1)


def test_words_agree_whole_not_as_letters() -> None:
    first = coding("> transfer.ordered | sold | item=-:mortars")
    assert compare(first, coding("> transfer.ordered | sold | item=-:mortar")).fillers_both == 0


def test_claims_pair_one_to_one_and_the_like_ones_first() -> None:
    negated = SOLD + " | negated"
    first, second = coding(SOLD), coding(negated, SOLD)
    assert pairs(first, second) == [(first.claims[0], second.claims[1])]
    assert pairs(second, first) == [(second.claims[1], first.claims[0])]


def test_tallies_add_up_and_none_is_nothing() -> None:
    one = compare(coding(SOLD), coding())
    assert (total([one, one]).passages, total([one, one]).first, total([one, one]).second) == (2, 2, 0)
    assert total([]).line("fr").split() == ["fr", "0", "0", "0", "0", "-", "-", "-", "-"]


def test_another_text_is_refused() -> None:
    with pytest.raises(DataError, match="another text"):
        compare(coding(SOLD), coding(text="Oslo keeps its mortars."))


def write(path: Path, record: dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(record), encoding="utf-8")


def test_the_folder_is_read_by_id_and_an_unknown_id_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "en_a.jsonl", record(SOLD))
    write(tmp_path / "second" / "en.jsonl", record())
    assert [(first.id, len(second.claims)) for first, second in doubles(tmp_path, "en")] == [("x-0001", 0)]
    assert main(["--folder", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].split()[:5] == ["all", "1", "1", "0", "0"]
    write(tmp_path / "second" / "en.jsonl", {**record(), "id": "x-9"})
    assert main(["--folder", str(tmp_path)]) == 1
    assert "x-9" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["fr", "en", "ru"])
def test_our_second_codings_fit_their_exemplars(lang: str) -> None:
    folder = Path(__file__).parents[2] / "training" / "exemplars"
    tally = total(compare(*both) for both in doubles(folder, lang))
    assert tally.passages == 50
    assert 0 < tally.both <= min(tally.first, tally.second)
