"""Treaties and dossiers by the client."""

from collections.abc import Iterator

import pytest

from foedus.client import NotThereError, RefusedError, connect
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.client.conftest import running
from tests.serve.judged import TREATY, judged


@pytest.fixture
def site(place: str) -> Iterator[str]:
    with judged(place) as ledger, running(make_app(ledger, Settings())) as address:
        yield address


def test_treaties_and_dossiers_are_records(site: str) -> None:
    with connect(site) as client:
        listed = {one.id: one for one in client.treaties("Armenia", kind="alliance", on="2022")}
        assert listed[TREATY].standing == "in_force"
        assert client.treaty("csto", on="2022-09-13", lang="fr").articles
        dossier = client.dossier(TREATY, "ARM", from_="2020", to="2023", article="4").dossier
        told = {line.name: line.verdict for case in dossier.cases for line in case.verdicts}
        assert told["Armenia"] == "unmet"
        with pytest.raises(NotThereError):
            client.treaty("nonsense")
        with pytest.raises(RefusedError):
            client.dossier(TREATY, "ARM", from_="2023", to="2020")
