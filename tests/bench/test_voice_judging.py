"""When a voice and a surety are right."""

from pathlib import Path

import pytest
from bench.voice.judging import plain, right, surety_verdict, voice_verdict
from bench.voice.rows import Row
from msgspec import structs

from foedus.model.vocabulary import Certainty
from tests.bench.voice_rows import heard, own_rows, said


@pytest.fixture
def rows(tmp_path: Path) -> dict[str, Row]:
    return own_rows(tmp_path)


def test_what_the_label_says_is_right(rows: dict[str, Row]) -> None:
    assert all(right(row, heard(row)) for row in rows.values())


def test_a_chain_is_all_voices_in_order(rows: dict[str, Row]) -> None:
    row = rows["en-v-001"]
    told = heard(row)
    for voices in (told.voices[:1], told.voices[::-1], (*told.voices, told.voices[0]), ()):
        verdict = voice_verdict(row, told._replace(voices=voices))
        assert (verdict.standing, verdict.right) == (True, False)
    assert voice_verdict(row, told._replace(voices=told.voices[:1])).nearest
    assert not voice_verdict(row, told._replace(voices=told.voices[::-1])).nearest


def test_a_chain_under_another_standing_is_wrong(rows: dict[str, Row]) -> None:
    row = rows["en-v-001"]
    verdict = voice_verdict(row, heard(row)._replace(standing="unnamed"))
    assert (verdict.standing, verdict.nearest, verdict.right) == (False, True, False)


def test_a_voice_is_right_where_it_shares_a_place_with_the_words(rows: dict[str, Row]) -> None:
    row = rows["en-v-001"]
    told = heard(row)
    first, second = told.voices
    start = row.document.text.index("minister")
    part = type(first)(None, None, "person", "minister", start, start + len("minister"))
    assert voice_verdict(row, told._replace(voices=(part, second))).right
    other = type(first)(None, None, "state", "Arland", 1, 7)
    assert not voice_verdict(row, told._replace(voices=(other, second))).right


@pytest.mark.parametrize(
    ("when", "vehicle", "verdict"),
    [
        ("2022-05-17", "letter", (True, True)),
        ("2022-05-18", "letters", (False, True)),
        (None, "interview", (False, False)),
        ("2022-05-17", None, (True, False)),
    ],
)
def test_date_and_vehicle_of_saying_are_counted_apart(
    rows: dict[str, Row], when: str | None, vehicle: str | None, verdict: tuple[bool, bool]
) -> None:
    row = rows["en-v-001"]
    told, wanted = heard(row), row.label.voices[0]
    first = said(row, type(wanted)(wanted.who, wanted.kind, wanted.cue, vehicle), when)
    found = voice_verdict(row, told._replace(voices=(first, *told.voices[1:])))
    assert (found.when, found.vehicle, found.right) == (*verdict, True)


def test_a_row_without_voices_asks_neither_date_nor_nearest_voice(rows: dict[str, Row]) -> None:
    row = rows["en-v-002"]
    found = voice_verdict(row, heard(row))
    assert (found.right, found.nearest, found.when, found.vehicle) == (True, None, None, None)


def test_surety_is_claim_polarity_and_certainty(rows: dict[str, Row]) -> None:
    row = rows["en-s-001"]
    told = heard(row)
    assert surety_verdict(row, told).right
    for wrong in (told._replace(polarity="affirmed"), told._replace(certainty="probable")):
        verdict = surety_verdict(row, wrong)
        assert (verdict.asserted, verdict.right) == (True, False)
    assert not surety_verdict(row, told._replace(asserted=False)).right


def test_where_nothing_is_claimed_only_that_is_asked(rows: dict[str, Row]) -> None:
    row = rows["en-s-002"]
    verdict = surety_verdict(row, heard(row)._replace(polarity="negated", certainty="certain"))
    assert (verdict.right, verdict.polarity, verdict.certainty) == (True, None, None)
    assert not surety_verdict(row, heard(row)._replace(asserted=True)).right


@pytest.mark.parametrize(("certainty", "is_right"), [("probable", True), ("possible", True), ("certain", False)])
def test_a_second_reading_is_right_as_well(rows: dict[str, Row], certainty: Certainty, is_right: bool) -> None:
    row = rows["AC-01-en-1"]
    told = heard(row)._replace(certainty=certainty)
    assert surety_verdict(row, told).right == is_right
    assert surety_verdict(row, told._replace(asserted=False)).right
    assert voice_verdict(row, told._replace(standing="stated", voices=())).right
    assert voice_verdict(row, told._replace(standing="stated", voices=())).nearest is None
    assert not voice_verdict(row, told._replace(standing="stated")).right
    assert voice_verdict(row, told._replace(quoted=True)).quoted


def test_a_named_case_wants_its_quotation_marks(rows: dict[str, Row]) -> None:
    case, row = rows["AC-01-en-1"], rows["en-v-001"]
    assert right(row, heard(row)._replace(quoted=False))
    strict = case._replace(label=structs.replace(case.label, quoted_alt=None))
    assert not right(strict, heard(strict)._replace(quoted=True))


def test_one_who_marks_nothing_is_right_where_nothing_is_marked(rows: dict[str, Row]) -> None:
    assert [plain(rows[name], "voice") for name in ("en-v-001", "en-v-002", "AC-01-en-1")] == [False, True, True]
    assert [plain(rows[name], "surety") for name in ("en-v-001", "en-s-001", "en-s-002")] == [True, False, False]


def test_what_is_not_heard_is_wrong_in_everything(rows: dict[str, Row]) -> None:
    voice = voice_verdict(rows["en-v-001"], None)
    assert not any((voice.standing, voice.chain, voice.nearest, voice.quoted, voice.when, voice.vehicle))
    surety = surety_verdict(rows["en-s-001"], None)
    assert not any((surety.asserted, surety.polarity, surety.certainty, surety.right))
    assert surety_verdict(rows["en-s-002"], None).polarity is None
