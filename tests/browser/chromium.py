"""Debian's Chromium, driven by Playwright: quiet, and with a profile that is gone afterwards."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, StorageState, sync_playwright

Theme = Literal["light", "dark"]
WIDE, NARROW = 1280, 390
"""Widths in CSS pixels of a desk's screen and of a phone."""
_HEIGHTS = {WIDE: 900, NARROW: 844}
_LOCALES = {"en": "en-GB", "fr": "fr-FR"}
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def binary() -> str | None:
    """Where it is; None where the package chromium is missing."""
    return shutil.which("chromium")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser until the end of the block."""
    found = binary()
    if found is None:
        raise FileNotFoundError("no chromium on the PATH: install the Debian package chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=list(_QUIET))
        try:
            yield browser
        finally:
            browser.close()


def visitor(
    browser: Browser,
    *,
    lang: str = "en",
    theme: Theme = "light",
    width: int = WIDE,
    scripts: bool = True,
    state: StorageState | None = None,
) -> BrowserContext:
    """Somebody's profile: the language and theme that they prefer, the width of their window; fresh without `state`."""
    return browser.new_context(
        locale=_LOCALES[lang],
        color_scheme=theme,
        viewport={"width": width, "height": _HEIGHTS.get(width, 900)},
        java_script_enabled=scripts,
        accept_downloads=True,
        reduced_motion="reduce",
        storage_state=state,
    )
