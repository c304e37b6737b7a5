"""Dumps of a wiki: each article as plain text with its title, address, language, and the date that it states."""

import bz2
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem
from foedus.ingest.wikitext import article
from foedus.ingest.written_dates import written_date
from foedus.model.document import Document
from tests.ingest.opened import documents, opened, problems, texts

WIKITEXT = """{{date|May 19, 2022}}
[[File:ship.jpg|thumb|A [[ship]] at sea]]
The {{w|Russia|Russian}} ministry '''said'''<ref>A note.</ref> that two [http://x.example ships] left
[[port of A|the port]].&nbsp;

{| class="wikitable"
| a || b
|}
== Reaction ==
* Others ''disagreed''.
<!-- unseen -->
== Sources ==
* {{source|url=http://x.example|title=Ships}}
[[Category:Russia]]
[[de:Schiffe]]
"""
PLAIN = """The Russian ministry said that two ships left
the port.

Reaction

Others disagreed."""


def page(title: str, *revisions: tuple[str, str], ns: int = 0, redirect: str = "", parent: str = "") -> str:
    told = "".join(
        f"<revision><id>{number}</id>{parent}<timestamp>{when}</timestamp>"
        f'<contributor><username>A</username></contributor><text xml:space="preserve">{escape(text)}</text></revision>'
        for number, (when, text) in enumerate(revisions)
    )
    return f"<page><title>{title}</title><ns>{ns}</ns><id>1</id>{redirect}{told}</page>"


def dump(*pages: str, lang: str = "ru") -> bytes:
    return f"""<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="{lang}">
  <siteinfo><sitename>Викиновости</sitename><dbname>ruwikinews</dbname>
    <base>https://ru.wikinews.org/wiki/Main_Page</base>
    <namespaces><namespace key="6">Файл</namespace><namespace key="14">Категория</namespace></namespaces></siteinfo>
  {"".join(pages)}
</mediawiki>""".encode()


DATED = page("Two ships", ("2022-05-20T01:00:00Z", WIKITEXT))


@pytest.mark.parametrize("name", ["news.xml", "news.xml.bz2", "dump"])
def test_an_article_is_a_document_with_what_the_dump_says(name: str) -> None:
    raw = bz2.compress(dump(DATED)) if name.endswith("bz2") else dump(DATED)
    (document,) = documents(opened(raw, name)).values()
    assert document.text == f"Two ships\n\n{PLAIN}"
    assert (document.published, document.lang, document.outlet) == ("2022-05-19", "ru", "Викиновости")
    assert document.url == "https://ru.wikinews.org/wiki/Two_ships"
    assert str(document.source).endswith("#Two ships")
    assert document.extractor.startswith("mwparserfromhell/")


def test_the_latest_text_has_the_first_date() -> None:
    raw = dump(
        page("Корабли", *((f"2022-05-{day}T01:00:00Z", f"Два корабля вышли, {day}.") for day in (17, 18, 19, 20)))
    )
    (document,) = documents(opened(raw, "news.xml")).values()
    assert document.text == "Корабли\n\nДва корабля вышли, 20."
    assert document.published == "2022-05-17T01:00:00Z"
    assert "first revision" in document.notes[0].text


def test_a_later_revision_is_no_date_of_publication() -> None:
    raw = dump(page("Корабли", ("2023-01-02T01:00:00Z", "Два корабля вышли."), parent="<parentid>7</parentid>"))
    (document,) = documents(opened(raw, "news.xml")).values()
    assert document.published is None
    assert "it stood in the wiki on 2023-01-02, so not later" in document.notes[0].text


def test_redirects_and_pages_about_the_wiki_are_left_out() -> None:
    other = page("Talk:Two ships", ("2022-05-20T01:00:00Z", "Is it so?"), ns=1)
    moved = page(
        "Ships", ("2022-05-20T01:00:00Z", "#REDIRECT [[Two ships]]"), redirect='<redirect title="Two ships" />'
    )
    assert list(texts(opened(dump(other, DATED, moved), "news.xml"))) == ["news.xml#Two ships"]
    assert problems(opened(dump(other, moved), "news.xml")) == [
        "news.xml holds no article (2 redirects and other pages)"
    ]


def test_what_the_user_gives_stands_over_the_dump() -> None:
    options = Options(metadata=Metadata(published="2022", outlet="Вахта"))
    (document,) = documents(opened(dump(DATED), "news.xml", options)).values()
    assert (document.published, document.outlet, document.notes) == ("2022", "Вахта", ())


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("[[Файл:a.jpg|мини|Подпись]]Два корабля.", "Два корабля."),
        ("Два {{w|Корабль|корабля}}.{{unknown|x=1|Три}}", "Два корабля."),
        ("Два.\n\n== Источники ==\n* Три\n=== Ещё ===\nЧетыре", "Два."),
        ("<nowiki>[[Два]]</nowiki> <b>корабля</b><br/>ушли", "[[Два]] корабля\nушли"),
        ("{{quote|Два корабля ушли.|Министр}}", "Два корабля ушли."),
        ("a {{ b [[ c {| d '''", "a {{ b [[ c {| d"),
        ("[[Категория:Россия]][[:Категория:Россия]]Два.", "Два."),
    ],
)
def test_markup_becomes_the_words_that_a_reader_sees(markup: str, text: str) -> None:
    assert article(markup, frozenset({"файл"})).text == text


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("May 19, 2022", "2022-05-19"),
        ("Thursday, 19 May 2022", "2022-05-19"),
        ("1er juin 2022", "2022-06-01"),
        ("19 мая 2022 года", "2022-05-19"),
        ("19.05.2022", "2022-05-19"),
        ("05/06/2022", None),
        ("19 ships 2022", None),
        ("tomorrow", None),
        ("May 2022 ships", None),
    ],
)
def test_days_in_words_are_read_where_they_can_mean_one_day(written: str, day: str | None) -> None:
    assert written_date(written) == day


def test_a_dump_that_breaks_off_is_told_and_what_stands_before_is_read() -> None:
    raw = dump(DATED, page("Three ships", ("2022-05-20T01:00:00Z", "Three ships left.")))
    for broken, name in (
        (raw[:-200], "news.xml"),
        (bz2.compress(raw[:-200]), "news.xml.bz2"),
        (raw.replace(b"<title>Three", b"<title><&>Three"), "news.xml"),
    ):
        results = opened(broken, name)
        assert [document.title for document in documents(results).values()] == ["Two ships"]
        assert "is damaged behind page 1" in problems(results)[0]


def test_entities_of_a_dump_are_not_expanded() -> None:
    evil = b'<!DOCTYPE mediawiki [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    raw = evil + dump(page("X", ("2022-05-20T01:00:00Z", "Two ships.")).replace("</page>", "<x>&f;&a;</x></page>"))
    assert "root:" not in str(opened(raw.replace(b"Two ships.", b"Two ships &f; &a;."), "news.xml"))


def test_a_page_over_the_limit_is_told_and_the_others_are_read() -> None:
    raw = dump(page("Long", ("2022-05-20T01:00:00Z", "Two ships left. " * 100)), DATED)
    results = opened(raw, "news.xml", Options(max_bytes=1000))
    assert list(texts(results)) == ["news.xml#Two ships"]
    assert "news.xml#Long is over the limit" in problems(results)[0]


WHOLE = dump(DATED, DATED)


@given(st.integers(0, len(WHOLE)), st.binary(max_size=9), st.integers(0, 60))
def test_whatever_is_broken_ends_in_documents_and_problems(start: int, noise: bytes, cut: int) -> None:
    for result in opened(WHOLE[:start] + noise + WHOLE[start + cut :], "news.xml"):
        assert isinstance(result, Document | Problem)
        assert not isinstance(result, Problem) or "internal error" not in result.message, result


@given(st.text(alphabet="[]{}|='*<>!-refgaly/ \n:аб", max_size=80))
def test_any_markup_gives_a_text(markup: str) -> None:
    assert isinstance(article(markup, frozenset()).text, str)
