"""Looking at a ledger: every view in every format, plain in a pipe, whole in a file."""

import csv
import io
import json
import re
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.claim_json import from_json
from foedus.model.document import Document
from foedus.model.review import Correction
from foedus.model.vocabulary import Standing
from foedus.reader.confidence import load_confidence
from tests.cli.command import COMMAND, foedus
from tests.cli.compared import add_compared
from tests.factories import claim, document, voice

REPORT = document(
    "Arland delivered 12 tanks to Borland in 2021, the minister said, and | they were paid for by a loan that "
    "nobody has ever seen in the books of either of the two states. Cedria denied it.",
    title="Tanks for Borland",
    url="https://gazette.example/1",
)
TOLD = claim(
    REPORT,
    "delivered",
    supplier="RUS=Arland",
    recipient="BLR=Borland",
    item="tanks",
    quantity="12",
    when="2021=2021",
    standing="attributed",
    attribution=[voice(REPORT, "the minister", cue="said")],
    cues=[("voice", "said")],
    confidence=1.0,
    rule="en:transfer:deliver",
)
DENIED = claim(REPORT, "denied", "accusation", "rejected", accuser="Borland", accused="Cedria", subject="it")

_NO_VOICE: tuple[Standing, ...] = ("stated", "rumoured")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    add_compared(tmp_path / "foedus.db", [(REPORT, [TOLD, DENIED])])
    return tmp_path


def test_a_table_in_a_pipe_is_plain_aligned_and_whole(folder: Path) -> None:
    lines = foedus("claims", "--type", "transfer", cwd=folder).out.splitlines()
    assert len(lines) == 2
    assert lines[0].split()[:3] == ["claim", "what", "who"]
    assert lines[1].startswith(f"{TOLD.id[:8]}  ")
    assert lines[1].endswith(TOLD.evidence[0].text)
    assert lines[0].index("words") == lines[1].index(TOLD.evidence[0].text)
    assert lines[1].isprintable()


def test_jsonl_is_the_contract_record(folder: Path) -> None:
    lines = foedus("claims", "--format", "jsonl", cwd=folder).out.splitlines()
    assert [from_json(line) for line in lines] == [TOLD, DENIED]


def test_csv_has_every_field_in_its_column(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(foedus("claims", "--format", "csv", cwd=folder).out)))
    assert [row["claim"] for row in rows] == [TOLD.id, DENIED.id]
    assert rows[0]["roles"] == "supplier=RUS Arland; recipient=BLR Borland; item=tanks"
    assert (rows[0]["said_by"], rows[0]["confidence"], rows[1]["confidence"]) == ("the minister", "1.00", "")
    assert REPORT.text[int(rows[0]["start"]) : int(rows[0]["end"])] == rows[0]["words"]


def test_markdown_escapes_bars(folder: Path) -> None:
    lines = foedus("claims", "--format", "md", cwd=folder).out.splitlines()
    assert lines[1] == "| --- | --- | --- | --- | --- | --- | --- |"
    assert r"\| they were paid" in lines[2]


def test_filters_narrow_each_other(folder: Path) -> None:
    def found(*words: str) -> list[str]:
        return [
            json.loads(line)["id"]
            for line in foedus("claims", *words, "--format", "jsonl", cwd=folder).out.split("\n")[:-1]
        ]

    assert found("--about", "Belarus", "--with", "RUS") == [TOLD.id]
    assert found("--from", "2021", "--to", "2021-06") == [TOLD.id]
    assert found("--from", "2022") == []
    assert found("--standing", "attributed", "--lang", "en", "--stage", "delivered") == [TOLD.id]
    assert found("--type", "transfer", "--type", "accusation") == [TOLD.id, DENIED.id]
    assert found("--min-confidence", "0.9") == found("--min-confidence", "sure") == [TOLD.id]
    assert found("--min-confidence", "all") == [TOLD.id, DENIED.id]
    assert found("--min-confidence", "default") == found("--min-confidence", str(load_confidence().default))
    assert found("--published-by", "2022-05-18") == []


def test_an_empty_answer_is_told_and_is_no_error(folder: Path) -> None:
    ran = foedus("claims", "--type", "attack", cwd=folder)
    assert (ran.code, ran.out, ran.err) == (0, "", "foedus: no claim matches\n")


@pytest.mark.parametrize("kind", ["table", "csv", "jsonl", "md"])
def test_every_view_writes_every_format_to_a_file(kind: str, folder: Path) -> None:
    for view in (["claims"], ["register"], ["sources"], ["entities", "Belarus"]):
        ran = foedus(*view, "--format", kind, "--out", f"{view[0]}.{kind}", cwd=folder)
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert (folder / f"{view[0]}.{kind}").read_text() == foedus(*view, "--format", kind, cwd=folder).out


def test_a_file_that_cannot_be_written_is_named_and_the_old_one_stays(folder: Path) -> None:
    (folder / "file").write_text("old")
    ran = foedus("claims", "--out", "file/claims.csv", cwd=folder)
    assert ran.code == 5
    assert "file/claims.csv cannot be written" in ran.err
    assert (folder / "file").read_text() == "old"


def test_the_register_has_a_row_and_its_claims(folder: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(foedus("register", "--format", "csv", cwd=folder).out))
    assert (row["supplier"], row["recipient"], row["item"]) == ("Arland", "Borland", "tanks")
    assert (row["number_delivered"], row["claims"]) == ("12", TOLD.id)
    table = foedus("register", cwd=folder)
    assert re.split("  +", table.out.splitlines()[1]) == [
        "Arland",
        "Borland",
        "tanks",
        "12, in 2021",
        "delivered",
        TOLD.id[:8],
    ]
    assert "(…): uncertain" in table.err


def test_sure_claims_and_rows_come_first_and_the_others_are_to_check(tmp_path: Path) -> None:
    report = document("Arland delivered tanks to Borland. Arland sold jets to Borland. Arland lent boats to Borland.")
    given: dict[str, tuple[str, float | None]] = {"delivered": ("tanks", 0.0), "sold": ("jets", 1.0)}
    given["lent"] = ("boats", None)
    claims = [
        claim(report, word, supplier="Arland", recipient="Borland", item=item, confidence=sure)
        for word, (item, sure) in given.items()
    ]
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add([(report, claims)])
    by_item = {"tanks": ("0.00", "to check"), "jets": ("1.00", ""), "boats": ("", "")}
    listed = list(csv.DictReader(io.StringIO(foedus("claims", "--format", "csv", cwd=tmp_path).out)))
    assert [row["claim"] for row in listed] == [claims[place].id for place in (1, 2, 0)]
    assert {row["roles"].rpartition("=")[2]: (row["confidence"], row["mark"]) for row in listed} == by_item
    rows = list(csv.DictReader(io.StringIO(foedus("register", "--format", "csv", cwd=tmp_path).out)))
    assert [row["item"] for row in rows] == ["boats", "jets", "tanks"]
    assert {row["item"]: (row["confidence"], row["mark"]) for row in rows} == by_item
    records = [json.loads(line) for line in foedus("register", "--format", "jsonl", cwd=tmp_path).out.splitlines()]
    assert [(row["confidence"], row["to_check"]) for row in records] == [(None, False), (1.0, False), (0.0, True)]
    assert all(row["reasons"]["to_check"] for row in records)
    tables = [foedus(*view, cwd=tmp_path).out for view in (["claims"], ["register"], ["document", report.id])]
    assert [table.count("to check") for table in tables] == [1, 1, 1]
    assert all("to check" in table.splitlines()[-1] for table in tables)
    assert "confidence 0.00, to check\n" in foedus("show", claims[0].id, cwd=tmp_path).out


def test_contradictions_name_both_claims_and_the_reason(folder: Path) -> None:
    report = document("Arland did not deliver tanks to Borland in 2021.", outlet="The Vigil")
    denied = claim(
        report,
        "deliver",
        polarity="negated",
        supplier="RUS=Arland",
        recipient="BLR=Borland",
        item="tanks",
        when="2021=2021",
    )
    with Ledger.open(folder / "foedus.db") as ledger:
        ledger.add([(report, [denied])])
    (row,) = csv.DictReader(io.StringIO(foedus("contradictions", "--format", "csv", cwd=folder).out))
    assert row["kind"] == "polarity"
    assert {row["first claim"], row["second claim"]} == {TOLD.id, denied.id}
    assert {row["first where"], row["second where"]} == {"2022-05-19, The Gazette", "2022-05-19, The Vigil"}
    assert row["reason"]
    (record,) = foedus("contradictions", "--format", "jsonl", cwd=folder).out.splitlines()
    assert json.loads(record)["reason"] == row["reason"]
    head, *sides = foedus("contradictions", cwd=folder).out.splitlines()
    assert head == f"polarity: {row['reason']}"
    said = {sides[0].strip(): sides[1].strip(), sides[2].strip(): sides[3].strip()}
    delivered = "2022-05-19, The Gazette · transfer delivered (attributed to the minister) · confidence 1.00"
    assert said == {
        f"{TOLD.id[:8]} · {delivered}": TOLD.evidence[0].text,
        f"{denied.id[:8]} · 2022-05-19, The Vigil · transfer not delivered (stated)": denied.evidence[0].text,
    }


def test_related_claims_are_listed_with_how_they_stand(folder: Path) -> None:
    report = document("Arland did not deliver tanks to Borland in 2021.", outlet="The Vigil")
    denied = claim(report, "deliver", polarity="negated", supplier="RUS=Arland", recipient="BLR=Borland", item="tanks")
    copy = document(REPORT.text.partition("\n\n")[2], title="Loan for tanks", outlet="The Copyist")
    again = claim(copy, "delivered", supplier="RUS=Arland", recipient="BLR=Borland", item="tanks", when="2021=2021")
    with Ledger.open(folder / "foedus.db") as ledger:
        ledger.add([(report, [denied]), (copy, [again])])
    rows = list(csv.DictReader(io.StringIO(foedus("related", TOLD.id[:8], "--format", "csv", cwd=folder).out)))
    assert {row["claim"]: row["kind"] for row in rows} == {denied.id: "contradicting", again.id: "compatible"}
    assert all(row["reason"] for row in rows)
    nobody = foedus("related", "ffff", cwd=folder)
    assert nobody.code != 0
    assert len(nobody.errors) == 1


def test_sources_count_pages_and_stories(folder: Path) -> None:
    copy = document(REPORT.text.partition("\n\n")[2], title="Loan for tanks", outlet="The Copyist")
    again = claim(copy, "delivered", supplier="RUS=Arland", recipient="BLR=Borland", item="tanks", when="2021=2021")
    add_compared(folder / "foedus.db", [(copy, [again])])
    rows = list(csv.DictReader(io.StringIO(foedus("sources", "--type", "transfer", "--format", "csv", cwd=folder).out)))
    assert [(row["pages"], row["stories"], row["best"]) for row in rows] == [("2", "1", "stated")]
    assert set(rows[0]["claims"].split()) == {TOLD.id, again.id}


def test_show_marks_the_cues_and_gives_every_offset(folder: Path) -> None:
    out = foedus("show", TOLD.id[:6], cwd=folder).out
    assert "Arland [delivered|trigger] 12 tanks to Borland in 2021, [the minister|source] [said|voice]" in out
    for filler in (TOLD.roles["supplier"][0], TOLD.roles["item"][0]):
        assert f"“{filler.text}” {filler.start}–{filler.end}" in out
    assert "en:transfer:deliver, confidence 1.00\n" in out
    assert "said by     the minister" in out


def test_show_counts_code_points_and_says_who_speaks_where_the_text_names_nobody(folder: Path) -> None:
    report = document("L’été 🇫🇷👩‍✈️ fut chaud. La Borlande a reçu douze chars.", lang="fr", outlet="Le Fanal")
    told = [claim(report, "reçu", recipient="BLR=Borlande", item="chars", standing=one) for one in _NO_VOICE]
    told[1] = replace(told[1], id="f" * 16)
    with Ledger.open(folder / "foedus.db") as ledger:
        ledger.add([(report, told)])
    out = foedus("show", told[0].id, cwd=folder).out
    assert "  La Borlande a [reçu|trigger] douze chars.\n" in out
    place = report.text.index("Borlande")
    assert f"recipient   Borlande (BLR, state) “Borlande” {place}–{place + 8}\n" in out
    assert "said by     Le Fanal, in its own voice\n" in out
    assert "said by     nobody whom the text names\n" in foedus("show", "ffff", cwd=folder).out


def test_document_prints_metadata_and_claims_or_the_text_to_the_character(folder: Path) -> None:
    out = foedus("document", REPORT.id[:5], cwd=folder).out
    assert all(part in out for part in ("Tanks for Borland", "The Gazette", "2022-05-19", TOLD.id[:8], DENIED.id[:8]))
    assert foedus("document", REPORT.id, "--text", cwd=folder).out == REPORT.text


@pytest.mark.parametrize(
    ("words", "code"), [(["show", "ffff"], 2), (["document", "zz"], 2), (["claims", "--ledger", "none.db"], 5)]
)
def test_what_the_ledger_does_not_hold_is_one_line(words: list[str], code: int, folder: Path) -> None:
    ran = foedus(*words, cwd=folder)
    assert (ran.code, ran.out, len(ran.errors)) == (code, "", 1)


def test_what_people_judged_reads_as_judged_and_is_never_to_check(folder: Path) -> None:
    doubtful = [
        claim(REPORT, word, supplier="RUS=Arland", recipient="BLR=Borland", item="tanks", confidence=0.0)
        for word in ("paid", "seen", "loan")
    ]
    with Ledger.open(folder / "foedus.db") as ledger:
        ledger.add([(REPORT, [TOLD, DENIED, *doubtful])])
        desk = ledger.review("anna")
        desk.accept(doubtful[0].id)
        desk.correct(doubtful[1].id, Correction(stage="ordered"))
        desk.reject(doubtful[2].id)
    kept = list(csv.DictReader(io.StringIO(foedus("claims", "--format", "csv", cwd=folder).out)))
    assert {row["claim"]: row["mark"] for row in kept} == {
        TOLD.id: "",
        DENIED.id: "",
        doubtful[0].id: "accepted",
        doubtful[1].id: "corrected",
    }
    (gone,) = csv.DictReader(io.StringIO(foedus("claims", "--review", "rejected", "--format", "csv", cwd=folder).out))
    assert (gone["claim"], gone["mark"]) == (doubtful[2].id, "rejected")
    for view in (["claims"], ["document", REPORT.id]):
        table = foedus(*view, cwd=folder).out
        assert ("accepted" in table, "corrected" in table, "to check" in table) == (True, True, False)


def test_foedus_toml_names_the_ledger(folder: Path) -> None:
    (folder / "foedus.db").rename(folder / "case.db")
    (folder / "foedus.toml").write_text('ledger = "case.db"\n')
    assert foedus("claims", cwd=folder).code == 0
    (folder / "foedus.toml").write_text("ledger = 7\n")
    ran = foedus("claims", cwd=folder)
    assert (ran.code, len(ran.errors)) == (4, 1)
    assert "foedus.toml" in ran.err


def test_a_pipe_that_closes_ends_the_command_quietly(tmp_path: Path) -> None:
    many = [_report(number) for number in range(2000)]
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add(many)
    line = f"'{COMMAND}' claims --format jsonl | head -n 1"
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"")


def _report(number: int) -> tuple[Document, list[Claim]]:
    report = document(f"Arland delivered {number} tanks to Borland.")
    return report, [claim(report, "delivered", supplier="Arland", recipient="Borland", item="tanks")]


def test_a_full_standard_output_is_one_line(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [COMMAND, "claims"], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == 5
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr


def test_doctor_names_versions_and_the_state_of_the_ledger(folder: Path) -> None:
    out = foedus("doctor", cwd=folder).out
    assert "foedus.db: 1 document, 2 claims" in out
    for name in ("foedus", "lexicon", "gazetteer", "pipelines", "sqlite", "ledger"):
        assert f" {name} " in out


def test_samples_prints_a_folder_with_reports(tmp_path: Path) -> None:
    found = Path(foedus("samples", cwd=tmp_path).out.strip())
    assert list(found.glob("*.txt"))
