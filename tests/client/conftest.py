"""A server that runs: the client talks to it over a real connection."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
import uvicorn
from fastapi import FastAPI

from foedus.ledger.store import Ledger
from foedus.serve.app import make_app
from foedus.serve.running import address, listen
from foedus.serve.settings import Settings
from tests.ledger.conftest import new_place, place, server
from tests.serve.browsing import TOKEN
from tests.serve.told import delivery, ledger_of, order, treaty

__all__ = ["new_place", "place", "server"]


@contextmanager
def running(app: FastAPI) -> Iterator[str]:
    """The address of a server with an application, as long as the block lasts."""
    listening = listen("127.0.0.1", 0)
    service = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
    thread = Thread(target=service.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not service.started:
        sleep(0.01)
    try:
        yield address(listening)
    finally:
        service.should_exit = True
        thread.join(10)
        listening.close()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_of(str(tmp_path / "case.db"), [delivery(), order()], [treaty()]) as opened:
        yield opened


@pytest.fixture
def site(ledger: Ledger) -> Iterator[str]:
    """The address, without the token."""
    with running(make_app(ledger, Settings(token=TOKEN, reviewer="anna", sure=0.85))) as where:
        yield where
