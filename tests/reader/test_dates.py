"""Dates in running text: every form of each language's time words, at the text's own precision."""

import re
from importlib.resources import files

import pytest
import yaml

from foedus.language.fold import fold
from foedus.model.errors import DataError
from foedus.reader.dates import Calendar, load_calendar
from tests.reader.reading import PUBLISHED, only, read

FRENCH = [
    # words, with a date of publication (Thursday 19 May 2022), without one
    ("2021-04-03", "2021-04-03", "2021-04-03"),
    ("le 3 avril 2021", "2021-04-03", "2021-04-03"),
    ("le 1er mai 2021", "2021-05-01", "2021-05-01"),
    ("samedi 3 avril 2021", "2021-04-03", "2021-04-03"),
    ("le 3 févr. 2021", "2021-02-03", "2021-02-03"),
    ("le 3 avril", "2022-04-03", "XXXX-04-03"),
    ("le 28 décembre", "2021-12-28", "XXXX-12-28"),
    ("le 31 avril 2021", None, None),
    ("entre 2018 et 2022", "2018/2022", "2018/2022"),
    ("de 2018 à 2022", "2018/2022", "2018/2022"),
    ("2018-2022", "2018/2022", "2018/2022"),
    ("2018–2022", "2018/2022", "2018/2022"),
    ("au premier trimestre 2020", "2020-33", "2020-33"),
    ("au 3e trimestre de 2020", "2020-35", "2020-35"),
    ("au dernier trimestre", "2022-36", None),
    ("début mars 2021", "2021-03~", "2021-03~"),
    ("à la mi-février 2022", "2022-02~", "2022-02~"),
    ("fin août 2021", "2021-08~", "2021-08~"),
    ("en mars 2021", "2021-03", "2021-03"),
    ("au mois de mars 2021", "2021-03", "2021-03"),
    ("en décembre dernier", "2021-12", None),
    ("en mars dernier", "2022-03", None),
    ("en mars prochain", "2023-03", None),
    ("en mai", "2022-05", None),
    ("début 2021", "2021~", "2021~"),
    ("fin 2021", "2021-12~", "2021-12~"),
    ("en 2021", "2021", "2021"),
    ("l'année 2021", "2021", "2021"),
    ("aujourd'hui", "2022-05-19", None),
    ("aujourd’hui", "2022-05-19", None),
    ("hier", "2022-05-18", None),
    ("avant-hier", "2022-05-17", None),
    ("demain", "2022-05-20", None),
    ("cette semaine", "2022-05-16/2022-05-22", None),
    ("la semaine dernière", "2022-05-09/2022-05-15", None),
    ("la semaine prochaine", "2022-05-23/2022-05-29", None),
    ("ce mois-ci", "2022-05", None),
    ("le mois dernier", "2022-04", None),
    ("le mois prochain", "2022-06", None),
    ("cette année", "2022", None),
    ("l'an dernier", "2021", None),
    ("l'année prochaine", "2023", None),
    ("mardi", "2022-05-17", None),
    ("jeudi", "2022-05-19", None),
    ("vendredi dernier", "2022-05-13", None),
    ("lundi prochain", "2022-05-23", None),
    # open intervals
    ("depuis 2018", "2018/..", "2018/.."),
    ("dès mars 2021", "2021-03/..", "2021-03/.."),
]
FRENCH_DUE = [
    ("d'ici 2026", "../2026", "../2026"),
    ("d’ici 2026", "../2026", "../2026"),
    ("d'ici à 2026", "../2026", "../2026"),
    ("avant 2026", "../2026", "../2026"),
    ("avant le 3 avril 2026", "../2026-04-03", "../2026-04-03"),
    ("d'ici mars 2026", "../2026-03", "../2026-03"),
    ("d'ici la fin de l'année", "../2022-12-31", None),
    ("d'ici fin 2026", "../2026-12-31", "../2026-12-31"),
    ("à l'horizon 2030", "../2030", "../2030"),
]
ENGLISH = [
    ("2021-04-03", "2021-04-03", "2021-04-03"),
    ("on 3 April 2021", "2021-04-03", "2021-04-03"),
    ("on the 3rd of April 2021", "2021-04-03", "2021-04-03"),
    ("on April 3, 2021", "2021-04-03", "2021-04-03"),
    ("on April 3rd", "2022-04-03", "XXXX-04-03"),
    ("on Saturday, 3 April 2021", "2021-04-03", "2021-04-03"),
    ("on December 28", "2021-12-28", "XXXX-12-28"),
    ("on 31 April 2021", None, None),
    ("between 2018 and 2022", "2018/2022", "2018/2022"),
    ("from 2018 to 2022", "2018/2022", "2018/2022"),
    ("2018-2022", "2018/2022", "2018/2022"),
    ("in the first quarter of 2020", "2020-33", "2020-33"),
    ("in Q3 2020", "2020-35", "2020-35"),
    ("in the last quarter", "2022-36", None),
    ("in early March 2021", "2021-03~", "2021-03~"),
    ("in mid-February 2022", "2022-02~", "2022-02~"),
    ("in late August 2021", "2021-08~", "2021-08~"),
    ("in March 2021", "2021-03", "2021-03"),
    ("in March", "2022-03", None),
    ("last December", "2021-12", None),
    ("next March", "2023-03", None),
    ("in early 2021", "2021~", "2021~"),
    ("in late 2021", "2021-12~", "2021-12~"),
    ("in 2021", "2021", "2021"),
    ("today", "2022-05-19", None),
    ("yesterday", "2022-05-18", None),
    ("tomorrow", "2022-05-20", None),
    ("this week", "2022-05-16/2022-05-22", None),
    ("last week", "2022-05-09/2022-05-15", None),
    ("next week", "2022-05-23/2022-05-29", None),
    ("this month", "2022-05", None),
    ("last month", "2022-04", None),
    ("next month", "2022-06", None),
    ("this year", "2022", None),
    ("last year", "2021", None),
    ("next year", "2023", None),
    ("on Tuesday", "2022-05-17", None),
    ("on Thursday", "2022-05-19", None),
    ("last Friday", "2022-05-13", None),
    ("next Monday", "2022-05-23", None),
    ("since 2018", "2018/..", "2018/.."),
    ("from 2026", "2026/..", "2026/.."),
]
ENGLISH_DUE = [
    ("by 2026", "../2026", "../2026"),
    ("before 2026", "../2026", "../2026"),
    ("no later than March 2026", "../2026-03", "../2026-03"),
    ("by 3 April 2026", "../2026-04-03", "../2026-04-03"),
    ("by the end of 2026", "../2026-12-31", "../2026-12-31"),
    ("by the end of the year", "../2022-12-31", None),
]
FORMS = [
    (lang, words, with_date, without, due)
    for lang, rows, due in (
        ("fr", FRENCH, False),
        ("fr", FRENCH_DUE, True),
        ("en", ENGLISH, False),
        ("en", ENGLISH_DUE, True),
    )
    for words, with_date, without in rows
]
AROUND = {"fr": ("Le pays attend ", ", dit-on."), "en": ("The country waits ", ", they say.")}


def found(lang: str, words: str, published: str | None, year: int | None = None) -> list[tuple[str, str, bool]]:
    """(edtf, words, due) of every date in a sentence with these words."""
    before, after = AROUND[lang]
    text = fold(before + words + after)
    dates = load_calendar(lang).find(text, 0, len(text), published, year)
    for date in dates:
        assert text[date.when.start : date.when.end] == date.when.text
    return [(date.when.edtf, date.when.text or "", date.due) for date in dates]


@pytest.mark.parametrize(
    ("lang", "words", "with_date", "without", "due"), FORMS, ids=[f"{row[0]} {row[1]}" for row in FORMS]
)
def test_a_date_with_and_without_a_day_of_publication(
    lang: str, words: str, with_date: str | None, without: str | None, due: bool
) -> None:
    for published, wanted in ((PUBLISHED, with_date), (None, without)):
        dates = found(lang, words, published)
        if wanted is None:
            assert [edtf for edtf, _, _ in dates if words.startswith(edtf)] == []
            assert all(edtf[:4] in words for edtf, _, _ in dates), "only the year that the words name may be left"
        else:
            assert [(edtf, is_due) for edtf, _, is_due in dates] == [(wanted, due)]


@pytest.mark.parametrize(
    ("lang", "words"), [("fr", "mardi"), ("fr", "hier"), ("en", "on Tuesday"), ("en", "last week")]
)
def test_a_weekday_or_relative_word_without_publication_gives_nothing(lang: str, words: str) -> None:
    assert found(lang, words, None) == []
    assert found(lang, words, "2022") == []


@pytest.mark.parametrize(("lang", "words"), [("fr", "le 3 avril"), ("en", "on 3 April")])
def test_a_year_that_the_text_named_before_closes_an_open_one(lang: str, words: str) -> None:
    assert [edtf for edtf, _, _ in found(lang, words, None, 2019)] == ["2019-04-03"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", "le prix de 2 000 euros"),
        ("fr", "la page 12021"),
        ("fr", "les chars T-2020"),
        ("en", "the 12021st page"),
        ("en", "may deliver"),
        ("en", "to march on"),
    ],
)
def test_other_numbers_and_words_are_no_date(lang: str, words: str) -> None:
    assert found(lang, words, PUBLISHED) == []


def test_several_dates_come_in_text_order() -> None:
    assert [edtf for edtf, _, _ in found("fr", "le 3 avril 2021, en 2019 et depuis mars 2020", None)] == [
        "2021-04-03",
        "2019",
        "2020-03/..",
    ]


@pytest.mark.parametrize(
    ("lang", "text", "when", "due"),
    [
        ("fr", "La Suède a remis des canons à l'Estonie le 3 avril 2021.", "2021-04-03", None),
        ("fr", "La Suède a remis des canons à l'Estonie mardi.", "2022-05-17", None),
        ("fr", "Le Maroc a commandé des drones à la Turquie d'ici 2026.", None, "../2026"),
        ("en", "Sweden delivered howitzers to Estonia in March 2021.", "2021-03", None),
        ("en", "Sweden delivered howitzers to Estonia on Tuesday.", "2022-05-17", None),
        ("en", "Sweden will deliver howitzers to Estonia by 2026.", None, "../2026"),
        ("en", "Sweden delivered howitzers to Estonia.", None, None),
    ],
)
def test_a_claim_has_the_date_of_its_sentence_and_a_limit_ahead_is_due(
    lang: str, text: str, when: str | None, due: str | None
) -> None:
    claim = only(text, lang)
    assert (claim.when.edtf if claim.when else None, claim.due.edtf if claim.due else None) == (when, due)


def test_a_weekday_without_publication_leaves_the_claim_undated() -> None:
    (claim,) = read("Sweden delivered howitzers to Estonia on Tuesday.", "en", published=None)
    assert claim.when is None


@pytest.mark.parametrize("step", ["yesterday", "day", "month-end", "day-1.5", 1, None])
def test_a_wrong_step_is_named_when_the_calendar_is_loaded(step: object) -> None:
    data = yaml.safe_load((files("foedus") / "data" / "lexicon" / "en" / "time.yaml").read_text("utf-8"))
    data["relative"]["last night"] = step
    with pytest.raises(DataError, match=re.escape(f"relative 'last night' is {step!r}")):
        Calendar(data, "en")
