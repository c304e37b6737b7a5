"""The ten first things that an analyst wants, as they are done at the page: from the first page on, by hand.

Each is at once a test (`test_tasks.py`) and a picture (`python -m bench.page.screenshots`).
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import Hands

MOST_ACTIONS = 4
"""Each is done in under five."""
REPORT = (
    "Belarus delivered 12 Polonez launchers to Azerbaijan in June 2024, the ministry of defence in Minsk said on "
    "Monday. Azerbaijan had ordered them in 2022."
)
"""Worded for this task, and no news."""


class Task(NamedTuple):
    """What is wanted, how it is done, and whether that takes somebody who may write."""

    name: str
    wish: str
    do: Callable[[Hands], None]
    writes: bool = False


def _claims(page: Page) -> Locator:
    return page.locator("main .lines.found li")


def _search(hands: Hands, words: str) -> None:
    hands.write(hands.page.locator("#q"), words)
    hands.press("Enter")


def _section(hands: Hands, name: str) -> None:
    hands.click(hands.page.locator("header.masthead nav").get_by_role("link", name=name, exact=True))


def find_deliveries(hands: Hands) -> None:
    """All deliveries to a state in a year."""
    _search(hands, "stage:delivered recipient:Poland in:2022")
    expect(_claims(hands.page).first).to_be_visible()
    for told in _claims(hands.page).all():
        expect(told).to_contain_text("delivered")
        expect(told).to_contain_text("Poland")


def see_the_sentence(hands: Hands) -> None:
    """From a figure of the register to the words behind it, in their place."""
    page = hands.page
    _section(hands, "Register")
    row = page.locator("table.reg tbody tr").filter(has=page.get_by_role("link", name="BrahMos", exact=True)).first
    hands.click(row.locator("details.why > summary").first)
    quote = page.locator("details.why[open] .pop li").first
    expect(quote.locator("q")).to_be_visible()
    hands.click(quote.get_by_role("link").first)
    expect(page.locator(".said-words blockquote").first).to_be_visible()
    hands.click(page.get_by_role("link", name="in its place").first)
    expect(page.locator("#span").first).to_be_in_viewport()


def see_who_else_says_so(hands: Hands) -> None:
    """Every claim that says the same, by outlet and voice."""
    _search(hands, "supplier:Iran recipient:Russia stage:delivered polarity:affirmed")
    hands.click(_claims(hands.page).first.locator(".what a").first)
    said = hands.page.locator("#said")
    expect(said.get_by_role("heading", name="Who else says so")).to_be_visible()
    expect(said.locator(".voices li").first).to_be_attached()


def correct_a_number(hands: Hands) -> None:
    """What the reader took wrongly, put right where it stands."""
    page = hands.page
    hands.click(_claims(page).filter(has_text="1500").first.locator(".what a").first)
    hands.click(page.locator("details.correct > summary"))
    hands.write(page.locator("#f-quantity"), "1600")
    hands.press("Enter")
    expect(page.locator(".notice.done")).to_contain_text("Corrected.")
    expect(page.locator("table.hist")).to_contain_text("corrected")


def export_the_view(hands: Hands) -> None:
    """What is on the page as a table for a spreadsheet."""
    _section(hands, "Register")
    saved = hands.save(hands.page.get_by_role("link", name="CSV", exact=True))
    rows = saved.splitlines()
    assert "supplier" in rows[0]
    assert len(rows) > 10


def look_as_of_a_day(hands: Hands) -> None:
    """The register as it could be known on a day."""
    page = hands.page
    _section(hands, "Register")
    hands.click(page.locator(".as-of summary"))
    hands.write(page.get_by_label("published by"), "2022-06-30")
    hands.press("Enter")
    expect(page.locator(".as-of.is-set")).to_contain_text("30 June 2022")
    expect(page.locator("table.reg")).to_contain_text("Rafale")
    expect(page.locator("table.reg")).not_to_contain_text("BrahMos")


def follow_a_deal(hands: Hands) -> None:
    """Its steps in order of time, with what contradicts them."""
    page = hands.page
    _section(hands, "Register")
    hands.click(page.locator("table.reg").get_by_role("link", name="K2 Black Panther").first)
    expect(page.locator("#track li").first).to_be_visible()
    expect(page.locator("main h1")).to_contain_text("K2 Black Panther")


def compare_two_states(hands: Hands) -> None:
    """What lies between two states."""
    page = hands.page
    _search(hands, "Turkey")
    hands.click(page.locator("main .page-head").get_by_role("link", name="Turkey").first)
    hands.click(page.locator("section[aria-labelledby=partners]").get_by_role("link", name="Russia").first)
    expect(page).to_have_url(re.compile("/pairs/RUS/TUR"))
    expect(page.locator("main h1")).to_contain_text("Turkey")


def add_a_document(hands: Hands) -> None:
    """A report that is pasted, read while one waits."""
    page = hands.page
    hands.click(page.locator("footer").get_by_role("link", name="Add documents"))
    hands.write(page.locator("textarea[name=text]"), REPORT)
    hands.click(page.locator("main form").get_by_role("button").last)
    expect(page).to_have_url(re.compile("/add/.+"))
    for _ in range(60):
        if page.get_by_role("link", name="Add more").count():
            break
        page.wait_for_timeout(1_000)
        page.reload()
    expect(page.locator("main")).to_contain_text("pasted text")


def cite_a_claim(hands: Hands) -> None:
    """Sentence, outlet, day and address, ready to be pasted into a note."""
    page = hands.page
    _section(hands, "Claims")
    hands.click(_claims(page).first.locator(".what a").first)
    expect(page.locator("#cite-plain")).to_contain_text("/claims/")
    hands.click(page.locator(".claim-cite").get_by_role("link", name="as text"))
    expect(page.locator("body")).to_contain_text("/claims/")


TASKS = (
    Task("deliveries", "Find all deliveries to a state in a year", find_deliveries),
    Task("sentence", "See the sentence behind a figure", see_the_sentence),
    Task("others", "See who else says so", see_who_else_says_so),
    Task("correct", "Correct a number", correct_a_number, writes=True),
    Task("export", "Export the view", export_the_view),
    Task("as-of", "See it as it was known on a day", look_as_of_a_day),
    Task("deal", "Follow a deal", follow_a_deal),
    Task("pair", "Compare a pair of states", compare_two_states),
    Task("add", "Add a document", add_a_document, writes=True),
    Task("cite", "Cite a claim", cite_a_claim),
)
