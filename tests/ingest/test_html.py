"""Pages: the article's text, and of date, title, outlet and address only what the page itself states."""

import pytest

from foedus.ingest.html import read_html
from foedus.ingest.options import Metadata
from foedus.model.errors import InputError

FIRST = "Le ministère annonce l’arrivée de deux batteries, livrées au port dans la nuit de lundi à mardi."
SECOND = "Le contrat avait été signé le 2021-03-04 ; son montant n’a pas été rendu public par les deux parties."
BODY = f"<h1>Deux batteries au port</h1><p>{FIRST}</p><p>{SECOND}</p>"


def page(head: str = "", body: str = BODY) -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Deux batteries au port</title>{head}</head><body>"
        f"<nav><a href='/'>Accueil</a></nav><article>{body}</article>"
        "<div class='comments'><p>Je n’y crois pas du tout, et je le dis ici.</p></div></body></html>"
    )


def published(head: str = "", body: str = BODY) -> str | None:
    return read_html(page(head, body).encode(), "page.html", Metadata()).published


def test_stored_text_is_title_blank_line_and_paragraphs() -> None:
    document = read_html(page().encode(), "page.html", Metadata())
    assert document.text == f"Deux batteries au port\n\n{FIRST}\n\n{SECOND}"
    assert document.extractor.startswith("trafilatura/")
    assert document.raw_sha256 != document.sha256


def test_outlet_and_address_come_from_the_page() -> None:
    head = (
        '<meta property="og:site_name" content="La Vigie">'
        '<link rel="canonical" href="https://vigie.example/monde/batteries">'
    )
    document = read_html(page(head).encode(), "page.html", Metadata())
    assert (document.outlet, document.url) == ("La Vigie", "https://vigie.example/monde/batteries")


def test_what_is_given_stands_over_what_the_page_says() -> None:
    head = '<meta property="article:published_time" content="2022-05-19">'
    given = Metadata(published="2022-05-18", outlet="Dépêches", lang="fr")
    document = read_html(page(head).encode(), "page.html", given)
    assert (document.published, document.outlet, document.lang) == ("2022-05-18", "Dépêches", "fr")


JSON_LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2022-05-19T23:10:00+02:00">'
        '<meta property="article:modified_time" content="2023-01-02">',
        '<meta name="DC.date.issued" content="2022-05-19">',
        JSON_LD.format('{"@type": "NewsArticle", "datePublished": "2022-05-19T08:00Z"}'),
        JSON_LD.format('{"@graph": [{"@type": ["Report", "Article"], "datePublished": "2022-05-19"}]}'),
        '<link rel="canonical" href="https://vigie.example/2022/05/19/batteries">',
    ],
)
def test_the_date_is_read_from_what_the_head_states(head: str) -> None:
    day, _, time = (published(head) or "").partition("T")
    assert day == "2022-05-19"
    assert time == ("23:10:00+02:00" if "+02:00" in head else "08:00Z" if "08:00Z" in head else "")


@pytest.mark.parametrize(
    "dateline",
    [
        "<time datetime='2022-05-19T10:00'>jeudi</time>",
        "<time datetime='2022-05-19' pubdate>jeudi</time><time datetime='2023-01-02'>mis à jour</time>",
        "<p class='publi'>Publié le 19 mai 2022 à 10h</p>",
        "<p class='date'>19 мая 2022, 10:30 | Вахта</p>",
    ],
)
def test_the_date_is_read_from_time_tags_and_dateline(dateline: str) -> None:
    time = "T10:00" if "T10:00" in dateline else ""
    assert published(body=dateline + BODY) == f"2022-05-19{time}"


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta property="article:modified_time" content="2023-01-02">',
        JSON_LD.format(
            '{"@type": "ItemList", "itemListElement": [{"@type": "Article", "datePublished": "2022-05-19"}]}'
        ),
        JSON_LD.format("{broken"),
    ],
)
def test_no_date_is_taken_from_prose_changes_or_other_articles(head: str) -> None:
    assert published(head) is None


def test_two_days_in_unmarked_time_tags_give_none() -> None:
    assert published(body="<time datetime='2022-05-19'>a</time><time datetime='2022-05-18'>b</time>" + BODY) is None


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "utf-16"])
def test_the_declared_charset_is_used(codec: str) -> None:
    head = "" if codec == "utf-16" else f'<meta http-equiv="Content-Type" content="text/html; charset={codec}">'
    document = read_html(page(head).encode(codec), "page.html", Metadata())
    assert FIRST in document.text
    assert document.notes == ()


def test_an_xml_declaration_and_entities_are_read() -> None:
    text = page(body=BODY.replace("’", "&rsquo;").replace("é", "&eacute;"))
    xhtml = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + text
    assert FIRST in read_html(xhtml.encode("cp1252"), "page.xhtml", Metadata()).text


@pytest.mark.parametrize(
    "markup", ["<html><body><script>start()</script><div id=root></div></body></html>", "<!-- only -->", "plain words"]
)
def test_a_page_without_article_is_refused_with_a_remedy(markup: str) -> None:
    with pytest.raises(InputError, match=r"page\.html holds no (article|page): no"):
        read_html(markup.encode(), "page.html", Metadata())


def test_deep_nesting_ends_in_a_document_or_an_input_error() -> None:
    nested = "<div>" * 20_000 + BODY
    try:
        assert read_html(page(body=nested).encode(), "page.html", Metadata()).text
    except InputError as error:
        assert "page.html" in str(error)


def stated(record: str, head: str = "") -> tuple[str | None, ...]:
    raw = page(head + JSON_LD.format(record)).encode()
    document = read_html(raw, "page.html", Metadata())
    return document.title, document.published, document.outlet, document.lang


GRAPH = """{"@context": "https://schema.org", "@graph": [
  {"@type": "Organization", "@id": "#us", "name": "La Vigie du soir"},
  {"@type": "WebPage", "name": "x", "datePublished": "2020-01-01"},
  {"@type": ["NewsArticle"], "headline": "Deux batteries &amp; un radar", "datePublished": "2022-05-19T08:00:00Z",
   "publisher": {"@id": "#us"}, "inLanguage": "fr-FR"}]}"""


@pytest.mark.parametrize(
    "record",
    [
        GRAPH,
        '[{"@type": "ReportageNewsArticle", "headline": "Deux batteries & un radar", "inLanguage": "fr",'
        ' "publisher": {"name": "La Vigie du soir"}, "datePublished": "2022-05-19T08:00:00Z"}]',
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Deux batteries & un radar",'
        ' "publisher": [{"name": "La Vigie du soir"}], "inLanguage": "fr", "datePublished": "2022-05-19T08:00:00Z"}}',
    ],
)
def test_what_the_outlet_states_for_machines_stands_over_other_metadata(record: str) -> None:
    head = (
        '<meta property="article:published_time" content="2021-01-01"><meta property="og:site_name" content="Portail">'
        '<meta property="og:title" content="Deux batteries - Portail">'
    )
    expected = ("Deux batteries & un radar", "2022-05-19T08:00:00Z", "La Vigie du soir", "fr")
    assert stated(record, head) == expected


@pytest.mark.parametrize(
    "record",
    [
        '{"@type": "NewsArticle", "headline": "Deux batteries au…", "datePublished": "hier", "inLanguage": "français"}',
        '{"@type": "NewsArticle", "headline": ["x"], "publisher": {"name": 7}, "datePublished": 5}',
        '{"@type": "NewsArticle", "headline": " ", "publisher": [], "inLanguage": null}',
        '{"@type": "Person", "headline": "x", "datePublished": "2020"}',
        '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Autre"}]}',
        "[" * 5000,
    ],
)
def test_what_is_cut_wrong_or_of_other_pages_is_not_taken(record: str) -> None:
    assert stated(record) == ("Deux batteries au port", None, None, "und")
