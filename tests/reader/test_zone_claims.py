"""What the zones of a page do to its claims: notices make none, captions and headlines are told as such."""

import pytest

from tests.reader.reading import keys, read

CLAIM = {
    "fr": "La Suède a remis huit canons Archer à l’Estonie en mars 2021, a annoncé le ministère suédois de la Défense.",
    "en": "Sweden handed eight Archer howitzers over to Estonia in March 2021, the Swedish defence ministry said.",
    "ru": "Швеция передала Эстонии восемь гаубиц Archer в марте 2021 года, сообщило министерство обороны Швеции.",
}
NOTICES = {
    "fr": [
        "Lire aussi : La Russie livre des missiles S-400 à la Turquie",
        "Sur le même sujet\n\nLa Russie livre des missiles S-400 à la Turquie\n\nL’Iran a envoyé des drones à Moscou",
        "Abonnez-vous pour savoir pourquoi la Russie a livré des missiles S-400 à la Turquie.",
        "Commentaires\n\nLa Russie a livré des missiles S-400 à la Turquie, tout le monde le sait.",
        "Mots-clés : Russie, livraison de S-400 à la Turquie",
        "Crédit photo : la Russie livre des S-400 à la Turquie",
        "Lise Marchand est journaliste ; elle a suivi la livraison de S-400 par la Russie à la Turquie.",
        "© 2021 Le Fanal. La Russie livre des S-400 à la Turquie. Tous droits réservés.",
    ],
    "en": [
        "Read more: Russia delivers S-400 missiles to Turkey",
        "Related posts\n\nRussia delivers S-400 missiles to Turkey\n\nIran sent drones to Moscow",
        "Subscribe to read how Russia delivered S-400 missiles to Turkey.",
        "Leave a Reply\n\nRussia delivered S-400 missiles to Turkey, everyone knows.",
        "Tags: Russia, delivery of S-400 to Turkey",
        "Photo: Russia delivers S-400 to Turkey",
        "Anna Lund is a correspondent who covered the delivery of S-400 by Russia to Turkey.",
    ],
    "ru": [
        "Читайте также: Россия поставила Турции ракеты С-400",
        "Материалы по теме:\n\nРоссия поставила Турции ракеты С-400\n\nИран направил в Москву дроны",
        "Подпишитесь, чтобы узнать, как Россия поставила Турции ракеты С-400.",
        "Комментарии\n\nРоссия поставила Турции ракеты С-400, это все знают.",
        "Теги: Россия, поставка С-400 в Турцию",
        "Фото: Россия поставляет С-400 в Турцию",
    ],
}
LONG = {
    "fr": "Le ministère a précisé dans un long communiqué que la livraison avait été prévue depuis deux ans. ",
    "en": "The ministry said in a long statement that the delivery had been planned for more than two years. ",
    "ru": "В длинном заявлении министерства говорится, что передача была намечена более двух лет назад. ",
}


def about_turkey(text: str, lang: str) -> list[str]:
    return [claim.type for claim in read(text, lang) for role in claim.roles if "TUR" in keys(claim, role).split()]


@pytest.mark.parametrize(("lang", "notice"), [(lang, one) for lang, some in NOTICES.items() for one in some])
def test_a_notice_makes_no_claim(lang: str, notice: str) -> None:
    page = f"Archer\n\n{CLAIM[lang]}\n\n{LONG[lang] * 4}\n\n{notice}"
    assert about_turkey(page, lang) == []
    assert [claim.type for claim in read(page, lang) if claim.cues[0].start < len(CLAIM[lang]) + 9] == ["transfer"]


@pytest.mark.parametrize(
    ("lang", "remnant"),
    [
        ("fr", "Il vous reste 78 % de cet article à lire. La suite est réservée aux abonnés."),
        ("en", "Subscribe to continue reading."),
        ("ru", "Читать далее"),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_the_sentence_cut_off_before_a_subscription_notice_is_read_and_the_notice_is_not(
    lang: str, remnant: str, gap: str
) -> None:
    cut = CLAIM[lang].rpartition(",")[0] + "…"
    page = f"Archer\n\n{LONG[lang]}{cut}{gap}{remnant}"
    claims = read(page, lang)
    begin, end = page.index(cut), page.index(remnant)
    assert [
        (claim.type, keys(claim, "supplier"), keys(claim, "recipient"))
        for claim in claims
        if begin <= claim.cues[0].start
    ] == [("transfer", "SWE", "EST")]
    assert all(cue.end <= end for claim in claims for cue in claim.cues)
    assert all(remnant not in evidence.text for claim in claims for evidence in claim.evidence)


def test_a_headline_surer_than_its_body_stays_apart() -> None:
    page = (
        "Sweden delivers eight Archer howitzers to Estonia\n\n"
        "Sweden may deliver eight Archer howitzers to Estonia, according to a diplomat.\n\n"
        "Talks on the guns began in Tallinn in March, the diplomat added."
    )
    headline, lead = (claim for claim in read(page, "en") if claim.zone in ("headline", "lead"))
    assert (headline.zone, headline.standing, headline.certainty) == ("headline", "stated", "certain")
    assert (lead.zone, lead.standing, lead.certainty) == ("lead", "unnamed", "possible")


def test_a_line_without_verb_between_paragraphs_is_a_caption() -> None:
    line = "Des chars Leclerc livrés par la France aux Émirats."
    page = f"Archer\n\n{CLAIM['fr']}\n\n{line}\n\n{LONG['fr']}"
    begin = page.index(line)
    found = [claim for claim in read(page, "fr") if begin <= claim.cues[0].start < begin + len(line)]
    assert [(claim.zone, keys(claim, "supplier"), keys(claim, "recipient")) for claim in found] == [
        ("caption", "FRA", "ARE")
    ]
