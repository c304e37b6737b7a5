"""Checks of the installation and the ledger for `foedus doctor`: each says what it found and what to do."""

import platform
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from foedus.cli.config import pipeline_choices
from foedus.cli.console import counted
from foedus.cli.ledger_option import shown_ledger
from foedus.model.errors import DataError, FoedusError, LedgerError

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger

State = Literal["ok", "warn", "FAIL"]
# before this release, several processes that write and checkpoint can corrupt a write-ahead log (sqlite.org, 3.51.3)
SAFE_SQLITE = (3, 51, 3)


class Finding(NamedTuple):
    """One line of the doctor; `code` is the exit code that a failure asks for."""

    name: str
    state: State
    text: str
    code: int = 0


def examine(ledger: str) -> Iterator[Finding]:
    """All checks, the ledger's last."""
    yield Finding("foedus", "ok", f"{version('foedus')} on Python {platform.python_version()}, {platform.system()}")
    for name, check in (
        ("lexicon", _lexicons),
        ("models", _models),
        ("gazetteer", _gazetteer),
        ("outlets", _outlets),
        ("pipelines", _pipelines),
        ("page", _page),
    ):
        yield from _guarded(name, check)
    yield sqlite_finding(sqlite3.sqlite_version_info)
    yield from _ledger(ledger)


def sqlite_finding(found: tuple[int, ...]) -> Finding:
    """Whether the SQLite in use has the fault that several writers can meet."""
    number, safe = ".".join(map(str, found)), ".".join(map(str, SAFE_SQLITE))
    if found >= SAFE_SQLITE:
        return Finding("sqlite", "ok", number)
    return Finding(
        "sqlite",
        "warn",
        f"{number}; before {safe} several programs that write at once can damage a ledger. Foedus itself writes under "
        "a lock: only let no other program write to the file, or install a newer Python",
    )


def _guarded(name: str, check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from check()
    except FoedusError as error:
        yield Finding(name, "FAIL", str(error), DataError.exit_code)
    except Exception as error:  # what is broken must not keep the other checks from running
        yield Finding(name, "FAIL", f"{type(error).__name__}: {error}; install Foedus again", DataError.exit_code)


def _lexicons() -> Iterator[Finding]:
    from foedus.cli.lexicon_option import lexicon_folder  # noqa: PLC0415 - slow to import as well
    from foedus.reader.lexicon import languages, load_lexicon, strays  # noqa: PLC0415 - slow to import as well

    for lang in languages():
        lexicon = load_lexicon(lang)
        units, operators = counted(len(lexicon.units), "unit"), counted(len(lexicon.operators), "operator")
        yield Finding("lexicon", "ok", f"{lang}: {units}, {operators}")
    own = lexicon_folder(None)
    if own is None:
        return
    for lang in languages():
        yield from _guarded("lexicon", partial(_own_lexicon, lang, own))
    yield from (Finding("lexicon", "warn", stray) for stray in strays(own))


def _page() -> Iterator[Finding]:
    """Whether the page's scripts and its map were built when Foedus was installed."""
    from foedus.serve.built import SCRIPT, WORLD, is_built  # noqa: PLC0415 - only this check needs the room

    if is_built(SCRIPT) and is_built(WORLD):
        yield Finding("page", "ok", "scripts and map")
        return
    yield Finding(
        "page",
        "warn",
        "no scripts and no map: Foedus was installed without Node. The page works without them; with Node 20.19 or "
        "later, install Foedus again",
    )


def _own_lexicon(lang: str, own: Path) -> Iterator[Finding]:
    """What the folder that foedus.toml names does to a language, if anything."""
    from foedus.reader.lexicon import load_lexicon  # noqa: PLC0415 - slow to import as well

    did = load_lexicon(lang, own).own
    if did is None:
        return
    text = f"{lang}, your own in {own}: {did.added} added, {did.replaced} replaced, {did.dropped} dropped"
    yield Finding("lexicon", "ok", text)
    if did.idle:
        yield Finding("lexicon", "warn", f"{lang}, your own in {own}: to drop, but not there: {', '.join(did.idle)}")


def _models() -> Iterator[Finding]:
    """The user's own models, where foedus.toml names some."""
    from foedus.cli.models_folder import models_folder  # noqa: PLC0415 - as the next
    from foedus.reader.models import check_models  # noqa: PLC0415 - slow to import as well

    folder = models_folder()
    if folder is None:
        return
    check_models(folder)
    yield Finding("models", "ok", f"your own in {folder}")


def _gazetteer() -> Iterator[Finding]:
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to import as well

    entities = Entities.load()
    names = sum(len(some) for entity in entities for some in entity.names.values())
    yield Finding("gazetteer", "ok", f"{counted(len(entities), 'entity', 'entities')}, {counted(names, 'name')}")


def _outlets() -> Iterator[Finding]:
    from foedus.cli.outlets_option import knowledge  # noqa: PLC0415 - slow to import as well

    known = knowledge(None)
    verified = sum(row.outlet.verified for row in known.outlets)
    yield Finding("outlets", "ok", f"{counted(len(known.outlets), 'outlet')}, {verified} of them verified")


def _pipelines() -> Iterator[Finding]:
    from foedus.language import pipelines  # noqa: PLC0415 - slow to import as well

    choices = pipeline_choices(())
    for lang in pipelines.languages():
        pipeline = pipelines.load(lang, choices.get(lang, pipelines.SHIPPED))
        yield Finding("pipelines", "ok", f"{lang}: {pipeline.name} {pipeline.version}")


def _ledger(path: str) -> Iterator[Finding]:
    """The file or database as a whole, then the hash chain over it."""
    from foedus.ledger.store import Ledger  # noqa: PLC0415 - slow to import as well
    from foedus.ledger.stores.missing import NoLedgerError  # noqa: PLC0415 - slow to import as well

    try:
        with Ledger.open(path, create=False) as ledger:
            yield from _opened(ledger)
    except NoLedgerError:
        yield Finding("ledger", "ok", f"none at {shown_ledger(path)} yet; `foedus read` makes it")
    except FoedusError as error:
        yield Finding("ledger", "FAIL", str(error), LedgerError.exit_code)


def _opened(ledger: "Ledger") -> Iterator[Finding]:
    counts = ledger.counts()
    held = (
        counted(counts.documents, "document"),
        counted(counts.claims, "claim"),
        counted(counts.batches, "batch", "batches"),
    )
    yield Finding("ledger", "ok", f"{ledger.where}: {', '.join(held)}")
    for line in dict.fromkeys((*ledger.check(), *ledger.verify())):
        yield Finding("ledger", "FAIL", f"{line}; restore it from a backup", LedgerError.exit_code)
    if not ledger.is_writable:
        yield Finding("ledger", "warn", f"{ledger.where} is read-only for this user: reading works, adding does not")
