"""Pictures of the ten first tasks, done in a browser: `python -m bench.page.screenshots --out FOLDER`.

Each is made twice on the sample reports, as wide as a desk's screen and as a phone; docs/page.md lists them. They are
not kept in the repository.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser
from tests.browser.chromium import NARROW, WIDE, Theme, chromium, visitor
from tests.browser.hands import Hands
from tests.browser.samples import read_samples
from tests.browser.serving import Site, serving
from tests.browser.tasks import TASKS, Task
from tests.browser.views import ADDRESSES, address


def picture(browser: Browser, site: Site, task: Task, out: Path) -> None:
    """Do the task, and keep what is seen then: the window on the wide screen, and the same page on a phone."""
    context = visitor(browser)
    page = context.new_page()
    page.goto(site.opening if task.writes else site.base)
    hands = Hands(page)
    task.do(hands)
    page.screenshot(path=out / f"{task.name}-{WIDE}.png")
    page.set_viewport_size({"width": NARROW, "height": 844})
    page.screenshot(path=out / f"{task.name}-{NARROW}.png")
    context.close()
    print(f"{task.name}: {task.wish}, {hands.actions} actions")


def views(browser: Browser, site: Site, out: Path, *, lang: str, theme: Theme) -> None:
    """Every view, whole, at both widths."""
    for width in (WIDE, NARROW):
        context = visitor(browser, lang=lang, theme=theme, width=width)
        page = context.new_page()
        for view in ADDRESSES:
            page.goto(site.base + address(site, view))
            name = view.replace(", ", "-").replace(" ", "-")
            page.screenshot(path=out / f"view-{name}-{lang}-{theme}-{width}.png", full_page=True)
        context.close()


def main(argv: Sequence[str] | None = None) -> int:
    """Make them all; what a task needs to see and does not see ends it with what is missing."""
    parser = argparse.ArgumentParser(prog="python -m bench.page.screenshots", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/pictures"), metavar="FOLDER", help="where they are put")
    parser.add_argument("--views", action="store_true", help="every view too, in both languages and themes")
    options = parser.parse_args(argv)
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        read_samples(folder / "read.db")
        for number, task in enumerate(TASKS):
            own = folder / f"task{number}"
            own.mkdir()
            ledger = own / "samples.db"
            ledger.write_bytes((folder / "read.db").read_bytes())
            with serving(ledger, cwd=own) as site:
                picture(browser, site, task, options.out)
        if options.views:
            with serving(folder / "read.db", cwd=folder) as site:
                themes: tuple[Theme, ...] = ("light", "dark")
                for lang in ("en", "fr"):
                    for theme in themes:
                        views(browser, site, options.out, lang=lang, theme=theme)
    return 0


if __name__ == "__main__":
    sys.exit(main())
