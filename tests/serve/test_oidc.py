"""Signing in through an OpenID service: a real one, small, on this computer; and one that lies."""

import json
import re
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi import FastAPI
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.errors import UsageError
from foedus.serve.desk.app import make_desk_app
from foedus.serve.desk.desk import Desk
from foedus.serve.desk.oidc import Oidc
from foedus.serve.settings import Settings
from tests.serve.browsing import visitor
from tests.serve.test_access import with_routes
from tests.serve.test_desk import clock, database, desk, quick_hashing

__all__ = ["clock", "database", "desk", "quick_hashing"]

CLIENT, SECRET = "foedus", "secret of the client"
KEY = RSAKey.generate_key(2048, auto_kid=True)
OTHER_KEY = RSAKey.generate_key(2048, parameters={"kid": KEY.kid or ""})
Claims = dict[str, Any]


class Service:
    """An OpenID provider with one person, `email`; `sign` makes the identity of claims."""

    def __init__(self) -> None:
        self.email, self.verified = "anna", True
        self.change: Callable[[Claims], Claims] = lambda claims: claims
        self.sign: Callable[[Claims], str] = lambda claims: jwt.encode({"alg": "RS256", "kid": KEY.kid}, claims, KEY)
        self.codes: dict[str, dict[str, str]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def authorize(self, where: str) -> str:
        """As the person says yes: the address that the browser is sent back to."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(where).query).items()}
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        back = urlsplit(asked["redirect_uri"])
        return f"{back.path}?state={asked['state']}&code={code}"

    def token(self, form: dict[str, str], login: str) -> tuple[int, Claims]:
        asked = self.codes.pop(form["code"], None)
        challenge = urlsafe_b64encode(sha256(form["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        if asked is None or asked["code_challenge"] != challenge or not login.startswith("Basic "):
            return 400, {"error": "invalid_grant"}
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "1",
            "exp": int(time.time()) + 60,
            "nonce": asked["nonce"],
            "email": self.email,
            "email_verified": self.verified,
        }
        return 200, {"id_token": self.sign(self.change(claims)), "token_type": "Bearer", "access_token": "x"}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/jwks":
                    return self._send(200, {"keys": [KEY.as_dict(private=False)]})
                addresses = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "jwks"}
                found = {name: f"{service.issuer}/{path}" for name, path in addresses.items()}
                return self._send(200, {"issuer": service.issuer, **found})

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                form = {name: values[0] for name, values in parse_qs(body).items()}
                self._send(*service.token(form, self.headers.get("Authorization", "")))

            def _send(self, status: int, told: Claims) -> None:
                self.send_response(status)
                self.end_headers()
                self.wfile.write(json.dumps(told).encode())

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
                """Nothing."""

        return Handler


@pytest.fixture
def service() -> Iterator[Service]:
    running = Service()
    yield running
    running.close()


@pytest.fixture
def app(database: str, desk: Desk, service: Service) -> Iterator[FastAPI]:
    with Ledger.open(database) as ledger:
        known = Oidc.discover(service.issuer, CLIENT, SECRET)
        yield with_routes(make_desk_app(ledger, Settings(mode="desk"), desk, known))


def sent_back(client: TestClient, service: Service, wanted: str = "/claims") -> str:
    """The address that the service sends the browser back to."""
    left = client.get("/sign-in/elsewhere", params={"next": wanted})
    assert left.status_code == 303
    return service.authorize(left.headers["location"])


def test_whom_the_service_knows_comes_in_as_the_desk_says(app: FastAPI, service: Service, desk: Desk) -> None:
    client = visitor(app)
    assert "/sign-in/elsewhere?next=%2Fclaims" in client.get("/sign-in?next=/claims").text
    entered = client.get(sent_back(client, service))
    assert entered.status_code == 200
    assert 'content="0; url=/claims"' in entered.text
    assert "samesite=strict" in entered.headers["set-cookie"].lower()
    assert client.get("/who").json() == {"name": "anna", "role": "reviewer"}
    assert [one.outcome for one in desk.sign_ins(5)] == ["signed_in"]


def test_whom_the_desk_does_not_know_stays_out(app: FastAPI, service: Service, desk: Desk) -> None:
    service.email = "mallory"
    client = visitor(app)
    refused = client.get(sent_back(client, service))
    assert refused.status_code == 403
    assert "no user of this desk" in refused.text
    assert client.get("/who.json").status_code == 401
    assert [(one.name, one.outcome) for one in desk.sign_ins(5)] == [("mallory", "wrong")]


def test_nobody_else_comes_in_with_what_was_sent_back(app: FastAPI, service: Service) -> None:
    first, second = visitor(app), visitor(app)
    back = sent_back(first, service)
    assert second.get(back).status_code == 403
    assert first.get(back).status_code == 200
    assert first.get(back).status_code == 403, "it serves once"
    assert first.get("/sign-in/elsewhere/back").status_code == 403


def unsigned(claims: Claims) -> str:
    parts = ({"alg": "none"}, claims)
    return ".".join(urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts) + "."


@pytest.mark.parametrize(
    "change",
    [
        lambda claims: claims | {"nonce": "another"},
        lambda claims: claims | {"aud": "another"},
        lambda claims: claims | {"iss": "https://elsewhere.example"},
        lambda claims: claims | {"exp": int(time.time()) - 3600},
        lambda claims: claims | {"azp": "another"},
        lambda claims: claims | {"email_verified": False},
        lambda claims: claims | {"email_verified": "true"},
        lambda claims: {name: value for name, value in claims.items() if name != "email"},
        lambda claims: {name: value for name, value in claims.items() if name != "nonce"},
        lambda claims: {name: value for name, value in claims.items() if name != "exp"},
        lambda claims: claims | {"email": ["anna"]},
    ],
)
def test_an_identity_that_is_not_for_here_and_now_is_not_believed(
    app: FastAPI, service: Service, change: Callable[[Claims], Claims]
) -> None:
    service.change = change
    client = visitor(app)
    refused = client.get(sent_back(client, service))
    assert refused.status_code == 403
    assert client.get("/who.json").status_code == 401


@pytest.mark.parametrize(
    "sign",
    [
        unsigned,
        lambda claims: jwt.encode({"alg": "RS256", "kid": KEY.kid}, claims, OTHER_KEY),
        lambda claims: jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET.ljust(32, "x"))),
        lambda _: "nonsense",
    ],
)
def test_an_identity_that_the_service_did_not_sign_is_not_believed(
    app: FastAPI, service: Service, sign: Callable[[Claims], str]
) -> None:
    service.sign = sign
    client = visitor(app)
    assert client.get(sent_back(client, service)).status_code == 403
    assert client.get("/who.json").status_code == 401


def test_it_leads_nowhere_else(app: FastAPI, service: Service) -> None:
    client = visitor(app)
    entered = client.get(sent_back(client, service, "https://elsewhere.example/"))
    assert re.search(r'content="0; url=/"', entered.text)


def test_a_service_that_does_not_answer_is_one_line(app: FastAPI, service: Service) -> None:
    client = visitor(app)
    back = sent_back(client, service)
    service.close()
    refused = client.get(back)
    assert refused.status_code == 403
    assert "cannot be reached" in refused.text


@pytest.mark.parametrize(
    "issuer", ["http://service.example", "ftp://127.0.0.1", "https://127.0.0.1:9", "http://localhost:9"]
)
def test_what_is_no_service_is_told_at_the_start(issuer: str) -> None:
    with pytest.raises(UsageError, match=re.escape(issuer)):
        Oidc.discover(issuer, CLIENT, SECRET)


def test_a_service_of_another_name_is_told_at_the_start(service: Service) -> None:
    service.issuer = f"{service.issuer}/other"
    with pytest.raises(UsageError, match="says that it is"):
        Oidc.discover(service.issuer.removesuffix("/other"), CLIENT, SECRET)
