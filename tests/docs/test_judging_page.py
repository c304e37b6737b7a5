"""docs/judging.md tells every element, value and verdict of the judge, and every field of the table of evidence."""

from typing import get_args

from foedus.judge.evidence import Line, table
from foedus.model.finding import ELEMENTS, Value, Verdict
from tests.docs.pages import ROOT, code, page, rows, sections

PAGE = page("docs/judging.md")
SECTIONS = {section.title: section.text for section in sections(PAGE, 2)}


def _first_words(section: str) -> list[str]:
    return [code(cells[0])[0] for cells in rows(SECTIONS[section])]


def test_every_element_and_every_verdict_has_its_line() -> None:
    assert _first_words("Elements") == list(ELEMENTS)
    assert _first_words("Verdicts") == list(get_args(Verdict))


def test_every_value_is_named() -> None:
    assert set(get_args(Value)) <= set(code(SECTIONS["Elements"]))


def test_the_line_of_the_example_stands_in_the_table() -> None:
    lines = [line for some in table().conduct.values() for line in some]
    example = next(line for line in lines if line.id == "help-given")
    told = f"{{id: {example.id}, says: {example.says}, type: {example.type}, stages: [{', '.join(example.stages)}], "
    assert told in PAGE


def test_the_head_of_the_table_explains_every_field_of_a_line() -> None:
    file = ROOT / "src" / "foedus" / "data" / "judge" / "evidence.yaml"
    head = file.read_text(encoding="utf-8").partition("\norder:")[0]
    assert [name for name in Line.__struct_fields__ if f" {name}" not in head] == []
