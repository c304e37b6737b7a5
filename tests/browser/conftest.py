"""Servers on the ledger of the sample reports, and one browser for all tests of a process."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, StorageState

from foedus.ledger.copies.restore import restore
from tests import postgres
from tests.browser.chromium import binary, chromium, visitor
from tests.browser.samples import read_samples
from tests.browser.serving import Site, serving

Enter = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A ledger with the sample reports, read once a run and only to be copied."""
    root = tmp_path_factory.getbasetemp()
    shared = root if worker_id == "master" else root.parent
    made = shared / "samples-read.db"
    with FileLock(shared / "samples-read.lock"):
        if not made.exists():
            read_samples(made)
    return made


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One for all; without Chromium the test is passed over, but never unnoticed by the CI."""
    _need(binary() is not None, "Chromium is not installed: the Debian package chromium has it")
    with chromium() as found:
        yield found


@pytest.fixture(scope="package")
def sites(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Site]]:
    """The server on a store of a kind, started when it is first asked for; nobody writes there."""
    running: dict[str, Site] = {}
    with ExitStack() as all_of_them:

        def site(store: str) -> Site:
            if store not in running:
                folder = tmp_path_factory.mktemp(store)
                running[store] = all_of_them.enter_context(serving(_copy(samples, store, folder), cwd=folder))
            return running[store]

        yield site


@pytest.fixture
def file_site(sites: Callable[[str], Site]) -> Site:
    """The server on a file, for what does not depend on the store."""
    return sites("sqlite")


@pytest.fixture(params=["sqlite", "postgresql"])
def site(request: pytest.FixtureRequest, sites: Callable[[str], Site]) -> Site:
    """The server on each kind of store."""
    return sites(request.param)


@pytest.fixture(params=["sqlite", "postgresql"])
def own_site(request: pytest.FixtureRequest, samples: Path, tmp_path: Path) -> Iterator[Site]:
    """A server of the test's own, to write on."""
    with serving(_copy(samples, request.param, tmp_path), cwd=tmp_path) as started:
        yield started


@pytest.fixture(scope="package")
def owners(browser: Browser) -> Callable[[Site], StorageState]:
    """What the one browser keeps that was opened with a server's token: the token works once."""
    kept: dict[Site, StorageState] = {}

    def owner(site: Site) -> StorageState:
        if site not in kept:
            context = visitor(browser)
            context.new_page().goto(site.opening)
            kept[site] = context.storage_state()
            context.close()
        return kept[site]

    return owner


@pytest.fixture
def enter(browser: Browser, owners: Callable[[Site], StorageState]) -> Iterator[Enter]:
    """Gives profiles, as `tests.browser.chromium.visitor` does, which are gone after the test.

    With `owns` it is the browser of somebody who may write at that server.
    """
    with ExitStack() as all_of_them:

        def entered(*, owns: Site | None = None, **how: object) -> BrowserContext:
            state = owners(owns) if owns else None
            context = visitor(browser, state=state, **how)  # type: ignore[arg-type]  # checked by the callee
            all_of_them.callback(context.close)
            return context

        yield entered


def _copy(samples: Path, store: str, folder: Path) -> str:
    """The address of a copy in a store of a kind."""
    if store == "sqlite":
        place = str(folder / "samples.db")
    else:
        _need(postgres.binaries() is not None, "PostgreSQL is not installed: the Debian package postgresql has it")
        place = postgres.server().fresh()
    restore(samples, place)
    return place


def _need(there: bool, otherwise: str) -> None:
    if there:
        return
    if os.environ.get("CI"):
        pytest.fail(otherwise)
    pytest.skip(otherwise)
