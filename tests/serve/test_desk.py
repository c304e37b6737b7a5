"""A desk: users sign in, programs bear tokens, roles hold, wrong passwords cost time, and all of it is logged."""

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.errors import UnknownError, UsageError
from foedus.serve.access.who import Role
from foedus.serve.desk import passwords
from foedus.serve.desk.app import make_desk_app
from foedus.serve.desk.desk import Desk, SlowedError
from foedus.serve.settings import Settings
from tests import postgres
from tests.serve.browsing import visitor
from tests.serve.test_access import with_routes

PASSWORD = "correct horse battery staple"  # noqa: S105 - of a test's user
USERS: dict[str, Role] = {"anna": "reviewer", "ben": "reader", "Chloé": "admin"}
TABLES = ("users", "tokens", "sessions", "sign_ins")
START = datetime(2026, 1, 1, tzinfo=UTC)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture(autouse=True)
def quick_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 at its lowest cost: what is tested is not how slow it is."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def database() -> str:
    if postgres.binaries() is None and not os.environ.get("CI"):
        pytest.skip("PostgreSQL is not installed: the Debian package postgresql has it")
    address = postgres.server().fresh()
    Ledger.open(address).close()
    return address


@pytest.fixture
def desk(database: str, clock: Clock) -> Iterator[Desk]:
    """Three users, and nothing that an earlier test left."""
    with closing(Desk.open(database, clock=clock)) as opened:
        empty(database)
        for name, role in USERS.items():
            opened.add_user(name, role, PASSWORD)
        yield opened


def empty(database: str) -> None:
    schema = database.partition("schema=")[2]
    postgres.server().execute(f"TRUNCATE {', '.join(f'{schema}_desk.{table}' for table in TABLES)}")


@pytest.fixture
def app(database: str, desk: Desk) -> Iterator[FastAPI]:
    with Ledger.open(database) as ledger:
        yield with_routes(make_desk_app(ledger, Settings(mode="desk"), desk))


def signed_in(app: FastAPI, name: str, password: str = PASSWORD) -> TestClient:
    client = visitor(app)
    answer = client.post("/sign-in", data={"name": name, "password": password})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    return client


def test_strangers_see_the_form_and_nothing_else(app: FastAPI) -> None:
    client = visitor(app)
    turned = client.get("/claims?about=BLR")
    assert (turned.status_code, turned.headers["location"]) == (303, "/sign-in?next=%2Fclaims%3Fabout%3DBLR")
    assert client.get("/who.json").status_code == 401
    assert client.get("/openapi.json").status_code == 401
    assert client.post("/judge").status_code == 401
    form = client.get("/sign-in?next=/claims")
    assert form.status_code == 200
    assert 'value="/claims"' in form.text
    assert client.get("/static/foedus.css").status_code == 200


def test_a_user_signs_in_and_goes_on_to_what_was_asked_for(app: FastAPI) -> None:
    client = visitor(app)
    entered = client.post("/sign-in", data={"name": "ANNA", "password": PASSWORD, "next": "/claims?about=BLR"})
    assert (entered.status_code, entered.headers["location"]) == (303, "/claims?about=BLR")
    cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.get("/who").json() == {"name": "anna", "role": "reviewer"}


@pytest.mark.parametrize(
    "elsewhere", ["https://x.example/", "//x.example", "/\\x.example", "javascript:alert(1)", "/\n/x"]
)
def test_signing_in_leads_nowhere_else(app: FastAPI, elsewhere: str) -> None:
    given = {"name": "anna", "password": PASSWORD, "next": elsewhere}
    assert visitor(app).post("/sign-in", data=given).headers["location"] == "/"


@pytest.mark.parametrize(
    ("name", "may"), [("ben", [403, 403, 403]), ("anna", [200, 403, 200]), ("Chloé", [200, 200, 200])]
)
def test_each_role_may_do_its_own(app: FastAPI, name: str, may: list[int]) -> None:
    client = signed_in(app, name)
    assert client.get("/claims").status_code == 200
    assert [client.post(path).status_code for path in ("/judge", "/rule", "/forgetful")] == may


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("anna", "secret words"),
        ("nobody", PASSWORD),
        ("", ""),
        ("a\0", PASSWORD),
        ("anna", "x" * 5000),
        ("x" * 5000, "y"),
    ],
)
def test_a_wrong_name_or_password_is_told_alike(app: FastAPI, name: str, password: str) -> None:
    client = visitor(app)
    answer = client.post("/sign-in", data={"name": name, "password": password})
    assert answer.status_code == 403
    assert "Name or password is wrong." in answer.text
    assert "set-cookie" not in answer.headers


def test_signing_out_ends_the_session_on_the_server_too(app: FastAPI) -> None:
    client = signed_in(app, "anna")
    kept = dict(client.cookies)
    assert client.post("/sign-out").headers["location"] == "/sign-in"
    client.cookies.update(kept)
    assert client.get("/who.json").status_code == 401


def test_a_session_ends_when_nobody_asks_and_after_a_week(app: FastAPI, clock: Clock) -> None:
    idle, busy = signed_in(app, "anna"), signed_in(app, "anna")
    for _ in range(14):
        clock.move(hours=11)
        assert busy.get("/who").status_code == 200
    assert idle.get("/who").status_code == 303
    for _ in range(2):
        clock.move(hours=11)
        last = busy.get("/who").status_code
    assert last == 303


def test_wrong_passwords_cost_more_and_more_time_and_others_are_let_in(desk: Desk, clock: Clock) -> None:
    for _ in range(5):
        assert desk.sign_in("anna", "wrong", "198.51.100.1") is None
    with pytest.raises(SlowedError) as slowed:
        desk.sign_in("anna", PASSWORD, "198.51.100.1")
    assert slowed.value.seconds <= 2
    assert desk.sign_in("anna", PASSWORD, "198.51.100.2"), "the owner comes in from elsewhere"
    clock.move(seconds=3)
    assert desk.sign_in("anna", "wrong", "198.51.100.1") is None
    clock.move(seconds=1.5)
    with pytest.raises(SlowedError):
        desk.sign_in("anna", PASSWORD, "198.51.100.1")
    clock.move(seconds=2)
    assert desk.sign_in("anna", PASSWORD, "198.51.100.1")


def test_an_address_that_tries_many_names_waits_for_all_of_them(desk: Desk) -> None:
    for number in range(20):
        assert desk.sign_in(f"user{number}", "wrong", "198.51.100.1") is None
    with pytest.raises(SlowedError):
        desk.sign_in("anna", PASSWORD, "198.51.100.1")
    assert desk.sign_in("anna", PASSWORD, "198.51.100.2")


def test_the_page_says_how_long_to_wait(app: FastAPI) -> None:
    client = visitor(app)
    for _ in range(5):
        client.post("/sign-in", data={"name": "anna", "password": "wrong"})
    answer = client.post("/sign-in", data={"name": "anna", "password": PASSWORD})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1
    assert "Too many tries" in answer.text


def test_whoever_signs_in_or_fails_to_is_logged(app: FastAPI, desk: Desk) -> None:
    visitor(app).post("/sign-in", data={"name": "Anna", "password": "wrong"})
    client = signed_in(app, "anna")
    client.post("/sign-out")
    visitor(app).get("/who", headers={"Authorization": "Bearer guess"})
    log = desk.sign_ins(10)
    assert [(one.name, one.outcome) for one in log] == [
        ("", "token_refused"),
        ("anna", "signed_out"),
        ("anna", "signed_in"),
        ("anna", "wrong"),
    ]
    assert {one.address for one in log} == {"testclient"}


def test_a_program_with_a_token_reads_and_writes_from_anywhere(app: FastAPI, desk: Desk) -> None:
    token = desk.make_token("anna", "export")
    program = TestClient(app, base_url="http://localhost", headers={"Authorization": f"Bearer {token}"})
    assert program.get("/who").json() == {"name": "anna", "role": "reviewer"}
    assert program.post("/judge").json() == "anna"
    desk.revoke_token("anna", "export")
    refused = program.get("/who")
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"].startswith("Bearer")


def test_a_bearer_header_does_not_carry_a_cookie_past_the_check_of_origin(app: FastAPI) -> None:
    client = signed_in(app, "anna")
    crossing = {"Origin": "https://x.example", "Authorization": "Bearer guess"}
    assert client.post("/judge", headers=crossing).status_code == 401
    assert client.post("/judge", headers={"Origin": "https://x.example"}).status_code == 403


def test_nothing_that_lets_in_is_kept_as_it_is(database: str, desk: Desk) -> None:
    token = desk.make_token("anna", "export")
    session = desk.sign_in("anna", PASSWORD, "198.51.100.1")
    assert session
    schema = database.partition("schema=")[2]
    dumped = ""
    with psycopg.connect(host=str(postgres.server().folder), user="foedus", dbname="foedus") as connection:
        for table in TABLES:
            found = connection.execute(f"TABLE {schema}_desk.{table}".encode())
            dumped += str(found.fetchall())
    assert "$argon2id$" in dumped
    assert not any(secret in dumped for secret in (PASSWORD, token, session))


def test_a_removed_user_is_out_at_once_and_the_name_stays_taken(app: FastAPI, desk: Desk) -> None:
    client = signed_in(app, "anna")
    token = desk.make_token("anna", "export")
    desk.remove_user("anna")
    assert client.get("/who.json").status_code == 401
    assert desk.by_token(token, "") is None
    assert desk.sign_in("anna", PASSWORD, "198.51.100.1") is None
    with pytest.raises(UsageError, match="choose another"):
        desk.add_user("Anna", "reader", PASSWORD)
    assert [user.name for user in desk.users()] == ["ben", "Chloé"]


def test_another_role_holds_at_once_and_another_password_ends_sessions(app: FastAPI, desk: Desk) -> None:
    client = signed_in(app, "anna")
    desk.change_role("anna", "reader")
    assert client.post("/judge").status_code == 403
    desk.change_password("anna", "another long password")
    assert client.get("/who.json").status_code == 401
    signed_in(app, "anna", "another long password")


@pytest.mark.parametrize("password", ["short", "x" * 1001])
def test_a_password_has_a_length(desk: Desk, password: str) -> None:
    with pytest.raises(UsageError, match="characters"):
        desk.add_user("dora", "reader", password)


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 101, "anna", "ANNA"])
def test_a_name_is_one_line_and_one_persons(desk: Desk, name: str) -> None:
    with pytest.raises(UsageError):
        desk.add_user(name, "reader", PASSWORD)


def test_nobody_else_is_meant_by_a_name_that_is_not_there(desk: Desk) -> None:
    for call in (
        desk.remove_user,
        lambda name: desk.change_role(name, "admin"),
        lambda name: desk.make_token(name, "x"),
    ):
        with pytest.raises(UnknownError, match="dora"):
            call("dora")


def test_who_asks_too_often_is_told_when_to_go_on(app: FastAPI) -> None:
    client = signed_in(app, "anna")
    answers = [client.post("/judge") for _ in range(80)]
    assert {answer.status_code for answer in answers} == {200, 429}
    slowed = next(answer for answer in answers if answer.status_code == 429)
    assert int(slowed.headers["retry-after"]) >= 1


def test_the_desk_is_no_part_of_the_ledger(database: str, desk: Desk, tmp_path: Path) -> None:
    with Ledger.open(database) as ledger:
        assert list(ledger.verify()) == []
        ledger.backup(tmp_path / "copy.db")
    assert PASSWORD.encode() not in (tmp_path / "copy.db").read_bytes()
    assert b"argon2" not in (tmp_path / "copy.db").read_bytes()


def test_opened_twice_it_is_the_same(database: str, desk: Desk) -> None:
    with closing(Desk.open(database)) as again:
        assert [user.name for user in again.users()] == list(USERS)
