"""The bench of the careful reader: which documents it asks about, and what it makes of right and wrong answers."""

import json
from collections import Counter
from pathlib import Path

import pytest
from bench.accuracy.corpus import files_of
from bench.careful import __main__ as command
from bench.careful import floors, recorded
from bench.careful.ideal import ideal
from bench.careful.parts import Case, cases, sampled
from bench.careful.recorded import Answered
from bench.careful.scoring import Outcome, outcomes
from bench.careful.tables import figures, tables

from foedus.careful.numbering import numbered
from foedus.careful.proof.proving import raw_json
from foedus.learning.corpus.format import read
from foedus.reader.read import Reader

IDS = ("est-28", "kav-08")


def answer_to(case: Case) -> str:
    """The answer of a model without fault."""
    corpus = next(one for one in map(read, files_of("dev", [case.gold.lang])) if one.id == case.gold.id)
    told = [raw_json(claim) for _, claim in ideal(corpus, numbered(case.document)).claims]
    return '{"claims": [' + ", ".join(told) + "]}"


@pytest.fixture(scope="module")
def some() -> list[Case]:
    return [case for case in cases("dev") if case.gold.id in IDS]


def outcome(case: Case, *answers: str) -> Outcome:
    answered = Answered(case, numbered(case.document), "some-model", "0", answers)
    (one,) = outcomes([answered], Reader.load())
    return one


def test_a_sample_is_the_same_each_time_balanced_by_language_and_spread() -> None:
    found = cases("dev")
    twelve = sampled(found, 12)
    assert twelve == sampled(list(reversed(found)), 12)
    assert Counter(case.gold.lang for case in twelve) == {"fr": 4, "en": 4, "ru": 4}
    assert Counter(case.gold.lang for case in sampled(found, 7)) == {"fr": 3, "en": 2, "ru": 2}
    assert len({case.gold.id for case in sampled(found, 90)}) == 90
    about = {next((claim.type for claim in case.gold.claims if claim.core), "") for case in sampled(found, 60)}
    assert len(about) >= 8
    assert len(sampled(found, 10_000)) == len(found)


def test_right_answers_score_full_before_proof_and_nothing_wrong_enters(some: list[Case]) -> None:
    found = [outcome(case, answer_to(case)) for case in some]
    for one in found:
        golds = one.before.gold.claims
        right = [pair for pair in one.before.pairs if pair.full and golds[pair.gold].core]
        assert len(right) == sum(claim.core for claim in golds)
    assert figures(found)["all"]["precision"] == 1.0
    assert all(not verdict.judged or verdict.core for one in found for verdict in one.verdicts)
    titles = [table.title for table in tables(found)]
    assert titles[1] == "Proven"


def test_an_invented_quotation_is_rejected_rightly_and_costs_before_proof(some: list[Case]) -> None:
    case = some[0]
    claims = json.loads(answer_to(case))["claims"]
    core = {(claim.type, claim.stages[0]) for claim in case.gold.claims if claim.core}
    told = next(claim for claim in claims if (claim["type"], claim["stage"]) in core)
    invented = told | {"trigger": told["trigger"] | {"quote": "words that stand nowhere"}}
    one = outcome(case, json.dumps({"claims": [invented]}))
    assert (len(one.proven.claims), len(one.before.broken)) == (0, 1)
    assert [(verdict.judged, verdict.core) for verdict in one.verdicts] == [(True, False)]


def test_a_piece_that_is_no_claim_and_a_cut_answer_are_counted(some: list[Case]) -> None:
    answer = answer_to(some[0])
    one = outcome(some[0], answer[: len(answer) // 2])
    assert one.told.cut
    two = outcome(some[0], '{"claims": [{"type": "nonsense"}]}')
    assert [verdict.code for verdict in two.verdicts] == ["malformed"]
    counts = {row[0]: row[1] for row in tables([one, two])[-1].rows}
    assert counts["documents with an answer that was cut off"] == "1"
    assert counts["pieces that were no claim"] == "1"


def test_requests_are_answered_recorded_scored_and_pinned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], some: list[Case]
) -> None:
    monkeypatch.setattr(recorded, "HERE", tmp_path / "recorded")
    monkeypatch.setattr(command, "cases", lambda *_: some)
    none_yet = "part: dev\ncorpus_sha256: ''\nfloors: {}\nlowered: []\n"
    (tmp_path / "floors_dev.yaml").write_text(none_yet, encoding="utf-8")
    monkeypatch.setattr(floors, "path", lambda part: tmp_path / f"floors_{part}.yaml")
    monkeypatch.setattr("bench.accuracy.floors.committed", lambda *_: None)
    store, asked, answers = tmp_path / "store", tmp_path / "requests.jsonl", tmp_path / "answers.jsonl"
    common = ["--part", "dev", "--store", str(store)]

    assert command.main(["score", *common]) == 3
    assert "holds no recorded answers" in capsys.readouterr().err
    assert command.main(["requests", *common, "--out", str(asked)]) == 0
    lines = [json.loads(line) for line in asked.read_text(encoding="utf-8").splitlines()]
    by_text = {case.document.text.split("\n")[0]: case for case in some}
    with answers.open("w", encoding="utf-8") as out:
        for line in lines:
            prompt = line["body"]["messages"][-1]["content"]
            case = next(case for first, case in by_text.items() if first[:40] in prompt)
            out.write(json.dumps({"custom_id": line["custom_id"], "answer": answer_to(case)}) + "\n")
        out.write("{broken\n")
    assert command.main(["record", *common, str(answers), "--day", "2025-01-01"]) == 0
    assert "answers.jsonl:3 left out" in capsys.readouterr().err
    kept = recorded.read("dev")
    assert sorted(one.document for one in kept) == sorted(IDS)
    assert {one.answer for one in kept} == {answer_to(case) for case in some}
    assert {one.model for one in kept} == {command.MODEL}
    named = tmp_path / "named"
    monkeypatch.setattr(recorded, "HERE", named)
    assert command.main(["record", *common, str(answers), "--model", "some-kind"]) == 0
    assert {one.model for one in recorded.read("dev")} == {"some-kind"}
    assert {one.request for one in recorded.read("dev")} == {one.request for one in kept}
    monkeypatch.setattr(recorded, "HERE", tmp_path / "recorded")
    capsys.readouterr()
    assert command.main(["score", *common, "--raise-floors", "--check-floors"]) == 0
    assert "Proven" in capsys.readouterr().out
    pinned = (tmp_path / "floors_dev.yaml").read_text(encoding="utf-8")
    assert "core_f1" in pinned
    (tmp_path / "floors_dev.yaml").write_text(pinned.replace("core_f1: ", "core_f1: 1"), encoding="utf-8")
    assert command.main(["score", *common, "--check-floors"]) == 1
    answers.write_text(json.dumps({"custom_id": lines[0]["custom_id"], "answer": '{"claims": []}'}), encoding="utf-8")
    assert command.main(["record", *common, str(answers)]) == 3
    assert "recordings are made once" in capsys.readouterr().err


def test_lists_of_the_test_part_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["score", "--part", "test", "--misses", "m.jsonl"]) == 2
    assert "stay unread" in capsys.readouterr().err
