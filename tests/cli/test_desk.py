"""`foedus desk`: users, their roles and tokens, from the command line."""

import os
from pathlib import Path

import pytest

from foedus.ledger.store import Ledger
from tests import postgres
from tests.cli.command import foedus

PASSWORD = b"correct horse battery staple\n"


@pytest.fixture(scope="module")
def ledger() -> str:
    if postgres.binaries() is None and not os.environ.get("CI"):
        pytest.skip("PostgreSQL is not installed: the Debian package postgresql has it")
    address = postgres.server().fresh()
    Ledger.open(address).close()
    return address


def test_users_come_change_and_go(ledger: str, tmp_path: Path) -> None:
    def desk(*words: str, stdin: bytes = b"") -> tuple[int, str, str]:
        ran = foedus("desk", *words, "--ledger", ledger, cwd=tmp_path, stdin=stdin)
        return ran.code, ran.out, ran.err

    assert desk("add-user", "anna", "--role", "reviewer", stdin=PASSWORD)[0] == 0
    assert desk("add-user", "collector", "--no-password")[0] == 0
    code, token, _ = desk("token", "anna", "--label", "export")
    assert code == 0
    assert token.startswith("foedus_")
    code, listed, _ = desk("users", "--format", "csv")
    assert [line.split(",")[:3] for line in listed.splitlines()[1:]] == [
        ["anna", "reviewer", "export"],
        ["collector", "reader", ""],
    ]
    assert token.strip() not in listed
    assert desk("change", "anna", "--role", "admin")[0] == 0
    assert desk("token", "anna", "--label", "export", "--revoke")[0] == 0
    assert desk("remove-user", "collector")[0] == 0
    assert desk("users", "--format", "csv")[1].splitlines()[1].startswith("anna,admin,,")
    assert desk("sign-ins")[2].startswith("foedus: nobody has signed in yet")


@pytest.mark.parametrize(
    ("words", "stdin", "named"),
    [
        (["add-user", "ben"], b"short\n", "characters"),
        (["add-user", ""], PASSWORD, "no name"),
        (["change", "nobody", "--role", "admin"], b"", "nobody is no user"),
        (["change", "anna"], b"", "--role or --password"),
        (["token", "nobody"], b"", "nobody is no user"),
        (["add-user", "ben", "--role", "king"], PASSWORD, "--role"),
    ],
)
def test_a_wrong_call_is_one_line(ledger: str, tmp_path: Path, words: list[str], stdin: bytes, named: str) -> None:
    ran = foedus("desk", *words, "--ledger", ledger, cwd=tmp_path, stdin=stdin)
    assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)
    assert named in ran.err


def test_a_desk_takes_postgresql(tmp_path: Path) -> None:
    ran = foedus("desk", "users", "--ledger", "case.db", cwd=tmp_path)
    assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)
    assert "postgresql://" in ran.err
