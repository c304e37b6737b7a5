"""`foedus desk`: who may come in at a desk, and as what."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.config import ledger_path
from foedus.cli.console import tell
from foedus.cli.ledger_option import LedgerOption
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    from foedus.serve.desk.desk import Desk, SignIn, User

app = typer.Typer(name="desk", rich_markup_mode=None, pretty_exceptions_enable=False)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The user's name; capitals do not count.")]


class UserRole(StrEnum):
    """What a user may do."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"


@app.callback(invoke_without_command=True)
def desk(context: typer.Context) -> None:
    """Say who may come in at a desk, and as what.

    A desk is a ledger on PostgreSQL that several people work on: `foedus serve --desk`. Readers look, reviewers also
    judge and add documents, admins may do all.

    \b
    Examples:
      foedus desk add-user anna --role reviewer --ledger postgresql://desk@archive/foedus
      foedus desk token anna --label export
      foedus desk users
      foedus desk sign-ins
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command("add-user")
def add_user(
    name: Name,
    *,
    role: Annotated[UserRole, typer.Option("--role", help="What the user may do.")] = UserRole.READER,
    no_password: Annotated[
        bool, typer.Option("--no-password", help="Only programs come in by this name, with a token.")
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Let somebody in.

    Asks for the password, twice and unseen; in a pipe it is the first line of standard input.

    \b
    Examples:
      foedus desk add-user anna --role reviewer
      foedus desk add-user collector --role reviewer --no-password
    """
    with _desk(ledger) as opened:
        opened.add_user(name, role.value, None if no_password else _password())
    tell(f"{name.strip()} may come in, as {role.value}")


@app.command()
def change(
    name: Name,
    *,
    role: Annotated[UserRole | None, typer.Option("--role", help="What the user may do from now on.")] = None,
    password: Annotated[bool, typer.Option("--password", help="Ask for a new password; sessions end.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Give a user another role or password.

    \b
    Examples:
      foedus desk change anna --role admin
      foedus desk change anna --password
    """
    if role is None and not password:
        raise UsageError("nothing is to be changed: give --role or --password")
    with _desk(ledger) as opened:
        if role is not None:
            opened.change_role(name, role.value)
        if password:
            opened.change_password(name, _password())
    tell(f"{name.strip()} is changed")


@app.command("remove-user")
def remove_user(name: Name, *, ledger: LedgerOption = None) -> None:
    """Let somebody in no more.

    Sessions and tokens end at once. What was judged under the name stays, and so nobody else ever gets it.

    \b
    Examples:
      foedus desk remove-user anna
    """
    with _desk(ledger) as opened:
        opened.remove_user(name)
    tell(f"{name.strip()} comes in no more")


@app.command()
def token(
    name: Name,
    *,
    label: Annotated[str, typer.Option("--label", metavar="WORD", help="What it is for.")] = "token",
    revoke: Annotated[bool, typer.Option("--revoke", help="End the token with this label instead.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Make a token for a program.

    It is printed once and not kept. A program sends it with each request, as `Authorization: Bearer TOKEN`, and may
    do what the user may.

    \b
    Examples:
      foedus desk token anna --label export
      foedus desk token anna --label export --revoke
    """
    with _desk(ledger) as opened:
        if revoke:
            opened.revoke_token(name, label)
            tell(f"the token {label} of {name.strip()} is no longer valid")
        else:
            typer.echo(opened.make_token(name, label))


@app.command()
def users(*, ledger: LedgerOption = None, format: FormatOption = Format.TABLE, out: OutOption = None) -> None:
    """List who may come in, and as what.

    \b
    Examples:
      foedus desk users
      foedus desk users --format csv
    """
    with _desk(ledger) as opened:
        emit(opened.users(), Look(_user_cells), format=format, out=out, nothing="nobody yet: `foedus desk add-user`")


@app.command("sign-ins")
def sign_ins(
    *,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many.")] = 50,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List who signed in, or tried to, newest first.

    \b
    Examples:
      foedus desk sign-ins
      foedus desk sign-ins --limit 1000 --format csv
    """
    with _desk(ledger) as opened:
        emit(opened.sign_ins(limit), Look(_sign_in_cells), format=format, out=out, nothing="nobody has signed in yet")


@contextmanager
def _desk(ledger: str | None) -> Iterator["Desk"]:
    from foedus.serve.desk.desk import Desk  # noqa: PLC0415 - the database library is slow to import

    opened = Desk.open(ledger_path(ledger))
    try:
        yield opened
    finally:
        opened.close()


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().removesuffix("\n")
    given = getpass.getpass("Password: ")
    if getpass.getpass("Again: ") != given:
        raise UsageError("the two are not the same: nothing was changed")
    return given


def _user_cells(user: "User") -> dict[str, str]:
    return {
        "name": user.name,
        "role": user.role,
        "tokens": ", ".join(user.tokens),
        "since": _minute(user.made_at),
        "last seen": _minute(user.last_seen),
    }


def _sign_in_cells(one: "SignIn") -> dict[str, str]:
    return {"at": _minute(one.at), "name": one.name, "address": one.address, "what": one.outcome.replace("_", " ")}


def _minute(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at else ""
