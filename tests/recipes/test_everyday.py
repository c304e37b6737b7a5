"""Everyday documents are well-formed and apart from the corpus; counts and the agreement of two hands are sums."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from bench.accuracy.corpus import files_of
from training.everyday import agreement, count
from training.everyday.agreement import Double, doubles, table
from training.everyday.coded import core_claims
from training.everyday.compose import compose

from foedus.learning.corpus.check import LANGS, check_file
from foedus.learning.corpus.format import CorpusDocument, read, read_folder
from foedus.learning.corpus.split import Part, part_of

FOLDER = Path(__file__).parents[2] / "training" / "everyday"
PARTS: tuple[Part, ...] = ("train", "dev", "test")

PAGE = (
    "@ own-1 | 2024-05-03 | agency",
    "Forty mortars for Riga",
    "Oslo has sold forty mortars to Riga and refused Vilnius any.",
    "The envoys met in Bergen.",
)
SOLD = "> transfer.ordered | has sold | supplier=NOR:Oslo~metonym; recipient=LVA:Riga#2~metonym; item=-:mortars#2"
REFUSED = "> transfer.refused | refused | supplier=NOR:Oslo~metonym; recipient=LTU:Vilnius~metonym; item=-:any~pronoun"
MET = "> meeting.held | met | participant=-:The envoys"


def record(*claims: str) -> dict[str, Any]:
    (made,) = compose("\n".join([*PAGE, *claims]), "en", "own words")
    return made


def coding(*claims: str) -> CorpusDocument:
    return msgspec.convert(record(*claims), CorpusDocument)


def row(first: CorpusDocument, second: CorpusDocument) -> dict[str, str]:
    found = table([Double(first, second)])
    return dict(zip(found.columns, found.rows[-1], strict=True))


def write(folder: Path, record: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{record['id']}.json").write_text(json.dumps(record), encoding="utf-8")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("folder", [FOLDER, FOLDER / "second"])
def test_every_document_is_well_formed_synthetic_and_named_by_its_id(folder: Path, lang: str) -> None:
    paths = sorted((folder / lang).glob("*.json"))
    assert [path.name for path in paths if check_file(path)] == []  # names alone: nobody reads the test part
    assert len(paths) >= 10
    for document in map(read, paths):
        assert document.synthetic
        assert document.lang == lang


def test_no_id_stands_in_two_places() -> None:
    everyday = [path.stem for lang in LANGS for path in (FOLDER / lang).glob("*.json")]
    corpus = {path.stem for part in PARTS for path in files_of(part)}
    assert len(everyday) == len(set(everyday))
    assert corpus.isdisjoint(everyday)


def test_second_codings_belong_to_test_documents_of_each_language() -> None:
    held = list(doubles(FOLDER))
    assert [sum(double.first.lang == lang for double in held) for lang in LANGS] == [10, 10, 10]
    assert {part_of(double.first.id) for double in held} == {"test"}


def test_a_coding_agrees_with_itself_in_everything() -> None:
    found = row(coding(SOLD, REFUSED, MET), coding(SOLD, REFUSED, MET))
    assert (found["docs"], found["first"], found["second"], found["claimless alike"]) == ("1", "2", "2", "1")
    assert {found[name] for name in ("core-F1", "soft-F1", "stage", "standing+polarity", "trigger-F1")} == {"1.000"}


def test_what_the_second_hand_took_for_context_is_no_answer() -> None:
    second = coding(SOLD, f"{REFUSED} | context", MET)
    assert [claim.stage for claim in core_claims(second)] == ["ordered"]
    assert row(coding(SOLD, REFUSED, MET), second)["core-F1"] == "0.667"


def test_another_stage_leaves_the_core_and_an_open_role_does_not() -> None:
    delivered = row(coding(SOLD), coding(SOLD.replace("ordered", "delivered")))
    assert (delivered["core-F1"], delivered["stage"]) == ("1.000", "0.000")
    open_role = row(coding(SOLD), coding("> transfer.ordered | has sold | supplier=NOR:Oslo~metonym; item=-:mortars#2"))
    assert (open_role["core-F1"], open_role["soft-F1"], open_role["trigger-F1"]) == ("0.000", "0.800", "1.000")


def test_hands_that_differ_on_whether_anything_is_claimed_are_not_alike() -> None:
    assert row(coding(SOLD), coding(MET))["claimless alike"] == "0"
    assert row(coding(), coding(MET))["claimless alike"] == "1"


def test_the_command_prints_a_row_a_language_and_names_what_does_not_belong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "en", record(SOLD))
    write(tmp_path / "second" / "en", record(SOLD))
    assert agreement.main(["--folder", str(tmp_path)]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[2:]] == ["en", "all"]
    write(tmp_path / "second" / "en", {**record(SOLD), "id": "own-2"})
    assert agreement.main(["--folder", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("error: own-2: coded a second time")
    write(tmp_path / "en", {**record(), "id": "own-2", "text": "Oslo keeps its mortars."})
    assert agreement.main(["--folder", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "error: own-2: the second coding has another text\n"


def test_counts_are_sums_over_parts_types_and_vias() -> None:
    some = {"en": [coding(SOLD, REFUSED, MET)], "fr": [], "ru": [coding()]}
    part = part_of("own-1")
    lines = {line[0]: line[1:] for line in count.parts(some).rows}
    assert lines[f"{part} en"] == lines["all en"] == ("1", "0", "2", "1")
    assert lines["all ru"] == ("1", "1", "0", "0")
    assert count.types(some).rows == [("transfer", "0", "2", "0", "2"), ("all", "0", "2", "0", "2")]
    vias = {line[0]: line[-1] for line in count.vias(some).rows}
    assert vias == {"metonym": "4", "name": "1", "pronoun": "1", "all": "6"}


def test_the_documents_are_counted_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert count.main([]) == 0
    shown = capsys.readouterr().out
    for lang in LANGS:
        documents = read_folder(FOLDER / lang)
        core = sum(claim.core for document in documents for claim in document.claims)
        (line,) = (line.split() for line in shown.splitlines() if line.startswith(f"all {lang} "))
        assert (line[2], line[4]) == (str(len(documents)), str(core))


def test_a_broken_document_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "own-1.json").write_text("{", encoding="utf-8")
    assert count.main(["--folder", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
