"""`foedus findings`: what the rules find in a ledger, each with every side's verdict."""

import json
from pathlib import Path

import pytest

from tests.cli.command import foedus
from tests.factories import claim, document
from tests.judge.alliance_case import REPORTS, fill
from tests.serve.told import ledger_of

RULE = "request-under-a-defence-clause"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger in which an ally asked for help."""
    found = tmp_path_factory.mktemp("findings")
    fill(found / "foedus.db", REPORTS)
    return found


def _found(folder: Path, *options: str) -> list[dict[str, object]]:
    ran = foedus("findings", "--format", "jsonl", *options, cwd=folder)
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_a_request_is_found_with_a_verdict_for_each_side(folder: Path) -> None:
    found = [one for one in _found(folder) if one["rule"] == RULE]
    case = next(one["case"] for one in found if isinstance(one["case"], dict) and one["case"]["article"] == "4")
    assert case["owed_to"] == ["ARM"]
    views = {view["viewpoint"]: view for one in found for view in one["views"] if one["case"] == case}  # type: ignore[attr-defined]  # as JSON
    assert {"ARM", "CSTO", "record", "law"} <= set(views)
    assert all(view["verdict"] and view["reason"] for view in views.values())


def test_as_text_no_verdict_stands_without_whose_it_is(folder: Path) -> None:
    lines = foedus("findings", "--about", "Armenia", "--rule", RULE, cwd=folder).out.splitlines()
    verdicts = [line for line in lines if line.startswith(("  Unmet", "  Answered", "  Honoured", "  Unclear"))]
    assert verdicts
    assert all(" according to " in line for line in verdicts)


def test_in_french(folder: Path) -> None:
    out = foedus("findings", "--rule", RULE, "--in", "fr", cwd=folder).out
    assert "Qui a" in out
    assert "point de vue" in out


def test_only_who_is_asked_about(folder: Path) -> None:
    assert _found(folder, "--about", "France") == []
    assert len(_found(folder, "--about", "Armenia")) == len(
        [one for one in _found(folder) if "ARM" in str(one["entities"])]
    )


def test_as_of_a_day_before_anything_was_known_nothing_is_found(folder: Path) -> None:
    ran = foedus("findings", "--as-of", "1990-01-01", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert "no rule finds anything" in ran.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--rule", "nothing-such"), "there is no such rule"),
        (("--about", "Nowhereland"), "no state or organisation known here"),
        (("--rules", "not-there"), "not-there"),
        (("--in", "de"), "treaties and dossiers are told in en, fr"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(folder: Path, options: tuple[str, ...], told: str) -> None:
    ran = foedus("findings", *options, cwd=folder)
    assert ran.code == 2
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_rule_of_ones_own_that_writes_is_refused_and_the_ledger_stays(folder: Path, tmp_path: Path) -> None:
    before = (folder / "foedus.db").read_bytes()
    lines = [
        "/*",
        *(f"{name}: {{en: X, fr: X}}" for name in ("question", "explanation", "finds")),
        "returns: statements",
    ]
    (tmp_path / "mine.sql").write_text("\n".join([*lines, "*/", "DELETE FROM claim"]), encoding="utf-8")
    ran = foedus("findings", "--rules", str(tmp_path), cwd=folder)
    assert ran.code == 4
    assert "mine.sql" in ran.err
    assert "Traceback" not in ran.err
    assert (folder / "foedus.db").read_bytes() == before


def test_documents_without_a_date_are_counted(tmp_path: Path) -> None:
    told = document("Armenia asked the alliance for help.", published=None, source="u1")
    asked = claim(told, "asked", "commitment", "invoked", beneficiary="ARM=Armenia")
    with ledger_of(str(tmp_path / "foedus.db"), [(told, [asked])]):
        pass
    ran = foedus("findings", cwd=tmp_path)
    assert "1 document has no date: rules that ask for a day leave out what they tell without one" in ran.err


def test_where_all_have_a_date_nothing_is_said_of_it(folder: Path) -> None:
    assert "no date" not in foedus("findings", cwd=folder).err
