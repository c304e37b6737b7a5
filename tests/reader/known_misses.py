"""Sentences of these tests that the reader is known to read wrongly, by what is asked of them, with the reason.

All are judgements of the learned decider: no table, matcher or frame is at fault. They are expected to fail, strictly:
one that is read rightly after a training leaves the list, and the list may not grow past its share
(`test_known_misses`).
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

UNSURE = "the decider does not trust the words enough in a document of one sentence"
SOLD = "the decider gives a plain sale the stage of the order or the delivery that its examples tell"
STAGE = "the decider weighs the likelier stage of the word above what stands beside it"

_LISTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "stage": {
        UNSURE: (
            "Le Danemark prévoit de livrer des chars à la Lettonie.",
            "Denmark stopped delivering tanks to Latvia.",
            "Дания обещала поставить Латвии танки.",
            "Le Danemark refuse de livrer des chars à la Lettonie.",
            "La Lettonie a décidé d'acheter des chars au Danemark.",
            "Latvia decided to buy tanks from Denmark.",
            "La Lettonie souhaite acheter des chars au Danemark.",
            "Latvia wants to buy tanks from Denmark.",
        ),
        STAGE: ("Дания отказалась поставлять Латвии танки.",),
        "the decider takes the contract for the claim and not the purchase; what is bought stands too far from it": (
            "La Lettonie a signé un contrat pour l'achat de chars au Danemark.",
        ),
    },
    "cue": {UNSURE: ("Le Danemark refuse de livrer des chars à la Lettonie.",)},
    "roles": {
        UNSURE: (
            "La Norvège achète des drones à la Turquie.",
            "L'Algérie s'est dotée de missiles auprès de la Chine.",
            "The sale of tanks by Poland to Moldova was announced.",
            "Bulgaria repaired and delivered tanks to Moldova.",
            "Norway promised to deliver tanks to Latvia.",
            "La Norvège a lancé une attaque contre la Suède.",
            "Norway attacked Sweden.",
            "США разместили ракеты в Польше.",
            "Le Brésil fabrique des drones.",
            "La Norvège et l'Irlande ont signé un accord de défense.",
            "France sent police, soldiers and warships to Lebanon.",
        ),
        SOLD: (
            "La Norvège livre des drones au Mali.",
            "La Turquie a vendu des drones Bayraktar TB2 au Maroc.",
            "Turkey sold Bayraktar TB2 drones to Morocco.",
            "La Pologne a vendu des chars à la Moldavie et remis des missiles à la Lettonie.",
            "Poland sold tanks to Moldova and delivered missiles to Latvia.",
        ),
        "the decider takes the contract's own words for the claim and not the signing": (),
        STAGE: (
            "La Lituanie a passé aussitôt commande de drones auprès de la Turquie.",
            "La livraison par l'Allemagne à la Grèce de six sous-marins est finie.",
        ),
    },
    "memory": {STAGE: ("Lithuania ordered howitzers from Norway. It received the first howitzers in May.",)},
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
