"""Dates told otherwise than by day, month and year: stretches, seasons, halves, and dates told from others."""

import pytest

from foedus.language.fold import fold
from foedus.reader.dates import Found, load_calendar
from tests.reader.reading import PUBLISHED, only

ROWS = [
    ("fr", "la flotte s'est entraînée en septembre dernier", "2021-09"),
    ("fr", "le contrat date de la mi-février", "2022-02~"),
    ("fr", "il faut livrer d'ici la fin de l'année", "../2022-12-31"),
    ("fr", "il faut livrer d'ici la fin juillet", "../2022-07-31"),
    ("fr", "une usine bâtie au début des années 2000", "200X~"),
    ("fr", "le dépôt a brûlé dans la nuit de samedi à dimanche", "2022-05-14/2022-05-15"),
    ("fr", "le blocus a duré du 16 au 24 janvier", "2022-01-16/2022-01-24"),
    ("fr", "les essais ont duré de novembre 2020 à mars 2021", "2020-11/2021-03"),
    ("fr", "la base a été agrandie il y a trois ans", "2019"),
    ("fr", "la base a fermé il y a cinq mois", "2021-12"),
    ("fr", "la base a fermé il y a près de cinq mois", "2021-12~"),
    ("fr", "la brigade patrouille depuis deux ans", "2020/.."),
    ("fr", "la brigade a fondu au cours des deux dernières années", "2020/2022"),
    ("fr", "le radar a été posé l'été dernier", "2021-22"),
    ("fr", "la signature est pour le second semestre 2023", "2023-07/2023-12"),
    ("fr", "les vedettes arrivent avant Noël", "../2022-12-25"),
    ("fr", "les vedettes arriveront en janvier", "2023-01"),
    ("fr", "l'appareil est rentré en mai de l'année dernière", "2021-05"),
    ("fr", "la remise se fera le 15 septembre au plus tard", "../2022-09-15"),
    ("en", "the yard lost staff over the past two years", "2020/2022"),
    ("en", "the yard opened three years ago", "2019"),
    ("en", "the yard was shut a fortnight ago", "2022-05-05~"),
    ("en", "a decision in the first half of 2023", "2023-01/2023-06"),
    ("en", "hulls laid in the late 1990s", "199X~"),
    ("en", "trials went on between Oct 8 and 13", "2021-10-08/2021-10-13"),
    ("en", "crews were trained last summer", "2021-22"),
    ("en", "crews will be trained by autumn", "../2022-23"),
    ("en", "the frigate will sail on Friday", "2022-05-20"),
    ("en", "the frigate came home in May of last year", "2021-05"),
    ("en", "work must be over within two years", "../2024"),
    ("en", "a convoy set off over the weekend", "2022-05-14/2022-05-15"),
    ("ru", "завод открыли в мае прошлого года", "2021-05"),
    ("ru", "склад сгорел в ночь на 13 мая", "2022-05-12/2022-05-13"),
    ("ru", "верфь работала с 2019 по 2021 год", "2019/2021"),
    ("ru", "сборы прошли с 10 по 14 мая", "2022-05-10/2022-05-14"),
    ("ru", "катера достроили прошлой осенью", "2021-23"),
    ("ru", "цех построили в девяностые", "199X"),
    ("ru", "сдать надо к концу 2027-го", "../2027-12-31"),
    ("ru", "сдать надо до конца лета", "../2022-08-31"),
    ("ru", "полк сократили за последние два года", "2020/2022"),
    ("ru", "радар сняли первого марта", "2022-03-01"),
    ("ru", "радар сняли два года назад", "2020"),
    ("ru", "радар вернут через два года", "2024"),
    ("ru", "о сделке узнали в начале месяца", "2022-05~"),
]


def dates(lang: str, text: str, published: str | None = PUBLISHED) -> list[Found]:
    """All dates of a text."""
    folded = fold(text)
    found = load_calendar(lang).find(folded, 0, len(folded), published)
    assert all(folded[one.when.start : one.when.end] == one.when.text for one in found)
    return found


@pytest.mark.parametrize(("lang", "text", "wanted"), ROWS, ids=[row[1] for row in ROWS])
def test_what_words_tell_of_time(lang: str, text: str, wanted: str) -> None:
    assert [one.when.edtf for one in dates(lang, f"— {text}.")] == [wanted]


@pytest.mark.parametrize(
    ("lang", "text", "wanted", "basis"),
    [
        (
            "fr",
            "Le port a rouvert le 3 mai 2021. Deux jours plus tôt, un navire attendait.",
            "2021-05-01",
            "le 3 mai 2021",
        ),
        ("fr", "Le port a rouvert en 2014. L'année suivante, il a brûlé.", "2015", "en 2014"),
        ("en", "The port reopened on 3 May 2021. The next day a ship came in.", "2021-05-04", "on 3 May 2021"),
        ("en", "The port reopened in June 2019. Three months later it closed.", "2019-09", "in June 2019"),
        ("ru", "Порт открыли в 2014 году. Два года спустя он сгорел.", "2016", "в 2014 году"),
    ],
)
def test_a_date_told_from_another_says_from_which(lang: str, text: str, wanted: str, basis: str) -> None:
    last = dates(lang, text)[-1]
    assert (last.when.edtf, last.source) == (wanted, "text")
    assert last.anchor
    assert text[slice(*last.anchor)] == basis.replace("The", "the") or text[slice(*last.anchor)].strip() in basis


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le port a rouvert en 2014. Deux jours plus tard, il a brûlé."),
        ("fr", "Le port a brûlé ces derniers mois."),
        ("fr", "Le même jour, un navire attendait."),
        ("en", "It closed two days later."),
        ("en", "The port reopened in 2014. Three weeks later it burnt."),
        ("ru", "Спустя два дня порт сгорел."),
    ],
)
def test_no_precision_is_invented(lang: str, text: str) -> None:
    assert [one.when.edtf for one in dates(lang, text) if one.when.edtf != "2014"] == []


@pytest.mark.parametrize(
    ("published", "source", "wanted"),
    [("2022-05-19", "published", "2022-04-03"), (None, "words", "XXXX-04-03")],
)
def test_what_a_date_was_reckoned_from_is_kept(published: str | None, source: str, wanted: str) -> None:
    (found,) = dates("en", "They met on 3 April.", published)
    assert (found.when.edtf, found.source) == (wanted, source)


def test_a_year_of_the_text_closes_an_open_day_only_without_a_day_of_publication() -> None:
    text = "A treaty of 2015 stands. They met on 3 April."
    assert dates("en", text, None)[-1].when.edtf == "2015-04-03"
    assert dates("en", text)[-1].when.edtf == "2022-04-03"


def test_the_cues_of_a_claim_show_its_date_and_the_one_it_was_told_from() -> None:
    claim = only("Sweden delivered howitzers to Estonia in March 2021.", "en")
    assert [cue.text for cue in claim.cues if cue.kind == "date"] == ["in March 2021"]


@pytest.mark.parametrize("lang", ["fr", "en", "ru"])
def test_time_grows_no_faster_than_the_text(lang: str) -> None:
    sentence = {
        "fr": "Le 3 mai 2021, il est venu. ",
        "en": "On 3 May 2021 it came. ",
        "ru": "Он пришёл 3 мая 2021 года. ",
    }
    assert len(dates(lang, sentence[lang] * 4000)) == 4000
    assert dates(lang, "a" * 300_000) == []


@pytest.mark.parametrize(
    ("lang", "text", "last"),
    [
        ("en", "Forty left the yard in August 1985 and more in September.", "1985-09"),
        ("en", "The ship sailed in November 1985. The crates came home in May.", "1986-05"),
        ("fr", "Le chantier a ouvert en mars 2011 ; le 10 juillet, la coque flottait.", "2011-07-10"),
        ("ru", "Верфь открыли в марте 2011 года, а в октябре спустили катер.", "2011-10"),
        ("en", "The ship sailed in November 1985.\n\nThe crates came home in March.", "2022-03"),
        ("en", "The ship was ordered in November 2021. The crates came home in March.", "2022-03"),
        ("en", "The ship sailed in November 1985. The crates came home last March.", "2022-03"),
    ],
)
def test_what_follows_a_month_long_past_is_told_from_there(lang: str, text: str, last: str) -> None:
    assert dates(lang, text)[-1].when.edtf == last
