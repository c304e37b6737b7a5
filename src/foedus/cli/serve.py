"""`foedus serve`: the ledger as a page in the browser."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.config import ledger_path, pipeline_choices
from foedus.cli.console import tell
from foedus.cli.ledger_option import LedgerOption
from foedus.cli.lexicon_option import LexiconOption, lexicon_folder
from foedus.cli.models_folder import models_folder
from foedus.cli.outlets_option import OutletsOption, outlets_folder
from foedus.cli.pipeline_option import PipelineOption
from foedus.cli.reviewer import reviewer
from foedus.cli.rules_option import RulesOption, rule_limits, rules_folder
from foedus.cli.treaties_option import TreatiesOption, treaties_folder
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from foedus.ledger.store import Ledger
    from foedus.serve.desk.oidc import Oidc
    from foedus.serve.settings import Settings

_SECRET = "FOEDUS_OIDC_SECRET"  # noqa: S105 - the name of a variable
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def serve(
    *,
    ledger: LedgerOption = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes any that is free.")] = 8000,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Address to listen on; only a desk may be reached from outside.")
    ] = "127.0.0.1",
    open: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    name: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who judges; else that of foedus.toml, else the user's name."),
    ] = None,
    desk: Annotated[
        bool, typer.Option("--desk", help="Users sign in, with roles: see `foedus desk` (a ledger on PostgreSQL).")
    ] = False,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A name by which browsers call the desk, as desk.example."),
    ] = None,
    proxy: Annotated[
        list[str] | None,
        typer.Option(metavar="ADDRESS", help="A proxy before the desk, whose word on address and TLS is believed."),
    ] = None,
    certificate: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Certificate (PEM), to serve the desk by TLS.")
    ] = None,
    key: Annotated[Path | None, typer.Option(metavar="FILE", help="Private key (PEM) of the certificate.")] = None,
    oidc: Annotated[
        str | None,
        typer.Option(metavar="URL", help="An OpenID service that knows the desk's users (the extra `oidc`)."),
    ] = None,
    oidc_client: Annotated[
        str | None,
        typer.Option(metavar="ID", help=f"The desk's client id there; its secret is in the variable {_SECRET}."),
    ] = None,
    fetch_urls: Annotated[
        bool, typer.Option("--fetch-urls", help="Reviewers may have pages of the public internet fetched, to be read.")
    ] = False,
    log: Annotated[bool, typer.Option("--log", help="A line on standard error for each request.")] = False,
    pipeline: PipelineOption = None,
    lexicon: LexiconOption = None,
    outlets: OutletsOption = None,
    treaties: TreatiesOption = None,
    rules: RulesOption = None,
) -> None:
    """Serve the ledger as a page to this computer.

    Prints the address to open. The token in it lets one browser judge and add, and works once; whoever has no token
    may read. Ctrl-C ends the server.

    \b
    Examples:
      foedus serve
      foedus serve --ledger case.db --open
      foedus serve --port 8080 --as anna
      foedus serve --ledger postgresql://desk@db/desk --desk --host 0.0.0.0 --allow-host desk.example
    """
    from foedus.asked.levels import default_level, sure_level  # noqa: PLC0415 - the rooms below are slow to import
    from foedus.ledger.store import Ledger  # noqa: PLC0415 - slow to import as well
    from foedus.serve.access.own import new_token  # noqa: PLC0415 - slow to import as well
    from foedus.serve.app import make_app  # noqa: PLC0415 - slow to import as well
    from foedus.serve.running import Running, address, check_certificate, is_loopback, listen, run  # noqa: PLC0415 - as above
    from foedus.serve.settings import Settings  # noqa: PLC0415 - slow to import as well

    if not desk and not is_loopback(host):
        raise UsageError(f"--host {host} lets others in: that takes --desk, where users sign in")
    if not desk and (allow_host or proxy or certificate or key or oidc):
        raise UsageError("--allow-host, --proxy, --certificate, --key and --oidc are for a desk: give --desk too")
    if (oidc is None) != (oidc_client is None):
        raise UsageError("--oidc and --oidc-client go together: give both")
    if (certificate is None) != (key is None):
        raise UsageError("--certificate and --key go together: give both")
    if certificate and key:
        check_certificate(certificate, key)
    place = ledger_path(ledger)
    with Ledger.open(place, create=False) as opened:
        token = None if desk or not opened.is_writable else new_token()
        who = "" if desk else reviewer(name)
        settings = Settings(
            mode="desk" if desk else "own",
            hosts=(*_LOOPBACK, *_names(host, allow_host or [])),
            token=token,
            reviewer=who,
            sure=sure_level(),
            default=default_level(),
            place=place,
            lexicon=lexicon_folder(lexicon),
            models=models_folder(),
            pipelines=pipeline_choices(pipeline or ()),
            outlets=outlets_folder(outlets),
            treaties=treaties_folder(treaties),
            rules=rules_folder(rules),
            rule_seconds=rule_limits().seconds,
            fetch_urls=fetch_urls,
        )
        app = _desk_app(opened, settings, place, _service(oidc, oidc_client)) if desk else make_app(opened, settings)
        with listen(host, port) as listening:
            where = address(listening, "https" if certificate else "http")
            shown = f"{where}/?token={token}" if token else f"{where}/"
            typer.echo(shown)
            tell(_told(opened, desk=desk, who=who))
            if desk and not is_loopback(host) and not (certificate or proxy):
                tell("no --certificate and no --proxy: passwords go over the network as they are")
            how = Running(log, tuple(proxy or ()), certificate, key)
            run(app, listening, how, show=shown if open else None)


def _names(host: str, more: list[str]) -> list[str]:
    named = [f"[{host}]" if ":" in host else host, *more]
    return [one.lower() for one in named if one not in ("0.0.0.0", "[::]")]  # noqa: S104 - no browser calls it so


def _told(ledger: "Ledger", *, desk: bool, who: str) -> str:
    if not ledger.is_writable:
        return f"{ledger.where} is read-only here: it is shown, and cannot be changed. Ctrl-C ends"
    if desk:
        return f"{ledger.where} is served to the users of its desk, who sign in. Ctrl-C ends"
    return f"{ledger.where} is served to this computer. The token opens it to one browser, as {who}. Ctrl-C ends"


def _desk_app(ledger: "Ledger", settings: "Settings", place: str, service: "Oidc | None") -> "FastAPI":
    from foedus.serve.desk.app import make_desk_app  # noqa: PLC0415 - only a desk needs it
    from foedus.serve.desk.desk import Desk  # noqa: PLC0415 - as above

    return make_desk_app(ledger, settings, Desk.open(place), service)


def _service(issuer: str | None, client: str | None) -> "Oidc | None":
    if issuer is None or client is None:
        return None
    secret = os.environ.get(_SECRET)
    if not secret:
        raise UsageError(f"the secret of --oidc-client is missing: set the variable {_SECRET}")
    try:
        from foedus.serve.desk.oidc import Oidc  # noqa: PLC0415 - takes the extra `oidc`
    except ModuleNotFoundError as error:
        raise UsageError("--oidc takes an extra: pip install 'foedus[oidc]'") from error
    return Oidc.discover(issuer, client, secret)
