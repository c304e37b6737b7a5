"""Dossiers in the browser: verdicts with their viewpoints, numbers that lead to claims, in French, on a phone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.chromium import NARROW, WIDE
from tests.browser.conftest import Enter
from tests.browser.serving import Site, serving
from tests.browser.watching import Watch
from tests.serve.judged import ATTACK, TREATY, judged

DOSSIER = f"/commitments/{TREATY}/about/ARM?from=2020&to=2023&against=AZE"
_FITS = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server on a few reports of a request under a treaty."""
    folder = tmp_path_factory.mktemp("judged")
    place = Path(folder) / "judged.db"
    judged(str(place)).close()
    with serving(place, cwd=folder) as site:
        yield site


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_list_to_a_dossier_and_on_to_a_claim(told: Site, enter: Enter, scripts: bool) -> None:
    page = enter(scripts=scripts).new_page()
    watch = Watch(page, told)
    page.goto(f"{told.base}/")
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Commitments").click()
    page.get_by_label("concerns").fill("Armenia")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Collective Security Treaty", exact=True).click()
    page.get_by_role("row", name="Armenia").get_by_role("link", name="Armenia").click()
    _every_verdict_has_its_viewpoint(page)
    page.get_by_role("link", name="citation 1", exact=True).first.click()
    expect(page.locator("main h1")).to_be_visible()
    assert "/claims/" in page.url
    assert watch.troubles == []


def test_a_quote_leads_to_its_words_in_the_document(told: Site, enter: Enter) -> None:
    page = enter().new_page()
    page.goto(told.base + DOSSIER)
    page.locator(".cites .said", has_text="Azerbaijani guns").click()
    expect(page).to_have_url(re.compile(rf"/documents/{ATTACK.id}\?span=\d+-\d+"))
    expect(page.locator("#span")).to_be_visible()


def test_days_are_chosen_in_the_form_and_stand_in_the_address(told: Site, enter: Enter) -> None:
    page = enter(scripts=False).new_page()
    page.goto(f"{told.base}/commitments/{TREATY}/about/ARM")
    page.get_by_label("from", exact=True).fill("1996")
    page.get_by_label("to", exact=True).fill("1998")
    page.get_by_role("button", name="Show").click()
    assert "from=1996" in page.url
    expect(page.locator("main .state")).to_contain_text("No report in the ledger tells of an occasion")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("address", ["/commitments", f"/commitments/{TREATY}", DOSSIER, f"{DOSSIER}&as_of=2026-01-10"])
def test_it_fits_and_axe_finds_nothing(told: Site, enter: Enter, address: str, width: int, lang: str) -> None:
    page = enter(lang=lang, width=width).new_page()
    page.goto(told.base + address)
    assert page.evaluate(_FITS)
    found = [f"light: {one}" for one in violations(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {one}" for one in violations(page, of_colours=True)]
    assert found == []


def test_in_french_it_says_according_to_whom(told: Site, enter: Enter) -> None:
    page = enter(lang="fr", width=NARROW).new_page()
    page.goto(told.base + DOSSIER)
    expect(page.locator(".verdict .view", has_text="Selon Arménie").first).to_be_visible()
    expect(page.locator(".verdict .word", has_text="Non remplie").first).to_be_visible()


def _every_verdict_has_its_viewpoint(page: Page) -> None:
    cards = page.locator(".verdict > div")
    assert cards.count() > 0
    for card in cards.all():
        expect(card.locator(".view b")).not_to_be_empty()
        expect(card.locator(".word")).not_to_be_empty()
