"""What is remembered: whole or not at all, by one process, for one ledger."""

import sqlite3
from pathlib import Path

import pytest

from foedus.model.errors import LedgerError
from foedus.watching.state import FeedState, FileState, HostState, WatchState


def test_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    feed = FeedState("u", "v", '"1"', "Thu", 1.0, 2.0, 3, "then")
    file = FileState("a.txt", 1, 1_700_000_000_123_456_789, 2)
    with WatchState(tmp_path / "s") as state:
        state.keep_feed(feed)
        state.keep_entries("u", ["a", "b"], 10.0)
        state.keep_host("h", HostState(5.0, 2))
        state.keep_robots("o", "User-agent: *", 7.0)
        state.keep_files([file])
        assert [state.count_try("u", "c"), state.count_try("u", "c")] == [1, 2]
    with WatchState(tmp_path / "s") as state:
        assert state.feed("u") == feed
        assert state.new("u", ["a", "b", "c"]) == {"c"}
        assert state.host("h") == HostState(5.0, 2)
        assert state.robots("o") == ("User-agent: *", 7.0)
        assert state.files() == {"a.txt": file}
        assert state.count_try("u", "c") == 3


def test_what_is_not_known_is_new(tmp_path: Path) -> None:
    with WatchState(tmp_path / "s") as state:
        assert state.feed("u") == FeedState("u", "u")
        assert state.new("u", ["a"]) == {"a"}
        assert state.host("h") == HostState()
        assert state.robots("o") is None


def test_one_process_at_a_time_uses_it(tmp_path: Path) -> None:
    with WatchState(tmp_path / "s"), pytest.raises(LedgerError, match="another `foedus watch` fills this ledger"):
        WatchState(tmp_path / "s")
    with WatchState(tmp_path / "s"):
        pass


def test_it_belongs_to_the_ledger_that_it_was_begun_with(tmp_path: Path) -> None:
    with WatchState(tmp_path / "s") as state:
        assert not state.bind("")
        state.keep_entries("u", ["a"], 0.0)
        assert not state.bind("link")
    with WatchState(tmp_path / "s") as state:
        assert not state.bind("link")
        with pytest.raises(LedgerError, match="another ledger: name another file with --state"):
            state.bind("other")
        assert state.new("u", ["a"]) == set()


def test_of_a_ledger_that_was_begun_anew_nothing_counts_as_read(tmp_path: Path) -> None:
    with WatchState(tmp_path / "s") as state:
        state.bind("link")
        state.keep_entries("u", ["a"], 0.0)
        state.keep_files([FileState("a.txt", 1, 2, 3)])
        state.keep_feed(FeedState("u", "v", '"1"', "Thu", 1.0, 2.0))
        assert state.bind("")
        assert state.new("u", ["a"]) == {"a"}
        assert state.files() == {}
        assert state.feed("u") == FeedState("u", "v", None, None, 0.0, 2.0)
        assert not state.bind("new link")


@pytest.mark.parametrize(
    "content", [b"no database at all, only words that fill a page of one" * 99, b"SQLite format 3\0" + b"\0" * 200]
)
def test_a_broken_file_is_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "s").write_bytes(content)
    with pytest.raises(LedgerError, match="cannot be used") as told:
        WatchState(tmp_path / "s")
    assert "\n" not in str(told.value)


def test_a_file_of_another_version_is_not_touched(tmp_path: Path) -> None:
    with WatchState(tmp_path / "s"):
        pass
    store = sqlite3.connect(tmp_path / "s")
    store.execute("UPDATE about SET value = '99' WHERE name = 'version'")
    store.commit()
    store.close()
    with pytest.raises(LedgerError, match="of another version"):
        WatchState(tmp_path / "s")


def test_a_place_that_is_none_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for place in (tmp_path / "file" / "s", tmp_path):
        with pytest.raises(LedgerError, match="cannot be used"):
            WatchState(place)
