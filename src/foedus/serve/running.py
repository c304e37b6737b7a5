"""Starting and ending the server: its socket, its log, and the browser on request."""

import ipaddress
import signal
import socket
import ssl
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import sleep

import uvicorn
from fastapi import FastAPI
from msgspec import Struct

from foedus.model.errors import FoedusError, UsageError
from foedus.serve.logs import config_logs
from foedus.serve.warming import Warming

_CONNECTIONS = 1_000
"""At once; more are told to come back."""
_BACKLOG = 2_048
_LAST_SECONDS = 5
"""For answers under way when the server is stopped."""


class AddressError(FoedusError):
    """The server cannot be reached where it was to be."""

    exit_code = 5


class Running(Struct, frozen=True):
    """How to run: `log` has a line for each request, `proxies` may say for whom they ask, the others are for TLS."""

    log: bool = False
    proxies: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None


def is_loopback(host: str) -> bool:
    """Whether an address is this computer's own, which no other computer reaches."""
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes any free one. AddressError says why there is none."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except socket.gaierror as error:
        raise UsageError(f"--host {host} is no address of this computer: give one, as 127.0.0.1") from error
    except OSError as error:
        raise AddressError(_why_not(error, host, port)) from error
    # else the body of an answer, sent behind its head, waits up to 40 ms for the other side (Nagle's algorithm):
    # asyncio sees to that only where a socket was made with its protocol named
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _why_not(error: OSError, host: str, port: int) -> str:
    place = f"port {port} of {host}"
    if isinstance(error, PermissionError):
        return f"{place} is not for every user to serve: choose one from 1024 on with --port"
    if "in use" in str(error.strerror).lower():
        return f"{place} is in use, perhaps by another `foedus serve`: end that, or choose another with --port"
    return f"{place} cannot be served ({error.strerror or error}): choose another --host or --port"


def check_certificate(certificate: Path, key: Path) -> None:
    """UsageError where the two cannot be used; a key with a password cannot, for nobody is there to type it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(certificate, key, password="")
    except (OSError, ValueError) as error:  # SSLError is an OSError
        why = getattr(error, "strerror", None) or error
        raise UsageError(f"--certificate {certificate} and --key {key} cannot be used: {why}") from error


def address(listening: socket.socket, scheme: str = "http") -> str:
    """Where a browser on this computer finds it."""
    host, port = listening.getsockname()[:2]
    if host in ("0.0.0.0", "::"):  # noqa: S104 - all addresses: this computer's name is one of them
        host = "localhost"
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"


def run(app: FastAPI, listening: socket.socket, how: Running, *, show: str | None = None) -> None:
    """Serve until somebody stops it (Ctrl-C, or SIGTERM); `show` is an address to be opened in a browser."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=how.log,
        server_header=False,
        proxy_headers=bool(how.proxies),
        forwarded_allow_ips=list(how.proxies),
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_LAST_SECONDS,
        ssl_certfile=how.certificate,
        ssl_keyfile=how.key,
    )
    config_logs(requests=how.log)
    server = uvicorn.Server(config)
    if show is not None:
        Thread(target=_open, args=(lambda: server.started, show), daemon=True).start()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    warming = Warming()
    try:
        warming.start(app.state.house)
        with suppress(KeyboardInterrupt):  # the server has ended in good order when it comes here
            server.run(sockets=[listening])
    finally:
        warming.stop()
        app.state.jobs.close()


def _open(started: Callable[[], bool], where: str) -> None:
    while not started():
        sleep(0.05)
    webbrowser.open(where)
