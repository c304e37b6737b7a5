"""Where an endpoint is: its address as a user gives it, as requests need it, and as messages may show it."""

from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from foedus.model.errors import UsageError

_LIKE = "write it like http://localhost:11434/v1"
_CHAT = "/chat/completions"


class Address(NamedTuple):
    """The addresses of one endpoint; `shown` holds nothing secret."""

    chat: str
    models: str
    shown: str


def address(given: str) -> Address:
    """The addresses under a base like http://localhost:11434/v1; UsageError where it is none.

    The path /v1 is added where there is no path; that of the chat completions may stand at the end. A query, which
    some services ask for, is kept.
    """
    try:
        parts = urlsplit(given.strip())
        has_host = bool(parts.hostname and parts.port != 0)
    except ValueError:
        raise UsageError(f"the endpoint's address cannot be read: {_LIKE}") from None
    if parts.scheme not in ("http", "https") or not has_host:
        raise UsageError(f"the endpoint's address is none of a web service: {_LIKE}")
    if "@" in parts.netloc:
        raise UsageError("the endpoint's address holds a password: leave it out, and set FOEDUS_MODEL_KEY to the key")
    path = parts.path.rstrip("/").removesuffix(_CHAT) or "/v1"
    base = SplitResult(parts.scheme, parts.netloc, path, parts.query, "")
    return Address(
        base._replace(path=path + _CHAT).geturl(),
        base._replace(path=f"{path}/models").geturl(),
        base._replace(query="").geturl(),
    )
