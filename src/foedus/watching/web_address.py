"""Which addresses are fetched: of the web, without passwords, and of public hosts unless others are allowed.

A feed can name any address. One inside the user's network could be made to do something by being asked, or give away
what it holds; so names are resolved here, and what is connected to is the address that was looked at.
"""

import socket
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from foedus.watching.errors import FetchError, TryLaterError
from foedus.watching.public import is_public

_PORTS = {"http": 80, "https": 443}


class WebAddress(NamedTuple):
    """An address in its parts; `host` in ASCII and lower case, `target` the path with its query."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """Host, and the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def web_address(url: str) -> WebAddress:
    """The parts of an address of the web; FetchError where it is none."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
        name = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except ValueError as error:  # UnicodeError of IDNA is one
        raise FetchError(f"{url} is no address: write it like https://gazette.example/feed") from error
    if parts.scheme not in _PORTS or not name:
        raise FetchError(f"{url} is no address of the web: write it like https://gazette.example/feed")
    if parts.username or parts.password:
        raise FetchError(f"{parts.scheme}://…@{host} holds a password: leave it out, such feeds are not fetched")
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    plain = urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))
    return WebAddress(plain, parts.scheme, name, _PORTS[parts.scheme] if port is None else port, target)


def resolved(address: WebAddress, *, allow_private: bool) -> tuple[str, ...]:
    """The numeric addresses of the host, all of them public unless private ones are allowed.

    FetchError where one is private, TryLaterError where the name is not known.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise TryLaterError(f"{address.url} cannot be reached: the name {address.host} is not known") from error
    numbers = tuple(dict.fromkeys(str(info[4][0]).partition("%")[0] for info in found))
    private = [number for number in numbers if not is_public(ip_address(number))]
    if private and not allow_private:
        raise FetchError(
            f"{address.url} is not fetched: {address.host} is {private[0]}, inside a private network "
            "(--allow-private fetches it)"
        )
    return numbers
