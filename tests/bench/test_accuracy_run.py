"""The command over the corpus, with a reader that answers from the gold: what it prints, writes and refuses."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest
from bench.accuracy import confidence, docs, report, run
from bench.accuracy.corpus import gold_of
from bench.accuracy.misses import misses, reasons
from bench.accuracy.reading import load_reader, read_all, read_bare_folder
from bench.accuracy.triggers import count_triggers
from bench.accuracy.whole import claim_tables, named

from foedus.learning.scoring.gold import GoldClaim, GoldDocument
from foedus.learning.scoring.read import Read
from foedus.learning.scoring.tally import score, tally
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.errors import InputError
from tests.factories import claim, document

TEXT = "Arland delivered tanks to Borland. Borland signed a treaty with Corland. Corland bombed Arland."


def wanted(kind: str, stage: str, words: str, *, core: bool = True, **roles: tuple[str, ...]) -> GoldClaim:
    start = TEXT.index(words)
    return GoldClaim(
        (kind,),
        (stage,),
        ("affirmed",),
        ("stated",),
        {role: tuple((key,) for key in keys) for role, keys in roles.items()},
        core,
        (start, start + len(words)),
    )


GOLD = GoldDocument(
    "own",
    "en",
    None,
    TEXT,
    (
        wanted("transfer", "delivered", "delivered", supplier=("ARL",), recipient=("BOR",), item=("tanks",)),
        wanted("agreement", "signed", "signed", party=("BOR", "COR")),
        wanted("attack", "done", "bombed", attacker=("COR",), target=("ARL",)),
    ),
)
REPORT = document(TEXT, published=None)


def answers(sure: float = 0.9) -> list[Claim]:
    return [
        claim(REPORT, "delivered", supplier="ARL=Arland", recipient="COR=Corland", item="tanks", confidence=0.2),
        claim(REPORT, "signed", "meeting", "held", participant="BOR=Borland", confidence=0.4),
        claim(REPORT, "bombed", "attack", "done", attacker="COR=Corland", target="ARL=Arland", confidence=sure),
        claim(REPORT, "with", "membership", "joined", member="COR=Corland", confidence=0.3),
    ]


class Said(NamedTuple):
    claims: list[Claim]


class FromTheGold:
    """A reader of this one document."""

    def read(self, document: Document, /) -> Said:
        assert document.text == TEXT
        return Said(answers())


def test_each_loss_bears_its_first_failing_step() -> None:
    found = [(miss.kind, miss.reason) for miss in misses(score(GOLD, answers()))]
    assert found == [
        ("missed", "role recipient±"),
        ("missed", "type agreement→meeting"),
        ("wrong", "role recipient±"),
        ("wrong", "type agreement→meeting"),
        ("wrong", "invented"),
    ]


def test_a_trigger_without_any_claim_is_the_reason() -> None:
    assert reasons([score(GOLD, [])]) == {("missed", "trigger"): 3}


def test_triggers_are_counted_both_ways() -> None:
    count = count_triggers([score(GOLD, answers())])
    assert (count.gold, count.found, count.typed) == (3, 3, 2)
    assert (count.predicted, count.on_gold, count.on_typed) == (4, 3, 2)
    assert count.f1 == pytest.approx(2 * (2 / 4) * (2 / 3) / (2 / 4 + 2 / 3))


def test_precision_rises_with_the_threshold() -> None:
    reads = [Read(GOLD, tuple(answers()))]
    lines = {line.threshold: line for line in confidence.at_thresholds(reads)}
    assert (lines[0.0].claims, lines[0.0].precision) == (4, 0.25)
    assert (lines[0.9].claims, lines[0.9].precision) == (1, 1.0)
    assert lines[0.9].recall == pytest.approx(1 / 3)


def test_the_calibration_error_is_the_gap_between_confidence_and_truth() -> None:
    gap = (abs(0.2 - 0) + abs(0.4 - 0) + abs(0.9 - 1) + abs(0.3 - 0)) / 4
    assert confidence.calibration_error([Read(GOLD, tuple(answers()))]) == pytest.approx(gap)


def test_tables_say_the_same_in_both_forms() -> None:
    table = report.by_language(tally([score(GOLD, answers())]))
    assert table.columns[:4] == ("lang", "docs", "gold", "pred")
    assert table.rows[0][:4] == ("en", "1", "3", "4")
    for shown in (table.plain(), table.markdown()):
        assert "0.286" in shown


def test_docs_keep_the_words_around_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "accuracy.md"
    table = report.Table("First", ("a",), [("1",)])
    docs.write([table], "once", path)
    path.write_text(path.read_text(encoding="utf-8") + "\nA last word.\n", encoding="utf-8")
    docs.write([table._replace(title="Second")], "twice", path)
    page = path.read_text(encoding="utf-8")
    assert "**Second**" in page
    assert "twice" in page
    assert "**First**" not in page
    assert page.endswith("A last word.\n")


def test_tables_of_everyday_reports_say_so_and_the_corpus_is_told_as_before() -> None:
    reads = [Read(GOLD, tuple(answers()))]
    tables = claim_tables(reads, tally([read.scored() for read in reads]))
    assert [table.title for table in named(tables, "corpus")] == [table.title for table in tables]
    titles = [table.title for table in named(tables, "everyday")]
    assert titles[:2] == ["Everyday: by language", "Everyday: core-F1 by type (gold claims)"]
    assert titles[2].startswith("Everyday: by confidence")


def put_gold(folder: Path) -> None:
    """The document as a folder of texts with its gold."""
    claims = [
        {
            "type": one.type,
            "stage": one.stages[0],
            "polarity": "affirmed",
            "standing": "stated",
            "roles": one.roles,
            "cue_span": {"start": one.trigger[0], "end": one.trigger[1]} if one.trigger else None,
        }
        for one in GOLD.claims
    ]
    gold = {"id": "own", "file": "one.txt", "lang": "en", "claims": claims}
    (folder / "gold").mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "gold" / "own.json").write_text(json.dumps(gold), encoding="utf-8")


def test_a_folder_of_texts_is_read_without_metadata(tmp_path: Path) -> None:
    put_gold(tmp_path)
    [read] = read_bare_folder(tmp_path, FromTheGold())
    assert (read.gold.id, len(read.claims)) == ("own", 4)
    assert read.gold.claims == GOLD.claims


def test_the_projects_reader_is_scored_and_quotes_rightly() -> None:
    golds = [gold for lang in ("fr", "en") for gold in gold_of("dev", [lang])[:3]]
    scored = [read.scored() for read in read_all(golds, load_reader())]
    assert [one.gold.id for one in scored] == [gold.id for gold in golds]
    assert not any(one.broken for one in scored)
    assert sum(len(one.claims) for one in scored) > 0


def test_a_gold_file_without_its_text_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "1.json").write_text('{"id": "1", "lang": "en", "claims": []}', encoding="utf-8")
    with pytest.raises(InputError, match="its text is not there"):
        list(read_bare_folder(tmp_path, FromTheGold()))


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["--part", "test", "--misses", "losses.jsonl"], "stay unread"),
        (["--floors", "--lang", "fr"], "whole test part"),
        (["--floors", "--source", "everyday"], "whole test part"),
        (["--lower", " "], "wants a reason"),
    ],
)
def test_what_cannot_be_is_refused_before_reading(
    argv: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(argv) == 2
    assert says in capsys.readouterr().err


def test_the_command_prints_tables_and_writes_losses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_gold(tmp_path)
    losses = tmp_path / "losses.jsonl"
    assert run.main(["--seeds", str(tmp_path), "--misses", str(losses), "--rules"], FromTheGold) == 0
    shown = capsys.readouterr().out
    for title in ("By language", "Core-F1 by type", "Triggers", "By confidence", "Losses by reason", "By rule"):
        assert title in shown
    lines = [json.loads(line) for line in losses.read_text(encoding="utf-8").splitlines()]
    assert [line["reason"] for line in lines][:2] == ["role recipient±", "type agreement→meeting"]
    assert "⟦delivered⟧" in lines[0]["around"]
