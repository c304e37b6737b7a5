"""A dossier as one HTML page: it needs nothing else, runs nothing, and says no more than the dossier."""

from pathlib import Path

import pytest
from lxml import html

from foedus.model.dossier import ToldDossier
from foedus.publish.dossier.html import as_html
from tests.publish.dossier.told import tell, told

__all__ = ["told"]


def _page(told: ToldDossier, lang: str = "en") -> html.HtmlElement:
    return html.document_fromstring(as_html(told, lang))


def test_it_stands_alone_and_runs_nothing(told: ToldDossier) -> None:
    page = _page(told)
    assert page.xpath("//script | //link | //img | //iframe | //@onclick | //form") == []
    assert "url(" not in page.xpath("string(//style)")
    assert all(target.startswith("#") for target in page.xpath("//a/@href"))


@pytest.mark.parametrize(
    ("lang", "title"), [("en", "Collective Security Treaty"), ("fr", "traité de sécurité collective")]
)
def test_it_says_in_which_language_it_is(lang: str, title: str, tmp_path: Path) -> None:
    page = _page(tell(tmp_path / "case.db", lang), lang)
    assert page.get("lang") == lang
    assert page.xpath("string(//title)").startswith(title)
    assert len(page.xpath("//h1")) == 1


def test_tables_have_heads_of_columns_and_rows(told: ToldDossier) -> None:
    page, (case,) = _page(told), told.dossier.cases
    assert len(page.xpath("//thead//th[@scope='col']")) == len(case.verdicts) + 1
    assert [one.text for one in page.xpath("//tbody//th[@scope='row']")] == [row.label for row in case.elements]
    assert len(page.xpath("//caption")) == 1


def test_every_number_leads_to_its_entry_with_the_exact_words(told: ToldDossier) -> None:
    page = _page(told)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {target.removeprefix("#") for target in page.xpath("//a[@class='mark']/@href")} == {
        f"c{one.number}" for one in told.dossier.citations
    }
    for one in told.dossier.citations:
        (entry,) = page.xpath(f"//li[@id='c{one.number}']")
        assert entry.xpath("string(q)") == one.quote
        assert entry.xpath("string(.//code)") == f"foedus show {one.claim}"


def test_verdicts_say_whose_they_are_why_and_by_which_claims(told: ToldDossier) -> None:
    (verdicts,) = _page(told).xpath("//ul[@class='verdicts']")
    lines = [" ".join(one.text_content().split()) for one in verdicts.xpath("li")]
    (case,) = told.dossier.cases
    for line, verdict in zip(lines, case.verdicts, strict=True):
        marks = "".join(f"[{number}]" for number in verdict.cites)
        assert line == f"{verdict.label} according to {verdict.name}: {verdict.reason} {marks}"


def test_words_of_reports_are_never_markup(told: ToldDossier) -> None:
    text = as_html(told, "en")
    assert "<equipment>" not in text
    assert "&lt;equipment&gt;" in text


def test_what_changed_since_is_a_section_whose_numbers_go_on(tmp_path: Path) -> None:
    told = tell(tmp_path / "case.db", as_of=True)
    page = _page(told)
    assert told.changed is not None
    (section,) = page.xpath("//section[@aria-labelledby='changed']")
    assert [one.get("id") for one in section.xpath(".//li[@id]")] == [f"c{number}" for number in told.changed.came]
    targets = {target.removeprefix("#") for target in page.xpath("//a[@class='mark']/@href")}
    assert targets <= set(page.xpath("//@id"))


def test_no_case_is_one_sentence(tmp_path: Path) -> None:
    page = _page(tell(tmp_path / "case.db", about="BLR"))
    assert "No report in the ledger tells of an occasion" in page.text_content()
    assert page.xpath("//table") == []
