"""A server of feeds and pages on this computer, that answers as a test says and remembers what it was asked."""

import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import NamedTuple


class Reply(NamedTuple):
    """An answer. `cut`: so many bytes fewer are sent than announced; `held`: sent once this is set."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = {}
    cut: int = 0
    held: Event | None = None
    slow: float = 0.0


class Asked(NamedTuple):
    """A request as it came."""

    path: str
    headers: Mapping[str, str]


Answering = Reply | Callable[[Mapping[str, str]], Reply]


@dataclass
class Site:
    """What is at which path; what is not named is not there."""

    url: str = ""
    at: dict[str, Answering] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [one.path for one in self.asked]

    def reply(self, path: str, headers: Mapping[str, str]) -> Reply:
        """The answer to a request."""
        found = self.at.get(path, Reply(status=404))
        return found if isinstance(found, Reply) else found(headers)


@contextmanager
def serving(secured: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site that is there until the block ends; `secured` is what it shows of itself."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append(Asked(self.path, headers))
            with suppress(OSError):  # whoever asked may have gone
                self._send(site.reply(self.path, headers))

        def _send(self, reply: Reply) -> None:
            if reply.held is not None:
                reply.held.wait(30)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            body = reply.body[: len(reply.body) - reply.cut]
            for at in range(0, len(body), 65_536):
                self.wfile.write(body[at : at + 65_536])
                time.sleep(reply.slow)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library has it
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if secured is not None:
        server.socket = secured.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, args=[0.05], daemon=True)
    thread.start()
    site.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
