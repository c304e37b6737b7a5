"""What the first views would wait for is made beside the server, where there is much of it, and ends with it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from foedus.register.network import scheme
from foedus.serve import warming
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from foedus.serve.warming import Warming
from tests.serve.told import delivery, ledger_of, order

SECONDS = 60


def test_a_ledger_whose_columns_lack_much_is_brought_up_to_date(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with ledger_of(place, [delivery(), order()]) as ledger:
        house = make_app(ledger, Settings(place=place)).state.house
        lacking = ledger.columns_lack(scheme())
        assert lacking > 0
        Warming().start(house)
        assert ledger.columns_lack(scheme()) == lacking
        monkeypatch.setattr(warming, "WORTH", 0)
        begun = Warming()
        begun.start(house)
        end = time.monotonic() + SECONDS
        while ledger.columns_lack(scheme()) and time.monotonic() < end:
            time.sleep(0.05)
        assert ledger.columns_lack(scheme()) == 0
        begun.stop()


def test_it_ends_with_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "WORTH", 0)
    place = str(tmp_path / "case.db")
    with ledger_of(place, [delivery()]) as ledger:
        begun = Warming()
        begun.start(make_app(ledger, Settings(place=place)).state.house)
        began = time.monotonic()
        begun.stop()
        assert time.monotonic() - began < 5
        assert ledger.columns(scheme(), lambda held: held.manifest.batch) == ledger.batch()


def test_a_ledger_that_is_gone_is_no_trouble_of_its_own() -> None:
    command = [sys.executable, "-m", "foedus.serve.warm_worker"]
    ended = subprocess.run(command, input=b"nowhere.db", capture_output=True, timeout=SECONDS, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")
