"""Findings in the browser: from the list to a claim and a dossier, beside an entity, in French, on a phone, by keys."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.chromium import NARROW, WIDE
from tests.browser.conftest import Enter
from tests.browser.serving import Site, serving
from tests.browser.watching import Watch
from tests.serve.findable import HELP, TREATY, findable

QUESTION = "Who asked for help under a duty of defence or consultation, and what followed?"
_FITS = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server on a few reports in which rules find something."""
    folder = tmp_path_factory.mktemp("findable")
    place = Path(folder) / "findable.db"
    findable(str(place)).close()
    with serving(place, cwd=folder) as site:
        yield site


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_sections_to_a_finding_its_claim_and_its_dossier(found: Site, enter: Enter, scripts: bool) -> None:
    page = enter(scripts=scripts).new_page()
    watch = Watch(page, found)
    page.goto(f"{found.base}/")
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Findings").click()
    page.get_by_label("question", exact=True).select_option(QUESTION)
    page.get_by_label("concerns").fill("Arménie")
    page.get_by_role("button", name="Show").click()
    card = page.get_by_role("article", name="Defence: Armenia, 13 September 2022")
    group = card.get_by_role("group", name="Verdict by viewpoint")
    for verdict in group.locator("> div").all():
        expect(verdict.locator(".view b")).not_to_be_empty()
        expect(verdict.locator(".word")).not_to_be_empty()
    expect(page.get_by_role("article")).to_have_count(1)
    card.get_by_role("link", name="The finding in full").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Defence: Armenia, 13 September 2022")
    page.get_by_role("link", name="citation 1", exact=True).first.click()
    expect(page).to_have_url(re.compile("/claims/"))
    page.wait_for_load_state()
    page.go_back()
    page.get_by_role("link", name="Dossier of the commitment").click()
    assert f"/commitments/{TREATY}/about/ARM" in page.url
    expect(page.locator(".case")).to_have_count(1)
    assert watch.troubles == []


def test_keys_walk_from_finding_to_finding(found: Site, enter: Enter) -> None:
    page = enter().new_page()
    page.goto(f"{found.base}/findings")
    heads = page.locator("article h3 a")
    expect(heads).to_have_count(3)
    page.keyboard.press("j")
    expect(heads.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(heads.nth(1)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/findings/f-[0-9a-f]{16}$"))


def test_an_entitys_findings_come_behind_its_page_and_by_a_link_without_scripts(found: Site, enter: Enter) -> None:
    # as of a moment that nobody has asked for yet
    plain = enter(scripts=False).new_page()
    plain.goto(f"{found.base}/entities/ARM?published_by=2024-01-01")
    plain.get_by_role("link", name="See what the rules find").click()
    expect(plain.get_by_role("article")).to_have_count(2)
    page = enter().new_page()
    watch = Watch(page, found)
    page.goto(f"{found.base}/entities/ARM?published_by=2024-02-01")
    section = page.get_by_role("region", name="Findings that concern it")
    expect(section.get_by_role("listitem")).to_have_count(2)
    expect(section).to_contain_text("Unmet according to Armenia")
    section.get_by_role("link", name=QUESTION).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Defence: Armenia")
    assert watch.troubles == []


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("address", ["/findings", "/findings?about=VUT", "/findings?as_of=2026-01-10", "one"])
def test_it_fits_and_axe_finds_nothing(found: Site, enter: Enter, address: str, width: int, lang: str) -> None:
    page = enter(lang=lang, width=width).new_page()
    if address == "one":
        (told,) = found.json(f"/findings.json?rule={HELP}")["groups"][0]["findings"]
        address = f"/findings/{told['finding']['id']}"
    page.goto(found.base + address)
    assert page.evaluate(_FITS)
    faults = [f"light: {one}" for one in violations(page)]
    page.emulate_media(color_scheme="dark")
    faults += [f"dark: {one}" for one in violations(page, of_colours=True)]
    assert faults == []


def test_in_french_it_says_according_to_whom(found: Site, enter: Enter) -> None:
    page = enter(lang="fr", width=NARROW).new_page()
    page.goto(f"{found.base}/findings?about=ARM")
    expect(page.get_by_role("heading", level=1)).to_have_text("Constats")
    expect(page.locator(".verdict .view", has_text="Selon Arménie").first).to_be_visible()
    expect(page.locator(".verdict .word", has_text="Non remplie").first).to_be_visible()
    expect(page.locator(".rule-out", has_text="Lacunes").first).to_be_visible()
