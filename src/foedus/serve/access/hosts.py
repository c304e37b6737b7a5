"""By which name the server is called: a stranger's name that was made to point here (DNS rebinding) is refused."""

from collections.abc import Collection


def is_ours(host: str | None, names: Collection[str]) -> bool:
    """Whether a Host header names this server, whatever the port."""
    return host is not None and _without_port(host.lower()) in names


def _without_port(host: str) -> str:
    if host.startswith("["):
        name, bracket, rest = host.partition("]")
        return name + bracket if not rest or _is_port(rest) else host
    name, colon, port = host.partition(":")
    return name if not colon or port.isdecimal() else host


def _is_port(rest: str) -> bool:
    return rest.startswith(":") and rest[1:].isdecimal()
