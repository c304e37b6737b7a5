"""docs/rules.md tells every rule, field, view, column and function that there is, and its example is a rule."""

import re
from pathlib import Path

import pytest

from foedus.judge.rules.files import load_rules, read_rule
from foedus.judge.rules.rule import COLUMNS, Head
from foedus.judge.rules.running import USUAL, run_rules
from foedus.judge.rules.sandbox import FUNCTIONS
from foedus.judge.views.bench import Bench
from foedus.judge.views.days import LAST
from foedus.judge.views.scheme import definition, views
from tests.docs.pages import blocks, code, page, rows, sections
from tests.judge.rules.telling import PACT, told, world

PAGE = page("docs/rules.md")
SECTIONS = {section.title: section.text for section in sections(PAGE, 2)}
VIEWS = {section.title: section.text for section in sections(PAGE, 3) if section.title in views()}


def test_every_view_is_told_and_nothing_else() -> None:
    assert list(VIEWS) == list(views())


@pytest.mark.parametrize("view", list(views()))
def test_every_column_is_told_as_the_definition_tells_it(view: str) -> None:
    columns = {code(cells[0])[0]: cells[1] for cells in rows(VIEWS[view])}
    if not columns:
        assert [name for name in code(VIEWS[view]) if name in views()[view]] == list(views()[view])
        return
    assert tuple(columns) == views()[view]
    body = definition().partition(f"CREATE TABLE {view} ")[2].partition("\n) STRICT")[0]
    assert dict(re.findall(r"^  (\w+) [A-Z].*?-- (.*)$", body, re.MULTILINE)) == columns


def test_every_shipped_rule_stands_there_with_its_question() -> None:
    told_of = {code(cells[0])[0]: cells[1] for cells in rows(SECTIONS["The shipped rules"])}
    assert told_of == {rule.name: rule.head.question["en"] for rule in load_rules().values()}


def test_every_field_column_function_and_limit_is_told() -> None:
    assert set(code(SECTIONS["Writing one"])) >= set(Head.__struct_fields__)
    assert set(code(SECTIONS["What it gives"])) >= {name for names in COLUMNS.values() for name in names}
    assert set(code(SECTIONS["What it may do"])) >= FUNCTIONS
    assert f"{USUAL.seconds:g} seconds" in SECTIONS["What it may do"]
    assert f"{USUAL.rows:,} rows" in SECTIONS["What it may do"]
    assert f"end on day {LAST}" in SECTIONS["The views"]


def test_the_example_is_a_rule_that_finds_what_it_says(tmp_path: Path) -> None:
    (example,) = blocks(PAGE, "sql")
    (tmp_path / "mine.sql").write_text(example, encoding="utf-8")
    bench = Bench(world(), (PACT,))
    bench.add(
        [
            told("assistance", "pledged", provider="RUS", recipient="UKR", when="2021-06"),
            told("attack", "done", attacker="RUS", target="UKR", when="2022-02-24"),
        ]
    )
    (row,) = run_rules([read_rule(tmp_path / "mine.sql", "mine.sql")], bench)
    bench.close()
    assert (row.since, row.until, len(row.claims)) == ("2021-06-01", "2022-02-24", 2)
