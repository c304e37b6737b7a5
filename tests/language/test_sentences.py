"""Sentences: where a full stop ends one, and where it does not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.language.sentences import split


def sentences(text: str, lang: str) -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text), lang)]


@given(st.text(alphabet="aA. !?…»”\"'«“[]()9\u00a0\n-", max_size=80), st.sampled_from(["fr", "en", "ru", "de"]))
def test_every_character_that_is_no_space_lies_in_one_sentence(text: str, lang: str) -> None:
    spans = split(text, 0, len(text), lang)
    covered = [i for start, end in spans for i in range(start, end)]
    assert covered == sorted(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "M. Durand et Mme Petit ont vu le gén. Morel."),
        ("fr", "L’art. 5 et le n° 12 du 3 oct. 2020 tiennent."),
        ("fr", "Les drones, etc. ont été livrés, p. ex. à Lille, selon J.-P. Morel."),
        ("fr", "« Viendrez-vous ? » demande-t-il."),
        ("en", "Gen. J. R. Smith of the U.S. Army signed No. 5 on Sept. 3."),
        ("en", "The talks at 5 p.m. in Washington, D.C. were short."),
        ("ru", "В 2020 г. поставили 5 ракет им. Петрова."),
        ("fr", "La Suède livre huit Archer"),
        ("fr", "1. Origine des armes"),
    ],
)
def test_one_sentence_stays_one(lang: str, text: str) -> None:
    assert sentences(text, lang) == [text]


def test_a_quotation_of_several_sentences_is_split_and_keeps_its_closing_mark() -> None:
    assert sentences("« Nous livrons. Nous livrerons encore. » Puis il s’est tu.", "fr") == [
        "« Nous livrons.",
        "Nous livrerons encore. »",
        "Puis il s’est tu.",
    ]
    assert sentences('"We go. We win." Then he left.', "en") == ['"We go.', 'We win."', "Then he left."]


def test_an_abbreviation_that_may_end_a_sentence_does_so_before_a_sentence_opener() -> None:
    assert sentences("They flew to the U.S. The deal was signed.", "en") == [
        "They flew to the U.S.",
        "The deal was signed.",
    ]


def test_a_cut_goes_with_what_follows_and_a_stray_stop_with_what_precedes() -> None:
    assert sentences("Il parle. […] Les autres se taisent.", "fr") == ["Il parle.", "[…] Les autres se taisent."]
    assert sentences("Un arsenal soviétique. . Ensuite, rien.", "fr") == ["Un arsenal soviétique. .", "Ensuite, rien."]


def test_ellipses_and_a_missing_space_end_sentences() -> None:
    assert sentences("Il hésite… Puis il part.La suite viendra.", "fr") == [
        "Il hésite…",
        "Puis il part.",
        "La suite viendra.",
    ]


def test_a_span_of_spaces_has_no_sentence() -> None:
    assert split("a \u00a0\n b", 1, 4, "fr") == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The group (incl. Armenia) met Col. (ret.) M. Haddad."),
        ("en", "At 5 p.m. Johnson was there."),
        ("fr", "De g. à dr. : le s.-lt. Roux et le c.-am. Novak."),
        ("fr", "« Encore un effort… », dit-il."),
        ("fr", "Selon J. Le Roux, voir l’ann. B."),
        ("ru", "В 2022 г. Россия поставила ракеты."),
        ("ru", "Полк. Осеи и контр-адм. Новак живут в г. Тула."),
        ("ru", "Это страны, в т. ч. Армения."),
        ("ru", "Прошло 5 млрд долл. США."),
    ],
)
def test_brackets_ranks_and_years_end_nothing(lang: str, text: str) -> None:
    assert sentences(text, lang) == [text]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "They were back by 5 p.m.|Nobody had seen them."),
        ("en", "It was promised.|iXblue supplies it."),
        ("en", "They met.|- Advertisement -|They signed."),
        ("fr", "L’accord est prêt.|(Publicité)|Il sera signé."),
        ("fr", "Ils prennent les chars ;|- les obus."),
        ("en", "Plants were seen (two of them).[12]|A third is new. [3]|It works."),
        ("ru", "Завод отгрузил восемь танков в 2022 г.|Остальные пойдут позже."),
        ("ru", "Он приехал в 2022 г. из ФРГ.|Дом стоит на ул. Ленина."),
        ("ru", "Это танки и т. д.|Завод стоит."),
    ],
)
def test_sentences_end_at_the_bars(lang: str, text: str) -> None:
    assert sentences(text.replace("|", " "), lang) == text.split("|")


def test_work_grows_with_the_text_and_not_with_its_square() -> None:
    unit = "A. "
    short, long = (_seconds(unit * count) for count in (5_000, 40_000))
    assert long < 40 * short


def _seconds(text: str) -> float:
    start = time.perf_counter()
    split(text, 0, len(text), "fr")
    return time.perf_counter() - start
