"""Who gives what to whom: one table of constructions for each language, read to supplier, recipient, item and stage."""

import pytest

from tests.reader.known_misses import cases
from tests.reader.reading import keys, only, read, vias

FRENCH = [
    # active
    ("La Suède a livré huit canons Archer à l'Estonie.", "SWE", "EST", "archer", "delivered"),
    ("Le Danemark a remis des fusils à la Lettonie.", "DNK", "LVA", "rifle", "delivered"),
    ("La Norvège livre des drones au Mali.", "NOR", "MLI", "drone", "unspecified"),
    ("Le Portugal a reçu cinq avions C-390 du Brésil.", "BRA", "PRT", "c-390", "delivered"),
    # passive with agent
    ("Huit canons Archer ont été livrés à l'Estonie par la Suède.", "SWE", "EST", "archer", "delivered"),
    # purchase against sale: the same preposition, the roles exchanged
    ("Le Maroc a acheté des drones Bayraktar TB2 à la Turquie.", "TUR", "MAR", "bayraktar-tb2", "ordered"),
    ("La Turquie a vendu des drones Bayraktar TB2 au Maroc.", "TUR", "MAR", "bayraktar-tb2", "unspecified"),
    ("La Norvège achète des drones à la Turquie.", "TUR", "NOR", "drone", "ordered"),
    ("Le Kazakhstan a commandé douze chasseurs Su-30 auprès de la Russie.", "RUS", "KAZ", "su-30", "ordered"),
    ("La Lituanie a passé aussitôt commande de drones auprès de la Turquie.", "TUR", "LTU", "drone", "ordered"),
    ("L'Algérie s'est dotée de missiles auprès de la Chine.", "CHN", "DZA", "missile", "ordered"),
    # nominal
    ("La livraison par l'Allemagne à la Grèce de six sous-marins est finie.", "DEU", "GRC", "submarine", "delivered"),
    ("La livraison de chars par la Pologne à la Moldavie a eu lieu.", "POL", "MDA", "tank", "delivered"),
    ("L'achat par la Serbie de missiles FK-3 à la Chine a été confirmé.", "CHN", "SRB", "fk-3", "ordered"),
    # participle
    ("Le pays montre des blindés livrés par la Turquie au Sénégal.", "TUR", "SEN", "armoured-vehicle", "delivered"),
    ("Des missiles achetés à la Chine par la Serbie ont été montrés.", "CHN", "SRB", "missile", "ordered"),
    # relative
    ("Les missiles que la Norvège a remis à la Lituanie sont anciens.", "NOR", "LTU", "missile", "delivered"),
    ("La Serbie, qui a acheté des missiles FK-3 à la Chine, se tait.", "CHN", "SRB", "fk-3", "ordered"),
    # conjunction
    ("La Suède a remis des canons à la Lettonie et à l'Estonie.", "SWE", "LVA EST", "gun", "delivered"),
    ("La Suède a remis des canons et des mortiers à l'Estonie.", "SWE", "EST", "gun mortar", "delivered"),
    ("La Bulgarie a réparé puis livré des chars à la Moldavie.", "BGR", "MDA", "tank", "delivered"),
    # contract nouns
    ("Le Qatar a signé un contrat avec la France pour douze Rafale.", "FRA", "QAT", "rafale", "ordered"),
    ("La France a signé avec le Qatar un contrat portant sur douze Rafale.", "FRA", "QAT", "rafale", "ordered"),
    ("L'Égypte a signé un contrat d'armement avec l'Italie.", "ITA", "EGY", "arms", "ordered"),
    # apposition and company
    ("Le constructeur turc Baykar a livré vingt drones au Maroc.", "baykar", "MAR", "drone", "delivered"),
    ("La firme suédoise Saab a livré des chasseurs à la Hongrie.", "saab", "HUN", "fighter", "delivered"),
]
ENGLISH = [
    # active
    ("Sweden delivered eight Archer howitzers to Estonia.", "SWE", "EST", "archer", "delivered"),
    ("Denmark supplied rifles to Latvia.", "DNK", "LVA", "rifle", "delivered"),
    ("Norway handed tanks over to Latvia.", "NOR", "LVA", "tank", "delivered"),
    ("Denmark supplied Latvia with rifles.", "DNK", "LVA", "rifle", "delivered"),
    ("Portugal received five C-390 aircraft from Brazil.", "BRA", "PRT", "c-390", "delivered"),
    # passive with agent
    ("Eight Archer howitzers were delivered to Estonia by Sweden.", "SWE", "EST", "archer", "delivered"),
    # purchase against sale
    ("Morocco bought Bayraktar TB2 drones from Turkey.", "TUR", "MAR", "bayraktar-tb2", "ordered"),
    ("Turkey sold Bayraktar TB2 drones to Morocco.", "TUR", "MAR", "bayraktar-tb2", "unspecified"),
    ("Norway orders drones from Turkey.", "TUR", "NOR", "drone", "ordered"),
    ("Norway buys drones from Turkey.", "TUR", "NOR", "drone", "ordered"),
    ("Kazakhstan ordered twelve Su-30 fighters from Russia.", "RUS", "KAZ", "su-30", "ordered"),
    ("Lithuania placed an order for drones from Turkey.", "TUR", "LTU", "drone", "ordered"),
    ("Ghana took delivery of armoured vehicles from Israel.", "ISR", "GHA", "armoured-vehicle", "delivered"),
    # nominal
    ("Germany's delivery of submarines to Greece was completed.", "DEU", "GRC", "submarine", "delivered"),
    ("The sale of tanks by Poland to Moldova was announced.", "POL", "MDA", "tank", "unspecified"),
    # participle
    ("The tanks delivered by Poland to Moldova were old.", "POL", "MDA", "tank", "delivered"),
    # relative
    ("The missiles that Norway handed over to Lithuania are old.", "NOR", "LTU", "missile", "delivered"),
    ("Serbia, which bought FK-3 missiles from China, is silent.", "CHN", "SRB", "fk-3", "ordered"),
    # conjunction
    ("Poland delivered tanks to Latvia and Estonia.", "POL", "LVA EST", "tank", "delivered"),
    ("Poland delivered tanks and howitzers to Estonia.", "POL", "EST", "tank howitzer", "delivered"),
    ("Bulgaria repaired and delivered tanks to Moldova.", "BGR", "MDA", "tank", "delivered"),
    # contract nouns
    ("Qatar signed a contract with France for twelve Rafale jets.", "FRA", "QAT", "rafale", "ordered"),
    ("France signed a contract with Qatar for twelve Rafale jets.", "FRA", "QAT", "rafale", "ordered"),
    ("Egypt signed an arms deal with Italy.", "ITA", "EGY", "arms", "ordered"),
    # apposition and company
    ("The Turkish manufacturer Baykar delivered twenty drones to Morocco.", "baykar", "MAR", "drone", "delivered"),
    ("Saab, the Swedish manufacturer, delivered fighters to Hungary.", "saab", "HUN", "fighter", "delivered"),
    ("The Swedish company Saab delivered fighters to Hungary.", "saab", "HUN", "fighter", "delivered"),
]
RUSSIAN = [
    ("Швеция передала Эстонии восемь гаубиц.", "SWE", "EST", "howitzer", "delivered"),
    ("Латвия получила от Дании двенадцать танков.", "DNK", "LVA", "tank", "delivered"),
    ("Латвия заказала у Дании двенадцать танков.", "DNK", "LVA", "tank", "ordered"),
    ("Марокко закупило у Турции двадцать беспилотников.", "TUR", "MAR", "drone", "ordered"),
    ("Индия подписала с Россией контракт на поставку систем С-400.", "RUS", "IND", "s-400", "ordered"),
]
TABLE = [
    *(("fr", *row) for row in FRENCH),
    *(("en", *row) for row in ENGLISH),
    *(("ru", *row) for row in RUSSIAN),
]


@pytest.mark.parametrize(("lang", "text", "supplier", "recipient", "item", "stage"), cases("roles", TABLE))
def test_supplier_recipient_item_and_stage(  # noqa: PLR0917
    lang: str, text: str, supplier: str, recipient: str, item: str, stage: str
) -> None:
    claim = only(text, lang)
    assert (keys(claim, "supplier"), keys(claim, "recipient"), keys(claim, "item")) == (supplier, recipient, item)
    assert (claim.stage, claim.polarity) == (stage, "affirmed")


@pytest.mark.parametrize(
    ("lang", "text", "role", "key", "via"),
    [
        ("fr", "La Croatie a acheté douze Rafale français.", "supplier", "FRA", "demonym"),
        ("en", "Croatia bought twelve French Rafale jets.", "supplier", "FRA", "demonym"),
        ("fr", "Rome a fourni des canons à Tunis.", "supplier", "ITA", "metonym"),
        ("fr", "Rome a fourni des canons à Tunis.", "recipient", "TUN", "metonym"),
        ("en", "Rome supplied howitzers to Tunis.", "supplier", "ITA", "metonym"),
        ("en", "Washington sold rifles to Manila.", "recipient", "PHL", "metonym"),
        ("fr", "L'armée serbe a reçu des missiles FK-3 de la Chine.", "recipient", "SRB", "metonym"),
        ("en", "The Serbian army received FK-3 missiles from China.", "recipient", "SRB", "metonym"),
        ("fr", "Le président tunisien a commandé des drones à la Turquie.", "recipient", "TUN", "title"),
        ("en", "The French president supplied tanks to Moldova.", "supplier", "FRA", "title"),
        ("en", "Emmanuel Macron supplied tanks to Moldova.", "supplier", "FRA", "title"),
        ("fr", "Emmanuel Macron a remis des canons à la Moldavie.", "supplier", "FRA", "title"),
        ("fr", "La Suède a remis des canons à la Lettonie.", "supplier", "SWE", None),
        ("en", "Sweden handed over howitzers to Latvia.", "recipient", "LVA", None),
    ],
)
def test_how_the_clause_has_a_party_is_told(lang: str, text: str, role: str, key: str, via: str | None) -> None:
    claim = only(text, lang)
    assert (keys(claim, role), vias(claim, role)) == (key, [via])


@pytest.mark.parametrize(
    ("lang", "text"),
    cases(
        "roles",
        [
            ("fr", "La Pologne a vendu des chars à la Moldavie et remis des missiles à la Lettonie."),
            ("en", "Poland sold tanks to Moldova and delivered missiles to Latvia."),
        ],
    ),
)
def test_conjoined_verbs_share_their_subject_and_make_two_claims(lang: str, text: str) -> None:
    sold, given = read(text, lang)
    assert [keys(sold, role) for role in ("supplier", "recipient", "item")] == ["POL", "MDA", "tank"]
    assert [keys(given, role) for role in ("supplier", "recipient", "item")] == ["POL", "LVA", "missile"]
    assert (sold.stage, given.stage) == ("unspecified", "delivered")


@pytest.mark.parametrize(
    ("lang", "text", "supplier", "recipient", "stage"),
    cases(
        "roles",
        [
            ("fr", "La Norvège a promis de livrer des chars à la Lettonie.", "NOR", "LVA", "intended"),
            ("en", "Norway promised to deliver tanks to Latvia.", "NOR", "LVA", "intended"),
            ("fr", "L'Allemagne a autorisé la Pologne à livrer des chars à l'Ukraine.", "POL", "UKR", "offered"),
            ("en", "Germany authorised Poland to deliver tanks to Ukraine.", "POL", "UKR", "offered"),
            ("fr", "La Lettonie a demandé au Danemark de livrer des chars.", "DNK", "LVA", "sought"),
            ("fr", "Le président français a promis de livrer des chars à la Moldavie.", "FRA", "MDA", "intended"),
        ],
    ),
)
def test_who_controls_an_infinitive_supplies(lang: str, text: str, supplier: str, recipient: str, stage: str) -> None:
    claim = only(text, lang)
    assert (keys(claim, "supplier"), keys(claim, "recipient"), claim.stage) == (supplier, recipient, stage)


@pytest.mark.parametrize(
    "lang_text", [("fr", "Des chars ont été livrés à la Moldavie."), ("en", "Tanks were delivered to Moldova.")]
)
def test_a_supplier_whom_nobody_names_is_left_out(lang_text: tuple[str, str]) -> None:
    lang, text = lang_text
    claim = only(text, lang)
    assert "supplier" not in claim.roles
    assert (keys(claim, "recipient"), keys(claim, "item")) == ("MDA", "tank")


@pytest.mark.parametrize(
    ("lang", "text", "trigger"),
    [
        ("fr", "La Lituanie a passé aussitôt commande de drones auprès de la Turquie.", "passé aussitôt commande"),
        ("en", "Lithuania placed an order for drones from Turkey.", "placed an order"),
        ("en", "Ghana took delivery of armoured vehicles from Israel.", "took delivery"),
    ],
)
def test_the_first_cue_is_the_trigger_with_all_its_words(lang: str, text: str, trigger: str) -> None:
    first = only(text, lang).cues[0]
    assert (first.kind, first.text) == ("trigger", trigger)
