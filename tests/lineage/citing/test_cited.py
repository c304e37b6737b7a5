"""Which outlets a page cites, in three languages, and which names it does not cite."""

import pytest

from foedus.lineage.citing.cited import Cited, cited, cited_outlets, own
from foedus.lineage.citing.outlets import alike
from foedus.lineage.pages import Page
from tests.factories import claim, document, voice

BEFORE = "The patrol boats left the yard in the morning, as planned, and nobody came to see them off.\n\n"
"""A first paragraph, so that what follows covers one sentence only."""


def found(text: str, lang: str = "en", outlet: str | None = "The Harbour Gazette", **more: object) -> list[Cited]:
    return list(cited(Page(document(text, lang=lang, outlet=outlet, **more))))  # type: ignore[arg-type]


def sure(text: str, lang: str = "en", outlet: str | None = "The Harbour Gazette") -> list[str]:
    return [one.outlet for one in found(text, lang, outlet) if one.sure]


@pytest.mark.parametrize(
    ("lang", "text", "outlet"),
    [
        ("en", "Arland will get ten boats, according to Politico.", "outlet:politico"),
        ("en", "An officer told Reuters that ten boats were sold.", "outlet:reuters"),
        ("en", "Reuters has reported that ten boats were sold.", "outlet:reuters"),
        ("en", "Ten boats were sold, the Arland newspaper Morning Anchor reported.", "outlet:morning-anchor"),
        ("en", "Ten boats were sold, as first reported by Seasalt.", "outlet:seasalt"),
        ("en", "The contract, seen by the Wall Street Journal, names ten boats.", "outlet:wsj"),
        ("en", "Ten boats were sold, the Otter Coast Tribune reported, citing dockers.", "outlet:otter-coast-tribune"),
        ("en", "The minister said so in an interview with Le Monde.", "outlet:le-monde"),
        ("en", "Politico: Arland sold ten boats to Borland.", "outlet:politico"),
        ("en", "Politico journalists claim to have seen the bills.", "outlet:politico"),
        ("fr", "Selon POLITICO, dix vedettes ont été vendues.", "outlet:politico"),
        ("fr", "Dix vedettes ont été vendues, rapporte le quotidien russe Kommersant.", "outlet:kommersant"),
        ("fr", "L’information, relayée par Reuters, n’a pas été démentie.", "outlet:reuters"),
        ("fr", "Dix vedettes seront livrées, a indiqué un officier à l’AFP.", "outlet:afp"),
        ("fr", "D’après la lettre spécialisée Cap Sud, dix vedettes seront livrées.", "outlet:cap-sud"),
        ("ru", "Арландия получит десять катеров, пишет «Коммерсантъ».", "outlet:kommersant"),
        ("ru", "Катера проданы, пишет в четверг, 13 июня, онлайн-издание Politico.", "outlet:politico"),
        ("ru", "Документы о катерах попали в распоряжение Politico.", "outlet:politico"),
        ("ru", "Об этом сообщает газета «Портовый маяк».", "outlet:портовыи-маяк"),
        ("ru", "По данным «Коммерсанта», проданы десять катеров.", "outlet:kommersant"),
        ("ru", "Десять катеров проданы, сообщил РИА Новости Иван Петров.", "outlet:ria-novosti"),
        ("ru", "Агентство пишет со ссылкой на Reuters, что катера проданы.", "outlet:reuters"),
        ("ru", "Офицер рассказал на условиях анонимности изданию «Медуза» о катерах.", "outlet:meduza"),
    ],
)
def test_a_statement_from_an_outlet(lang: str, text: str, outlet: str) -> None:
    assert outlet in sure(text, lang)
    assert [one.share for one in found(text, lang) if one.outlet == outlet] == [0.75], "the opening says it"
    later = [one for one in found(BEFORE + text, lang) if one.outlet == outlet]
    assert later
    assert later[0].share < 0.75


@pytest.mark.parametrize(
    ("lang", "line", "outlet"),
    [
        ("en", "Source: Reuters", "outlet:reuters"),
        ("en", "Sources: dockers, The Otter Coast Tribune", "outlet:otter-coast-tribune"),
        ("en", "This article was first published by Seasalt and is shared under licence.", "outlet:seasalt"),
        ("en", "Ten boats were sold on Monday to the navy of Borland, said the yard. (AFP)", "outlet:afp"),
        ("en", "PORT ARL, June 3 (Reuters) - Ten boats were sold.", "outlet:reuters"),
        ("en", "Read the full story at https://www.politico.eu/article/boats", "outlet:politico"),
        ("fr", "Source : AFP", "outlet:afp"),
        ("fr", "PORT-ARL (Politico.eu) – Dix vedettes ont été vendues.", "outlet:politico"),
        ("fr", "PORT-ARL, 3 juin (AFP) – Dix vedettes ont été vendues.", "outlet:afp"),
        ("fr", "Article traduit de l’anglais, publié à l’origine dans The Guardian", "outlet:the-guardian"),
        ("fr", "Avec AFP", "outlet:afp"),
        ("ru", "Источник: Интерфакс", "outlet:interfax"),
        ("ru", "ПОРТ-АРЛ, 3 июн — РИА Новости. Продано десять катеров.", "outlet:ria-novosti"),
        ("ru", "ПОРТ-АРЛ, 3 июня. /ТАСС/. Продано десять катеров.", "outlet:tass"),
        ("ru", "По материалам «Портового маяка»", "outlet:портового-маяка"),
    ],
)
def test_a_credit_covers_the_page(lang: str, line: str, outlet: str) -> None:
    [one] = [one for one in found(f"{BEFORE}{line}", lang) if one.outlet == outlet]
    assert (one.share, one.sure) == (1.0, True)
    assert one.name in one.words or one.place in ("telling", "line", "dateline")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Politico, a paper founded in 2007, belongs to Axel Springer."),
        ("en", "The ship passed Fars province on its way to Monaco."),
        ("en", "According to the Ministry of Defence, ten boats were sold."),
        ("en", "According to Arland and Borland, ten boats were sold."),
        ("en", "The National Intelligence Service said that ten boats were sold."),
        ("en", "Opinion: ten boats are too few."),
        ("en", "The general told Congress that ten boats were sold."),
        ("en", "The boats will be stationed at Reuters Quay."),
        ("fr", "Selon le président Macron, dix vedettes ont été vendues."),
        ("fr", "Le groupe Figaro appartient à un constructeur d’avions."),
        ("fr", "Il a signé le bon de commande dans Le Havre, selon le ministère."),
        ("ru", "По данным Минобороны России, проданы десять катеров."),
        ("ru", "Как сообщил президент Беларуси, катера проданы."),
        ("ru", "Владелец «Коммерсанта» купил верфь."),
    ],
)
def test_what_is_no_citation(lang: str, text: str) -> None:
    assert sure(text, lang) == []


def test_a_page_never_cites_its_own_outlet() -> None:
    text = "An officer told the Harbour Gazette that ten boats were sold. Source: harbourgazette.example"
    assert sure(text) == []
    assert sure(text, outlet="The Borland Post") == ["outlet:harbour-gazette"]
    assert sure("PARIS (AFP) – Dix vedettes ont été vendues.", "fr", "Agence France-Presse") == []


def test_a_picture_is_no_text() -> None:
    assert sure(f"{BEFORE}Photo: Reuters") == []
    assert sure(f"{BEFORE}Фото: ТАСС", "ru") == []


def test_one_outlet_is_known_by_name_address_and_script() -> None:
    same = {alike("outlet:seaside-courier"), alike("outlet:seasidecourier.example"), alike("outlet:сисаид-курьер")}
    assert len(same) == 1
    assert alike("outlet:seaside-courier") != alike("outlet:seaside-tribune")
    page = Page(document("Boats.", outlet=None, url="https://www.seasidecourier.example/boats"))
    assert own(page) == same


def test_an_outlet_that_speaks_in_a_claim_is_cited() -> None:
    page = document("Ten boats were delivered, wrote Seasalt on Monday.", outlet="The Harbour Gazette")
    told = claim(page, "delivered", attribution=[voice(page, "Seasalt", kind="outlet")], standing="attributed")
    [one] = cited(Page(page, [told]))
    assert (one.outlet, one.sure) == ("outlet:seasalt", True)


def test_a_notice_of_another_site_is_no_citation_and_shows_where_a_page_was_taken_from() -> None:
    page = Page(document(f"{BEFORE}Subscribe to the Otter Coast Tribune for more.", outlet="The Harbour Gazette"))
    assert cited(page) == ()
    assert list(cited_outlets(page).values()) == ["Otter Coast Tribune"]
