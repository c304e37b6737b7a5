"""`foedus read --reader model` against a server that fails in every way: nothing false enters, nothing is lost."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from bench.careful import misbehaving
from bench.careful.misbehaving import Misbehaviour, refusing, saying, too_many
from bench.careful.replay import MODEL, Plan, Replay, every, first, soundly
from msgspec.structs import replace

from foedus.asked.levels import sure_level
from foedus.careful.cost import estimate
from foedus.careful.reader import CarefulReader
from foedus.careful.request import requests
from foedus.careful.retries import Retries
from foedus.cli import app as command
from foedus.cli import careful_reading
from foedus.intake.answers.store import AnswerStore
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.reading.incoming import Incoming, ReaderVersion
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.claim_json import to_json
from foedus.model.document import make_document
from foedus.reader.read import Reader
from foedus.register.rows import register_rows
from tests.careful.endpoint.case import ASKED, QUIET, REPORTS, answers, document, request
from tests.cli.command import COMMAND, environment

KEY = "sk-harbour-0123456789"
SETTINGS = """\
[model]
name = "recorded"
timeout_seconds = 2
concurrency = 2
"""


class Ended(NamedTuple):
    """How the command ended, and what it told."""

    code: int
    lines: list[str]


Read = Callable[..., Ended]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "in").mkdir()
    for name, (_, text, _) in REPORTS.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    langs = "".join(f"  {name}: {{lang: {lang}}}\n" for name, (lang, _, _) in REPORTS.items())
    (tmp_path / "in" / "manifest.yaml").write_text(f"files:\n{langs}", encoding="utf-8")
    (tmp_path / "foedus.toml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOEDUS_MODEL_KEY", raising=False)
    monkeypatch.setattr(careful_reading, "RETRIES", Retries(attempts=3, first=0.01, longest=0.02))
    return tmp_path


@pytest.fixture
def read(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Read:
    """The command in this process, so that the reader is loaded once."""

    def run(url: str, *words: str, reader: str = "model") -> Ended:
        asked = ["foedus", "read", "in", "--reader", reader, "--endpoint", url, "--format", "jsonl", *words]
        monkeypatch.setattr("sys.argv", asked)
        with pytest.raises(SystemExit) as ended:
            command.main()
        return Ended(int(str(ended.value.code)), capsys.readouterr().err.splitlines())

    return run


def kept(folder: Path) -> dict[str, Claim]:
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        return {claim.id: claim for claim in ledger.claims()}


def documents(folder: Path) -> int:
    with Ledger.open(folder / "foedus.db") as ledger:
        return ledger.counts().documents


def written(claims: dict[str, Claim]) -> set[bytes]:
    return {to_json(claim) for claim in claims.values()}


@pytest.fixture(scope="module")
def right() -> dict[str, Claim]:
    """What the ledger holds where nothing goes wrong."""

    class Nowhere:
        def reject(self, *told: object) -> None:
            assert told[-1] == ()

    told = answers()
    reader = CarefulReader(Reader.load(), ASKED, lambda request: told[request.id], Nowhere())
    return {claim.id: claim for name in REPORTS for claim in reader.read(document(name)).claims}


def test_what_the_model_tells_is_proven_kept_and_not_asked_again(
    read: Read, folder: Path, right: dict[str, Claim]
) -> None:
    with Replay(answers()) as replay:
        told = read(replay.url)
        claims = kept(folder)
        again = read(replay.url)
        assert len(replay.seen) == len(REPORTS)
    assert {(claim.reader.name, claim.reader.rule) for claim in claims.values()} == {
        (f"careful/{MODEL}", "both readers")
    }
    assert written(claims) == written(right)
    assert len(claims) == 3
    assert told.lines[0].startswith("foedus: 3 documents to ask about in 3 requests: about ")
    assert "3 requests sent, 3 answers came, 0 were there" in told.lines[-2]
    assert "3 documents read by them, 3 claims proven, 0 rejected; " in told.lines[-2]
    assert told.lines[-2].endswith(" tokens in and 300 out")
    assert "3 documents read; 3 claims (3 new, 0 known in foedus.db)" in told.lines[-1]
    assert again.lines[0].startswith("foedus: 0 documents to ask about in 0 requests: nothing to pay for (3 answered")
    assert "0 requests sent" in again.lines[-2]
    assert "(0 new, 3 known" in again.lines[-1]


def test_a_plain_reading_leaves_what_was_proven_until_it_is_asked_to_read_again(
    read: Read, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*words: str) -> list[str]:
        monkeypatch.setattr("sys.argv", ["foedus", *words])
        with pytest.raises(SystemExit, match="0"):
            command.main()
        return capsys.readouterr().err.splitlines()

    with Replay(answers()) as replay:
        read(replay.url)
    proven = written(kept(folder))
    told = run("read", "in", "--format", "jsonl")
    assert told[0].startswith("foedus: 3 documents were left as a model read them; `foedus reread --built-in --all`")
    assert "0 documents read; 3 claims (0 new, 3 known in foedus.db)" in told[1]
    assert written(kept(folder)) == proven
    assert "3 documents read again by foedus/" in run("reread", "--older", "--built-in", "--dry-run")[-1]
    assert written(kept(folder)) == proven
    run("reread", "--older", "--built-in")
    assert {claim.reader.name for claim in kept(folder).values()} == {"foedus"}


def test_read_again_what_a_model_told_is_proven_again_from_its_answers_or_left(
    read: Read, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*words: str) -> list[str]:
        monkeypatch.setattr("sys.argv", ["foedus", "reread", "--all", *words])
        with pytest.raises(SystemExit, match="0"):
            command.main()
        return capsys.readouterr().err.splitlines()

    with Replay(answers()) as replay:
        read(replay.url)
    proven = kept(folder)
    with Ledger.open(folder / "foedus.db") as ledger:  # as an earlier proof might have left it
        for name, claim in proven.items():
            hedged = replace(claim, certainty="possible")
            reader = ReaderVersion(claim.reader.name, claim.reader.version)
            (told,) = (one for one in ledger.documents() if one.sha256 == claim.document.sha256)
            ledger.add([Incoming(told, [hedged], reader=reader)])
            assert name == hedged.id
    assert {claim.certainty for claim in kept(folder).values()} == {"possible"}
    elsewhere = run("--answers", "elsewhere")
    assert elsewhere[0].startswith("foedus: 3 documents left as a model read them: not all answers are in elsewhere; ")
    assert "0 documents read again by foedus/" in elsewhere[-1]
    assert {claim.certainty for claim in kept(folder).values()} == {"possible"}
    assert "3 of them proven again from a model's answers; claims: 3 changed; nothing" in run("--dry-run")[-1]
    assert {claim.certainty for claim in kept(folder).values()} == {"possible"}
    assert "3 of them proven again from a model's answers; claims: 3 changed; " in run()[-1]
    assert written(kept(folder)) == written(proven)
    with Ledger.open(folder / "foedus.db") as ledger:
        assert {one.reader.name for told in ledger.documents() for one in ledger.read_by(told.id)} == {
            f"careful/{MODEL}"
        }


def test_read_again_after_both_readers_what_the_built_in_one_alone_makes_is_made_again(
    read: Read, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (name, *_) = REPORTS
    silent = dict.fromkeys(answers(), '{"claims": []}') | {request(name).id: answers()[request(name).id]}
    (folder / "in" / name).write_text(REPORTS[name][1] + "Germany sold tanks to Poland in 2020.\n", encoding="utf-8")
    whole = (folder / "in" / name).read_text(encoding="utf-8")
    (asked,) = requests(make_document(whole, lang=REPORTS[name][0]), ASKED)
    with Replay(silent | {asked.id: answers()[request(name).id]}) as replay:
        read(replay.url, reader="both")
    before = kept(folder)
    assert {claim.reader.name for claim in before.values()} == {"foedus", f"careful/{MODEL}"}
    monkeypatch.setattr("sys.argv", ["foedus", "reread", "--all"])
    with pytest.raises(SystemExit, match="0"):
        command.main()
    assert "claims: none changed" in capsys.readouterr().err
    assert written(kept(folder)) == written(before)


@pytest.mark.parametrize(
    "plan",
    [
        every(2, saying(misbehaving.malformed)),
        lambda *_: saying(misbehaving.malformed),
        lambda *_: saying(misbehaving.truncated),
        lambda *_: misbehaving.cut_at_limit,
        first(1, misbehaving.endless),
        first(2, too_many(0.02)),
        every(2, refusing(500, "boom")),
        every(2, misbehaving.cut_connection),
        first(1, misbehaving.hanging),
        lambda number, _: misbehaving.dripping if number else None,
        first(2, misbehaving.slow(0.2)),
        lambda number, _: refusing(401, "no") if number else None,
        lambda number, _: refusing(500, "boom") if number else None,
        first(1, refusing(400, "This model's maximum context length is 4096 tokens")),
        lambda *_: misbehaving.wrong_type,
    ],
)
def test_after_any_fault_the_same_command_gives_the_ledger_that_it_would_have_given(
    plan: Plan, read: Read, folder: Path, right: dict[str, Claim]
) -> None:
    with Replay(answers(), plan) as replay:
        told = read(replay.url)
        assert written(kept(folder)) <= written(right)
        assert told.lines[0].startswith("foedus: 3 documents to ask about")
        assert any("requests sent" in line or "request sent" in line for line in told.lines) or told.code == 7
        assert told.code in (0, 1, 3, 7)
        replay.plan = soundly
        assert read(replay.url).code == 0
    assert written(kept(folder)) == written(right)


@pytest.mark.parametrize("corruption", [misbehaving.invented, misbehaving.misplaced, misbehaving.swapped])
def test_what_the_document_does_not_bear_out_is_kept_out_and_told(
    corruption: misbehaving.Corruption, read: Read, folder: Path, right: dict[str, Claim]
) -> None:
    with Replay(answers(), lambda *_: saying(corruption)) as replay:
        told = read(replay.url)
    assert told.code == 0
    assert written(kept(folder)) <= written(right)
    rejected = list(AnswerStore(folder / "foedus-answers").rejected())
    assert len(rejected) == len(right) - len(kept(folder)) > 0
    assert f"{len(rejected)} rejected (`foedus rejected` says why)" in told.lines[-2]


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (refusing(401, "Incorrect API key provided"), "asks for a key"),
        (misbehaving.not_openai, "no chat completion; is it the address of an OpenAI-compatible service?"),
        (misbehaving.closed_at_once, "cannot be reached"),
        (refusing(404, "The model `recorded` does not exist"), "knows no model 'recorded'"),
    ],
)
def test_where_nothing_can_be_asked_one_line_says_so_and_nothing_is_kept(
    fault: Misbehaviour, says: str, read: Read, folder: Path
) -> None:
    with Replay(answers(), lambda *_: fault) as replay:
        told = read(replay.url)
    assert told.code == 7
    assert len(told.lines) == 2
    assert says in told.lines[1]
    assert documents(folder) == 0


def test_without_a_server_one_line_says_so(read: Read, folder: Path) -> None:
    with Replay({}) as replay:
        gone = replay.url
    told = read(gone)
    assert (told.code, len(told.lines)) == (7, 2)
    assert told.lines[1].endswith("is its server running?")
    assert documents(folder) == 0


def test_the_key_is_sent_and_stands_nowhere(read: Read, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_MODEL_KEY", KEY)
    monkeypatch.setenv("FOEDUS_DEBUG", "1")
    with Replay(answers(), key=KEY) as replay:
        told = read(replay.url)
        replay.key = "another"
        _forget(folder / "foedus-answers")
        refused = read(replay.url)
        assert replay.seen[0].authorization == f"Bearer {KEY}"
    assert (told.code, refused.code) == (0, 7)
    assert "refuses the key" in refused.lines[-1]
    assert not any(KEY in line for line in (*told.lines, *refused.lines))
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > len(REPORTS)
    assert not [path for path in files if KEY.encode() in path.read_bytes()]


def test_so_many_documents_are_asked_about_and_the_rest_another_time(
    read: Read, folder: Path, right: dict[str, Claim]
) -> None:
    with Replay(answers()) as replay:
        told = read(replay.url, "--max-documents", "2")
        assert documents(folder) == 2
        assert "foedus: 1 document left for another run: the same command goes on with them" in told.lines
        assert "1 left for another run" in told.lines[0]
        read(replay.url, "--max-documents", "2")
        assert len(replay.seen) == 3
    assert written(kept(folder)) == written(right)


def test_an_estimate_above_the_budget_ends_it_before_the_first_question(read: Read, folder: Path) -> None:
    _price(folder, 1000)
    with Replay(answers()) as replay:
        told = read(replay.url, "--max-cost", "5")
        assert (told.code, replay.seen) == (2, [])
    assert ", some " in told.lines[0]
    assert "is above --max-cost 5: add --yes" in told.lines[1]
    assert documents(folder) == 0


def test_with_yes_it_stops_when_the_budget_is_spent_and_goes_on_with_the_next(
    read: Read, folder: Path, right: dict[str, Claim]
) -> None:
    _price(folder, 1000)
    held = _expected_cost()
    with Replay(answers()) as replay:
        told = read(replay.url, "--max-cost", str(held * 1.05), "--yes")
        assert 0 < documents(folder) < 3
        assert any("as the budget is spent: the same command goes on" in line for line in told.lines)
        assert told.code == 0
        read(replay.url, "--max-cost", "1000")
    assert written(kept(folder)) == written(right)


def test_a_budget_needs_prices(read: Read) -> None:
    told = read("http://localhost:9/v1", "--max-cost", "5")
    assert told.code == 2
    assert "price_in and price_out" in told.lines[0]


def test_the_sure_level_and_the_queue_take_proven_claims_as_any_others(
    read: Read, folder: Path, right: dict[str, Claim]
) -> None:
    with Replay(answers()) as replay:
        told = read(replay.url)
    known = {claim.id: float(str(claim.reader.confidence)) for claim in right.values()}
    levels = sorted(known.values())
    assert len(levels) == 3
    assert levels[0] < levels[-1]
    sure = {name for name, confidence in known.items() if confidence == levels[-1]}
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        assert {one.id for one in ledger.claims(ClaimFilter(min_confidence=levels[-1]))} == sure
        queue = [ledger.review_queue(ClaimFilter(), level=levels[-1], doubtful=doubtful) for doubtful in (False, True)]
        rows = register_rows(list(ledger.claims(ClaimFilter())), sure=levels[-1])
    assert {one.claim.id for one in queue[0].waiting} == sure
    assert {one.claim.id for one in queue[1].waiting} == known.keys() - sure
    assert {(row.confidence, row.to_check) for row in rows} == {(one, one < levels[-1]) for one in levels}
    shipped = sum(confidence >= sure_level() for confidence in levels)
    rest = len(levels) - shipped
    assert f", {shipped} sure{f', {rest} to check' if rest else ''}" in told.lines[-1]


def test_both_readers_keep_what_either_makes(read: Read, folder: Path) -> None:
    silent = dict.fromkeys(answers(), '{"claims": []}')
    with Replay(silent) as replay:
        read(replay.url)
        assert kept(folder) == {}
        read(replay.url, reader="both")
    assert {claim.reader.name for claim in kept(folder).values()} == {"foedus"}
    assert len(kept(folder)) == 3


def test_a_document_whose_words_make_no_claim_is_not_asked_about_unless_all_are(read: Read, folder: Path) -> None:
    (folder / "in" / "quiet.txt").write_text(QUIET, encoding="utf-8")
    with (folder / "in" / "manifest.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("  quiet.txt: {lang: en}\n")
    with Replay(answers()) as replay:
        told = read(replay.url)
        assert len(replay.seen) == 3
        assert "1 not worth a question" in told.lines[0]
        assert documents(folder) == 4
        assert read(replay.url, "--all").lines[0].startswith("foedus: 1 document to ask about in 1 request")
        assert QUIET.strip() in replay.seen[-1].body["messages"][1]["content"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--endpoint", "http://localhost:9/v1"], "--endpoint says how a language model is asked: add --reader model"),
        (["--all"], "--all says how a language model is asked"),
        (["--reader", "model"], "no endpoint is named"),
        (["--reader", "model", "--endpoint", "nonsense"], "none of a web service"),
    ],
)
def test_options_that_do_not_fit_are_told(
    words: list[str], says: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["foedus", "read", "in", *words])
    with pytest.raises(SystemExit, match="2"):
        command.main()
    (line,) = capsys.readouterr().err.splitlines()
    assert says in line


@pytest.mark.parametrize(
    "wrong", ['price_in = "dear"', "concurrency = 0", "temperature = 1", "timeout_seconds = -1", 'key_header = "a b"']
)
def test_settings_that_mean_nothing_are_told(wrong: str, read: Read, folder: Path) -> None:
    (folder / "foedus.toml").write_text(f"[model]\n{wrong}\n", encoding="utf-8")
    told = read("http://localhost:9/v1", "--model", MODEL)
    assert (told.code, len(told.lines)) == (4, 1)
    assert "foedus.toml: [model] cannot be used" in told.lines[0]


def test_interrupted_it_keeps_what_was_answered(folder: Path, read: Read, right: dict[str, Claim]) -> None:
    with Replay(answers(), lambda number, _: misbehaving.hanging if number else None) as replay:
        words = ["read", "in", "--reader", "model", "--endpoint", replay.url, "--format", "jsonl"]
        process = subprocess.Popen(
            [COMMAND, *words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), text=True
        )
        until = time.monotonic() + 100
        while len(replay.seen) < 2 and time.monotonic() < until:
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
        assert process.returncode == 130
        assert "what the model has answered is kept in foedus-answers, and is not asked again" in told
        assert "Traceback" not in told
        before = len(replay.seen)
        replay.plan = soundly
        assert read(replay.url).code == 0
        assert len(replay.seen) == before + 2
    assert written(kept(folder)) == written(right)


def _price(folder: Path, price: float) -> None:
    prices = f"price_in = {price}\nprice_out = {price}\n"
    (folder / "foedus.toml").write_text(SETTINGS + prices, encoding="utf-8")


def _expected_cost() -> float:
    """What one question is expected to cost at a thousand for a million tokens."""
    cost = max(estimate([request(name)], 1000, 1000).money or 0.0 for name in REPORTS)
    assert cost > 0
    return cost


def _forget(store: Path) -> None:
    for path in sorted(store.rglob("*"), reverse=True):
        if path.is_file():
            path.unlink()
