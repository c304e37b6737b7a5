"""Changes that words of the tables tell: things, yes and no, steps, who gives and takes, who says it."""

import pytest

from foedus.lineage.changes import changes
from foedus.lineage.pages import Page
from foedus.model.document import make_document


def kinds(first: str, second: str, langs: str = "en en") -> list[tuple[str, str]]:
    """Kind and words now of each change between two texts of one day."""
    one, other = (
        Page(make_document(text, lang=lang, published="2025-05-14"))
        for text, lang in zip((first, second), langs.split(), strict=True)
    )
    return [(change.kind, other.text[slice(*change.now)]) for change in changes(one, other)]


@pytest.mark.parametrize(
    ("first", "second", "langs", "kind"),
    [
        (
            "Portugal ordered four frigates for its navy in March 2024.",
            "Le Portugal a commandé quatre sous-marins pour sa marine en mars 2024.",
            "en fr",
            "item",
        ),
        (
            "Ghana has refused to share the data of its stations with Togo.",
            "Le Ghana a accepté de partager avec le Togo les données de ses stations.",
            "en fr",
            "polarity_flipped",
        ),
        (
            "The budget of the Polish ministry rose by 8 percent.",
            "Бюджет польского министерства сократился на 8 процентов.",
            "en ru",
            "polarity_flipped",
        ),
        (
            "Kazakhstan is negotiating with Turkey over 20 drones.",
            "Казахстан подписал с Турцией контракт на 20 беспилотников.",
            "en ru",
            "hardened",
        ),
        (
            "Le Pérou a commandé 54 chars à la Corée du Sud.",
            "Peru intends to order 54 tanks from South Korea.",
            "fr en",
            "softened",
        ),
        (
            "Russia sold 30 old tanks to Peru in 1975.",
            "La Russie a acheté au Pérou 30 vieux chars en 1975.",
            "en fr",
            "roles_flipped",
        ),
        (
            "According to two diplomats, Mali received 14 trucks from Algeria in June 2024.",
            "Mali received 14 trucks from Algeria in June 2024.",
            "en en",
            "source_lost",
        ),
    ],
)
def test_a_change_is_told(first: str, second: str, langs: str, kind: str) -> None:
    assert [found for found, _ in kinds(first, second, langs)] == [kind]


@pytest.mark.parametrize(
    ("first", "second", "langs"),
    [
        # a wider name of a thing, and a word for anything
        ("Chad bought 20 howitzers in 2024.", "Le Tchad a acheté 20 canons en 2024.", "en fr"),
        # a verb is no thing
        ("France shipped 20 tanks to Oman in 2024.", "La France a expédié 20 chars à Oman en 2024.", "en fr"),
        # a denied no is a yes
        ("Russia has no objection to the plan of Kazakhstan.", "Россия не возражает против плана Казахстана.", "en ru"),
        ("Hungary did not block the decision of the EU.", "La Hongrie a approuvé la décision de l'UE.", "en fr"),
        # to sell is to be bought from
        ("Israel sold 12 jets to Chile in 1998.", "Le Chili a acheté 12 avions à Israël en 1998.", "en fr"),
        # the same speaker with another word of speech
        (
            "According to two diplomats, Mali received 14 trucks from Algeria in June 2024.",
            "Two diplomats said that Mali received 14 trucks from Algeria in June 2024.",
            "en en",
        ),
    ],
)
def test_another_wording_is_no_change(first: str, second: str, langs: str) -> None:
    assert kinds(first, second, langs) == []
