"""Every word that the judge, its dossiers and the treaties' pages can need stands in the files of words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest

import foedus.judge
import foedus.publish.dossier
from foedus import cli
from foedus.judge.evidence import table
from foedus.judge.treaties.wording import TreatyWords, treaty_words
from foedus.judge.wording import Words, line, words
from foedus.model.finding import ELEMENTS

JUDGE, PUBLISH, CLI = (Path(str(room.__file__)).parent for room in (foedus.judge, foedus.publish.dossier, cli))
SLUG = re.compile(r"[a-z]+(-[a-z]+)+")
OF_FILES = {"parties", "de_facto", "anywhere", "unstated", "always", "contract_before"}
"""What decides where a treaty file does: its fields, and the grounds of its exemptions."""


def _constants(name: str) -> set[str]:
    """Names with hyphens that stand in a file: reasons are written so."""
    tree = ast.parse((JUDGE / f"{name}.py").read_text(encoding="utf-8"))
    found = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {one for one in found if SLUG.fullmatch(one)}


def _evidence() -> Iterator[str]:
    lines = table()
    for part in (lines.trigger, lines.scope, lines.request, lines.conduct):
        for some in part.values():
            yield from (one.id for one in some)
    yield from (one.id for one in lines.implied)


def test_every_line_of_evidence_has_words() -> None:
    assert set(_evidence()) - set(words().reasons) == set()


@pytest.mark.parametrize(
    "name", ["answer_time", "exempting", "impartial", "place", "sides", "status", "staying", "weighing"]
)
def test_every_reason_of_an_element_has_words(name: str) -> None:
    assert _constants(name) - set(words().reasons) == set()


def test_what_treaty_files_decide_has_words() -> None:
    assert OF_FILES - set(words().reasons) == set()


def test_every_rule_of_a_verdict_has_words() -> None:
    rules = _constants("verdict") - set(_evidence())
    rules |= {f"{name}-{end}" for name in ("trigger", "scope", "request") for end in ("not-met", "unsettled")}
    assert "no-answer-in-time" in rules
    assert rules - set(words().rules) == set()


def test_every_element_has_a_gap_and_the_text_one() -> None:
    assert set(words().gaps) == {*ELEMENTS, "text"}


@pytest.mark.parametrize(("shape", "given"), [(Words, words()), (TreatyWords, treaty_words())])
def test_words_are_there_in_english_and_french_for_every_value(shape: type, given: object) -> None:
    for field, kind in shape.__annotations__.items():
        told = getattr(given, field)
        assert {lang for texts in told.values() for lang in ("en", "fr") if not texts.get(lang)} == set(), field
        key = get_args(kind)[0]
        if get_origin(key) is Literal:
            assert set(told) == set(get_args(key)), field


def test_both_languages_have_the_same_places_for_names() -> None:
    for texts in (*words().lines.values(), *treaty_words().phrases.values()):
        english, french = (set(re.findall(r"{\w+}", texts[lang])) for lang in ("en", "fr"))
        assert english == french


def test_no_word_stands_there_that_nothing_uses() -> None:
    judge = (JUDGE / "dossier.py").read_text(encoding="utf-8")
    layout = judge + "".join(
        path.read_text(encoding="utf-8")
        for path in (*PUBLISH.rglob("*.py"), *PUBLISH.rglob("*.jinja"), CLI / "dossier_page.py")
    )
    pages = "".join(
        (folder / name).read_text(encoding="utf-8")
        for folder, name in ((JUDGE / "treaties", "told.py"), (CLI, "treaty_page.py"), (CLI, "treaty.py"))
    )
    statuses = {"in_force", "signed", "suspended", "left", "frozen", "not_applied", "resumed"}
    assert {one for one in words().phrases if not re.search(rf"""["']{one}["']""", judge)} <= statuses
    assert [one for one in words().lines if not re.search(rf"""["']{one}["']""", layout)] == []
    assert [one for one in treaty_words().phrases if not re.search(rf"""["']{one}["']""", pages)] == []


def test_a_line_is_filled_in_its_language() -> None:
    assert line("days", "en", since="2022", until="2023") == "2022 to 2023"
    assert line("days", "fr", since="2022", until="2023") == "du 2022 au 2023"
