"""Zones: what each paragraph of a page is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.language.paragraphs import paragraphs
from foedus.language.zones import zones

PAGE = """Oslo promet huit canons à Riga

Oslo promet huit canons à Riga

OSLO, 3 mars (AFP) - La Norvège a promis mardi huit canons à la Lettonie [livrables en 2031, ndlr]. Riga s’en réjouit.

Un canon sur le champ de tir de Rena / Du service de presse du ministère de la Défense

La suite des livraisons

Les canons seront livrés en 2031, a précisé le ministère dans un communiqué publié mardi.

Lire aussi : Le printemps des artilleurs

Il reste 80 % de l'article à lire
"""


def kinds(text: str, title: str | None = None, lang: str = "fr") -> list[tuple[str, str]]:
    return [(zone.kind, text[zone.start : zone.end]) for zone in zones(text, title, lang)]


def test_a_page_is_told_into_its_zones() -> None:
    assert [kind for kind, _ in kinds(PAGE)] == [
        *("headline", "headline", "dateline", "lead", "bracket", "caption", "credit", "headline", "body"),
        *("boilerplate", "boilerplate"),
    ]


def test_the_dateline_is_cut_off_from_the_lead_and_the_bracket_lies_in_it() -> None:
    found = dict(kinds(PAGE))
    assert found["dateline"] == "OSLO, 3 mars (AFP) -"
    assert found["lead"].startswith("La Norvège a promis")
    assert found["bracket"] == "[livrables en 2031, ndlr]"


def test_english_datelines_credits_and_advertisements() -> None:
    text = (
        "Riga gets guns\n\nRIGA (Reuters) - Latvia received eight guns.\n\n- Advertisement -\n\n"
        "They will be used in the east of the country.\n\nRead more: Spring in Riga\n\n"
        "(Reporting by our correspondent)\n\n© The Daily Example"
    )
    assert [kind for kind, _ in kinds(text, lang="en")] == [
        *("headline", "dateline", "lead", "boilerplate", "body", "boilerplate", "credit", "credit"),
    ]


def test_a_given_title_is_a_headline_wherever_it_stands() -> None:
    text = "Un résumé de l’article qui dit tout.\n\nOslo livre des canons.\n\nLe texte suit ici, long et complet."
    assert [kind for kind, _ in kinds(text, "Oslo livre des canons")] == ["lead", "headline", "body"]


def test_a_motto_above_the_date_line_is_boilerplate() -> None:
    text = (
        "Rien ne sert de courir.\n\nmardi 3 mars 2020\n\nOslo livre des canons\n\nLe texte suit ici, long et complet."
    )
    assert [kind for kind, _ in kinds(text)] == ["boilerplate", "dateline", "headline", "lead"]


def test_an_ellipsis_is_no_editors_bracket_and_a_line_of_spaces_no_paragraph() -> None:
    text = "Il a dit […] que la Norvège livrera les canons.\n\u00a0\nElle les livrera bientôt à la Lettonie."
    assert [kind for kind, _ in kinds(text)] == ["lead", "body"]


def test_a_paragraph_in_another_language_says_so_and_a_short_name_does_not() -> None:
    text = (
        "Des canons pour Riga\n\nLa Norvège a promis des canons à la Lettonie et les livrera en mars.\n\n"
        "Norway has promised the guns to Latvia and will deliver them in the spring of this year.\n\nSu-35 Flanker"
    )
    assert [zone.lang for zone in zones(text, None, "fr")] == ["fr", "fr", "en", "fr"]


def test_short_paragraphs_of_a_neighbour_language_and_transliterated_ones_are_told_apart() -> None:
    text = (
        "Осло отправил пушки\n\nПушки отправили в Ригу, сообщает министерство.\n\nГармати вже їдуть до Риги.\n\n"
        "Pushki uzhe peredany voyskam, zayavil ministr.\n\nСтоимость не названа.\n\nОсло – Рига"
    )
    assert [zone.lang for zone in zones(text, None, "ru")] == ["ru", "ru", "uk", "ru-Latn", "ru", "ru"]


def test_a_line_broken_for_its_width_is_joined() -> None:
    text = "La Norvège a promis\nhuit canons à Riga.\nLa Lettonie s’en réjouit."
    assert [text[start:end].count("\n") for start, end in paragraphs(text)] == [1, 0]


@given(st.text(alphabet="aA.\n []()«»|:-–9/©\u00a0,", max_size=120), st.sampled_from(["fr", "en", "ru", "de"]))
def test_zones_cover_every_word_of_any_text(text: str, lang: str) -> None:
    found = zones(text, None, lang)
    covered = {i for zone in found for i in range(zone.start, zone.end)}
    assert {i for i, c in enumerate(text) if c.isalnum()} <= covered
    apart = [zone for zone in found if zone.kind != "bracket"]
    assert all(a.end <= b.start for a, b in pairwise(apart))


@pytest.mark.parametrize(
    ("lang", "dateline", "rest"),
    [
        ("en", "SEOUL, Oct. 18, 2024 (Strait Wire) - ", "North Korea has sent soldiers."),
        ("fr", "PARIS, 23 déc. 2021 (Agence Méridienne) – ", "Quinze pays ont protesté."),
    ],
)
def test_an_agency_in_brackets_behind_the_date_belongs_to_the_dateline(lang: str, dateline: str, rest: str) -> None:
    text = f"Headline of the day\n\n{dateline}{rest}\n\nMore was said later that day."
    found = next(zone for zone in zones(text, None, lang) if zone.kind == "dateline")
    assert text[found.start : found.end] == dateline.rstrip()
