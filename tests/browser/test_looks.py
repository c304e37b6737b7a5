"""Forced colours, and paper."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Enter
from tests.browser.serving import Site
from tests.browser.views import address

_LINES = """() => [...document.querySelectorAll(".hl")].map((one) => {
  const style = getComputedStyle(one);
  return [style.borderBottomStyle, style.textDecorationLine].join(" ");
})"""


def test_highlights_keep_their_lines_where_the_system_sets_the_colours(file_site: Site, enter: Enter) -> None:
    page = enter().new_page()
    page.emulate_media(forced_colors="active")
    page.goto(file_site.base + address(file_site, "document"))
    lines = page.evaluate(_LINES)
    assert lines
    assert all(one not in ("none none", "hidden none") for one in lines)


@pytest.mark.parametrize("view", ["document, a claim open", "register", "deal", "claim"])
def test_paper_has_the_text_and_nothing_to_operate(file_site: Site, enter: Enter, view: str) -> None:
    page = enter().new_page()
    page.emulate_media(media="print")
    page.goto(file_site.base + address(file_site, view))
    expect(page.locator("main h1")).to_be_attached()
    for part in ("header.masthead nav", "form:visible", "button:visible"):
        assert page.locator(part).filter(visible=True).count() == 0, part
    assert page.pdf().startswith(b"%PDF")
