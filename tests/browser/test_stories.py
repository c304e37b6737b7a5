"""A story in the browser: its tree by keyboard, and what changed, with scripts and without."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.chromium import NARROW, WIDE
from tests.browser.conftest import Enter
from tests.browser.serving import Site, serving
from tests.serve.storied import COPY, STORY, storied

_PATIENCE = 120_000
"""Milliseconds: the first comparison loads the reader."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server on a few stories."""
    folder = tmp_path_factory.mktemp("stories")
    place = Path(folder) / "stories.db"
    storied(str(place)).close()
    with serving(place, cwd=folder) as site:
        yield site


def test_what_changed_comes_by_itself_behind_the_page(told: Site, enter: Enter) -> None:
    page = enter().new_page()
    page.goto(f"{told.base}/stories/{STORY}")
    expect(page.locator("#compared .diff")).to_be_visible(timeout=_PATIENCE)
    expect(page.locator("#compared[data-later]")).to_have_count(0)
    expect(page.locator("#compared .now", has_text="90")).to_be_visible()
    assert violations(page) == []


def test_without_scripts_a_link_and_a_choice_of_pages_lead_there(told: Site, enter: Enter) -> None:
    page = enter(scripts=False).new_page()
    page.set_default_timeout(_PATIENCE)
    page.goto(f"{told.base}/stories/{STORY}")
    page.get_by_role("link", name="Compare these pages").click()
    expect(page.locator(".diff .now", has_text="90")).to_be_visible()
    page.locator("select[name=from]").select_option("2")
    page.locator("select[name=to]").select_option("3")
    page.locator("#compared button").click()
    expect(page.get_by_role("heading", name="What changed: page 2 against page 3")).to_be_visible()
    page.locator(".branches").get_by_role("link", name="Radars for Borland, officials say").click()
    assert page.url == f"{told.base}/documents/{COPY.id}"


def test_the_marks_of_the_tree_are_reached_by_keyboard(told: Site, enter: Enter) -> None:
    page = enter().new_page()
    page.goto(f"{told.base}/stories/{STORY}")
    page.get_by_role("region", name="Family tree, scrolls sideways").focus()
    seen: list[str] = []
    for _ in range(3):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("() => document.activeElement.getAttribute('href')"))
    assert f"/documents/{COPY.id}" in seen
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_nothing_on_a_story_compared(told: Site, enter: Enter, lang: str, width: int) -> None:
    page = enter(lang=lang, width=width).new_page()
    page.set_default_timeout(_PATIENCE)
    page.goto(f"{told.base}/stories/{STORY}?compare=all")
    found = [f"light: {one}" for one in violations(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {one}" for one in violations(page)]
    assert found == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
