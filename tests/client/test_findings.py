"""Findings by the client."""

from collections.abc import Iterator

import pytest

from foedus.client import NotThereError, RefusedError, connect
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.client.conftest import running
from tests.serve.findable import EMBARGO, HELP, MEMBERS, findable


@pytest.fixture
def site(place: str) -> Iterator[str]:
    with findable(place) as ledger, running(make_app(ledger, Settings())) as address:
        yield address


def test_findings_are_records(site: str) -> None:
    with connect(site) as client:
        assert [one.rule for one in client.findings(limit=1)] == [MEMBERS, HELP, EMBARGO]
        (told,) = client.findings(about=["Armenia", "CSTO"], verdict="unmet", from_="2022", to="2022")
        assert told.rule == HELP
        assert {view.viewpoint: view.verdict for view in told.views}["ARM"] == "unmet"
        assert client.finding(told.id) == told
        assert "CSTO" not in {view.viewpoint for view in client.finding(told.id, as_of="2026-01-10").views}
        with pytest.raises(NotThereError):
            client.finding("f-ffffffffffffffff")
        with pytest.raises(RefusedError):
            list(client.findings(rule="nonsense"))
