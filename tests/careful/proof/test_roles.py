"""Roles against syntax, kinds, and whom words mean."""

import pytest

from foedus.careful.answer import Quote
from tests.careful.proof.told import claim, codes, document, filler, proven


@pytest.mark.parametrize(
    ("lang", "text", "trigger", "giver", "taker"),
    [
        ("en", "Iran delivered missiles to Russia.", "delivered", "Iran", "Russia"),
        ("en", "Missiles were delivered to Russia by Iran.", "delivered", "Iran", "Russia"),
        ("fr", "L’Iran a livré des missiles à la Russie.", "livré", "L’Iran", "la Russie"),
        ("ru", "Иран поставил России ракеты.", "поставил", "Иран", "России"),
    ],
)
def test_swapped_roles_are_kept_out(lang: str, text: str, trigger: str, giver: str, taker: str) -> None:
    source = document(text, lang)
    right = claim((1, trigger), filler("supplier", 1, giver), filler("recipient", 1, taker))
    wrong = claim((1, trigger), filler("supplier", 1, taker), filler("recipient", 1, giver))
    assert len(proven(source, right).claims) == 1
    assert codes(proven(source, wrong)) == ["roles_swapped"]


def test_a_weapon_delivers_nothing() -> None:
    source = document("The S-400 reached Ukraine.")
    told = claim((1, "reached"), filler("supplier", 1, "S-400", "system"), filler("recipient", 1, "Ukraine"))
    assert codes(proven(source, told)) == ["kind"]


@pytest.mark.parametrize(
    ("lang", "text", "quote", "entity", "via"),
    [
        ("en", "The French army delivered tanks to Ukraine.", "The French army", "FRA", "metonym"),
        ("en", "Paris delivered tanks to Ukraine.", "Paris", "FRA", "metonym"),
        (
            "en",
            "The Philippine Marine Corps delivered tanks to Ukraine.",
            "The Philippine Marine Corps",
            "PHL",
            "metonym",
        ),
        (
            "fr",
            "Le ministère polonais de la Défense a livré des chars à l’Ukraine.",
            "Le ministère polonais",
            "POL",
            "metonym",
        ),
        ("en", "Turkish company Baykar delivered drones to Ukraine.", "Turkish company Baykar", "baykar", None),
    ],
)
def test_whom_words_mean(lang: str, text: str, quote: str, entity: str, via: str | None) -> None:
    trigger = "delivered" if lang == "en" else "livré"
    taker = "Ukraine" if lang == "en" else "l’Ukraine"
    told = claim(
        (1, trigger), filler("supplier", 1, quote, "company" if via is None else "state"), filler("recipient", 1, taker)
    )
    [found] = proven(document(text, lang), told).claims
    [supplier] = found.fillers("supplier")
    assert (supplier.entity, supplier.text, supplier.via) == (entity, quote, via)


def test_words_that_nobody_knows_stay_words() -> None:
    source = document("Zorblat Industries delivered rockets to Ukraine.")
    told = claim(
        (1, "delivered"), filler("supplier", 1, "Zorblat Industries", "company"), filler("recipient", 1, "Ukraine")
    )
    [supplier] = proven(source, told).claims[0].fillers("supplier")
    assert (supplier.entity, supplier.name, supplier.kind) == (None, "Zorblat Industries", "company")


def test_a_further_role_that_is_not_proven_is_left_out_alone() -> None:
    source = document("Iran delivered missiles to Russia by way of the S-400.")
    roles = filler("supplier", 1, "Iran"), filler("recipient", 1, "Russia"), filler("via", 1, "S-400", "place")
    outcome = proven(source, claim((1, "delivered"), *roles))
    [found] = outcome.claims
    assert set(found.roles) == {"supplier", "recipient"}
    assert [note.field for note in outcome.mended[found.id]] == ["via"]


def test_the_same_words_told_twice_are_one_claim_and_two_sentences_are_two_evidences() -> None:
    text = "Iran delivered missiles to Russia. The talks went on. Iran delivered missiles to Russia."
    roles = [(filler("supplier", n, "Iran"), filler("recipient", n, "Russia")) for n in (1, 3)]
    told = [claim((1, "delivered"), *roles[0]), claim((1, "delivered"), *roles[0]), claim((3, "delivered"), *roles[1])]
    outcome = proven(document(text), *told)
    assert codes(outcome) == ["double"]
    assert [len(found.evidence) for found in outcome.claims] == [2]


def test_further_sentences_are_evidence_where_they_can_make_the_statement() -> None:
    text = "Iran delivered missiles to Russia. It was raining in Oslo. The delivery from Iran went by sea."
    told = claim((1, "delivered"), filler("supplier", 1, "Iran"), filler("recipient", 1, "Russia"), also=(2, 3, 9))
    outcome = proven(document(text), told)
    [found] = outcome.claims
    assert [one.text for one in found.evidence[1:]] == ["The delivery from Iran went by sea."]
    assert [note.told for note in outcome.mended[found.id]] == ["2", "9"]


def test_a_list_in_one_quotation_gives_its_members() -> None:
    source = document("Poland ordered tanks from Germany and Norway.")
    told = claim(
        (1, "ordered"), filler("recipient", 1, "Poland"), filler("supplier", 1, "Germany and Norway"), stage="ordered"
    )
    assert {one.entity for one in proven(source, told).claims[0].fillers("supplier")} == {"DEU", "NOR"}


def test_a_description_means_whom_it_stands_for() -> None:
    text = "Norway is small. The Nordic country ordered tanks from Germany."
    country = filler("recipient", 2, "The Nordic country", via="description", named=Quote(1, "Norway"))
    told = claim((2, "ordered"), country, filler("supplier", 2, "Germany"), stage="ordered")
    [recipient] = proven(document(text), told).claims[0].fillers("recipient")
    assert (recipient.entity, recipient.text, recipient.via) == ("NOR", "The Nordic country", "description")
