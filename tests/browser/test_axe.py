"""axe-core finds nothing on any view, in each language and theme."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.chromium import NARROW, WIDE
from tests.browser.conftest import Enter
from tests.browser.serving import Site
from tests.browser.tasks import REPORT
from tests.browser.views import ADDRESSES, address


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("view", list(ADDRESSES))
def test_axe_finds_nothing_in_light_and_dark(file_site: Site, enter: Enter, view: str, lang: str) -> None:
    page = enter(lang=lang, owns=file_site).new_page()
    page.goto(file_site.base + address(file_site, view))
    assert page.locator("html").get_attribute("lang") == lang
    found = [f"light: {one}" for one in violations(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {one}" for one in violations(page, of_colours=True)]
    assert found == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("view", ["claims", "document, a claim open", "register", "deal"])
def test_axe_finds_nothing_where_all_is_folded_out(file_site: Site, enter: Enter, view: str, width: int) -> None:
    page = enter(width=width, owns=file_site).new_page()
    page.goto(file_site.base + address(file_site, view))
    page.evaluate("() => document.querySelectorAll('details:not([name])').forEach((one) => { one.open = true; })")
    why = page.locator("details.why > summary")
    if why.count():
        why.first.click()
    assert violations(page) == []


def test_the_theme_that_was_chosen_holds_over_that_of_the_system(file_site: Site, enter: Enter) -> None:
    page = enter(theme="light").new_page()
    page.goto(f"{file_site.base}/register?theme=dark")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert violations(page) == []
    page.goto(f"{file_site.base}/")
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_axe_finds_nothing_while_documents_are_read_and_the_page_goes_on_by_itself(
    own_site: Site, enter: Enter
) -> None:
    page = enter().new_page()
    page.goto(own_site.opening)
    page.goto(f"{own_site.base}/add")
    page.locator("textarea[name=text]").fill(REPORT)
    page.get_by_role("button", name="Read", exact=True).click()
    assert violations(page) == []
    expect(page.get_by_role("link", name="Add more")).to_be_visible(timeout=120_000)
    assert violations(page) == []
