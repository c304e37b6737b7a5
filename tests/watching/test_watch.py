"""The order of looks: each when its time has come, none more often than is wanted, until the end."""

from pathlib import Path

import pytest

from foedus.model.errors import LedgerError
from tests.ingest.feeds import item, rss
from tests.watching.case import Desk, FastClock, desk
from tests.watching.site import Reply, Site

HOUR = 3600.0


def feed(more: str = "") -> Reply:
    return Reply(rss(item(1), more=more))


def test_a_feed_is_looked_at_as_often_as_is_wanted_and_no_more(tmp_path: Path, site: Site) -> None:
    site.at |= {"/a": feed(), "/b": feed("<ttl>60</ttl>")}
    with desk(tmp_path / "s", clock=FastClock(lasting=4 * HOUR)) as at:
        at.watch(f"{site.url}/a", f"{site.url}/b", every=900.0).run()
    assert (site.paths.count("/a"), site.paths.count("/b")) == (16, 4)


def test_the_pause_of_a_feed_survives_a_restart(tmp_path: Path, site: Site) -> None:
    site.at["/a"] = feed()
    clock = FastClock(lasting=HOUR / 2)
    with desk(tmp_path / "s", clock=clock) as at:
        at.watch(f"{site.url}/a", every=HOUR).run()
    clock = FastClock(lasting=0.9 * HOUR)
    with desk(tmp_path / "s", clock=clock) as at:
        at.watch(f"{site.url}/a", every=HOUR).run()
    assert site.paths == ["/a"]


def test_once_looks_at_once_though_the_usual_time_has_not_come(tmp_path: Path, site: Site) -> None:
    site.at["/a"] = feed()
    for _ in range(2):
        with desk(tmp_path / "s") as at:
            at.watch(f"{site.url}/a").once()
    assert site.paths == ["/a", "/a"]


def test_once_keeps_what_a_feed_or_its_host_asked_for(at: Desk, site: Site) -> None:
    site.at |= {"/slow": feed("<ttl>60</ttl>"), "/gone": Reply(status=410), "/broken": Reply(status=404)}
    watch = at.watch(*(site.url + path for path in ("/slow", "/gone", "/broken")))
    watch.once()
    at.told.clear()
    watch.once()
    assert site.paths == ["/slow", "/gone", "/broken"]
    assert at.told == [
        f"{site.url}/slow is left alone until 2023-11-14 23:13 UTC",
        f"{site.url}/gone is gone for good since 2023-11-14 22:13 UTC: take it out of your list",
        f"{site.url}/broken is left alone until 2023-11-14 22:18 UTC",
    ]


def test_watching_ends_where_nothing_is_left_to_look_at(at: Desk, site: Site) -> None:
    site.at["/gone"] = Reply(status=410)
    at.watch(f"{site.url}/gone").run()
    at.watch(f"{site.url}/gone").run()
    assert site.paths == ["/gone"]
    assert len(at.told) == 2


def test_a_failing_feed_is_asked_less_and_less(tmp_path: Path, site: Site) -> None:
    site.at["/a"] = Reply(status=404)
    with desk(tmp_path / "s", clock=FastClock(lasting=24 * HOUR)) as at:
        at.watch(f"{site.url}/a", every=60.0).run()
    assert len(site.asked) == 9


def test_folders_are_looked_at_while_feeds_are(tmp_path: Path, site: Site) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    site.at["/a"] = feed()
    with desk(tmp_path / "s", clock=FastClock(lasting=HOUR)) as at:

        def put(read: int) -> None:
            if read == 1:
                (inbox / "late.txt").write_text("Twelve howitzers came.")

        at.read.after = put
        at.watch(f"{site.url}/a", folders=[inbox]).run()
        assert [document.source for document in at.read.documents] == [
            "https://gazette.example/1",
            str(inbox / "late.txt"),
        ]


def test_a_busy_ledger_is_waited_for(tmp_path: Path, site: Site) -> None:
    site.at["/a"] = feed()
    with desk(tmp_path / "s", clock=FastClock(lasting=HOUR)) as at:
        at.read.fault = LedgerError("case.db is busy")
        at.watch(f"{site.url}/a").run()
        assert at.read.titles == ["Report 1"]
        assert at.told[0] == "case.db is busy; tried again in 60 s, nothing is lost meanwhile"


def test_a_ledger_that_stays_broken_ends_watching(at: Desk, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise LedgerError("case.db is full")

    site.at["/a"] = feed()
    monkeypatch.setattr(type(at.read), "__call__", broken)
    with pytest.raises(LedgerError, match="is full"):
        at.watch(f"{site.url}/a").run()
    assert len(at.told) == 4


def test_a_feed_that_is_named_twice_is_one(at: Desk, site: Site) -> None:
    site.at["/a"] = feed()
    at.watch(f"{site.url}/a", f"{site.url}/a").once()
    assert site.paths == ["/a"]
