"""What a server is started with."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

Mode = Literal["own", "desk"]
"""One person on a loopback address, or users who sign in."""


class Settings(Struct, frozen=True):
    """One server's settings.

    `hosts` are the names by which it may be called, without port. `token` is asked for once before anything is
    written, and `reviewer` is the name that it is then kept under (own mode; without a token nobody can write).
    `place` is where the ledger lies, for what is read in processes of their own: without it nothing can be added.
    `sure` and `default` are levels of confidence. `lexicon`, `models`, `pipelines`, `outlets`, `treaties` and `rules`
    are the user's own; `rule_seconds` is how long a rule may take (default: as long as is usual).
    `upload_bytes` is the most that may be sent at once to be read. `fetch_urls` lets reviewers have pages of the public
    internet fetched by their addresses.
    """

    mode: Mode = "own"
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    token: str | None = None
    reviewer: str = "reviewer"
    sure: float = 1.0
    default: float = 0.0
    place: str | None = None
    lexicon: Path | None = None
    models: Path | None = None
    pipelines: Mapping[str, str] = {}
    outlets: Path | None = None
    treaties: Path | None = None
    rules: Path | None = None
    rule_seconds: float | None = None
    upload_bytes: int = 50_000_000
    fetch_urls: bool = False
