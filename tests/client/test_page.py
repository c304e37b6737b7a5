"""docs/api.md: its Python runs, its requests are answered, and it names every address that there is."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.serve.api.document import ADDRESS
from tests.serve.browsing import TOKEN
from tests.serve.told import reader_of

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def test_the_python_of_the_page_runs(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ledger: Ledger
) -> None:
    monkeypatch.chdir(tmp_path)
    reading, judging = (text.replace("http://127.0.0.1:8000", site) for text in PYTHON)
    scope = {"ADDRESS": f"{site}/?token={TOKEN}"}
    exec(reading, scope)  # noqa: S102 - the page's own words
    exec(judging, scope)  # noqa: S102 - as above
    told = capsys.readouterr().out.splitlines()
    assert "2022-05-19 delivered Belarus delivered 12 tanks to Azerbaijan in 2022." in told
    assert (tmp_path / "claims.csv").exists()
    assert [one.judged[0].action for one in ledger.audit() if one.judged] == ["correct", "correct", "undo"]


def test_the_requests_of_the_page_are_answered(ledger: Ledger) -> None:
    (address,) = re.findall(r"curl 'http://127\.0\.0\.1:8000(.*?)'", PAGE)
    answer = reader_of(ledger).get(address)
    assert (answer.status_code, answer.json()["items"]) == (200, [])


def test_every_address_stands_on_the_page(ledger: Ledger) -> None:
    client: TestClient = reader_of(ledger)
    known = {re.sub(r"\{.*?\}", "*", path.removeprefix("/api/v1")) for path in client.get(ADDRESS).json()["paths"]}
    named = {re.sub(r"\b[A-Z]{2,}\b", "*", one) for one in re.findall(r"`(/[\w/.]+)", PAGE)}
    endings = {f"/claims{ending}" for ending in (".csv", ".jsonl", ".parquet")}
    assert known - endings <= named
