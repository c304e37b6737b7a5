"""What an editor has put in brackets makes claims of its own, with the words around it."""

from tests.careful.proof.told import claim, codes, document, filler, proven

TEXT = (
    "Le ministre a déclaré : « Le Sénégal a reçu des drones [de facture turque, livrés par Ankara en mai]. »\n\n"
    "[La Turquie a livré dix blindés au Mali. – NDLR]\n"
)


def test_a_claim_in_a_bracket_is_the_editors_word() -> None:
    told = claim(
        (1, "livrés"),
        filler("supplier", 1, "Ankara"),
        filler("recipient", 1, "Le Sénégal"),
        filler("item", 1, "drones", kind="item_class"),
    )
    outcome = proven(document(TEXT, "fr"), told)
    [found] = outcome.claims
    assert (found.zone, found.standing, found.attribution) == ("bracket", "stated", ())
    assert found.roles["supplier"][0].entity == "TUR"
    assert "Le Sénégal a reçu" in found.evidence[0].text


def test_a_paragraph_in_brackets_is_read() -> None:
    last = 2
    told = claim((last, "a livré"), filler("supplier", last, "La Turquie"), filler("recipient", last, "Mali"))
    [found] = proven(document(TEXT, "fr"), told).claims
    assert found.zone == "bracket"
    assert found.roles["recipient"][0].entity == "MLI"


def test_brackets_deny_as_other_words_do() -> None:
    source = document("Le Mali a reçu des blindés [la Turquie n’a rien livré au Mali].", "fr")
    told = claim((1, "livré"), filler("supplier", 1, "la Turquie"), filler("recipient", 1, "au Mali"))
    assert codes(proven(source, told)) == ["negated"]


def test_words_that_no_parse_covers_are_kept_out_with_a_reason() -> None:
    source = document("Iran delivered missiles to Russia […].")
    told = claim((1, "…"), filler("supplier", 1, "Iran"), filler("recipient", 1, "Russia"))
    outcome = proven(source, told)
    assert not outcome.claims
    assert codes(outcome) == ["not_read"]
