"""`foedus serve`: an address with a token, an end in good order, and one line where it cannot be done."""

import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest

from foedus.judge.rules.files import shipped
from foedus.ledger.store import Ledger
from tests.cli.command import COMMAND, environment, foedus


@pytest.fixture
def case(tmp_path: Path) -> Path:
    place = tmp_path / "case.db"
    Ledger.open(place).close()
    return place


class Served(NamedTuple):
    """A running server, and the address that it printed."""

    process: "subprocess.Popen[str]"
    printed: str

    @property
    def base(self) -> str:
        return self.printed.partition("?")[0]


@contextmanager
def serving(*words: str | Path, cwd: Path) -> Iterator[Served]:
    """The server until the end of the block; its first line comes when it listens."""
    command = [COMMAND, "serve", "--port", "0", *map(str, words)]
    with subprocess.Popen(
        command, cwd=cwd, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield Served(process, process.stdout.readline().strip())
        finally:
            process.kill()


def ended(served: Served, how: signal.Signals) -> tuple[int, list[str]]:
    """Exit code and lines on standard error after a signal."""
    served.process.send_signal(how)
    _, errors = served.process.communicate(timeout=30)
    return served.process.returncode, errors.splitlines()


def get(address: str, opener: OpenerDirector | None = None, **headers: str) -> tuple[int, str]:
    """Status and text."""
    try:
        with (opener or build_opener()).open(Request(address, headers=headers), timeout=30) as answer:  # noqa: S310 - our own server
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_an_address_that_opens_the_page_and_ends_when_it_is_told_to(
    case: Path, tmp_path: Path, how: signal.Signals
) -> None:
    with serving("--ledger", case, "--as", "anna", cwd=tmp_path) as served:
        assert served.printed.startswith("http://127.0.0.1:")
        assert get(f"{served.base}claims")[0] == 200
        code, errors = ended(served, how)
    assert code == 0
    assert len(errors) == 1
    assert errors[0].startswith("foedus: ")
    assert "anna" in errors[0]


def test_the_token_is_dead_once_a_browser_has_used_it(case: Path, tmp_path: Path) -> None:
    with serving("--ledger", case, cwd=tmp_path) as served:
        token = served.printed.partition("token=")[2]
        assert len(token) > 40
        own = build_opener(HTTPCookieProcessor())
        assert get(f"{served.base}claims?token={token}", own)[0] == 200
        assert get(f"{served.base}claims?token={token}", own)[0] == 200
        assert get(f"{served.base}claims?token={token}")[0] == 403


def test_the_log_has_a_line_for_each_request_and_no_token(case: Path, tmp_path: Path) -> None:
    with serving("--ledger", case, "--log", cwd=tmp_path) as served:
        token = served.printed.partition("token=")[2]
        get(f"{served.base}claims?about=BLR&token={token}")
        code, errors = ended(served, signal.SIGINT)
    assert code == 0
    assert any("about=BLR" in line for line in errors)
    assert not any(token in line for line in errors)
    assert all(line.startswith("foedus: ") for line in errors)


def test_it_answers_to_its_own_names_only(case: Path, tmp_path: Path) -> None:
    with serving("--ledger", case, cwd=tmp_path) as served:
        assert get(f"{served.base}claims", Host="elsewhere.example") == (
            421,
            "Foedus is not served under this name.\n",
        )


def test_the_users_own_rules_are_asked(case: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    own = (shipped() / "pledge-not-followed.sql").read_text(encoding="utf-8")
    (tmp_path / "mine" / "late-pledge.sql").write_text(own, encoding="utf-8")
    with serving("--ledger", case, "--rules", "mine", cwd=tmp_path) as served:
        assert get(f"{served.base}findings?rule=late-pledge")[0] == 200
        assert get(f"{served.base}findings?rule=early-pledge")[0] == 400
    (tmp_path / "foedus.toml").write_text('rules = "mine"\nrule_seconds = 7\n', encoding="utf-8")
    with serving("--ledger", case, cwd=tmp_path) as served:
        assert get(f"{served.base}findings?rule=late-pledge")[0] == 200
    ran = foedus("serve", "--ledger", case, "--rules", "none", cwd=tmp_path)
    assert (ran.code, len(ran.errors)) == (2, 1)
    assert "rules folder none is not there" in ran.err


def test_a_port_in_use_is_one_line(case: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = foedus("serve", "--ledger", case, "--port", str(port), cwd=tmp_path)
    assert (ran.code, ran.out, len(ran.errors)) == (5, "", 1)
    assert f"port {port} of 127.0.0.1 is in use" in ran.err


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--host", "0.0.0.0"], "--desk"),  # noqa: S104 - it is refused
        (["--host", "192.0.2.1"], "--desk"),
        (["--host", "::"], "--desk"),
        (["--allow-host", "desk.example"], "--desk"),
        (["--port", "70000"], "--port"),
        (["--desk", "--certificate", "x.pem"], "--key"),
        (["--desk", "--certificate", "x.pem", "--key", "y.pem"], "x.pem"),
    ],
)
def test_a_wrong_call_is_one_line(case: Path, tmp_path: Path, words: list[str], named: str) -> None:
    ran = foedus("serve", "--ledger", case, *words, cwd=tmp_path)
    assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)
    assert named in ran.err


def test_the_ledger_must_be_there(tmp_path: Path) -> None:
    ran = foedus("serve", "--ledger", "none.db", cwd=tmp_path)
    assert (ran.code, ran.out, len(ran.errors)) == (5, "", 1)
    assert "there is no ledger none.db" in ran.err
    assert not list(tmp_path.iterdir())


def test_a_desk_takes_postgresql(case: Path, tmp_path: Path) -> None:
    ran = foedus("serve", "--ledger", case, "--desk", cwd=tmp_path)
    assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)
    assert "postgresql://" in ran.err
