"""A first visit in a real browser: what comes over the line, and when the page can be used."""

from collections.abc import Sequence
from statistics import median
from typing import Any

from playwright.sync_api import Browser
from tests.browser.chromium import chromium, visitor

from bench.page.measured import Loaded

_TIMES = 5
_TIMING = """() => {
  const visit = performance.getEntriesByType("navigation")[0];
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  const interactive = visit.domContentLoadedEventEnd;
  return {painted: paint ? paint.startTime : interactive, interactive};
}"""
"""Scripts are one deferred module: when the document is loaded it has run, and keys and islands work."""


def load(base: str, pages: Sequence[tuple[str, str]]) -> tuple[Loaded, ...]:
    """Pages by name and address, each visited some times with nothing kept from before; the median of each figure."""
    with chromium() as browser:
        return tuple(_loaded(browser, name, base + path) for name, path in pages)


def _loaded(browser: Browser, name: str, address: str) -> Loaded:
    visits = [_visit(browser, address) for _ in range(_TIMES + 1)][1:]
    kib, files, painted, interactive = (median(one[part] for one in visits) for part in range(4))
    return Loaded(name, kib, int(files), painted, interactive)


def _visit(browser: Browser, address: str) -> tuple[float, float, float, float]:
    context = visitor(browser)
    page = context.new_page()
    came: list[float] = []
    told = context.new_cdp_session(page)
    told.send("Network.enable")
    told.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    timing: dict[str, Any] = page.evaluate(_TIMING)
    context.close()
    return sum(came) / 1024, len(came), timing["painted"], timing["interactive"]
