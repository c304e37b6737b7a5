"""An address of the web, checked and resolved: where a request is sent is settled once, before anything is sent."""

import socket
from collections.abc import Callable, Mapping
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from foedus.model.errors import UsageError
from foedus.watching.public import Address, is_public

Resolve = Callable[[str, int], list[str]]
"""Numeric addresses of a host."""
PORTS: Mapping[str, frozenset[int]] = {"http": frozenset({80}), "https": frozenset({443})}
_USUAL = {"http": 80, "https": 443}
_LONGEST = 2_000


class Target(NamedTuple):
    """Where a request goes: to this numeric address, and nowhere else, whatever the name means by then."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    address: Address

    @property
    def host_header(self) -> str:
        """As the server of the page is called."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _USUAL[self.scheme] else f"{host}:{self.port}"


class Rules(NamedTuple):
    """What may be asked for; tests let in a server of their own."""

    allowed: Callable[[Address], bool] = is_public
    ports: Mapping[str, frozenset[int]] = PORTS


def resolved(host: str, port: int) -> list[str]:
    """As this computer knows the name; UsageError where it does not."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UsageError(f"{host} cannot be found: look at the address again") from error
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def target(url: str, resolve: Resolve, rules: Rules) -> Target:
    """UsageError says what is wrong with an address; not where a name led to, which is nobody's business here."""
    if len(url) > _LONGEST or not url.isprintable() or " " in url:
        raise UsageError("the address is too long, or has characters that no address has")
    try:
        parts = urlsplit(url)
        port = parts.port or _USUAL.get(parts.scheme, 0)
        named = parts.hostname or ""
        host = named if _address(named) else named.encode("idna").decode()
    except (ValueError, UnicodeError) as error:
        raise UsageError(f"{url[:200]} is no address of a page") from error
    if parts.scheme not in rules.ports or not host:
        raise UsageError(f"{url[:200]} is no address of a page: it begins with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise UsageError("an address with a name or password in it is not fetched: take them out")
    if port not in rules.ports[parts.scheme]:
        raise UsageError(f"port {port} is none that pages are served at: only the usual ones are asked")
    found = resolve(host, port)
    addresses = [address for one in found if (address := _address(one)) and rules.allowed(address)]
    if not addresses or len(addresses) < len(found):  # one that is not public makes the name none to be trusted
        raise UsageError(f"{host} does not lie in the public internet: it is not fetched")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(url, parts.scheme, host, port, path, addresses[0])


def _address(text: str) -> Address | None:
    """A scope, as of a link-local address, makes it none of the internet."""
    try:
        return ip_address(text)
    except ValueError:
        return None
