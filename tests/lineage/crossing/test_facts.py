"""Facts are the same in three languages, stand where they say, and cost no parse."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.lineage.crossing.facts import Facts
from foedus.lineage.crossing.names import heard
from foedus.lineage.crossing.words import LANGS, denials, ideas, load_ideas
from tests.lineage.crossing.texts import ORIGINAL

DAY = "2023-01-19"


def said(text: str, lang: str, kind: str) -> set[str]:
    return {fact.key for fact in Facts(text, lang, DAY).facts if fact.kind == kind}


@pytest.mark.parametrize("lang", LANGS)
def test_numbers_sums_dates_and_entities_have_one_key_in_all_languages(lang: str) -> None:
    text = ORIGINAL[lang]
    assert {"19", "14", "5", "6", "240"} <= said(text, lang, "number")
    assert {"DNK", "UKR", "POL", "NOR"} <= said(text, lang, "state")
    assert "2023-01-19" in said(text, lang, "date")
    assert any(one.startswith("1900000000") for one in said(text, lang, "money"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ломидзе", "ru"), ("Lomidze", "en")),
        (("Ломидзем", "ru"), ("Lomidzé", "fr")),
        (("Чачук", "ru"), ("Chachuk", "en")),
        (("Качаров", "ru"), ("Katcharov", "fr")),
        (("Качаровым", "ru"), ("Kacharov", "en")),
        (("Шувалин", "ru"), ("Chouvaline", "fr")),
        (("Шувалина", "ru"), ("Shuvalin", "en")),
        (("Роане", "ru"), ("Roanne", "fr")),
    ],
)
def test_a_name_that_nobody_listed_is_heard_alike(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert heard(*one) == heard(*other) is not None


@pytest.mark.parametrize(("one", "other"), [("Lomidze", "Kacharov"), ("Varde", "Roanne"), ("Petersen", "Nielsen")])
def test_other_names_are_heard_apart(one: str, other: str) -> None:
    assert heard(one, "en") != heard(other, "en")


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ((("The ZX-17 flew", "en"), ("Le ZX-17 a volé", "fr"), ("Аппарат ЗХ-17 взлетел", "ru")), "ZX17"),
        ((("hull K2M7", "en"), ("coque K2M7", "fr"), ("корпус К2М7", "ru")), "K2M7"),
    ],
)
def test_a_type_is_one_in_both_scripts(texts: tuple[tuple[str, str], ...], key: str) -> None:
    assert [said(text, lang, "type") for text, lang in texts] == [{key}] * 3


def test_a_known_type_is_one_in_both_scripts() -> None:
    assert said("an S-400 battery", "en", "thing") & said("батарея С-400", "ru", "thing") == {"s-400"}


def test_an_idea_has_forms_in_every_language() -> None:
    assert denials() < ideas()
    for lang in LANGS:
        assert {load_ideas(lang).idea(word) for word in ("contract", "contrat", "контракт")} & {"contract"}


@pytest.mark.parametrize(
    ("word", "lang", "idea"),
    [
        ("deliveries", "en", "deliver"),
        ("livraison", "fr", "deliver"),
        ("поставку", "ru", "deliver"),
        ("Towards", "en", None),
        ("ADVISERS", "en", "adviser"),
        ("été", "fr", None),
    ],
)
def test_words_stand_for_ideas_whatever_their_case(word: str, lang: str, idea: str | None) -> None:
    found = load_ideas(lang).idea(word)
    assert found == idea or (idea == "adviser" and found is not None)


def test_quotations_are_those_of_some_words() -> None:
    facts = Facts("He called it “a gift”. “We keep what we have promised to our friends,” she said.", "en", DAY)
    assert [quote.words for quote in facts.quotations] == [9]


def test_paragraphs_of_another_language_are_read_in_it() -> None:
    text = f"{ORIGINAL['fr']}\n\n{ORIGINAL['ru']}"
    facts = Facts(text, "fr", DAY)
    behind = {fact.key for fact in facts.facts if fact.start > len(ORIGINAL["fr"])}
    assert {"DNK", "UKR", "240", "19"} <= behind


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.sampled_from([*LANGS, "und", "de"]))
def test_facts_of_any_text_are_in_order_inside_it_and_do_not_overlap(text: str, lang: str) -> None:
    facts = Facts(text, lang, None)
    reached = 0
    for fact in facts.facts:
        assert reached <= fact.start < fact.end <= len(text)
        reached = fact.end
    assert Facts(text, lang, None).facts == facts.facts
