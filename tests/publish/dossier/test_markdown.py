"""A dossier as Markdown: nothing in a report's words is markup, every number has its entry."""

import re
from pathlib import Path

from foedus.model.dossier import ToldDossier
from foedus.publish.dossier.markdown import as_markdown
from tests.publish.dossier.told import tell, told

__all__ = ["told"]

NUMBER = re.compile(r"\\\[(\d+)\\\]")


def test_it_has_headings_verdicts_a_table_and_citations(told: ToldDossier) -> None:
    text = as_markdown(told, "en")
    assert text.startswith(
        "# Collective Security Treaty: Armenia\n\n2020-01-01 to 2024-12-31. Armenia and the treaty: "
    )
    assert "\n- Unmet according to Armenia: " in text
    assert "\n### Elements\n" in text
    assert "\n## Citations\n" in text
    assert "\n## Sources of the treaty file\n" in text
    assert not re.search(r"\n\n\n|[ \t]\n", text)


def test_the_table_has_a_column_for_each_viewpoint_and_no_broken_row(told: ToldDossier) -> None:
    rows = [line for line in as_markdown(told, "en").splitlines() if line.startswith("|")]
    (case,) = told.dossier.cases
    assert len(rows) == len(case.elements) + 2
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {len(case.verdicts) + 2}


def test_every_number_has_an_entry(told: ToldDossier) -> None:
    text, _, entries = as_markdown(told, "en").partition("## Citations")
    assert {int(one) for one in NUMBER.findall(text)} == {one.number for one in told.dossier.citations}
    assert [int(one) for one in re.findall(r"^- \\\[(\d+)", entries, re.MULTILINE)] == [
        one.number for one in told.dossier.citations
    ]
    assert all(f"`foedus show {one.claim}`" in entries for one in told.dossier.citations)


def test_what_reports_say_is_shown_as_it_is(told: ToldDossier) -> None:
    text = as_markdown(told, "en")
    assert r"a mission and \<equipment\> on 14" in text
    assert r"The \*Courier\* \| East" in text


def test_what_changed_since_is_a_section(tmp_path: Path) -> None:
    told = tell(tmp_path / "case.db", as_of=True)
    text = as_markdown(told, "en")
    assert "## What changed it since " in text
    assert "\n### Claims that came since\n" in text
    assert told.changed is not None
    assert f"- \\[{told.changed.came[0]}\\] “The CSTO said it had offered" in text


def test_no_case_is_one_sentence(tmp_path: Path) -> None:
    text = as_markdown(tell(tmp_path / "case.db", about="BLR"), "en")
    assert "No report in the ledger tells of an occasion for any of its duties." in text
    assert "## Citations" not in text
