"""What a reviewer does at the queue and beside a text, by keyboard with scripts and by forms without."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Enter
from tests.browser.serving import Site
from tests.browser.views import address

both_ways = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])


def owner(site: Site, enter: Enter, *, scripts: bool) -> Page:
    """A browser that was opened with the token."""
    page = enter(scripts=scripts).new_page()
    page.goto(site.opening)
    expect(page.locator("footer")).to_contain_text("anna")
    return page


def judge(page: Page, name: str, key: str, *, scripts: bool) -> None:
    """By the key, else by the button that bears it."""
    if scripts:
        page.keyboard.press(key)
    else:
        page.locator("main").get_by_role("button", name=re.compile(f"^{name}")).first.click()


def opened(page: Page) -> str:
    return page.locator(".desk-open .crumb .id").inner_text()


@both_ways
def test_the_queue_is_worked_through(own_site: Site, enter: Enter, scripts: bool) -> None:
    page = owner(own_site, enter, scripts=scripts)
    page.goto(f"{own_site.base}/review")
    first = opened(page)
    judge(page, "Accept", "a", scripts=scripts)
    done = page.locator(".notice.done")
    expect(done).to_contain_text("Accepted.")
    second = opened(page)
    assert second != first
    judge(page, "Undo", "u", scripts=scripts)
    expect(done).to_contain_text("Taken back.")
    assert opened(page) == first
    judge(page, "Reject", "x", scripts=scripts)
    expect(done).to_contain_text("Rejected.")
    page.goto(f"{own_site.base}/claims/{first}")
    expect(page.locator("main")).to_contain_text("Rejected in review.")
    expect(page.locator("table.hist")).to_contain_text("anna")


@both_ways
def test_a_claim_is_corrected_in_place_and_its_history_tells_so(own_site: Site, enter: Enter, scripts: bool) -> None:
    page = owner(own_site, enter, scripts=scripts)
    page.goto(f"{own_site.base}/review")
    first = opened(page)
    if scripts:
        page.keyboard.press("c")
    else:
        page.locator("details.correct > summary").click()
    page.get_by_label("certainty", exact=True).select_option("possible")
    page.get_by_role("button", name="Save correction").click()
    expect(page.locator(".notice.done")).to_contain_text("Corrected.")
    page.goto(f"{own_site.base}/claims/{first}")
    expect(page.locator("table.hist")).to_contain_text("corrected")
    expect(page.locator(".standfirst")).to_contain_text("possible")


_SELECT = """(word) => {
  const walk = document.createTreeWalker(document.querySelector(".para-text"), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const at = node.data.indexOf(word);
    if (at >= 0) {
      getSelection().setBaseAndExtent(node, at, node, at + word.length);
      return true;
    }
  }
  return false;
}"""


@both_ways
def test_a_claim_that_was_missed_is_added(own_site: Site, enter: Enter, scripts: bool) -> None:
    page = owner(own_site, enter, scripts=scripts)
    page.goto(own_site.base + address(own_site, "document"))
    form = page.locator("form.missed")
    if scripts:
        assert page.evaluate(_SELECT, "agreement")
        expect(form.locator("[data-words]")).to_have_text("agreement")
    else:
        form.locator("input[name=words]").fill("agreement with Moscow")
    form.get_by_role("button").click()
    page.locator(".choose-type").get_by_role("link", name="meeting").click()
    page.locator("input[name='role.participant.words']").first.fill("Moscow")
    page.locator("input[name='role.participant.entity']").first.fill("RUS")
    page.get_by_role("button", name="Add the claim").click()
    expect(page.locator(".notice.done")).to_contain_text("Added.")


@both_ways
def test_a_name_is_linked_everywhere(own_site: Site, enter: Enter, scripts: bool) -> None:
    page = owner(own_site, enter, scripts=scripts)
    page.goto(f"{own_site.base}/review/names?name=Seoul&look=South+Korea")
    page.get_by_role("button", name="Link it everywhere").click()
    expect(page.locator(".notice.done")).to_contain_text("Linked.")
    expect(page.locator(".notice.done")).to_contain_text("changed")


def test_who_came_without_the_token_only_reads(file_site: Site, enter: Enter) -> None:
    page = enter().new_page()
    page.goto(f"{file_site.base}/review")
    expect(page.locator("main .actions")).to_contain_text("Reading only")
    expect(page.locator("main").get_by_role("button", name="Accept")).to_have_count(0)
