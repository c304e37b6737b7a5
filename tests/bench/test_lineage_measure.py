"""Scores of lineage on two small matters: pairs, edges, changes, and what the command does with them."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from bench.accuracy import floors as records
from bench.lineage import __main__ as command
from bench.lineage import corpus as corpora
from bench.lineage import floors
from bench.lineage.changes import change_scores, judge
from bench.lineage.corpus import Corpus, load
from bench.lineage.lines import edge_scores, wanted
from bench.lineage.measure import Measured, figures, measure
from bench.lineage.misses import misses
from bench.lineage.naming import known_as
from bench.lineage.pairs import event_score, pairs, story_score
from bench.lineage.reading import read_all
from bench.lineage.score import Score
from bench.lineage.tables import tables
from bench.lineage.told import Answer, Difference, Link, Read

from foedus.model.document import Document
from tests.bench.lineage_matters import GUNS, SHIPS, Says, written

NOTHING = Answer({}, frozenset(), (), {})


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return load("dev", written(tmp_path, guns=GUNS, ships=SHIPS))


def ids(corpus: Corpus) -> dict[str, str]:
    return {one.name: one.document.id for one in corpus.members}


def reads(corpus: Corpus) -> list[Read]:
    return [Read(member, ()) for member in corpus.members]


def measured(corpus: Corpus, answer: Answer, *told: Difference) -> Measured:
    return measure(corpus, reads(corpus), Says(answer, {("guns/a", "guns/b"): told}))


def span(text: str, words: str, nth: int = 1) -> tuple[int, int]:
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def difference(corpus: Corpus, kind: str, was: str, now: str | None, nth: int = 1) -> Difference:
    first, second = corpus.members[0].document.text, corpus.members[1].document.text
    return Difference(kind, span(first, was, nth), span(second, now) if now else None)


def test_pages_that_nobody_names_stand_alone(corpus: Corpus) -> None:
    found = list(pairs(corpus.members, NOTHING))
    assert len(found) == 6
    assert story_score(found) == Score(0, 0, 1)
    assert event_score(found) == Score(0, 0, 2)
    assert story_score(found).precision is None
    assert story_score(found).f1 == 0.0


def test_a_confusion_between_matters_counts(corpus: Corpus) -> None:
    of = ids(corpus)
    answer = NOTHING._replace(stories={of["guns/a"]: "s", of["guns/b"]: "s", of["ships/a"]: "s"})
    found = list(pairs(corpus.members, answer))
    assert story_score(found) == Score(1, 3, 1)
    assert story_score(pair for pair in found if pair.is_within) == Score(1, 1, 1)
    assert {pair.langs for pair in found if pair.told_story} == {"en-fr", "en-en"}


def test_one_event_told_twice_is_a_pair_of_pages_of_two_stories(corpus: Corpus) -> None:
    of = ids(corpus)
    stories = {of["guns/a"]: "s", of["guns/b"]: "s", of["guns/n"]: "t", of["ships/a"]: "u"}
    answer = NOTHING._replace(stories=stories, same_event=frozenset({frozenset(("s", "t"))}))
    assert event_score(pairs(corpus.members, answer)) == Score(2, 2, 2)
    wrong = answer._replace(same_event=frozenset({frozenset(("s", "u"))}))
    assert event_score(pairs(corpus.members, wrong)) == Score(0, 2, 2)


def test_edges_are_right_by_page_kind_and_direction(corpus: Corpus) -> None:
    of = ids(corpus)
    right = Link(of["guns/b"], of["guns/a"], "translation")
    cited = Link(of["guns/b"], None, "citation", "Radio Zed")
    told_twice = Link(of["guns/n"], of["guns/a"], "same_event")
    both = edge_scores(corpus.members, NOTHING._replace(links=(right, cited, told_twice)))
    assert (both.parent, both.kind) == (Score(2, 2, 2), Score(2, 2, 2))
    assert both.direction == Score(1, 1, 1)
    turned = edge_scores(corpus.members, NOTHING._replace(links=(Link(of["guns/a"], of["guns/b"], "translation"),)))
    assert turned.parent == Score(0, 1, 2)
    assert turned.direction == Score(0, 1, 1)
    other_kind = edge_scores(corpus.members, NOTHING._replace(links=(right._replace(kind="copy"),)))
    assert (other_kind.parent.right, other_kind.kind.right) == (1, 0)


def test_a_cited_name_is_one_in_any_script(corpus: Corpus) -> None:
    assert known_as("The  bayline post") == known_as("the Bayline Post")
    assert known_as("ТАСС") == known_as("TASS") == known_as("outlet:tass")
    assert known_as("Bayline Post") != known_as("Basel Post")


def test_a_name_may_go_without_its_noun(corpus: Corpus) -> None:
    of = ids(corpus)
    answer = NOTHING._replace(links=(Link(of["guns/b"], None, "citation", "outlet:radio-zed-service"),))
    assert edge_scores(corpus.members, answer).kind == Score(1, 1, 2)
    assert edge_scores(
        corpus.members, answer._replace(links=(Link(of["guns/n"], None, "citation", "Zed"),))
    ).parent == (Score(0, 1, 2))


def test_citing_the_outlet_of_a_parent_is_citing_the_parent(tmp_path: Path) -> None:
    named = GUNS.replace("{cites: Radio  zed", "{cites: Bayline Post")
    corpus = load("dev", written(tmp_path, guns=named))
    of = ids(corpus)
    assert wanted(corpus.members) == {(of["guns/b"], of["guns/a"]): {"translation", "citation"}}


def test_a_second_edge_between_two_pages_does_no_harm(corpus: Corpus) -> None:
    of = ids(corpus)
    links = (Link(of["guns/b"], of["guns/a"], "translation"), Link(of["guns/b"], of["guns/a"], "citation"))
    assert edge_scores(corpus.members, NOTHING._replace(links=links)).kind == Score(1, 1, 2)


def test_changes_agree_in_kind_and_words(corpus: Corpus) -> None:
    told = [
        difference(corpus, "number", "12", "21"),
        difference(corpus, "softened", "may sell", "a vendu"),
        difference(corpus, "source_lost", "officials", None),
    ]
    scores = change_scores(measured(corpus, NOTHING, *told).changes)
    assert scores["number"] == scores["source_lost"] == Score(1, 1, 1)
    assert scores["hardened"] == Score(0, 0, 1)
    assert scores["softened"] == Score(0, 1, 0)
    assert scores["all"] == Score(2, 3, 3)


def test_words_must_overlap_on_both_sides(corpus: Corpus) -> None:
    scores = change_scores(measured(corpus, NOTHING, difference(corpus, "number", "12", "Sudmark")).changes)
    assert scores["number"] == Score(0, 1, 1)


def test_one_change_seen_twice_counts_once(corpus: Corpus) -> None:
    told = [difference(corpus, "number", "12", "21", nth=1), difference(corpus, "number", "12", "21", nth=2)]
    assert change_scores(measured(corpus, NOTHING, *told).changes)["number"] == Score(1, 1, 1)


def test_a_headline_may_repeat_a_change_that_is_right(corpus: Corpus) -> None:
    told = [difference(corpus, "number", "12", "21", nth=2), difference(corpus, "number", "Sale of 12", "Douze")]
    assert change_scores(measured(corpus, NOTHING, *told).changes)["number"] == Score(1, 1, 1)
    assert change_scores(measured(corpus, NOTHING, *told[1:]).changes)["number"] == Score(0, 1, 1)


def test_each_planted_change_wants_its_own(corpus: Corpus) -> None:
    first, second = reads(corpus)[:2]
    wide = corpus.changes[0]._replace(was=((0, 90),), now=((0, 90),))
    narrow = corpus.changes[0]
    told = [difference(corpus, "number", "12", "21"), Difference("number", (30, 90), (50, 80))]
    judged = judge(first, second, [wide, narrow], told)
    assert (len(judged.met), judged.missed, judged.extra) == (2, (), ())
    assert len(judge(first, second, [wide, narrow], told[1:]).missed) == 1


def test_figures_and_tables_leave_out_what_cannot_be_said(corpus: Corpus) -> None:
    found = measured(corpus, NOTHING)
    assert figures(found)["all"] == {
        "same_story_recall": 0.0,
        "same_event_f1": 0.0,
        "edges_f1": 0.0,
        "changes_f1": 0.0,
    }
    assert figures(found)["en-fr"] == {"same_story_f1": 0.0}
    shown = {table.title: table for table in tables(found)}
    assert shown["Same story"].rows[-1] == ("all", "1", "0", "—", "0.000", "0.000")
    assert ("translation", "none", "1") in shown["Kinds of true edges"].rows
    assert [table.title for table in tables(found, ["changes"])] == ["Changes"]


def test_errors_are_told_by_sort(corpus: Corpus) -> None:
    of = ids(corpus)
    answer = Answer(
        {of["guns/a"]: "s", of["ships/a"]: "s"},
        frozenset(),
        (Link(of["ships/a"], of["guns/a"], "copy", reason="same words"),),
        {},
    )
    lines = list(misses(measured(corpus, answer, difference(corpus, "date", "12", "21")), 5))
    assert "  guns/a (en) — ships/a (en): same words" in lines
    assert "One story, and not joined: 1" in lines
    assert "  ships/a ← guns/a (copy)" in lines
    assert "  guns change 3 (a to b, source_lost): “two officials said” → nothing" in lines
    assert "  guns/a to guns/b, date: “12” → “21”" in lines
    assert not any("joined" in line for line in misses(measured(corpus, answer), 5, ["changes"]))


class Counts:
    """A reader that finds no claims and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def read(self, document: Document, /) -> SimpleNamespace:
        """No claims."""
        self.asked += 1
        return SimpleNamespace(claims=[])


def test_claims_are_kept_for_the_next_run(corpus: Corpus, tmp_path: Path) -> None:
    reader = Counts()
    for _ in range(2):
        assert len(read_all(corpus.members, lambda: reader, tmp_path / "cache")) == 4
    assert reader.asked == 4
    read_all(corpus.members, lambda: reader)
    assert reader.asked == 8


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command over the two matters as both parts."""
    folder = written(written(tmp_path, guns=GUNS, ships=SHIPS), "test", guns=GUNS, ships=SHIPS)
    monkeypatch.setattr(corpora.load, "__defaults__", (folder, ()))
    monkeypatch.setattr(corpora.sha256, "__defaults__", (folder,))
    return folder


def run(*options: str) -> int:
    return command.main(options, Counts, lambda: Says(NOTHING))


def test_the_command_prints_tables_and_errors(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--part", "dev", "--errors", "1") == 0
    out = capsys.readouterr().out
    assert "dev: 4 documents, 3 stories, 3 planted changes" in out
    assert "Changes missed: 3" in out
    assert out.count("guns change") == 1


def test_the_test_part_has_no_list_of_errors(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--errors") == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("option", [["--part", "dev"], ["--matter", "guns"], ["--only", "changes"]])
def test_floors_are_of_the_whole_test_part(own: Path, option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--check-floors", *option) == 2
    assert "leave out --part" in capsys.readouterr().err


def test_docs_are_written_between_the_markers(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = own / "lineage.md"
    page.write_text(f"Before.\n\n{command.MARKERS.begin}\nold\n{command.MARKERS.end}\n\nAfter.\n", encoding="utf-8")
    monkeypatch.setattr(command, "DOCS", page)
    assert run("--write-docs") == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("Before.\n")
    assert text.endswith("After.\n")
    assert "4 documents" in text
    assert "\nold\n" not in text


def test_tables_want_a_page_to_stand_on(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "DOCS", own / "lineage.md")
    assert run("--write-docs") == 2
    assert "write its words first" in capsys.readouterr().err


def test_floors_are_raised_checked_and_lowered_with_a_reason(own: Path) -> None:
    path = own / "floors.yaml"
    path.write_text("# why\n", encoding="utf-8")
    records.write(records.Floors("test", "", {}, []), path)
    good, bad = {"all": {"changes_f1": 0.917}}, {"all": {"changes_f1": 0.5}}
    floors.raise_(good, path)
    assert floors.check(good, path, own) == []
    assert floors.check(bad, path, own) == ["all changes_f1: 0.5000 is below the floor 0.91"]
    floors.lower(bad, "a wrong label was mended", path)
    assert floors.check(bad, path, own) == []
    written(own, "test", guns=GUNS.replace("Norland may sell 12 howitzers to", "Norland may sell 12 howitzers soon to"))
    assert "its files changed" in floors.check(bad, path, own)[0]


def test_this_repository_lowered_no_floor_of_lineage_without_a_record() -> None:
    now = records.parse(floors.PATH.read_text(encoding="utf-8"), floors.PATH.name)
    before = records.committed(floors.PATH)
    assert before is None or records.unlawful(before, now) == []
