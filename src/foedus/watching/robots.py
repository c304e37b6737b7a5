"""Whether a place lets programs fetch a page: its robots.txt, kept for a day (RFC 9309)."""

from foedus.watching.clock import Clock
from foedus.watching.errors import FetchError, TryLaterError
from foedus.watching.fetching import Fetcher
from foedus.watching.hosts import Hosts
from foedus.watching.state import WatchState
from foedus.watching.web_address import WebAddress

TOKEN = "Foedus"  # noqa: S105 - the name by which robots.txt speaks of this program
_KEPT = 86_400.0
_MOST = 500_000
"""Characters of a robots.txt that count."""


class Robots:
    """Asks each place once a day."""

    def __init__(self, fetcher: Fetcher, hosts: Hosts, state: WatchState, clock: Clock) -> None:
        self._fetcher = fetcher
        self._hosts = hosts
        self._state = state
        self._clock = clock

    def check(self, address: WebAddress) -> None:
        """FetchError where the page is not to be fetched, TryLaterError where that cannot be found out."""
        from protego import Protego  # noqa: PLC0415 - an extra

        rules = Protego.parse(self._text(address.origin))
        if delay := rules.crawl_delay(TOKEN):
            self._hosts.slower(address.host, float(delay))
        if not rules.can_fetch(address.url, TOKEN):
            raise FetchError(f"{address.url} is not fetched: the robots.txt of {address.host} asks programs not to")

    def _text(self, origin: str) -> str:
        known = self._state.robots(origin)
        if known is not None and self._clock.now() - known[1] < _KEPT:
            return known[0]
        text = self._fetched(f"{origin}/robots.txt")
        self._state.keep_robots(origin, text, self._clock.now())
        return text

    def _fetched(self, url: str) -> str:
        """Nothing where there is none: then all is allowed."""
        try:
            answer = self._fetcher.get(url, accept="text/plain, */*;q=0.1")
        except TryLaterError:
            raise
        except FetchError:
            return ""
        return (answer.body or b"").decode("utf-8", "replace")[:_MOST]
