"""Lines that stand around reports on real pages (worded anew), and sentences that only begin like them."""

import pytest

from foedus.language.zones import zones

BODY = {
    "fr": "La Norvège a remis huit canons à la Lettonie mardi, a dit le ministère dans un long communiqué. " * 4,
    "en": "Norway handed eight guns to Latvia on Tuesday, the ministry said in a long statement to the press. " * 4,
    "ru": "Норвегия передала Латвии восемь пушек во вторник, сообщило министерство в длинном заявлении. " * 4,
}
SILENT = {"boilerplate", "credit", "dateline"}
NO_TEXT = {
    "fr": [
        "Il vous reste 61 % de cet article à lire",
        "La suite est réservée aux abonnés.",
        "Pour lire la suite de cet article, connectez-vous",
        "Vous êtes déjà abonné ?",
        "Accès 1 jour",
        "Cet article est réservé aux abonnés",
        "Inscrivez-vous à notre lettre du matin",
        "Saisissez votre adresse e-mail",
        "Nous utilisons des cookies pour mesurer l’audience",
        "Partager sur Facebook",
        "Temps de lecture : 4 min",
        "À lire aussi : Oslo achète des obus",
        "→ Lire aussi : Riga reçoit des chars",
        "Articles similaires",
        "Sur le même sujet",
        "Les plus lus",
        "Plus d’articles",
        "La suite après cette publicité",
        "Contenus sponsorisés",
        "Mots-clés : Norvège, Lettonie, artillerie",
        "#Norvège #artillerie",
        "© 2023 Le Fanal. Tous droits réservés.",
        "Crédit photo : ministère norvégien",
        "Avec AFP",
        "AFP / Reuters",
        "Source : Le Fanal",
        "Par Lise Marchand",
        "Publié le 3 mars 2023 à 10h12",
        "Laisser un commentaire",
        "Votre adresse e-mail ne sera pas publiée.",
    ],
    "en": [
        "Subscribe to continue reading",
        "To continue reading this article, log in or subscribe",
        "This story is for subscribers only.",
        "You have read 3 of your 5 free articles",
        "Already have an account? Log in",
        "Start your free trial today",
        "Sign up for our weekly letter",
        "Get the latest stories in your inbox",
        "Please follow and like us:",
        "Share this:",
        "3 min read",
        "Skip to content",
        "Read more: Oslo buys shells",
        "Check Also",
        "Related posts",
        "You may also like",
        "Most read",
        "Advertisement",
        "We use cookies to make this page work",
        "© 2023 The Lantern. All rights reserved.",
        "Photo: Norwegian army",
        "Image courtesy of the ministry",
        "Reporting by our Oslo office; editing by the desk",
        "Filed under: Norway, artillery",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "By Anna Lund",
        "Last updated 3 March 2023",
        "Featured in The Lantern",
        "This article was originally published by The Lantern",
    ],
    "ru": [
        "Читать далее",
        "Читайте также: Осло покупает снаряды",
        "Материал доступен только подписчикам",
        "Оформите подписку, чтобы дочитать статью",
        "Подписывайтесь на наш канал",
        "Больше новостей в нашем канале",
        "Поделиться",
        "Новости по теме",
        "Материалы по теме:",
        "Последние новости",
        "На правах рекламы",
        "16+",
        "Теги: Норвегия, Латвия",
        "Раздел: В мире",
        "Фото: пресс-служба министерства",
        "Источник: «Фонарь»",
        "Все права защищены",
        "При использовании материалов ссылка обязательна",
        "Нашли ошибку? Выделите её и нажмите клавиши",
        "Комментарии",
        "Оставить комментарий",
        "Автор: Анна Лунд",
        "Опубликовано 3 марта 2023 в 10:12",
        "Мы используем cookies",
        "ТАСС",
    ],
}
TEXT = {
    "fr": [
        "La suite des livraisons est attendue en mai, selon Oslo.",
        "Lire ce contrat suffit pour comprendre ce que Riga a acheté.",
        "Partager ces canons avec la Lettonie coûtera huit millions à Oslo.",
        "Le commentaire du ministre norvégien a irrité Riga.",
        "Avec ces canons, la Lettonie double son artillerie.",
        "Par cet accord, la Norvège livre huit canons à Riga.",
        "Abonnée aux retards, l’usine n’a livré que deux canons.",
        "Le reste est réservé aux réservistes lettons, a dit Oslo.",
        "Photographiés à Riga, les canons ont quitté Oslo lundi.",
    ],
    "en": [
        "Share prices of the maker rose after Norway ordered eight guns.",
        "Read together, the two contracts give Latvia sixteen guns.",
        "More than eight guns were handed to Latvia by Norway.",
        "By Tuesday Norway had handed eight guns to Latvia.",
        "Subscribers to the pact include Norway, which sent eight guns.",
        "Comments by the minister suggest that Norway will send more guns.",
        "The rest of the guns are for Latvian reservists, Oslo said.",
        "Related contracts for shells were signed by Riga on Monday.",
        "Norway will continue to supply guns to Latvia.",
    ],
    "ru": [
        "Подписание договора о поставке пушек назначено на май.",
        "Источник в министерстве сообщил, что пушки уже в Риге.",
        "Комментарий министра о пушках вызвал споры в Риге.",
        "Новости о пушках подтвердили в Осло.",
        "Автор договора о поставке пушек подал в отставку.",
        "Читать договор о пушках министру пришлось дважды.",
        "Мы передали Латвии восемь пушек, сказал министр.",
        "Поддержать Латвию пушками обещала и Норвегия.",
    ],
}


def kind(line: str, lang: str) -> str:
    """What the line is between two paragraphs of text."""
    text = f"Oslo, Riga\n\n{BODY[lang]}\n\n{line}\n\n{BODY[lang]}"
    at = text.index(f"\n{line}\n") + 1
    return next(zone.kind for zone in zones(text, None, lang) if zone.start == at)


@pytest.mark.parametrize(("lang", "line"), [(lang, line) for lang, lines in NO_TEXT.items() for line in lines])
def test_a_line_of_the_site_is_no_text(lang: str, line: str) -> None:
    assert kind(line, lang) in SILENT


@pytest.mark.parametrize(("lang", "line"), [(lang, line) for lang, lines in TEXT.items() for line in lines])
def test_a_sentence_that_begins_like_one_is_text(lang: str, line: str) -> None:
    assert kind(line, lang) == "body"


def told(text: str, lang: str) -> list[tuple[str, str]]:
    return [(zone.kind, text[zone.start : zone.end]) for zone in zones(text, None, lang)]


@pytest.mark.parametrize(
    ("lang", "notice"),
    [
        ("fr", "Il vous reste 61 % de cet article à lire. La suite est réservée aux abonnés."),
        ("fr", "Abonnez-vous pour lire la suite."),
        ("en", "Subscribe to continue reading."),
        ("en", "To keep reading, log in."),
        ("ru", "Читать далее…"),
        ("ru", "Оформите подписку и читайте без рекламы."),
    ],
)
def test_a_notice_on_the_line_of_a_cut_off_sentence_is_cut_from_it(lang: str, notice: str) -> None:
    cut = BODY[lang] + "Oslo …"
    found = told(f"Oslo, Riga\n\n{cut} {notice}", lang)
    assert found[1:] == [("lead", cut), ("boilerplate", notice)]


@pytest.mark.parametrize(
    ("lang", "heading", "first", "second"),
    [
        ("fr", "Commentaires (2)", "La Russie a livré des chars à l’Iran !", "Mais non, c’est faux."),
        ("en", "Leave a Reply", "Russia delivered tanks to Iran, everyone knows.", "No, it did not."),
        ("ru", "Комментарии", "Россия поставила танки Ирану, это все знают.", "Нет, неправда."),
    ],
)
def test_comments_reach_to_the_end(lang: str, heading: str, first: str, second: str) -> None:
    found = told(f"Oslo, Riga\n\n{BODY[lang]}\n\n{heading}\n\n{first}\n\n{second}", lang)
    assert [kind for kind, _ in found] == ["headline", "lead", *["boilerplate"] * 3]


def test_a_link_to_the_comments_above_the_text_does_not_end_it() -> None:
    found = told(f"Oslo, Riga\n\nCommentaires (2)\n\n{BODY['fr']}", "fr")
    assert [kind for kind, _ in found] == ["headline", "boilerplate", "lead"]


@pytest.mark.parametrize(
    ("lang", "heading", "links"),
    [
        ("fr", "Sur le même sujet", ["Moscou livre des chars à Téhéran", "• Ankara achète des missiles."]),
        ("en", "Related posts", ["Moscow delivers tanks to Tehran", "Ankara buys missiles, officials say…"]),
        ("ru", "Материалы по теме:", ["Москва поставила Тегерану танки", "Анкара покупает ракеты"]),
    ],
)
def test_a_list_of_links_ends_where_text_goes_on(lang: str, heading: str, links: list[str]) -> None:
    page = "\n\n".join(["Oslo, Riga", BODY[lang], heading, *links, BODY[lang]])
    assert [kind for kind, _ in told(page, lang)] == ["headline", "lead", *["boilerplate"] * 3, "body"]


@pytest.mark.parametrize(
    ("lang", "note"),
    [
        ("fr", "Lise Marchand est journaliste au Fanal et suit les armées du Nord."),
        ("en", "Anna Lund is a senior fellow at the Harbour Institute."),
        ("en", "Based in Oslo, Anna covers armies of the North. She wrote two books."),
        ("ru", "Анна Лунд — военный обозреватель «Фонаря»."),
    ],
)
def test_a_note_on_the_author_behind_the_text_is_none(lang: str, note: str) -> None:
    page = f"Oslo, Riga\n\n{BODY[lang]}\n\n{note}"
    assert told(page, lang)[-1] == ("boilerplate", note)
    assert told(f"{page}\n\n{BODY[lang]}", lang)[-2][0] == "body"


def test_the_owner_of_a_picture_is_cut_from_the_words_that_tell_what_it_shows() -> None:
    page = f"Oslo, Riga\n\n{BODY['fr']}\n\n© L. M. – Des canons norvégiens arrivent à Riga, lundi."
    assert told(page, "fr")[2:] == [
        ("credit", "© L. M. –"),
        ("caption", "Des canons norvégiens arrivent à Riga, lundi."),
    ]


def test_every_silent_zone_names_what_told_it() -> None:
    page = f"Oslo, Riga\n\n{BODY['en']}\n\nPhoto: Norwegian army\n\n***\n\nRelated posts\n\nMoscow delivers tanks"
    found = zones(page, None, "en")
    assert [zone.reason for zone in found if zone.kind in SILENT] == [
        *("credit", "no letter or digit", "related", "related"),
    ]
