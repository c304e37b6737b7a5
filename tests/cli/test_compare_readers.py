"""Readers side by side: scores where there is a gold, agreement and every difference with the words of both."""

import json
from pathlib import Path
from typing import Any

import pytest

from foedus.intake.answers.store import AnswerStore
from tests.cli.command import foedus
from tests.cli.test_model import INVENTED, OTHER, REPORT, RIGHT, SOLD, answered, export

GOLD = [
    {
        "id": "report",
        "lang": "en",
        "published": None,
        "claims": [
            {
                "type": "transfer",
                "stage": "delivered",
                "standing": "attributed",
                "roles": {"supplier": [["RUS"]], "recipient": [["TUR"]], "item": [["s-400"]]},
            }
        ],
    },
    {
        "id": "other",
        "lang": "en",
        "published": None,
        "claims": [
            {
                "type": "transfer",
                "stage": "ordered",
                "standing": "stated",
                "roles": {"supplier": [["FRA"]], "recipient": [["HRV"]], "item": [["rafale"]]},
            }
        ],
    },
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "gold").mkdir()
    for gold, text in zip(GOLD, (REPORT, OTHER), strict=True):
        (tmp_path / "texts" / f"{gold['id']}.txt").write_text(text)
        (tmp_path / "gold" / f"{gold['id']}.txt").write_text(text)
        (tmp_path / "gold" / f"{gold['id']}.json").write_text(json.dumps(gold))
    export(tmp_path, "texts")
    return tmp_path


def take_in(folder: Path, report: list[object], other: list[object] | None) -> None:
    pages = {page.document.text: page.requests[0] for page in AnswerStore(folder / "foedus-answers").pages()}
    answers: dict[str, object] = {pages[REPORT]: {"claims": report}}
    if other is not None:
        answers[pages[OTHER]] = {"claims": other}
    answered(folder, "a.jsonl", answers)
    ran = foedus("model", "import", "a.jsonl", "--no-ledger", "--answers", "foedus-answers", cwd=folder)
    assert ran.code == 0, ran.err


def compared(folder: Path, *words: str) -> dict[str, list[dict[str, Any]]]:
    ran = foedus("compare-readers", *words, "--model", "some-model", "--format", "jsonl", cwd=folder)
    assert ran.code == 0, ran.err
    records = [json.loads(line) for line in ran.out.splitlines()]
    return {kind: [one for one in records if one["record"] == kind] for kind in ("reader", "agreement", "disagreement")}


def test_with_a_gold_each_reader_is_scored_and_each_difference_told_with_both_spans(folder: Path) -> None:
    take_in(folder, [RIGHT, INVENTED], [SOLD | {"stage": "sought"}])
    (folder / "foedus.toml").write_text("[model]\nprice_in = 2.0\nprice_out = 10.0\n")
    found = compared(folder, "texts", "--gold", "gold", "--readers", "built-in,model,both")
    figures = {one["reader"]: one for one in found["reader"]}
    assert list(figures) == ["built-in", "model", "both"]
    assert {one["documents"] for one in figures.values()} == {one["gold"] for one in figures.values()} == {2}
    assert figures["model"]["scores"]["precision"] == 1.0
    assert (figures["built-in"]["tokens_in"], figures["built-in"]["cost"]) == (0, None)
    model = figures["model"]
    assert model["cost"] == pytest.approx((model["tokens_in"] * 2 + model["tokens_out"] * 10) / 1e6, abs=1e-6)
    assert {(one["one"], one["other"]) for one in found["agreement"]} == {
        ("built-in", "model"),
        ("built-in", "both"),
        ("model", "both"),
    }
    for one in found["disagreement"]:
        for side in filter(None, (one["said_by_one"], one["said_by_other"])):
            text = REPORT if REPORT.startswith(side["sentence"][:10]) else OTHER
            assert text[side["start"] : side["end"]] == side["trigger"]
    alone = [one for one in found["agreement"] if (one["one"], one["other"]) == ("model", "both")]
    assert alone[0]["only_one"] == 0


def test_the_golds_own_texts_are_read_where_no_path_is_named_and_tables_say_the_same(folder: Path) -> None:
    take_in(folder, [RIGHT], [])
    texts = foedus("compare-readers", "--gold", "gold", "--model", "some-model", cwd=folder)
    assert texts.code == 0, texts.err
    assert "core f1" in texts.out
    assert "2 documents compared" in texts.err
    pages = foedus("compare-readers", "--gold", "gold", "--model", "some-model", "--format", "md", cwd=folder).out
    assert "| reader | documents | claims | core f1 |" in pages
    assert "model: –" in pages


def test_a_document_without_an_answer_is_named_and_left_out_for_all(folder: Path) -> None:
    take_in(folder, [RIGHT], None)
    ran = foedus("compare-readers", "texts", "--model", "some-model", "--format", "jsonl", cwd=folder)
    assert ran.code == 1
    assert "other.txt left out: foedus-answers has no answer about it" in ran.err
    assert {json.loads(line).get("documents", 1) for line in ran.out.splitlines()} == {1}


def test_wrong_calls_are_one_line(folder: Path) -> None:
    for words, said in (
        ([], "needs documents"),
        (["texts", "--readers", "model"], "two or three to compare"),
        (["texts", "--readers", "model,oracle"], "no such reader"),
        (["texts", "--format", "csv"], "holds one table"),
    ):
        ran = foedus("compare-readers", *words, cwd=folder)
        assert (ran.code, said in ran.err) == (2, True), ran.err
    nothing = foedus("compare-readers", "--gold", "texts", "--model", "m", cwd=folder)
    assert (nothing.code, "no gold file" in nothing.err) == (3, True)
