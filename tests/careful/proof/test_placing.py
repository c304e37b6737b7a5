"""Each quotation stands in the sentence that it names; the rule for wrong numbers."""

from foedus.careful.answer import Quote
from tests.careful.proof.told import claim, codes, document, filler, proven

TEXT = (
    "Germany delivered Leopard tanks to Ukraine on Monday. Poland thanked nobody. "
    "Warsaw ordered Abrams tanks from the United States. Vilnius waits for its howitzers."
)
DELIVERY = (filler("supplier", 1, "Germany"), filler("recipient", 1, "Ukraine"), filler("item", 1, "Leopard", "system"))


def test_a_claim_whose_words_all_stand_there_is_proven() -> None:
    outcome = proven(document(TEXT), claim((1, "delivered"), *DELIVERY))
    [found] = outcome.claims
    assert codes(outcome) == []
    assert {role: [one.entity for one in some] for role, some in found.roles.items()} == {
        "supplier": ["DEU"],
        "recipient": ["UKR"],
        "item": ["leopard"],
    }
    assert [found.evidence[0].start, found.evidence[0].end] == [0, 53]
    assert found.trigger.text == TEXT[found.trigger.start : found.trigger.end]
    assert found.zone == "lead"
    assert (found.reader.name, found.reader.rule) == ("careful/test", "both readers")


def test_invented_words_are_kept_out() -> None:
    invented = filler("item", 1, "Puma vehicles", "system")
    assert codes(proven(document(TEXT), claim((1, "delivered"), DELIVERY[0], invented))) == ["not_in_text"]
    assert codes(proven(document(TEXT), claim((1, "donated"), *DELIVERY))) == ["not_in_text"]
    assert codes(proven(document(TEXT), claim((9, "waits for"), filler("recipient", 9, "Vilnius")))) == [
        "no_such_sentence"
    ]


def test_words_of_another_sentence_do_not_make_a_claim_of_this_one() -> None:
    other = filler("recipient", 1, "Warsaw")
    assert codes(proven(document(TEXT), claim((1, "delivered"), DELIVERY[0], other))) == ["other_sentence"]


def test_a_filler_named_elsewhere_may_bear_a_wrong_number_where_it_stands_once() -> None:
    elsewhere = filler("supplier", 2, "the United States", via="unexpressed")
    here = filler("recipient", 4, "Vilnius"), filler("item", 4, "howitzers", "item_class")
    outcome = proven(document(TEXT), claim((4, "waits for"), elsewhere, *here, stage="ordered"))
    assert outcome.claims[0].fillers("supplier")[0].entity == "USA"


def test_a_trigger_may_bear_a_wrong_number_where_a_core_filler_bears_the_right_one() -> None:
    roles = filler("recipient", 3, "Warsaw"), filler("supplier", 3, "the United States")
    outcome = proven(document(TEXT), claim((2, "ordered"), *roles, stage="ordered"))
    assert outcome.claims[0].trigger.start == TEXT.index("ordered")
    alone = filler("recipient", 2, "Poland")
    assert codes(proven(document(TEXT), claim((2, "ordered"), alone, stage="ordered"))) == ["other_sentence"]


def test_one_wrong_number_is_enough() -> None:
    roles = filler("recipient", 3, "Warsaw"), filler("supplier", 4, "Germany", via="unexpressed")
    assert codes(proven(document(TEXT), claim((2, "ordered"), *roles, stage="ordered"))) == ["other_sentence"]


def test_of_several_places_the_one_that_evokes_the_type_is_taken_and_told() -> None:
    text = "The delivery van stood still while the delivery of Leopard tanks from Germany to Ukraine began."
    roles = filler("item", 1, "Leopard", "system"), filler("supplier", 1, "Germany")
    outcome = proven(document(text), claim((1, "delivery"), *roles, stage="delivering"))
    [found] = outcome.claims
    assert found.trigger.start == text.rindex("delivery")
    assert [note.field for note in outcome.mended[found.id]] == ["trigger"]


def test_whom_a_pronoun_means_is_linked_and_shown_by_the_naming_mention() -> None:
    text = "Poland wants more arms. It ordered Abrams tanks on Monday."
    it = filler("recipient", 2, "It", via="pronoun", named=Quote(1, "Poland"))
    tanks = filler("item", 2, "Abrams tanks", "system")
    [found] = proven(document(text), claim((2, "ordered"), it, tanks, stage="ordered")).claims
    [recipient] = found.fillers("recipient")
    assert (recipient.entity, recipient.text, recipient.via) == ("POL", "Poland", "pronoun")
    bare = filler("recipient", 2, "It", via="pronoun")
    assert codes(proven(document(text), claim((2, "ordered"), bare, tanks, stage="ordered"))) == ["nobody_named"]
