"""Linked pages: fetched for teasers alone, where robots.txt allows it; what cannot be had leaves the teaser."""

import pytest

from foedus.model.document import Document
from tests.ingest.feeds import item, rss
from tests.watching.case import Desk
from tests.watching.site import Reply, Site

WORDS = "Poland ordered 250 tanks from the United States, the defence ministry said on Friday in Warsaw. "
HTML = {"Content-Type": "text/html; charset=utf-8"}


def page(title: str = "Poland orders tanks", words: str = WORDS) -> bytes:
    named = f'<head><title>{title}</title><meta property="og:site_name" content="The Page"></head>'
    article = (f"<h1>{title}</h1>" if title else "") + f"<p>{words}</p>" * 4
    return f"<html>{named if title else ''}<body><article>{article}</article></body></html>".encode()


def teaser(site: Site, path: str = "/1", **elements: str) -> Reply:
    return Reply(rss(item(1, link=site.url + path, description="Poland orders…", **elements)))


def look(at: Desk, site: Site) -> list[Document]:
    """One look with pages, and what was read until now."""
    at.feeds(pages=True).look(f"{site.url}/feed")
    return at.read.documents


def notes(document: Document) -> dict[str, str]:
    return {note.code: note.text for note in document.notes}


def test_the_page_of_a_teaser_is_read_in_its_place(at: Desk, site: Site) -> None:
    site.at |= {"/feed": teaser(site), "/1": Reply(page(), headers=HTML)}
    (found,) = look(at, site)
    assert WORDS.strip() in found.text
    assert (found.title, found.outlet) == ("Poland orders tanks", "The Page")
    assert (found.url, found.source) == (f"{site.url}/1", f"{site.url}/1")
    assert found.published == "2022-05-19T10:00:00+02:00"
    assert found.extractor.startswith("trafilatura/")
    assert site.paths == ["/feed", "/robots.txt", "/1"]


def test_a_page_that_says_nothing_of_itself_is_named_as_its_feed_says(at: Desk, site: Site) -> None:
    site.at |= {"/feed": teaser(site), "/1": Reply(page(title=""), headers=HTML)}
    (found,) = look(at, site)
    assert (found.title, found.outlet) == ("Report 1", "The Harbour Gazette")


def test_a_whole_text_is_taken_from_the_feed(at: Desk, site: Site) -> None:
    site.at["/feed"] = Reply(rss(item(1, link=f"{site.url}/1", content=WORDS)))
    (found,) = look(at, site)
    assert WORDS.strip() in found.text
    assert site.paths == ["/feed"]


def test_origin_and_author_go_with_the_page(at: Desk, site: Site) -> None:
    more = '<source url="https://wire.example/rss">The Wire</source>'
    body = teaser(site).body.replace(b"</item>", f"{more}</item>".encode())
    site.at |= {"/feed": Reply(body), "/1": Reply(page(), headers=HTML)}
    (found,) = look(at, site)
    assert notes(found) == {"source": "the feed names The Wire (https://wire.example/rss) as its origin"}


def test_a_page_is_read_in_the_charset_that_its_server_names(at: Desk, site: Site) -> None:
    words = "Сегодня Польша заказала двести пятьдесят танков, сообщило министерство обороны. "
    body = page("Заказ", words).decode().encode("koi8-r")
    site.at |= {"/feed": teaser(site), "/1": Reply(body, headers={"Content-Type": "text/html; charset=koi8-r"})}
    (found,) = look(at, site)
    assert words.strip() in found.text


def test_a_text_that_is_no_page_is_read_by_its_own_kind(at: Desk, site: Site) -> None:
    site.at |= {"/feed": teaser(site), "/1": Reply(WORDS.encode() * 3, headers={"Content-Type": "text/plain"})}
    (found,) = look(at, site)
    assert found.text == WORDS * 3
    assert found.published == "2022-05-19T10:00:00+02:00"


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(status=404), "answers 404"),
        (Reply(status=410), "answers 410"),
        (Reply(b"<html><body></body></html>", headers=HTML), "holds no article"),
        (Reply(b"\x89PNG\r\n\x1a\n" + b"\0" * 900, headers={"Content-Type": "image/png"}), "/1 "),
        (Reply(b"", headers={"Content-Type": "image/png"}), "is empty"),
        (Reply(b"\x89PNG\r\n\x1a\n" + b"\0" * 900, headers=HTML), "/1 "),
        (Reply(status=302, headers={"Location": "file:///etc/passwd"}), "no address of the web"),
        (Reply(b"x" * 3_000_000, headers=HTML), "over the limit"),
    ],
)
def test_of_a_page_that_cannot_be_had_the_teaser_is_kept(at: Desk, site: Site, reply: Reply, why: str) -> None:
    site.at |= {"/feed": teaser(site), "/1": reply}
    (found,) = look(at, site)
    assert found.text == "Report 1\n\nPoland orders…"
    assert why in notes(found)["page"]
    assert "teaser" in notes(found)
    look(at, site)
    assert site.paths.count("/1") == 1


def test_a_page_that_may_come_later_is_asked_for_three_times(at: Desk, site: Site) -> None:
    site.at |= {"/feed": Reply(teaser(site).body, headers={"ETag": '"1"'}), "/1": Reply(status=500)}
    assert look(at, site) == []
    assert look(at, site) == []
    (found,) = look(at, site)
    assert "answers 500" in notes(found)["page"]
    assert site.paths.count("/1") == 3
    assert all("if-none-match" not in one.headers for one in site.asked)
    look(at, site)
    assert site.asked[-1].headers["if-none-match"] == '"1"'
    assert len(at.read.documents) == 1


def test_a_page_that_came_later_is_read(at: Desk, site: Site) -> None:
    site.at |= {"/feed": teaser(site), "/1": Reply(status=500)}
    look(at, site)
    site.at["/1"] = Reply(page(), headers=HTML)
    (found,) = look(at, site)
    assert found.title == "Poland orders tanks"


@pytest.mark.parametrize(
    "robots",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: Foedus\nDisallow: /1\n\nUser-agent: *\nAllow: /",
        "User-agent: *\nDisallow: /*1$",
    ],
)
def test_what_robots_txt_forbids_is_not_fetched(at: Desk, site: Site, robots: str) -> None:
    site.at |= {"/feed": teaser(site), "/1": Reply(page(), headers=HTML), "/robots.txt": Reply(robots.encode())}
    (found,) = look(at, site)
    assert "robots.txt of 127.0.0.1 asks programs not to" in notes(found)["page"]
    assert "/1" not in site.paths


def test_a_move_to_what_robots_txt_forbids_is_not_followed(at: Desk, site: Site) -> None:
    site.at |= {
        "/feed": teaser(site),
        "/1": Reply(status=302, headers={"Location": "/closed/1"}),
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /closed/"),
    }
    (found,) = look(at, site)
    assert "asks programs not to" in notes(found)["page"]
    assert "/closed/1" not in site.paths


def test_robots_txt_is_asked_for_once_a_day_and_its_delay_is_kept(at: Desk, site: Site) -> None:
    site.at |= {
        "/feed": Reply(rss(*(item(n, link=f"{site.url}/{n}", description="Short…") for n in (1, 2, 3)))),
        "/robots.txt": Reply(b"User-agent: *\nCrawl-delay: 20"),
    } | {f"/{n}": Reply(page(), headers=HTML) for n in (1, 2, 3)}
    look(at, site)
    assert site.paths.count("/robots.txt") == 1
    assert at.clock.waits == [2.0, 2.0, 20.0, 20.0]
    at.clock.later(86_401)
    site.at["/feed"] = Reply(rss(item(4, link=f"{site.url}/1", description="Short…")))
    look(at, site)
    assert site.paths.count("/robots.txt") == 2


def test_nothing_is_fetched_while_robots_txt_cannot_be_had(at: Desk, site: Site) -> None:
    site.at |= {"/feed": teaser(site), "/1": Reply(page(), headers=HTML), "/robots.txt": Reply(status=500)}
    assert look(at, site) == []
    assert "/1" not in site.paths
    site.at["/robots.txt"] = Reply(status=404)
    (found,) = look(at, site)
    assert found.title == "Poland orders tanks"


def test_an_end_while_pages_are_fetched_keeps_those_that_came(at: Desk, site: Site) -> None:
    def end(read: int) -> None:
        at.clock.is_ended = read == 1

    site.at["/feed"] = Reply(rss(*(item(n, link=f"{site.url}/{n}", description="Short…") for n in (2, 1))))
    site.at |= {f"/{n}": Reply(page(f"Page {n}"), headers=HTML) for n in (1, 2)}
    at.read.after = end
    assert [one.title for one in look(at, site)] == ["Page 1"]
    at.clock.is_ended = False
    assert [one.title for one in look(at, site)] == ["Page 1", "Page 2"]
