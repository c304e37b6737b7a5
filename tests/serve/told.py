"""A small ledger for the tests of views, and what a reader sees of a page."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

from fastapi import FastAPI
from starlette.testclient import TestClient

from foedus.gazetteer.entities import Entities
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.factories import claim, document, voice

Read = tuple[Document, list[Claim]]


def delivery() -> Read:
    """An English report: Belarus delivered to Azerbaijan in 2022."""
    told = document("Belarus delivered 12 tanks to Azerbaijan in 2022.", published="2022-05-19", outlet="The Gazette")
    return told, [
        claim(
            told,
            "delivered",
            supplier="BLR=Belarus",
            recipient="AZE=Azerbaijan",
            item="tanks",
            quantity="12",
            when="2022=2022",
            confidence=0.9,
        )
    ]


def order() -> Read:
    """A Russian report: Azerbaijan ordered from Belarus; said by a minister."""
    told = document(
        "Азербайджан заказал у Беларуси новые станции, сообщил министр.",
        lang="ru",
        published="2023-02-01",
        outlet="Вестник",
    )
    return told, [
        claim(
            told,
            "заказал",
            stage="ordered",
            supplier="BLR=Беларуси",
            recipient="AZE=Азербайджан",
            item="станции",
            standing="attributed",
            attribution=[voice(told, "министр")],
            confidence=0.4,
        )
    ]


def treaty() -> Read:
    """A French report: Belarus and Russia signed an agreement."""
    told = document(
        "Le Bélarus et la Russie ont signé un accord de défense.", lang="fr", published="2024-03-02", outlet="Le Quai"
    )
    return told, [claim(told, "signé", "agreement", "signed", party=["BLR=Bélarus", "RUS=Russie"], confidence=0.9)]


def ledger_of(place: str, *batches: list[Read], day: datetime = datetime(2026, 1, 10, 9, tzinfo=UTC)) -> Ledger:
    """A ledger that learned a batch a day, with the names of the entities in it."""
    days = iter(day + timedelta(days=number) for number in range(1_000))
    now = [day]
    ledger = Ledger.open(place, clock=lambda: now[0])
    known = Entities.load()
    for batch in batches:
        now[0] = next(days)
        keys = {one.entity for _, claims in batch for each in claims for some in each.roles.values() for one in some}
        ledger.add(batch, met=[found for key in sorted(filter(None, keys)) if (found := known.get(key))])
    return ledger


def served(ledger: Ledger) -> FastAPI:
    """The server on it; claims are sure from 0.85 on."""
    return make_app(ledger, Settings(sure=0.85))


def reader_of(ledger: Ledger, lang: str = "en") -> TestClient:
    """Somebody who reads in a language."""
    return TestClient(served(ledger), base_url="http://localhost", headers={"Accept-Language": lang})


def seen(page: str) -> str:
    """The words of a page's main part, without markup."""
    main = re.search(r"<main.*?</main>", page, re.DOTALL)
    return words_of(main[0] if main else page)


def words_of(markup: str) -> str:
    """Words without tags, spaces made one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def links(page: str, words: str) -> list[str]:
    """Addresses of the links that say these words."""
    found = re.findall(r'<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', page, re.DOTALL)
    return [unescape(href) for href, inner in found if words in words_of(inner)]
