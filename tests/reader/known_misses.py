"""Sentences of these tests that the reader is known to read wrongly, by what is asked of them, with the reason.

All are judgements of the learned decider or the learned linker, as `Reader.explain` and `Reader.explain_links` tell
them, or of the parser where the reason says so; no table or matcher is at fault. They are expected to fail, strictly:
one that is read rightly after a training leaves the list, and the list may not grow past its share
(`test_known_misses`).
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

UNSURE = "the decider does not trust the words enough in a document of one or two sentences: none is sure of its claim"
SOLD = "the decider gives a plain sale the stage of the order or the delivery that its examples tell"
STAGE = "the decider weighs the likelier stage of the word above what stands beside it"
AIM = "the decider takes an aim for what was done"
RAIN = "the decider takes the weather for a rain of missiles"
NOUN_BELOW = (
    "the linker gives the subject of a verb over a nominal the recipient's role: subject and recipient in one list"
)
CONTRACT = "the linker cannot tell who sells from who buys of two who sign a contract: the item alone would say"
CONTROL = "the linker takes who permits for the supplier, and not the one who may deliver"
GAPPED = "one verb makes one claim: the linker does not open another for the second recipient with its own item"
BRACKET = "the linker gives a participle behind a list all items of the list, the one before the bracket too"
PASSIVE = "the parser joins the dative and the instrumental of a passive to one name, its subject; the roles follow"
TAKEN = "the linker keeps whom a pronoun could mean from every other role, once the pronoun has one"
ECHO = (
    "the linker lets the item be the pronoun of the sentence, though it is named there, and no party can have it then"
)
DATIVE = "the linker finds the right recipient, but as unsaid: it does not see the pronoun in the dative"
NEARER = "the linker takes the party that a pronoun follows for its referent, not the one that was given to"
EQUAL = "the linker takes the nearer of two parties of equal weight for whom a pronoun means"
ITSELF = "the linker splits its trust between a description's own words and whom it means, and takes the words"

_LISTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "stage": {
        UNSURE: (
            "Denmark pledged to deliver tanks to Latvia.",
            "Le Danemark a proposé de livrer des chars à la Lettonie.",
            "Le Danemark n'a pas refusé de livrer des chars à la Lettonie.",
            "Denmark did not refuse to deliver tanks to Latvia.",
            "Denmark stopped delivering tanks to Latvia.",
            "Дания обещала поставить Латвии танки.",
            "Le Danemark refuse de livrer des chars à la Lettonie.",
            "La Lettonie a décidé d'acheter des chars au Danemark.",
            "La Lettonie souhaite acheter des chars au Danemark.",
            "Latvia wants to buy tanks from Denmark.",
        ),
        STAGE: ("Дания отказалась поставлять Латвии танки.", "Denmark will deliver tanks to Latvia."),
        NOUN_BELOW: (
            "Denmark cancelled the delivery of tanks to Latvia.",
            "Le Danemark négocie la vente de chars à la Lettonie.",
        ),
        "the decider takes the contract for the claim and not the purchase; what is bought stands too far from it": (
            "La Lettonie a signé un contrat pour l'achat de chars au Danemark.",
        ),
    },
    "supposition": {AIM: ("Le Danemark a levé des fonds pour livrer des chars à la Lettonie.",)},
    "cue": {UNSURE: ("Le Danemark refuse de livrer des chars à la Lettonie.",)},
    "roles": {
        UNSURE: (
            "L'Algérie s'est dotée de missiles auprès de la Chine.",
            "The sale of tanks by Poland to Moldova was announced.",
            "Norway promised to deliver tanks to Latvia.",
            "La Norvège a lancé une attaque contre la Suède.",
            "Norway attacked Sweden.",
            "США разместили ракеты в Польше.",
            "Le Brésil fabrique des drones.",
            "Brazil produces drones.",
            "Бразилия производит беспилотники.",
        ),
        SOLD: (
            "La Norvège livre des drones au Mali.",
            "La Turquie a vendu des drones Bayraktar TB2 au Maroc.",
            "Turkey sold Bayraktar TB2 drones to Morocco.",
            "La Pologne a vendu des chars à la Moldavie et remis des missiles à la Lettonie.",
            "Poland sold tanks to Moldova and delivered missiles to Latvia.",
        ),
        STAGE: ("La livraison par l'Allemagne à la Grèce de six sous-marins est finie.",),
        CONTRACT: ("La France a signé avec le Qatar un contrat portant sur douze Rafale.",),
        CONTROL: ("Germany authorised Poland to deliver tanks to Ukraine.",),
    },
    "memory": {
        RAIN: ("Norway delivered rifles to Latvia. It rains. Norway delivered rifles to Latvia.",),
        STAGE: ("Lithuania ordered howitzers from Norway. It received the first howitzers in May.",),
        UNSURE: ("Турция — крупный производитель. Она поставила беспилотники в Мали.",),
        TAKEN: ("La Lituanie a commandé des obusiers à la Norvège. Elle a reçu les premiers obusiers en mai.",),
        ECHO: ("Литва заказала гаубицы у Норвегии. Она получила первые гаубицы в мае.",),
        ITSELF: (
            "La Croatie a commandé des chars à la Slovaquie. Le pays a aussi acheté des drones à la Turquie.",
            "Хорватия заказала танки у Словакии. Страна также купила беспилотники у Турции.",
        ),
        DATIVE: (
            "La Suède a livré des chars à la Slovaquie. La Grèce lui a remis des missiles.",
            "Швеция поставила Словакии танки. Греция передала ей ракеты.",
        ),
        NEARER: ("Sweden delivered tanks to Slovakia. Greece gave it missiles.",),
        EQUAL: (
            "Un accord lie la Turquie à la Russie. Elle a remis des drones au Mali.",
            "Des accords lient la Turquie et la Russie. Elle a remis des drones au Mali.",
            "A treaty binds Turkey to Russia. It has delivered drones to Mali.",
            "Договор связывает Турцию с Россией. Она передала Мали беспилотники.",
        ),
    },
    "constructions": {
        UNSURE: (
            "La Grèce a accepté de céder des chars à la Slovénie.",
            "Греция согласилась передать Словении танки.",
            "L'Irlande a confirmé sa livraison de missiles à la Slovénie.",
            "Ireland confirmed its delivery of missiles to Slovenia.",
            "Ирландия подтвердила свою поставку ракет Словении.",
            "Des frappes azerbaïdjanaises ont touché l'Arménie.",
            "Azerbaijani strikes hit Armenia.",
            "Азербайджанские удары поразили Армению.",
        ),
        GAPPED: (
            "La Suède a livré des chars à la Slovaquie et des missiles à la Slovénie.",
            "Sweden delivered tanks to Slovakia and missiles to Slovenia.",
            "Швеция поставила танки Словакии и ракеты Словении.",
        ),
        BRACKET: (
            "Азербайджан применяет дроны TB2 (турецкого производства), Harop и Orbiter-1K, приобретённые у Израиля.",
        ),
        PASSIVE: ("Двадцать танков были переданы Словении Грецией.",),
    },
}
MISSES: Mapping[tuple[str, str], str] = {
    (asked, text): reason
    for asked, by_reason in _LISTED.items()
    for reason, texts in by_reason.items()
    for text in texts
}
CASES: set[tuple[str, str]] = set()
"""Everything that `cases` was given: what is asked, and the text."""


def cases(asked: str, rows: Iterable[tuple[Any, ...]]) -> list[Any]:
    """Rows that start with language and text as parameters of a test; known misses are expected to fail."""
    made = []
    for row in rows:
        text = row[1]
        CASES.add((asked, text))
        reason = MISSES.get((asked, text))
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        made.append(pytest.param(*row, id=text, marks=marks))
    return made
