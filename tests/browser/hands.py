"""What somebody does at the page, one action at a time, and counted."""

from pathlib import Path

from playwright.sync_api import Download, Locator, Page


class Hands:
    """A click, a key, a text that is written, a file that is chosen: one action each."""

    def __init__(self, page: Page) -> None:
        """At a page that is open."""
        self.page = page
        self.actions = 0

    def click(self, target: Locator) -> None:
        """Once."""
        self.actions += 1
        target.click()

    def write(self, target: Locator, text: str) -> None:
        """In place of what stood there."""
        self.actions += 1
        target.fill(text)

    def press(self, key: str) -> None:
        """As a keyboard names it, `Enter`."""
        self.actions += 1
        self.page.keyboard.press(key)

    def save(self, target: Locator) -> str:
        """Click what is saved as a file, and give its content."""
        self.actions += 1
        with self.page.expect_download() as coming:
            target.click()
        found: Download = coming.value
        return Path(found.path()).read_text(encoding="utf-8")
