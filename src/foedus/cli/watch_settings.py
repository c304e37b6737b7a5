"""What is watched and how: the options of `foedus watch`, else `[watch]` of foedus.toml."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from foedus.cli.config import FILE, settings
from foedus.model.errors import DataError, FoedusError, UsageError
from foedus.watching.web_address import web_address

_EVERY = 15.0
_LEAST = 1.0
_LISTS = ("feeds", "folders")
_KINDS: Mapping[str, tuple[type, ...]] = {
    "feeds": (list,),
    "folders": (list,),
    "every": (int, float),
    "pages": (bool,),
    "contact": (str,),
    "allow_private": (bool,),
    "state": (str,),
}
_SHOWN = {bool: "true or false", str: "text in quotes", list: "a list of texts", int: "a number of minutes"}


class WatchSettings(NamedTuple):
    """Feeds by address and folders; `every` in seconds; `state` None for the usual place."""

    feeds: tuple[str, ...]
    folders: tuple[Path, ...]
    every: float
    pages: bool
    contact: str | None
    allow_private: bool
    state: Path | None


def watch_settings(
    sources: Sequence[str],
    *,
    every: float | None,
    pages: bool | None,
    contact: str | None,
    allow_private: bool | None,
    state: Path | None,
) -> WatchSettings:
    """The options over what foedus.toml says. UsageError or DataError where something cannot be used."""
    told = _told()
    feeds, folders = _parted(sources) if sources else (tuple(told.get("feeds", ())), _folders(told))
    if not feeds and not folders:
        raise UsageError(f"nothing to watch: name feeds or folders, or list them below [watch] in {FILE}")
    for feed in feeds:
        _check_address(feed, given=bool(sources))
    minutes = float(every if every is not None else told.get("every", _EVERY))
    if not minutes >= _LEAST:
        raise UsageError(f"a feed every {minutes:g} minutes is too often: give {_LEAST:g} or more")
    where = state or (Path(told["state"]) if "state" in told else None)
    return WatchSettings(
        feeds,
        folders,
        minutes * 60.0,
        bool(told.get("pages", False)) if pages is None else pages,
        _contact(contact or told.get("contact")),
        bool(told.get("allow_private", False)) if allow_private is None else allow_private,
        where,
    )


def _told() -> Mapping[str, Any]:
    told = settings().get("watch", {})
    if not isinstance(told, dict):
        raise DataError(f'{FILE}: [watch] is no table: write feeds = ["https://gazette.example/feed"] below it')
    for name, value in told.items():
        if name not in _KINDS:
            raise DataError(f"{FILE}: [watch] has no setting {name}: there are {', '.join(_KINDS)}")
        kinds = _KINDS[name]
        is_right = isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool))
        if not is_right or (name in _LISTS and not all(isinstance(one, str) for one in value)):
            raise DataError(f"{FILE}: {name} below [watch] is to be {_SHOWN[kinds[0]]}")
    return told


def _parted(sources: Sequence[str]) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    feeds = tuple(source for source in sources if "://" in source)
    folders = tuple(Path(source) for source in sources if "://" not in source)
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(f"{folder} is no folder: `foedus watch` takes folders and the addresses of feeds")
    return feeds, folders


def _folders(told: Mapping[str, Any]) -> tuple[Path, ...]:
    return tuple(Path(folder) for folder in told.get("folders", ()))


def _check_address(feed: str, *, given: bool) -> None:
    try:
        web_address(feed)
    except FoedusError as error:
        raise (UsageError(str(error)) if given else DataError(f"{FILE}: {error}")) from error


def _contact(text: str | None) -> str | None:
    """As the servers that are asked shall see it, in a header."""
    if text is not None and not (text.isascii() and text.isprintable() and 0 < len(text) <= 200):
        raise UsageError("--contact is an address of the mail or of the web, in plain letters")
    return text
