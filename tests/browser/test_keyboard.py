"""Everything by keyboard: the way to the content, single keys, an order of focus that is that of the page."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Enter
from tests.browser.serving import Site
from tests.browser.views import ADDRESSES, address

_ORDER = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
  .filter((one) => one.tabIndex > 0).map((one) => one.outerHTML.slice(0, 100))"""
_RING = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""


@pytest.fixture
def page(enter: Enter, file_site: Site) -> Page:
    return enter(owns=file_site).new_page()


def test_the_first_stop_skips_to_the_content(file_site: Site, page: Page) -> None:
    page.goto(file_site.base + "/claims")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("view", list(ADDRESSES))
def test_the_focus_goes_as_the_page_does_and_is_seen(file_site: Site, page: Page, view: str) -> None:
    page.goto(file_site.base + address(file_site, view))
    assert page.evaluate(_ORDER) == []
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement !== document.body"):
            assert page.evaluate(_RING), page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)")


def test_slash_goes_to_the_search_and_keys_are_letters_there(file_site: Site, page: Page) -> None:
    page.goto(file_site.base + "/register")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("jk?")
    expect(page.locator("#q")).to_have_value("jk?")


def test_j_and_k_walk_the_claims_and_enter_opens_one(file_site: Site, page: Page) -> None:
    page.goto(file_site.base + "/claims")
    claims = page.locator("[data-walk]")
    page.keyboard.press("j")
    expect(claims.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(claims.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(claims.nth(0)).to_be_focused()
    to = claims.nth(0).get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(str(to)) + "$"))


def test_in_a_document_a_claim_is_opened_and_escape_leads_back_to_its_note(file_site: Site, page: Page) -> None:
    page.goto(file_site.base + address(file_site, "document"))
    page.keyboard.press("j")
    note = page.evaluate("() => document.activeElement.closest('.note').id")
    page.keyboard.press("Enter")
    expect(page.locator("aside.claim")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("aside.claim")).to_have_count(0)
    expect(page.locator(f"#{note}").get_by_role("link").first).to_be_focused()


def test_brackets_go_from_document_to_document(file_site: Site, page: Page) -> None:
    newest, second = (one["document"]["id"] for one in file_site.json("/documents.json")["documents"][:2])
    page.goto(f"{file_site.base}/documents/{newest}")
    page.keyboard.press("]")
    expect(page).to_have_url(f"{file_site.base}/documents/{second}")
    page.keyboard.press("[")
    expect(page).to_have_url(f"{file_site.base}/documents/{newest}")
    page.keyboard.press("[")
    expect(page.locator("[data-key='[']")).to_have_count(0)
    expect(page).to_have_url(f"{file_site.base}/documents/{newest}")


def test_y_copies_the_citation(file_site: Site, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(file_site.base + address(file_site, "claim"))
    page.keyboard.press("y")
    expect(page.locator("[data-key='y'] + [role=status]")).to_have_text("copied")
    said = page.locator("#cite-plain").text_content() or ""
    assert page.evaluate("() => navigator.clipboard.readText()") == said


def test_the_question_mark_lists_the_keys_and_they_can_be_switched_off(file_site: Site, page: Page) -> None:
    page.goto(file_site.base + "/claims")
    page.keyboard.press("?")
    listed = page.locator("dialog#keys")
    expect(listed).to_be_visible()
    listed.locator("[data-keys-off]").check()
    page.keyboard.press("Escape")
    expect(listed).to_be_hidden()
    page.keyboard.press("j")
    assert page.evaluate("() => document.activeElement.matches('[data-walk]')") is False
    page.reload()
    page.keyboard.press("/")
    expect(page.locator("#q")).not_to_be_focused()


def test_two_keys_go_to_a_section(file_site: Site, page: Page) -> None:
    page.goto(file_site.base + "/register")
    page.keyboard.press("g")
    page.keyboard.press("d")
    expect(page).to_have_url(f"{file_site.base}/documents")
    page.keyboard.press("g")
    page.keyboard.press("h")
    expect(page).to_have_url(f"{file_site.base}/")


def test_a_cell_of_the_register_opens_and_escape_closes_it(file_site: Site, page: Page) -> None:
    page.goto(file_site.base + "/register")
    cell = page.locator("details.why > summary").first
    cell.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.why[open] .pop").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("details.why[open]")).to_have_count(0)
    expect(cell).to_be_focused()
