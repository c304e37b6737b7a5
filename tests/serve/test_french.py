"""The page in French: nothing of the interface is left in English on any view."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.review import Correction
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from foedus.serve.words import terms
from tests.serve.browsing import TOKEN, owner
from tests.serve.reading import page, words
from tests.serve.told import delivery, ledger_of, order, treaty

ADDRESSES = (
    "/",
    "/claims",
    "/claims?type=transfer&about=BLR&q=tanks",
    "/claims?q=xyzzy&type=attack",
    "/claims/{claim}",
    "/claims/{claim}/correct",
    "/documents",
    "/documents/{document}",
    "/documents/{document}?claim={claim}",
    "/register",
    "/deals/BLR/AZE/{item}",
    "/entities",
    "/entities?q=Belarus",
    "/entities/BLR",
    "/entities/su-25",
    "/pairs/AZE/BLR",
    "/network",
    "/map",
    "/timeline",
    "/review",
    "/review?doubtful=1",
    "/review?second=1",
    "/review/agreement",
    "/review/names",
    "/review/sources",
    "/audit",
    "/add",
    "/keys",
)
QUIET = ("code", "q", "blockquote", "pre", "output", "style", "script", "noscript", "datalist")
"""Words of others, and of programs."""


@pytest.fixture
def client(place: str) -> Iterator[tuple[TestClient, Ledger]]:
    with ledger_of(place, [delivery(), order()], [treaty()]) as ledger:
        first, second, *_ = ledger.claims()
        ledger.review("ben").correct(first.id, Correction(certainty="probable"), reason="prudence")
        ledger.review("ben").reject(second.id)
        yield owner(make_app(ledger, Settings(sure=0.85, token=TOKEN, reviewer="anna", place=place))), ledger


def english() -> frozenset[str]:
    """What the interface says in English, as far as French says it otherwise."""
    found: set[str] = set()
    for po in sorted((Path(str(files("foedus.serve"))) / "locales" / "fr").glob("*.po")):
        with po.open("rb") as file:
            for message in read_po(file, locale="fr"):
                if message.id and isinstance(message.id, str):
                    found |= {message.id} - {str(message.string)}
    for group in terms().values():
        for word, said in group.items():
            found |= {said.get("en") or word.replace("_", " ")} - {said.get("fr")}
    return frozenset(found - {str(french) for french in _french()})


def _french() -> Iterator[str]:
    for po in (Path(str(files("foedus.serve"))) / "locales" / "fr").glob("*.po"):
        with po.open("rb") as file:
            yield from (str(message.string) for message in read_po(file, locale="fr") if message.id)
    yield from (said["fr"] for group in terms().values() for said in group.values() if "fr" in said)


def texts(element: HtmlElement) -> Iterator[str]:
    """Texts that are said in the language of the page."""
    if not isinstance(element.tag, str) or element.tag in QUIET or element.get("lang", "fr") != "fr":
        return
    for one in [element.text, *(child.tail for child in element)]:
        yield " ".join((one or "").split()).strip(" :·,;()")
    for child in element:
        yield from texts(child)


def test_nothing_of_the_interface_is_english_on_any_view(client: tuple[TestClient, Ledger]) -> None:
    browser, ledger = client
    claim = next(iter(ledger.claims()))
    item = browser.get("/register.json").json()["rows"][0]["deal"][2]
    known = english()
    body = page(browser, "/claims?in=en").body
    assert body is not None
    assert known & set(texts(body)) > {"Filters", "Language"}
    left: dict[str, set[str]] = {}
    for pattern in ADDRESSES:
        address = pattern.format(claim=claim.id, document=claim.document.id, item=item)
        sign = "&" if "?" in address else "?"
        shown = page(browser, f"{address}{sign}in=fr")
        if found := {one for one in texts(shown) if one in known}:
            left[pattern] = found
    assert not left


def test_what_goes_wrong_is_told_in_french(client: tuple[TestClient, Ledger]) -> None:
    browser, _ = client
    for address, said in {
        "/claims?about=Nowhereland": "aucune entité ne s’appelle 'Nowhereland' : cherchez-la sous Entités",
        "/claims/zz": "n’est pas l’identifiant d’une affirmation",
        "/claims/0123456789abcdef": "le registre ne contient pas d’affirmation",
        "/nothing": "il n’y a pas de page à cette adresse",
        "/documents?published_from=someday": "n’est pas une date : écrivez par exemple 2022",
    }.items():
        shown = browser.get(address, headers={"Accept-Language": "fr"})
        assert shown.status_code in (400, 404)
        assert said in " ".join(shown.text.replace("&#39;", "'").split()), address


def test_an_entity_is_told_in_french(client: tuple[TestClient, Ledger]) -> None:
    browser, _ = client
    said = words(page(browser, "/entities/su-25?in=fr"))
    assert "avion d’attaque au sol" in said
    assert "aéronef" in said
