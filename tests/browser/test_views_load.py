"""Every view comes whole: nothing fails, nothing is asked of anybody else, no script is stopped or stumbles."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Enter
from tests.browser.serving import Site
from tests.browser.views import ADDRESSES, ERRORS, address
from tests.browser.watching import Watch


@pytest.mark.parametrize("view", [name for name in ADDRESSES if name not in ERRORS])
def test_a_view_loads_without_an_error_and_without_another_host_and_is_whole_without_scripts(
    site: Site, enter: Enter, view: str
) -> None:
    page = enter(owns=site).new_page()
    watch = Watch(page, site)
    page.goto(site.base + address(site, view), wait_until="networkidle")
    assert page.locator("main h1").count() == 1
    assert page.locator("script[src]").count() == 1, "the page's scripts are not built: npm run build in web/"
    assert watch.troubles == []
    assert whole_without_scripts(site, enter, view, page)


@pytest.mark.parametrize("view", sorted(ERRORS))
def test_what_is_not_there_is_told_on_a_page_of_the_house(file_site: Site, enter: Enter, view: str) -> None:
    page = enter(owns=file_site).new_page()
    answer = page.goto(file_site.base + address(file_site, view))
    assert answer is not None
    assert answer.status == 404
    assert page.locator("main h1").is_visible()
    assert page.locator("header.masthead nav").is_visible()
    assert whole_without_scripts(file_site, enter, view, page)


def whole_without_scripts(site: Site, enter: Enter, view: str, page: Page) -> bool:
    """Whether a browser without scripts shows its owner the same words as a page that is open."""
    plain = enter(scripts=False, owns=site).new_page()
    plain.goto(site.base + address(site, view))
    return _words(plain) == _words(page)


_READ = """() => {
  const main = document.querySelector("main").cloneNode(true);
  for (const later of main.querySelectorAll("#compared, #findings")) later.remove();
  return main.textContent;
}"""
"""Without what changed in a story and what rules find: with scripts it comes by itself, without by a link."""


def _words(page: Page) -> list[str]:
    told: str = page.evaluate(_READ)
    return told.split()
