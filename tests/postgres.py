"""One real PostgreSQL server for all tests of a run: in a folder of its own, on a unix socket, gone at the end.

It is started by the first test that asks for it. Its text order is not that of bytes, so that a query which
leaves the order to the database shows itself.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from functools import cache
from itertools import count
from pathlib import Path
from signal import SIGINT, SIGQUIT
from urllib.parse import quote

import psycopg

OWNER = "foedus"
KEYHOLDER = "keyholder"
"""The one user who needs a password."""
_RULES = f"local all {KEYHOLDER} scram-sha-256\nlocal all all trust\n"
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",  # nothing here outlives the machine
    "full_page_writes": "off",
    "max_connections": "40",
    "shared_buffers": "32MB",
    "log_min_messages": "panic",
}
_SECONDS = 60.0


def binaries() -> Path | None:
    """The folder with initdb and postgres: the newest of Debian's, else that of PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and on_path:
        found = [Path(on_path).resolve()]
    return found[-1].parent if found else None


class Server:
    """A running server; `url` and `fresh` give addresses in it."""

    def __init__(self, folder: Path, bin_folder: Path) -> None:
        """Make a cluster in an empty folder and start it."""
        self.folder = folder
        self._bin = bin_folder
        self._data = folder / "data"
        self._names = count(1)
        # the server refuses to run as root
        self._user = "postgres" if os.geteuid() == 0 else None
        if self._user:
            shutil.chown(folder, self._user)
        self._make()
        self._process = self._started()

    def url(self, database: str = OWNER, *, user: str = OWNER, password: str | None = None, **query: str) -> str:
        """The address of a database over the socket."""
        signed = f"{user}:{quote(password, safe='')}" if password else user
        options = "&".join(f"{name}={quote(value)}" for name, value in {"host": str(self.folder), **query}.items())
        return f"postgresql://{signed}@/{database}?{options}"

    def fresh(self) -> str:
        """The address of a schema that is not there yet."""
        return self.url(schema=f"ledger_{next(self._names)}")

    def database(self, options: str = "") -> str:
        """The name of a new, empty database."""
        name = f"base_{next(self._names)}"
        self.execute(f"CREATE DATABASE {name} {options}")
        return name

    def execute(self, *statements: str, database: str = OWNER) -> None:
        """Run statements as the owner, each on its own."""
        with psycopg.connect(host=str(self.folder), user=OWNER, dbname=database, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def stop(self, *, at_once: bool = False) -> None:
        """End it: orderly, or as if it had crashed."""
        if self._process.poll() is None:
            self._process.send_signal(SIGQUIT if at_once else SIGINT)
            self._process.wait(_SECONDS)

    def start(self) -> None:
        """Start it again after `stop`."""
        self._process = self._started()

    def _make(self) -> None:
        how = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=und", "--locale=C", "--no-sync"]
        made = self._run(["initdb", "--pgdata", str(self._data), "--username", OWNER, "--auth=trust", *how])
        if made.wait(_SECONDS):
            raise RuntimeError(f"initdb failed in {self.folder}")
        (self._data / "pg_hba.conf").write_text(_RULES)

    def _started(self) -> "subprocess.Popen[bytes]":
        settings = _SETTINGS | {"unix_socket_directories": str(self.folder)}
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        # in a session of its own, for an interrupt from the keyboard is for the tests
        process = self._run(["postgres", "-D", str(self._data), *words])
        self._wait(process)
        return process

    def _wait(self, process: "subprocess.Popen[bytes]") -> None:
        limit = time.monotonic() + _SECONDS
        while True:
            try:
                self.execute("SELECT 1", database="postgres")
            except psycopg.OperationalError:
                if process.poll() is not None or time.monotonic() > limit:
                    raise
                time.sleep(0.02)
            else:
                return

    def _run(self, command: Sequence[str]) -> "subprocess.Popen[bytes]":
        program, *words = command
        return subprocess.Popen(
            [self._bin / program, *words],
            user=self._user,
            group=self._user,
            extra_groups=[] if self._user else None,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )


def started() -> Server:
    """A server of one's own, in a new folder; the caller stops it and removes the folder."""
    found = binaries()
    if found is None:
        raise FileNotFoundError("no initdb under /usr/lib/postgresql or on the PATH: install the package postgresql")
    # pytest's own folders are closed to other users, and a socket's path must be short
    folder = Path(tempfile.mkdtemp(prefix="foedus-pg-"))
    folder.chmod(0o755)
    return Server(folder, found)


@cache
def server() -> Server:
    """The server of this run, with an empty database of the owner's name."""
    running = started()
    atexit.register(_end, running)
    running.execute(f"CREATE DATABASE {OWNER}", database="postgres")
    return running


def _end(running: Server) -> None:
    running.stop(at_once=True)
    shutil.rmtree(running.folder, ignore_errors=True)
