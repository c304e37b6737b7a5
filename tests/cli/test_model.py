"""Requests to a model as a file, its answers from one: in any order, in parts, twice, broken, of older codebooks."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from foedus.intake.answers.records import KeptPage
from foedus.intake.answers.store import AnswerStore
from foedus.ledger.store import Ledger
from foedus.model.claim_json import from_json
from tests.cli.command import Ran, foedus

REPORT = "Russia delivered four S-400 systems to Turkey in July 2019, the Turkish defence ministry said.\n"
OTHER = "France sold twelve Rafale jets to Croatia. The contract was signed in Zagreb on Thursday.\n"
BAKERY = "The baker sold forty rolls on Thursday, and the weather was fair.\n"


def quote(words: str, sentence: int = 1) -> dict[str, Any]:
    return {"sentence": sentence, "quote": words}


def told(trigger: str, stage: str, supplier: str, recipient: str, item: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - values of JSON
    names = (("supplier", supplier, "state"), ("recipient", recipient, "state"), ("item", item, "system"))
    roles = [
        quote(words) | {"role": role, "kind": kind, "via": None, "stands_for": None} for role, words, kind in names
    ]
    rest = dict.fromkeys(("quantity", "value", "when", "due", "alternative"))
    says = {"polarity": "affirmed", "certainty": "certain", "standing": "stated", "voices": [], "also": []}
    return {"type": "transfer", "stage": stage, "trigger": quote(trigger), "roles": roles, **rest, **says, **more}


MINISTRY = quote("the Turkish defence ministry") | {
    "kind": "organisation",
    "cue": "said",
    "vehicle": None,
    "said_when": None,
}
RIGHT = told("delivered", "delivered", "Russia", "Turkey", "S-400 systems", standing="attributed", voices=[MINISTRY])
INVENTED = told("smuggled", "delivered", "Russia", "Turkey", "S-400 systems")
SOLD = told("sold", "ordered", "France", "Croatia", "Rafale jets")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(REPORT)
    (tmp_path / "other.txt").write_text(OTHER)
    (tmp_path / "bakery.txt").write_text(BAKERY)
    return tmp_path


def export(folder: Path, *words: str) -> list[dict[str, Any]]:
    ran = foedus("model", "export", *words, "--model", "some-model", cwd=folder)
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def answered(folder: Path, name: str, answers: dict[str, object]) -> None:
    lines = (json.dumps({"custom_id": request, "answer": answer}) for request, answer in answers.items())
    (folder / name).write_text("\n".join(lines) + "\n")


def by_file(folder: Path) -> dict[str, KeptPage]:
    return {page.file: page for page in AnswerStore(folder / "foedus-answers").pages()}


def stages(folder: Path) -> list[str]:
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        return sorted(claim.stage for claim in ledger.claims())


def take_in(folder: Path, *words: str) -> Ran:
    return foedus("model", "import", *words, cwd=folder)


@pytest.fixture
def asked(folder: Path) -> Iterator[dict[str, str]]:
    """The request of each file, by name."""
    export(folder, "report.txt", "other.txt")
    yield {file: page.requests[0] for file, page in by_file(folder).items()}


def test_export_writes_batch_requests_and_leaves_out_what_can_make_no_claim(folder: Path) -> None:
    ran = foedus("model", "export", "report.txt", "bakery.txt", "--model", "some-model", "--out", "r.jsonl", cwd=folder)
    (line,) = [json.loads(line) for line in (folder / "r.jsonl").read_text().splitlines()]
    (folder / "r.jsonl").unlink()
    assert (line["method"], line["url"]) == ("POST", "/v1/chat/completions")
    assert line["body"]["model"] == "some-model"
    assert "S-400" in line["body"]["messages"][-1]["content"]
    assert line["custom_id"] == by_file(folder)["report.txt"].requests[0]
    assert "1 document without words that could make a claim left out: --all asks too" in ran.err
    assert "1 request about 1 document, for some-model" in ran.err
    assert len(export(folder, ".", "--all")) == 3
    assert len(export(folder, ".", "--all", "--max-documents", "1")) == 1


def test_what_is_answered_already_is_not_exported_again(folder: Path, asked: dict[str, str]) -> None:
    answered(folder, "a.jsonl", {asked["report.txt"]: {"claims": [RIGHT]}})
    take_in(folder, "a.jsonl")
    assert [one["custom_id"] for one in export(folder, "report.txt", "other.txt")] == [asked["other.txt"]]


def test_import_needs_the_answers_alone_and_keeps_pages_and_claims_as_read_does(
    folder: Path, asked: dict[str, str]
) -> None:
    for file in ("report.txt", "other.txt"):
        (folder / file).unlink()
    answered(folder, "a.jsonl", {asked["other.txt"]: {"claims": [SOLD]}, asked["report.txt"]: {"claims": [RIGHT]}})
    ran = take_in(folder, "a.jsonl")
    assert ran.code == 0, ran.err
    assert "transfer delivered" in ran.out
    assert stages(folder) == ["delivered", "ordered"]
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        assert {document.text for document in ledger.documents()} == {REPORT, OTHER}
        page = by_file(folder)["report.txt"]
        assert {(claim.reader.name, claim.reader.version) for claim in ledger.claims()} == {
            ("careful/some-model", page.codebook)
        }
    assert foedus("audit", "verify", cwd=folder).code == 0


def test_answers_come_in_parts_in_any_order_and_twice_without_doubling(folder: Path, asked: dict[str, str]) -> None:
    answered(folder, "b.jsonl", {asked["other.txt"]: {"claims": [SOLD]}})
    answered(folder, "a.jsonl", {asked["report.txt"]: {"claims": [RIGHT]}})
    assert "1 new answer, 0 known" in take_in(folder, "b.jsonl").err
    assert stages(folder) == ["ordered"]
    ran = take_in(folder, "a.jsonl", "b.jsonl", "a.jsonl")
    assert "1 new answer, 2 known" in ran.err
    assert "2 claims (1 new, 1 known in foedus.db)" in ran.err
    assert stages(folder) == ["delivered", "ordered"]


def test_with_both_readers_what_the_built_in_reader_alone_makes_is_kept_as_well(
    folder: Path, asked: dict[str, str]
) -> None:
    answered(folder, "a.jsonl", {asked["other.txt"]: {"claims": []}, asked["report.txt"]: {"claims": [RIGHT]}})
    assert take_in(folder, "a.jsonl").code == 0
    assert readers(folder) == ["careful/some-model"]
    assert take_in(folder, "a.jsonl", "--reader", "both", "--ledger", "both.db").code == 0
    assert readers(folder, "both.db") == ["careful/some-model", "foedus"]
    wrong = take_in(folder, "a.jsonl", "--reader", "built-in")
    assert wrong.code == 2
    assert "'model', 'both'" in wrong.err


def readers(folder: Path, ledger: str = "foedus.db") -> list[str]:
    with Ledger.open(folder / ledger, create=False) as opened:
        return sorted({claim.reader.name for claim in opened.claims()})


def test_what_proof_rejects_stays_out_and_is_listed(folder: Path, asked: dict[str, str]) -> None:
    answered(folder, "a.jsonl", {asked["report.txt"]: {"claims": [RIGHT, INVENTED]}})
    ran = take_in(folder, "a.jsonl")
    assert "1 told claim could not be proven and stayed out" in ran.err
    assert stages(folder) == ["delivered"]
    listed = foedus("rejected", cwd=folder).out
    assert "not_in_text" in listed
    assert "smuggled" in listed
    assert REPORT.strip() in listed
    (line,) = foedus("rejected", "--about", "Turkey", "--format", "jsonl", cwd=folder).out.splitlines()
    assert json.loads(json.loads(line)["told"]) == INVENTED
    assert "« smuggled »" in foedus("rejected", "--in", "fr", cwd=folder).out
    assert foedus("rejected", "--about", "France", cwd=folder).out == ""
    assert foedus("rejected", "--code", "kind", cwd=folder).out == ""
    wrong = foedus("rejected", "--code", "nothing", cwd=folder)
    assert (wrong.code, "there is no such check" in wrong.err) == (2, True)


def test_broken_lines_are_named_and_the_rest_is_taken(folder: Path, asked: dict[str, str]) -> None:
    lines = [
        "{broken",
        json.dumps({"custom_id": "f" * 64, "answer": "{}"}),
        json.dumps({"custom_id": asked["other.txt"], "answer": "I think that France sold jets."}),
        json.dumps({"custom_id": asked["report.txt"], "answer": {"claims": [RIGHT]}}),
    ]
    (folder / "a.jsonl").write_text("\n".join(lines))
    ran = take_in(folder, "a.jsonl", "missing.jsonl")
    assert ran.code == 1
    assert "a.jsonl:1 left out: no JSON object" in ran.err
    assert "a.jsonl:2 left out (request ffffffffffffffff): " in ran.err
    assert "name the folder of the export with --answers" in ran.err
    assert f"a.jsonl:3 left out (request {asked['other.txt'][:16]}): no answer in the form asked for" in ran.err
    assert "missing.jsonl cannot be read" in ran.err
    assert stages(folder) == ["delivered"]
    nothing = take_in(folder, "missing.jsonl")
    assert nothing.code == 3


def test_a_document_of_several_passages_is_read_when_all_are_answered_or_as_far_as_they_are(folder: Path) -> None:
    (folder / "foedus.toml").write_text("[model]\nmax_context_tokens = 32768\nmax_answer_tokens = 1000\n")
    filler = [f"Paragraph {number} tells of the Turkish army and of its tanks in the north." for number in range(60)]
    (folder / "long.txt").write_text("\n\n".join([REPORT.strip(), *filler, OTHER.strip()]) + "\n")
    export(folder, "long.txt")
    page = by_file(folder)["long.txt"]
    assert len(page.requests) > 1
    empty: dict[str, object] = {request: {"claims": []} for request in page.requests}
    first, *others = page.requests
    answered(folder, "first.jsonl", {first: {"claims": [RIGHT]}})
    answered(folder, "others.jsonl", {request: empty[request] for request in others})
    ran = take_in(folder, "first.jsonl")
    assert f"long.txt lacks {len(others)} answer" in ran.err
    assert not (folder / "foedus.db").exists()
    assert take_in(folder, "first.jsonl", "--partly").code == 0
    assert stages(folder) == ["delivered"]
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        (document,) = ledger.documents()
        assert any("has not answered" in note.text for note in document.notes)
    assert "lack" not in take_in(folder, "others.jsonl").err
    assert stages(folder) == ["delivered"]
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        assert not any("has not answered" in note.text for note in next(iter(ledger.documents())).notes)


def test_an_answer_to_an_older_codebook_is_proven_all_the_same_and_its_claims_say_so(
    folder: Path, asked: dict[str, str]
) -> None:
    store = folder / "foedus-answers" / "documents"
    for path in store.iterdir():
        path.write_text(path.read_text().replace(by_file(folder)["report.txt"].codebook, "0ldc0debook0"))
        break
    pages = by_file(folder)
    old = next(file for file, page in pages.items() if page.codebook == "0ldc0debook0")
    claims: dict[str, object] = {"report.txt": {"claims": [RIGHT]}, "other.txt": {"claims": [SOLD]}}
    answered(folder, "a.jsonl", {asked[file]: claims[file] for file in asked})
    ran = take_in(folder, "a.jsonl", "--no-ledger", "--answers", "foedus-answers", "--format", "jsonl")
    found = [from_json(line) for line in ran.out.splitlines()]
    versions = {claim.document.sha256: claim.reader.version for claim in found}
    assert len(versions) == 2
    assert versions[pages[old].document.sha256] == "0ldc0debook0"
    assert not (folder / "foedus.db").exists()


def test_wrong_calls_are_one_line(folder: Path) -> None:
    assert "no model is named" in foedus("model", "export", "report.txt", cwd=folder).err
    both = foedus("model", "import", "a.jsonl", "--ledger", "x.db", "--no-ledger", cwd=folder)
    assert (both.code, "contradict each other" in both.err) == (2, True)
    (folder / "foedus.toml").write_text('answers = "report.txt"\n')
    wrong = foedus("rejected", cwd=folder)
    assert (wrong.code, "answers is no folder" in wrong.err) == (4, True)
