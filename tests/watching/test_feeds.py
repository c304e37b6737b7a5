"""Looks at feeds: what is new is read once, whatever the server does and whenever watching is killed."""

import gzip
from pathlib import Path

import pytest

from foedus.model.errors import LedgerError
from tests.ingest.feeds import item, rss
from tests.watching.case import Desk, FastClock, desk
from tests.watching.site import Reply, Site

LONG = "The ministry signed a contract for twelve howitzers with the shipyard on Thursday. " * 8


def feed(*numbers: int, more: str = "", **headers: str) -> Reply:
    """The newest first, as feeds have them."""
    body = rss(*(item(number, content=LONG + str(number)) for number in sorted(numbers, reverse=True)), more=more)
    return Reply(body, headers={name.replace("_", "-"): value for name, value in headers.items()})


def test_entries_are_read_once_and_the_oldest_first(at: Desk, site: Site) -> None:
    site.at["/feed"] = feed(1, 2, 3)
    at.feeds().look(f"{site.url}/feed")
    site.at["/feed"] = feed(2, 3, 4)
    at.feeds().look(f"{site.url}/feed")
    at.feeds().look(f"{site.url}/feed")
    assert at.read.titles == ["Report 1", "Report 2", "Report 3", "Report 4"]
    assert at.told == [
        f"{site.url}/feed: 3 new entries; 3 documents read, 0 new claims",
        f"{site.url}/feed: 1 new entry; 1 document read, 0 new claims",
    ]
    assert (at.watched.looks, at.watched.same, at.watched.read) == (3, 1, 4)


def test_a_document_is_known_by_the_entrys_own_address(at: Desk, site: Site) -> None:
    site.at["/feed"] = feed(1)
    at.feeds().look(f"{site.url}/feed")
    (found,) = at.read.documents
    assert (found.source, found.url) == ("https://gazette.example/1", "https://gazette.example/1")


def test_an_entry_that_was_changed_is_read_again(at: Desk, site: Site) -> None:
    site.at["/feed"] = Reply(rss(item(1, content=LONG)))
    at.feeds().look(f"{site.url}/feed")
    site.at["/feed"] = Reply(rss(item(1, content=LONG + "Corrected.")))
    at.feeds().look(f"{site.url}/feed")
    assert [document.text.endswith("Corrected.") for document in at.read.documents] == [False, True]


def test_a_server_is_told_what_it_said_last(at: Desk, site: Site) -> None:
    marks = {"etag": '"1"', "last_modified": "Thu, 19 May 2022 10:00:00 GMT"}
    site.at["/feed"] = lambda asked: Reply(status=304) if "if-none-match" in asked else feed(1, **marks)
    for _ in range(3):
        at.feeds().look(f"{site.url}/feed")
    assert [one.headers.get("if-none-match") for one in site.asked] == [None, '"1"', '"1"']
    assert site.asked[-1].headers["if-modified-since"] == marks["last_modified"]
    assert (at.read.titles, at.watched.same) == (["Report 1"], 2)


def test_what_was_seen_survives_a_restart(tmp_path: Path, site: Site) -> None:
    site.at["/feed"] = feed(1, 2, etag='"1"')
    for expected in (["Report 1", "Report 2"], []):
        with desk(tmp_path / "s") as at:
            at.feeds().look(f"{site.url}/feed")
            assert at.read.titles == expected
    assert site.asked[1].headers["if-none-match"] == '"1"'


def test_what_was_read_and_not_marked_is_read_again(at: Desk, site: Site) -> None:
    site.at["/feed"] = feed(1, 2, etag='"1"')
    at.read.fault = LedgerError("the ledger is busy")
    with pytest.raises(LedgerError):
        at.feeds().look(f"{site.url}/feed")
    at.feeds().look(f"{site.url}/feed")
    assert at.read.titles == ["Report 1", "Report 2"]
    assert site.asked[1].headers.get("if-none-match") is None


def test_an_end_in_the_middle_keeps_what_was_read_and_the_rest_for_later(at: Desk, site: Site) -> None:
    def end(read: int) -> None:
        at.clock.is_ended = read == 2

    site.at["/feed"] = feed(1, 2, 3, etag='"1"')
    at.read.after = end
    at.feeds().look(f"{site.url}/feed")
    assert at.read.titles == ["Report 1", "Report 2"]
    at.clock.is_ended = False
    at.feeds().look(f"{site.url}/feed")
    assert at.read.titles == ["Report 1", "Report 2", "Report 3"]


def test_many_entries_are_remembered_in_parts(at: Desk, site: Site) -> None:
    site.at["/feed"] = Reply(rss(*(item(number, content=LONG, pubDate="") for number in range(120))))
    at.feeds().look(f"{site.url}/feed")
    assert len(at.read.documents) == 120
    assert [line.split(": ")[1].split(";")[0] for line in at.told] == [
        "50 new entries",
        "50 new entries",
        "20 new entries",
    ]


@pytest.mark.parametrize(
    ("more", "seconds"), [("", 0), ("<ttl>60</ttl>", 3600), ("<sy:updatePeriod>yearly</sy:updatePeriod>", 86_400)]
)
def test_a_feeds_own_wish_is_kept_up_to_a_day(at: Desk, site: Site, more: str, seconds: float) -> None:
    site.at["/feed"] = feed(1, more=more, etag='"1"')
    at.feeds().look(f"{site.url}/feed")
    assert at.state.feed(f"{site.url}/feed").not_before == at.clock.now() + seconds
    site.at["/feed"] = Reply(status=304)
    at.clock.later(100_000)
    at.feeds().look(f"{site.url}/feed")
    assert at.state.feed(f"{site.url}/feed").not_before == at.clock.now() + seconds


def test_a_move_for_good_is_remembered_and_told_once(at: Desk, site: Site) -> None:
    site.at |= {"/old": Reply(status=301, headers={"Location": "/new"}), "/new": feed(1)}
    for _ in range(3):
        at.feeds().look(f"{site.url}/old")
    assert site.paths == ["/old", "/new", "/new", "/new"]
    assert [line for line in at.told if "moved" in line] == [
        f"{site.url}/old has moved for good: asked for at {site.url}/new from now on"
    ]
    assert at.read.titles == ["Report 1"]


def test_a_move_to_what_is_no_feed_is_not_remembered(at: Desk, site: Site) -> None:
    site.at |= {
        "/old": Reply(status=301, headers={"Location": "/sign-in"}),
        "/sign-in": Reply(b"<html><p>Sign in</html>"),
    }
    at.feeds().look(f"{site.url}/old")
    assert at.state.feed(f"{site.url}/old").address == f"{site.url}/old"
    assert "holds no feed" in at.told[0]


def test_a_feed_whose_new_address_is_gone_is_asked_for_at_its_old_one(at: Desk, site: Site) -> None:
    site.at |= {"/old": Reply(status=301, headers={"Location": "/new"}), "/new": feed(1)}
    at.feeds().look(f"{site.url}/old")
    site.at["/new"] = Reply(status=404)
    at.feeds().look(f"{site.url}/old")
    site.at["/old"] = feed(1, 2)
    at.clock.later(86_400)
    at.feeds().look(f"{site.url}/old")
    assert at.read.titles == ["Report 1", "Report 2"]


def test_a_feed_that_is_gone_for_good_is_told(at: Desk, site: Site) -> None:
    site.at["/feed"] = Reply(status=410)
    at.feeds().look(f"{site.url}/feed")
    assert at.state.feed(f"{site.url}/feed").ended == "2023-11-14 22:13 UTC"
    assert "is gone for good" in at.told[0]


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=404),
        Reply(status=500),
        Reply(b"<html><body>Down for repair</body></html>"),
        Reply(rss(item(1, description="&x;"), prologue='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>')),
        Reply(feed(1).body, cut=50),
        Reply(gzip.compress(feed(1).body)[:-20], headers={"Content-Encoding": "gzip"}),
        Reply(gzip.compress(b" " * 30_000_000), headers={"Content-Encoding": "gzip"}),
        Reply(b"x" * 2_000_000),
        Reply(b""),
    ],
)
def test_a_feed_that_fails_is_told_and_left_alone_for_longer_each_time(at: Desk, site: Site, reply: Reply) -> None:
    site.at["/feed"] = reply
    waits = []
    for _ in range(3):
        at.feeds().look(f"{site.url}/feed")
        waits.append(at.state.feed(f"{site.url}/feed").not_before - at.clock.now())
    assert waits == [300, 600, 1200]
    assert len(at.told) == at.watched.failed == at.watched.looks == 3
    assert at.told[0].startswith(f"{site.url}/feed")
    assert "; asked again after 2023-11-14 22:18 UTC" in at.told[0]
    site.at["/feed"] = feed(1)
    at.feeds().look(f"{site.url}/feed")
    assert at.read.titles == ["Report 1"]
    assert at.state.feed(f"{site.url}/feed").failures == 0


def test_a_host_that_asks_for_rest_is_not_asked_by_another_feed(at: Desk, site: Site) -> None:
    site.at |= {"/a": Reply(status=429, headers={"Retry-After": "3600"}), "/b": feed(1)}
    at.feeds().look(f"{site.url}/a")
    at.feeds().look(f"{site.url}/b")
    assert site.paths == ["/a"]
    assert at.state.feed(f"{site.url}/b").not_before == at.clock.now() + 3600
    assert (at.watched.looks, at.watched.failed, len(at.told)) == (1, 1, 1)


def test_a_feed_of_another_charset_than_its_server_says_is_read(at: Desk, site: Site) -> None:
    body = rss(item(1, content="Сегодня поставлены двенадцать гаубиц. " * 20), title="Вестник").decode()
    raw = body.replace("utf-8", "windows-1251").encode("cp1251")
    site.at["/feed"] = Reply(raw, headers={"Content-Type": "text/xml; charset=utf-8"})
    at.feeds().look(f"{site.url}/feed")
    (found,) = at.read.documents
    assert found.outlet == "Вестник"
    assert "гаубиц" in found.text


def test_a_truncated_feed_gives_what_is_there_and_all_of_it_later(at: Desk, site: Site) -> None:
    whole = feed(1, 2)
    site.at["/feed"] = Reply(whole.body[: len(whole.body) * 7 // 10])
    at.feeds().look(f"{site.url}/feed")
    assert any("is damaged XML" in line for line in at.told)
    site.at["/feed"] = whole
    at.feeds().look(f"{site.url}/feed")
    texts = [document.text for document in at.read.documents]
    assert any(text.endswith(LONG + "1") for text in texts)
    assert any(text.endswith(LONG + "2") for text in texts)


def test_an_entry_that_left_its_feed_long_ago_is_forgotten(at: Desk, site: Site) -> None:
    site.at["/feed"] = feed(1)
    at.feeds().look(f"{site.url}/feed")
    site.at["/feed"] = feed(2)
    at.clock.later(91 * 86_400)
    at.feeds().look(f"{site.url}/feed")
    site.at["/feed"] = feed(1, 2)
    at.feeds().look(f"{site.url}/feed")
    assert at.read.titles == ["Report 1", "Report 2", "Report 1"]


def test_an_entry_without_text_is_told_and_not_asked_for_again(at: Desk, site: Site) -> None:
    site.at["/feed"] = Reply(rss(item(1, title="", description="")))
    at.feeds().look(f"{site.url}/feed")
    at.feeds().look(f"{site.url}/feed")
    assert len(at.read.problems) == 1


def test_waiting_for_a_host_ends_with_watching(tmp_path: Path, site: Site) -> None:
    site.at["/feed"] = feed(1)
    with desk(tmp_path / "s", clock=FastClock(lasting=1.0)) as at:
        at.feeds().look(f"{site.url}/feed")
        at.watch(f"{site.url}/feed").once()
    assert site.paths == ["/feed"]
