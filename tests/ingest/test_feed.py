"""Feeds to documents: entries with their texts, dates, links and doubts; attacks are refused, damage is told."""

import io
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.ingest.feed import read_feed
from foedus.ingest.feed_parsing import parse_feed
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem, Result
from foedus.ingest.sources import read_sources
from foedus.model.document import Document
from foedus.model.errors import InputError
from tests.ingest.feeds import item, rss

LONG = "The ministry signed a contract for twelve howitzers with the shipyard on Thursday. " * 8
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Journal</title><id>urn:f</id>
<entry><title>Un accord</title><id>urn:1</id><updated>2022-05-19T23:30:00+02:00</updated>
<link rel="alternate" href="https://journal.example/1"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Premier.</p><p>Second.</p></div></content></entry>
</feed>"""


def read(raw: bytes, options: Options | None = None) -> list[Result]:
    return list(read_feed(io.BytesIO(raw), "feed.xml", options or Options(), nothing))


def nothing(*_: object) -> Iterator[Result]:
    raise AssertionError("a feed holds no files")


def documents(raw: bytes) -> list[Document]:
    found = read(raw)
    assert not [one for one in found if isinstance(one, Problem)]
    return [one for one in found if isinstance(one, Document)]


def codes(document: Document) -> list[str]:
    return [note.code for note in document.notes]


def test_an_entry_has_text_title_date_link_and_the_feeds_title_as_outlet() -> None:
    (found,) = documents(rss(item(content=f"<p>{LONG}</p><p>Next.</p>")))
    assert found.text == f"Report 1\n\n{LONG.strip()}\n\nNext."
    assert found.title == "Report 1"
    assert found.published == "2022-05-19T10:00:00+02:00"
    assert found.url == "https://gazette.example/1"
    assert found.outlet == "The Harbour Gazette"
    assert found.source == "feed.xml#1"
    assert found.extractor.startswith("feedparser/")
    assert found.notes == ()


def test_the_content_stands_over_the_summary() -> None:
    (found,) = documents(rss(item(description="In short.", content="<p>At length.</p>")))
    assert "At length." in found.text
    assert "In short." not in found.text
    assert codes(found) == []


@pytest.mark.parametrize(
    ("elements", "is_teaser"),
    [
        ({"description": "Short."}, True),
        ({"description": LONG}, False),
        ({"description": LONG + "…"}, True),
        ({"description": LONG + "[…]"}, True),
        ({"content": LONG + "..."}, True),
        ({"content": "Short, and all of it."}, False),
    ],
)
def test_a_short_or_cut_summary_is_a_teaser(elements: dict[str, str], is_teaser: bool) -> None:
    (found,) = documents(rss(item(**elements)))
    assert ("teaser" in codes(found)) is is_teaser


def test_an_entry_of_a_title_alone_is_kept_as_a_teaser() -> None:
    (found,) = documents(rss(item(title="Twelve howitzers delivered", description="")))
    assert found.text == "Twelve howitzers delivered"
    assert [note.text for note in found.notes] == ["only a headline of the report at https://gazette.example/1"]


def test_an_entry_without_anything_is_a_problem_of_its_own() -> None:
    first, second = read(rss(item(1, title="", description=""), item(2)))
    assert first == Problem("feed.xml#1", "feed.xml#1 has neither text nor title: nothing to read")
    assert isinstance(second, Document)


def test_atom_is_read_and_a_date_of_change_is_noted() -> None:
    (found,) = documents(ATOM.encode())
    assert found.text == "Un accord\n\nPremier.\n\nSecond."
    assert found.published == "2022-05-19T23:30:00+02:00"
    assert [note.text for note in found.notes] == [
        "dated 2022-05-19T23:30:00+02:00, when it was last changed: the feed gives no other date"
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("19 May 2022 10:00:00 GMT", "2022-05-19T10:00:00Z"),
        ("Thu, 19 May 2022 10:00:00 EST", "2022-05-19T10:00:00-05:00"),
        ("2022-05-19", "2022-05-19"),
        ("02/03/2022", None),
        ("soon", None),
    ],
)
def test_dates_are_understood_where_they_mean_one_day(written: str, expected: str | None) -> None:
    (found,) = documents(rss(item(content=LONG, pubDate=written)))
    assert found.published == expected
    assert codes(found) == ([] if expected else ["published"])


def test_origin_and_author_are_noted_and_the_outlet_stays_the_feeds() -> None:
    more = '<source url="https://wire.example/rss">The Wire</source><author>desk@wire.example (A desk)</author>'
    (found,) = documents(rss(item(content=LONG).replace("</item>", f"{more}</item>")))
    assert found.outlet == "The Harbour Gazette"
    told = [(note.code, note.text) for note in found.notes]
    assert told == [
        ("source", "the feed names The Wire (https://wire.example/rss) as its origin"),
        ("author", "by desk@wire.example (A desk)"),
    ]


def test_links_may_be_relative_to_the_feeds_page_and_ids_are_no_links() -> None:
    first, second = documents(rss(item(1, link="/news/1"), item(2, link="", guid="urn:2")))
    assert (first.url, second.url) == ("https://gazette.example/news/1", None)


def test_what_is_given_stands_over_the_feed() -> None:
    (found,) = read(rss(item(content=LONG)), Options(Metadata(outlet="A desk", lang="en")))
    assert isinstance(found, Document)
    assert (found.outlet, found.lang) == ("A desk", "en")


def test_scripts_and_styles_are_not_text_and_marks_are_resolved() -> None:
    markup = (
        "<style>p {}</style><p>Tea &amp; tanks&nbsp;<b>now</b><br>and then<!-- not this --></p><script>x()</script>"
    )
    (found,) = documents(rss(item(content=markup)))
    assert found.text == "Report 1\n\nTea & tanks now\nand then"


def test_a_feed_of_an_old_charset_is_read_as_it_says() -> None:
    prologue = '<?xml version="1.0" encoding="windows-1251"?>'
    raw = rss(item(content="Сегодня поставлены двенадцать гаубиц."), title="Вестник", prologue=prologue)
    (found,) = documents(raw.decode().encode("cp1251"))
    assert "двенадцать гаубиц" in found.text
    assert found.outlet == "Вестник"


def test_an_old_doctype_and_names_of_characters_are_no_attack() -> None:
    prologue = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://netscape.example/rss-0.91.dtd">'
    raw = rss(item(content=LONG), prologue=prologue).replace(b"Report 1<", b"Tea&nbsp;time<")
    (found,) = documents(raw)
    assert found.title == "Tea time"


BOMB = "<!DOCTYPE rss [" + '<!ENTITY a "aaaaaaaaaa">' + '<!ENTITY b "&a;&a;&a;&a;">' + "]>"
FILE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
PARAMETER = '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>'


@pytest.mark.parametrize("doctype", [BOMB, FILE, PARAMETER, f"<!-- <rss> -->\n{FILE}", f"<?x <rss> ?>{FILE}"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-8-sig"])
def test_entities_of_its_own_are_refused_in_any_charset(doctype: str, codec: str) -> None:
    raw = rss(item(description="&x;"), prologue=f"<?xml version='1.0'?>{doctype}").replace(b"&amp;x;", b"&x;")
    with pytest.raises(InputError, match=r"feed\.xml declares entities of its own"):
        read(raw.decode().encode(codec))


def test_a_doctype_after_the_first_element_declares_nothing() -> None:
    raw = (
        rss(item(content="Text &x; on")).replace(b"<channel>", f"{FILE}<channel>".encode()).replace(b"&amp;x;", b"&x;")
    )
    told = " ".join(one.text if isinstance(one, Document) else one.message for one in read(raw))
    assert "damaged XML" in told
    assert Path("/etc/hostname").read_text().strip() not in told


def test_a_truncated_feed_gives_what_can_be_told_and_a_problem() -> None:
    raw = rss(item(1, content=LONG), item(2, content=LONG))
    found = read(raw[: len(raw) * 6 // 10])
    assert isinstance(found[0], Document)
    problem = found[-1]
    assert isinstance(problem, Problem)
    assert problem.message.startswith("feed.xml is damaged XML (")


def test_what_is_no_feed_is_told() -> None:
    with pytest.raises(InputError, match="holds no feed: neither RSS nor Atom"):
        read(b"<html><body><p>Not found</p></body></html>")
    with pytest.raises(InputError, match="holds no feed"):
        read(b"only words")


def test_an_empty_feed_is_a_problem_of_a_file() -> None:
    assert read(rss()) == [Problem("feed.xml", "feed.xml is a feed without entries: nothing to read")]


def test_a_feed_over_the_limit_is_refused() -> None:
    with pytest.raises(InputError, match=r"over the limit of 0\.001 MB"):
        read(rss(item(content=LONG * 10)), Options(max_bytes=1000))


def test_a_second_entry_of_one_id_is_kept_and_told() -> None:
    first, second = documents(rss(item(1, content="One."), item(2, content="Two.", guid="urn:report:1")))
    assert codes(first) == []
    assert [note.text for note in second.notes] == ["it has the id of entry 1: urn:report:1"]


@pytest.mark.parametrize(
    ("more", "seconds"),
    [
        ("", 0),
        ("<ttl>30</ttl>", 1800),
        ("<ttl>soon</ttl>", 0),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1800),
        ("<ttl>5</ttl><sy:updatePeriod>daily</sy:updatePeriod>", 86_400),
    ],
)
def test_a_feed_says_how_often_it_wants_to_be_asked(more: str, seconds: float) -> None:
    assert parse_feed(rss(item(), more=more), "feed").pause == seconds


def test_an_entry_that_says_something_else_has_another_digest() -> None:
    first, same, other = (
        parse_feed(rss(item(description=text)), "feed").entries[0] for text in ("One.", "One.", "Another.")
    )
    assert first.digest == same.digest != other.digest
    assert first.key == other.key


@given(st.integers(0, len(ATOM)), st.binary(max_size=40))
def test_broken_bytes_never_raise_anything_but_what_is_told(cut: int, noise: bytes) -> None:
    raw = ATOM.encode()
    try:
        read(raw[:cut] + noise + raw[cut + len(noise) :])
    except InputError as error:
        assert str(error).startswith("feed.xml")


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 50_000 + "deep" + "</div>" * 50_000,
        "<!--" * 100_000,
        "<a " * 100_000,
        "<a href='" * 50_000,
        "<" * 400_000,
    ],
)
def test_hostile_markup_takes_no_more_time_than_its_length_is_worth(markup: str) -> None:
    began = time.process_time()
    assert len(read(rss(item(content=markup)))) == 1
    assert time.process_time() - began < 10


def test_a_feed_is_read_by_its_name_or_its_first_bytes(tmp_path: Path) -> None:
    for name in ("news.rss", "news.xml", "news"):
        (tmp_path / name).write_bytes(rss(item(content=LONG)))
        (found,) = read_sources([str(tmp_path / name)])
        assert isinstance(found.result, Document)
        assert found.result.source == f"{tmp_path / name}#1"
