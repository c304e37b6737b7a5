"""Reading as a user does it: documents in, claims out and into the ledger, the same again without harm."""

import json
import subprocess
from pathlib import Path

import pytest

from foedus.ledger.store import Ledger
from foedus.model.claim_json import from_json
from tests.cli.command import COMMAND, environment, foedus

REPORT = "Russia delivered four S-400 systems to Turkey in July 2019, the Turkish defence ministry said.\n"
FRENCH = "La Russie a livré quatre systèmes S-400 à la Turquie en juillet 2019, a annoncé le ministère turc.\n"
GERMAN = "Das Ministerium teilte gestern mit, dass die ersten Panzer im nächsten Jahr geliefert werden sollen.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(REPORT)
    return tmp_path


def test_a_report_gives_its_claims_and_a_ledger(folder: Path) -> None:
    ran = foedus("read", "report.txt", "--published", "2019-07-15", "--outlet", "The Gazette", cwd=folder)
    assert ran.code == 0
    assert ran.out.startswith("report.txt · 2019-07-15 · The Gazette · en · ")
    assert "transfer delivered" in ran.out
    assert ran.errors[-1].startswith("foedus: 1 document read; 1 claim (1 new, 0 known in foedus.db), ")
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        (document,) = ledger.documents()
        assert (document.text, document.lang, document.outlet) == (REPORT, "en", "The Gazette")
        assert [claim.stage for claim in ledger.claims()] == ["delivered"]


def test_jsonl_on_standard_output_is_claims_and_nothing_else(folder: Path) -> None:
    ran = foedus("read", "report.txt", "--format", "jsonl", "--no-ledger", cwd=folder)
    claims = [from_json(line) for line in ran.out.splitlines()]
    assert claims
    assert all(REPORT[one.start : one.end] == one.text for claim in claims for one in claim.evidence)
    assert {path.name for path in folder.iterdir()} == {"report.txt"}


def test_out_writes_one_file_for_each_input_and_keeps_names_apart(folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "report.txt").write_text(FRENCH)
    (folder / "quiet.txt").write_text("The weather in the harbour town was fair for the whole of last week.\n")
    ran = foedus("read", "report.txt", "other", "quiet.txt", "--out", "new/claims", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    written = {path.name: path.read_text().splitlines() for path in (folder / "new/claims").iterdir()}
    assert sorted(written) == ["quiet.jsonl", "report-2.jsonl", "report.jsonl"]
    assert [json.loads(written[name][0])["document"]["lang"] for name in ("report.jsonl", "report-2.jsonl")] == [
        "en",
        "fr",
    ]
    assert written["quiet.jsonl"] == []
    assert (folder / "foedus.db").exists()


def test_the_same_again_brings_nothing_new(folder: Path) -> None:
    first = foedus("read", "report.txt", cwd=folder)
    again = foedus("read", "report.txt", cwd=folder)
    assert first.out == again.out
    assert "(0 new, 1 known in foedus.db)" in again.err
    assert foedus("claims", cwd=folder).out == foedus("claims", cwd=folder).out


def test_standard_input_is_read(folder: Path) -> None:
    ran = foedus("read", "-", "--no-ledger", "--lang", "en", cwd=folder, stdin=REPORT.encode())
    assert (ran.code, ran.out.splitlines()[0].startswith("standard input · en · ")) == (0, True)


def test_min_confidence_hides_claims_and_the_ledger_keeps_them(folder: Path) -> None:
    ran = foedus("read", "report.txt", "--min-confidence", "1", "--format", "jsonl", cwd=folder)
    assert ran.out == ""
    assert "0 claims shown (1 new" in ran.err


def test_a_language_without_pipeline_is_kept_and_told_in_one_line_and_is_no_error(folder: Path) -> None:
    for number in range(7):
        (folder / f"{number}.txt").write_text(f"{GERMAN} {number}")
    (folder / "bericht.txt").write_text(GERMAN)
    ran = foedus("read", "bericht.txt", ".", cwd=folder)
    assert ran.code == 0
    unread, counts = ran.errors
    assert unread == (
        "foedus: 9 documents in 'de' kept in foedus.db but not read, as there is no lexicon for it: "
        "bericht.txt, 0.txt, 1.txt, 2.txt, 3.txt and 4 more"
    )
    assert counts.startswith("foedus: 1 document read, 9 in other languages; 1 claim (1 new, 0 known in foedus.db), ")
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        kept = {document.source: document for document in ledger.documents()}
    assert kept["bericht.txt"].lang == "de"
    assert any("de" in note.text for note in kept["bericht.txt"].notes)
    alone = foedus("read", "bericht.txt", "--no-ledger", cwd=folder)
    assert alone.code == 3
    assert alone.errors[0] == "foedus: 1 document in 'de' not read, as there is no lexicon for it: bericht.txt"


def test_known_counts_claims_and_not_documents(folder: Path) -> None:
    (folder / "quiet.txt").write_text("The weather in the harbour town was fair for the whole of last week.\n")
    foedus("read", "quiet.txt", cwd=folder)
    assert "1 claim (1 new, 0 known in foedus.db)" in foedus("read", "quiet.txt", "report.txt", cwd=folder).err
    assert "1 claim (0 new, 1 known in foedus.db)" in foedus("read", ".", cwd=folder).err


def test_a_manifest_gives_the_metadata(folder: Path) -> None:
    (folder / "manifest.yaml").write_text("files: {report.txt: {published: 2019-07-15, outlet: The Harbour}}\n")
    (line,) = foedus("read", ".", "--format", "jsonl", "--no-ledger", cwd=folder).out.splitlines()
    document = json.loads(line)["document"]
    assert (document["published"], document["outlet"]) == ("2019-07-15", "The Harbour")


def test_the_bundled_samples_are_read_without_a_complaint(tmp_path: Path) -> None:
    samples = foedus("samples", cwd=tmp_path).out.strip()
    ran = foedus("read", samples, "--format", "jsonl", "--no-ledger", cwd=tmp_path)
    claims = [from_json(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert len({claim.document.id for claim in claims}) > 5
    (counts,) = ran.errors
    assert {claim.document.lang for claim in claims} == {"en", "fr", "ru"}
    assert counts.startswith("foedus: 24 documents read; ")


def test_metadata_given_again_corrects_the_document_and_its_claims(folder: Path) -> None:
    report = "Russia delivered four S-400 systems to Turkey on Monday, the Turkish defence ministry said.\n"
    (folder / "monday.txt").write_text(report)
    foedus("read", "monday.txt", "--published", "2019-07-16", "--outlet", "The Gazette", cwd=folder)
    ran = foedus("read", "monday.txt", "--published", "2019-07-23", cwd=folder)
    assert "; 1 page corrected; " in ran.errors[-1]
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        (claim,) = ledger.claims()
        assert claim.when is not None
        assert (claim.when.edtf, claim.document.published) == ("2019-07-22", "2019-07-23")
        assert claim.document.outlet == "The Gazette", "what is not given again stays"
    told = foedus("document", claim.document.id, cwd=folder).out
    assert "published 2019-07-16 → 2019-07-23 (read monday.txt --published 2019-07-23)" in told
    again = foedus("read", "monday.txt", cwd=folder)
    assert "corrected" not in again.err
    assert "(0 new, 1 known in foedus.db)" in again.err


def test_a_copy_elsewhere_is_read_with_the_date_of_the_page_that_names_the_text(folder: Path) -> None:
    report = "Russia delivered four S-400 systems to Turkey on Monday, the Turkish defence ministry said."
    lines = [
        {"text": report, "url": f"https://{outlet.lower()}.example/1", "outlet": outlet, "published": published}
        for outlet, published in (("Herald", "2019-07-16"), ("Courier", "2019-07-23"))
    ]
    for order in (lines, lines[::-1]):
        (folder / "news.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in order))
        ran = foedus("read", "news.jsonl", "--format", "jsonl", cwd=folder)
        claims = [from_json(line) for line in ran.out.splitlines()]
        assert {(claim.when and claim.when.edtf, claim.document.outlet) for claim in claims} == {
            ("2019-07-15", "Herald")
        }
    assert "(0 new, 2 known in foedus.db)" in ran.err
    assert "page 2      Courier · 2019-07-23" in foedus("document", claims[0].document.id, cwd=folder).out


def test_what_a_page_says_of_itself_does_not_undo_what_was_given(folder: Path) -> None:
    page = (
        '<html><head><title>Tanks</title><meta property="article:published_time" content="2019-07-15"></head><body>'
        f"<article><p>{REPORT}</p><p>{REPORT.replace('four', 'two')}</p></article></body></html>"
    )
    (folder / "page.html").write_text(page)
    foedus("read", "page.html", cwd=folder)
    foedus("read", "page.html", "--published", "2019-07-20", cwd=folder)
    foedus("read", "page.html", cwd=folder)
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        (document,) = ledger.documents()
        assert [one.document.published for one in ledger.page_versions(document.id)] == ["2019-07-15", "2019-07-20"]


def test_what_was_kept_as_too_doubtful_for_others_stays_kept(folder: Path) -> None:
    text = "\n\n".join((REPORT, "Reports of talks on jets came up again.", "Arms may have been sent to the region."))
    (folder / "report.txt").write_text(text)
    every = foedus("read", "report.txt", "--min-confidence", "all", "--format", "jsonl", cwd=folder)
    usual = foedus("read", "report.txt", "--format", "jsonl", cwd=folder)
    assert len(every.out.splitlines()) >= len(usual.out.splitlines())
    assert "(0 new, " in usual.err
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        assert len(list(ledger.claims())) == len(every.out.splitlines())


def test_two_runs_on_the_same_input_give_the_same_exports_to_the_byte(tmp_path: Path) -> None:
    samples = Path(foedus("samples", cwd=tmp_path).out.strip())
    reports = sorted(samples.glob("*.txt"))[::3]
    views = [("claims", "--format", "jsonl"), ("claims", "--format", "csv"), ("register", "--format", "csv")]
    exports = []
    for ledger in ("one.db", "two.db"):
        assert foedus("read", *reports, "--ledger", ledger, "--out", "out", cwd=tmp_path).code == 0
        exports.append([foedus(*words, "--ledger", ledger, cwd=tmp_path).out for words in views])
    assert exports[0] == exports[1]
    assert all(exports[0])


def test_processes_that_read_into_one_ledger_at_once_lose_nothing(folder: Path) -> None:
    for number in range(3):
        part = folder / f"part{number}"
        part.mkdir()
        (part / "own.txt").write_text(REPORT.replace("four", str(number + 2)))
        (part / "shared.txt").write_text(FRENCH)
    running = [
        subprocess.Popen(
            [COMMAND, "read", f"part{number}", "--out", f"out{number}"],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        for number in range(3)
    ]
    told = [process.communicate(timeout=120)[1].decode() for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], told
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        texts = {document.text for document in ledger.documents()}
        assert texts == {FRENCH, *(REPORT.replace("four", str(number + 2)) for number in range(3))}
        assert {claim.document.sha256 for claim in ledger.claims()} == {one.sha256 for one in ledger.documents()}
        assert list(ledger.verify()) == []
