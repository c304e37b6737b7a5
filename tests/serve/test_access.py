"""Own mode: the address with the token opens the ledger for writing, once and in one browser; others read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from foedus.ledger.store import Ledger
from foedus.serve.access.who import Admin, Reader, Reviewer
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.postgres import Server
from tests.serve.browsing import HERE, TOKEN, owner, visitor


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "case.db") as opened:
        yield opened


@pytest.fixture
def app(ledger: Ledger) -> FastAPI:
    return with_routes(make_app(ledger, Settings(token=TOKEN, reviewer="anna")))


def with_routes(app: FastAPI) -> FastAPI:
    """One route for each role, and one that forgot to ask."""

    @app.get("/who")
    def reads(who: Reader) -> dict[str, str]:
        return {"name": who.name, "role": who.role}

    @app.post("/judge")
    def judges(who: Reviewer) -> str:
        return who.name

    @app.post("/rule")
    def rules(who: Admin) -> str:
        return who.name

    @app.post("/forgetful")
    def forgets() -> str:
        return "written"

    return app


def test_everybody_on_this_computer_may_read_and_nobody_write(app: FastAPI) -> None:
    client = visitor(app)
    assert client.get("/claims").status_code == 200
    assert client.get("/who").json() == {"name": "", "role": "reader"}
    for path in ("/judge", "/rule", "/forgetful"):
        refused = client.post(path)
        assert refused.status_code == 403
        assert "open the address with the token" in refused.text


def test_the_token_is_changed_for_a_session_and_leaves_the_address(app: FastAPI) -> None:
    client = visitor(app)
    entered = client.get("/claims", params={"about": "BLR", "token": TOKEN})
    assert entered.status_code == 303
    assert entered.headers["location"] == "/claims?about=BLR"
    assert "httponly" in entered.headers["set-cookie"].lower()
    assert "samesite=strict" in entered.headers["set-cookie"].lower()
    assert TOKEN not in entered.headers["set-cookie"]
    assert client.get("/who").json() == {"name": "anna", "role": "admin"}
    assert [client.post(path).json() for path in ("/judge", "/rule")] == ["anna", "anna"]


def test_the_token_serves_once(app: FastAPI) -> None:
    owner(app)
    second = visitor(app).get("/claims", params={"token": TOKEN})
    assert second.status_code == 403
    assert "start `foedus serve` again" in second.text
    assert "set-cookie" not in second.headers


def test_its_own_browser_may_open_the_address_again(app: FastAPI) -> None:
    again = owner(app).get("/claims", params={"token": TOKEN})
    assert (again.status_code, again.headers["location"]) == (303, "/claims")


def test_a_browser_that_fetches_ahead_does_not_use_the_token_up(app: FastAPI) -> None:
    assert visitor(app).get("/claims", params={"token": TOKEN}, headers={"Sec-Purpose": "prefetch"}).status_code == 503
    assert visitor(app).head("/claims", params={"token": TOKEN}).status_code != 303
    assert owner(app).post("/judge").status_code == 200


@pytest.mark.parametrize("guess", ["", "x", TOKEN[:-1], TOKEN + "x", "é"])
def test_a_wrong_token_opens_nothing(app: FastAPI, guess: str) -> None:
    client = visitor(app)
    assert client.get("/claims", params={"token": guess}).status_code == 403
    assert client.post("/judge").status_code == 403


def test_a_wrong_session_opens_nothing(app: FastAPI) -> None:
    owner(app)
    client = visitor(app)
    client.cookies.set("foedus_session_8000", "guess")
    assert client.post("/judge").status_code == 403


def test_servers_on_other_ports_do_not_share_a_session(app: FastAPI, ledger: Ledger) -> None:
    client = owner(app)
    other = with_routes(make_app(ledger, Settings(token=TOKEN)))
    elsewhere = visitor(other, address="http://localhost:8001")
    elsewhere.cookies.update(client.cookies)
    assert elsewhere.post("/judge").status_code == 403
    assert list(client.cookies) == ["foedus_session_8000"]


def test_without_a_token_nobody_can_write(ledger: Ledger) -> None:
    client = visitor(with_routes(make_app(ledger, Settings())))
    assert client.get("/claims", params={"token": "None"}).status_code == 403
    assert client.post("/judge").status_code == 403


def test_a_read_only_ledger_is_served_and_cannot_be_written(server: Server) -> None:
    Ledger.open(server.url(schema="given")).close()
    place = server.url(schema="given", options="-c default_transaction_read_only=on")
    with Ledger.open(place, create=False) as ledger:
        client = owner(with_routes(make_app(ledger, Settings(token=TOKEN))))
        assert client.get("/claims").status_code == 200
        refused = client.post("/judge")
    assert refused.status_code == 403
    assert "read-only" in refused.text


def test_a_token_does_not_redirect_to_another_host(app: FastAPI) -> None:
    entered = visitor(app).get(f"{HERE}//elsewhere.example/x", params={"token": TOKEN})
    assert entered.headers["location"] == "/"
