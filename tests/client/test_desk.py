"""The client at a desk: a token says who it is, and what it may."""

from contextlib import closing

import pytest
from argon2 import PasswordHasher

from foedus.client import NotAllowedError, connect
from foedus.serve.desk import passwords
from foedus.serve.desk.app import make_desk_app
from foedus.serve.desk.desk import Desk
from foedus.serve.settings import Settings
from tests.client.conftest import running
from tests.postgres import Server
from tests.serve.told import delivery, ledger_of

PASSWORD = "correct horse battery staple"  # noqa: S105 - of a test's user


def test_a_token_says_who_it_is_and_what_it_may(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    where = server.fresh()
    with ledger_of(where, [delivery()]) as ledger, closing(Desk.open(where)) as desk:
        desk.add_user("anna", "reviewer", PASSWORD)
        desk.add_user("ben", "reader", PASSWORD)
        anna, ben = desk.make_token("anna", "export"), desk.make_token("ben", "export")
        with running(make_desk_app(ledger, Settings(mode="desk"), desk)) as site:
            with connect(site, token=anna) as client:
                assert (client.server().name, client.server().role) == ("anna", "reviewer")
                (one,) = client.claims()
                assert client.review.accept(one).reviewer == "anna"
            with connect(site, token=ben) as client:
                (one,) = client.claims()
                assert one.review == "accepted"
                with pytest.raises(NotAllowedError, match="takes the role reviewer"):
                    client.review.reject(one)
            for stranger in (connect(site), connect(site, token="none")):  # noqa: S106 - a token that is none
                with stranger, pytest.raises(NotAllowedError, match="this desk is for its users") as refused:
                    stranger.server()
                assert refused.value.status == 401
