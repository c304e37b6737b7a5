"""What a copy says otherwise than its origin, in one language and across three."""

import pytest

from foedus.lineage.changes import Change, changes
from foedus.lineage.pages import Page
from foedus.model.document import make_document

DAY = "2024-05-14"


def page(text: str, lang: str) -> Page:
    return Page(make_document(text, lang=lang, published=DAY))


def told(first: str, second: str, langs: str = "en en") -> list[tuple[str, str, str]]:
    """Kind, words before and words now of each change."""
    one, other = (page(text, lang) for text, lang in zip((first, second), langs.split(), strict=True))
    return [(change.kind, _words(one, change.was), _words(other, change.now)) for change in changes(one, other)]


def _words(one: Page, span: tuple[int, int]) -> str:
    return one.text[slice(*span)]


ORIGIN = (
    "Norway delivered 12 Leopard tanks to Estonia in March 2024, the defence ministry in Oslo said. "
    "The vehicles went by ship from Bergen to Tallinn. "
    "Estonia will pay 40 million euros for spare parts. "
    "Sweden declined to comment."
)


def test_the_same_text_has_no_changes() -> None:
    assert told(ORIGIN, ORIGIN) == []


def test_what_is_cut_or_added_is_no_change() -> None:
    assert told(ORIGIN, ORIGIN.split(" The vehicles", maxsplit=1)[0] + " Read on with a subscription.") == []


def test_capitals_and_typography_are_no_change() -> None:
    assert told(ORIGIN, ORIGIN.replace("Norway delivered", "NORWAY delivered").replace(". ", ".\n\n")) == []


@pytest.mark.parametrize(
    ("first", "second", "langs", "change"),
    [
        (ORIGIN, ORIGIN.replace("12 Leopard", "21 Leopard"), "en en", ("number", "12", "21")),
        (
            ORIGIN,
            "La Norvège a livré 14 chars Leopard à l'Estonie en mars 2024, selon le ministère de la Défense à Oslo.",
            "en fr",
            ("number", "12", "14"),
        ),
        (
            "Латвия купила шесть гаубиц за 30 млн евро у Австрии.",
            "La Lettonie a acheté six obusiers à l'Autriche pour 90 millions d'euros.",
            "ru fr",
            ("number", "30 млн евро", "90 millions d'euros"),
        ),
        (
            "Les deux frégates seront livrées à Chypre le 4 juin 2025 dans le port de Limassol.",
            "The two frigates will be delivered to Cyprus on 14 June 2025 in the port of Limassol.",
            "fr en",
            ("date", "le 4 juin 2025", "on 14 June 2025"),
        ),
        (
            "Самолёты поступят в Малайзию до конца 2026 года, контракт подписан в Москве.",
            "Самолёты поступят в Малайзию до конца 2028 года, контракт подписан в Москве.",
            "ru ru",
            ("date", "до конца 2026 года", "до конца 2028 года"),
        ),
    ],
)
def test_figures_and_dates_across_languages(first: str, second: str, langs: str, change: tuple[str, str, str]) -> None:
    assert change in told(first, second, langs)


def kinds(first: str, second: str, langs: str) -> set[str]:
    return {kind for kind, _, _ in told(first, second, langs)}


@pytest.mark.parametrize(
    ("first", "second", "langs"),
    [
        (
            "Serbia may have bought four radars from France, according to a diplomat in Belgrade.",
            "La Serbie a acheté quatre radars à la France, selon un diplomate à Belgrade.",
            "en fr",
        ),
        (
            "La Bulgarie aurait livré des obus à la Moldavie en avril.",
            "Болгария поставила Молдавии снаряды в апреле.",
            "fr ru",
        ),
        (
            "Kenya is preparing to hand over six boats to Somalia, the ministry said.",
            "Kenya handed over six boats to Somalia, the ministry said.",
            "en en",
        ),
    ],
)
def test_a_hedge_or_a_plan_that_became_a_fact_is_hardened_and_the_reverse_softened(
    first: str, second: str, langs: str
) -> None:
    assert "hardened" in kinds(first, second, langs)
    back = " ".join(reversed(langs.split()))
    assert "softened" in kinds(second, first, back)


@pytest.mark.parametrize(
    ("first", "second", "langs"),
    [
        (
            "Greece did not deliver the missiles to Ukraine, the minister said.",
            "La Grèce a livré les missiles à l'Ukraine, a déclaré le ministre.",
            "en fr",
        ),
        (
            "Peru accepted the offer of two corvettes from Spain.",
            "Перу отказалось от предложения Испании о двух корветах.",
            "en ru",
        ),
    ],
)
def test_what_was_denied_is_affirmed(first: str, second: str, langs: str) -> None:
    assert "polarity_flipped" in kinds(first, second, langs)


def test_two_states_that_changed_places_are_found_in_one_language() -> None:
    first = "Jordan sold twelve armoured vehicles to Iraq in June."
    second = "Iraq sold twelve armoured vehicles to Jordan in June."
    assert "roles_flipped" in kinds(first, second, "en en")


def test_a_passive_turns_no_roles() -> None:
    first = "Jordan sold twelve armoured vehicles to Iraq in June."
    second = "Twelve armoured vehicles were sold to Iraq by Jordan in June."
    assert "roles_flipped" not in kinds(first, second, "en en")


def test_a_source_that_nobody_names_any_more_is_lost() -> None:
    first = "Chad received three helicopters from Turkey. The machines landed on Monday, two officers told reporters."
    second = "Le Tchad a reçu trois hélicoptères de la Turquie. Les appareils ont atterri lundi."
    assert "source_lost" in kinds(first, second, "en fr")


def test_a_translated_source_is_not_lost() -> None:
    first = "The machines landed on Monday, two officers told reporters."
    second = "Les appareils ont atterri lundi, ont déclaré deux officiers aux journalistes."
    assert "source_lost" not in kinds(first, second, "en fr")


def test_another_thing_is_told_with_both_spans() -> None:
    first = "Oman ordered two submarines from Germany in April."
    second = "Oman commanda deux hélicoptères à l'Allemagne en avril."
    assert ("item", "submarines", "hélicoptères") in told(first, second, "en fr")


def test_a_thing_told_less_exactly_is_the_same_thing() -> None:
    assert "item" not in kinds("Oman ordered 30 light tanks.", "Oman a commandé 30 chars.", "en fr")


def test_every_change_shows_its_words_and_says_why() -> None:
    first, second = page(ORIGIN, "en"), page(ORIGIN.replace("12 Leopard", "21 Leopard"), "en")
    found = changes(first, second)
    assert [type(one) for one in found] == [Change]
    assert found[0].reason == "number 12 became 21"


@pytest.mark.parametrize("text", ["", "…", "12", "\n\n"])
def test_a_page_without_sentences_has_no_changes(text: str) -> None:
    assert told(ORIGIN, text or " ") == []
