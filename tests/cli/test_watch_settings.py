"""What is watched: options over foedus.toml, and every wrong setting named."""

from pathlib import Path
from typing import Any

import pytest

from foedus.cli.watch_settings import WatchSettings, watch_settings
from foedus.model.errors import DataError, UsageError

FEED = "https://gazette.example/feed"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("inbox").mkdir()


def told(*sources: str, **options: Any) -> WatchSettings:  # noqa: ANN401 - any option
    nothing = dict.fromkeys(("every", "pages", "contact", "allow_private", "state"))
    return watch_settings(sources, **(nothing | options))


def written(text: str) -> None:
    Path("foedus.toml").write_text(text)


def test_sources_are_parted_into_feeds_and_folders() -> None:
    assert told(FEED, "inbox") == WatchSettings((FEED,), (Path("inbox"),), 900.0, False, None, False, None)


def test_settings_count_where_the_command_line_says_nothing() -> None:
    written(
        f'[watch]\nfeeds = ["{FEED}"]\nfolders = ["inbox"]\nevery = 30\npages = true\n'
        'contact = "desk@example.org"\nallow_private = true\nstate = "seen.db"'
    )
    assert told() == WatchSettings((FEED,), (Path("inbox"),), 1800.0, True, "desk@example.org", True, Path("seen.db"))
    found = told("inbox", every=5.0, pages=False, contact="https://desk.example", allow_private=False, state=Path("s"))
    assert found == WatchSettings((), (Path("inbox"),), 300.0, False, "https://desk.example", False, Path("s"))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("watch = 1", r"\[watch\] is no table"),
        ("[watch]\nfeed = []", "has no setting feed: there are feeds, folders, every"),
        ('[watch]\nfeeds = "https://gazette.example"', "feeds below .* a list of texts"),
        ("[watch]\nfeeds = [1]", "feeds below .* a list of texts"),
        ('[watch]\nfolders = ["inbox"]\nevery = "often"', "every below .* a number of minutes"),
        ('[watch]\nfolders = ["inbox"]\nevery = true', "every below .* a number of minutes"),
        ('[watch]\nfolders = ["inbox"]\npages = 1', "pages below .* true or false"),
        ('[watch]\nfeeds = ["gazette.example/feed"]', "gazette.example/feed is no address"),
    ],
)
def test_a_wrong_setting_is_named(text: str, why: str) -> None:
    written(text)
    with pytest.raises(DataError, match=why):
        told()


@pytest.mark.parametrize(
    ("sources", "options", "why"),
    [
        ((), {}, "nothing to watch"),
        (("file:///etc/passwd",), {}, "no address of the web"),
        (("https://a:b@gazette.example/",), {}, "holds a password"),
        (("nowhere",), {}, "is no folder"),
        ((FEED,), {"every": 0.5}, "too often"),
        ((FEED,), {"every": float("nan")}, "too often"),
        ((FEED,), {"contact": "a\r\nX: b"}, "--contact is"),
    ],
)
def test_a_wrong_option_is_named(sources: tuple[str, ...], options: dict[str, Any], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        told(*sources, **options)
