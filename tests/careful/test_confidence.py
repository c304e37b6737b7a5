"""How sure a proven claim is: what its signs are, that the weights are read, and what the built-in reader adds."""

from msgspec import UNSET
from msgspec.structs import replace

from foedus.careful.alike import is_alike, is_same
from foedus.careful.answer import ToldFiller
from foedus.careful.confidence import load_careful_confidence, signs_of
from foedus.careful.proving import reading_of
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.reader.confidence import with_confidence
from foedus.reader.read import Reader
from tests.careful.proof.told import claim, document, filler, proven

TEXT = "Russia delivered S-400 systems to Turkey. Germany did not deliver Leopard 2 tanks to Poland."
ROLES = (filler("supplier", 1, "Russia"), filler("recipient", 1, "Turkey"), filler("item", 1, "S-400", "system"))


def report() -> Document:
    return document(TEXT)


def one(*roles: ToldFiller) -> Claim:
    """The first sentence's claim, proven."""
    (found,) = proven(report(), claim((1, "delivered"), *(roles or ROLES))).claims
    return found


def test_a_proven_claim_bears_what_the_weights_make_of_its_signs() -> None:
    outcome = proven(report(), claim((1, "delivered"), *ROLES))
    (found,) = outcome.claims
    signs = signs_of(found, report(), outcome.claims, outcome.own.claims)
    assert found.reader.confidence == load_careful_confidence().of(signs)
    assert 0 < found.reader.confidence < 1
    assert round(found.reader.confidence, 3) == found.reader.confidence


def test_every_sign_has_a_weight_and_no_weight_is_idle() -> None:
    whole = one()
    assert set(signs_of(whole, report(), [whole], [])) == set(load_careful_confidence().weights)


def test_signs_say_what_the_built_in_reader_makes_of_the_same_words() -> None:
    whole, without = one(), one(*ROLES[1:])
    assert is_alike(whole, whole)
    assert is_same(whole, without)
    assert not is_alike(whole, without)
    for own, share in (([with_confidence(whole, 0.7)], 0.7), ([with_confidence(without, 0.7)], 0.0), ([], 0.0)):
        assert signs_of(whole, report(), [whole], own)["same core"] == share


def test_signs_say_what_is_empty_negated_told_again_and_where_it_stands() -> None:
    whole, without = one(), one(*ROLES[1:])
    plain = signs_of(whole, report(), [whole, without], [])
    assert (plain["empty roles"], plain["negated"], plain["same type in sentence"]) == (0.0, 0.0, 1.0)
    assert plain["down the text"] == TEXT.index("delivered") / len(TEXT)
    assert signs_of(without, report(), [without], [])["empty roles"] == 1.0
    denied = replace(whole, polarity="negated")
    assert signs_of(denied, report(), [denied], [])["negated"] == 1.0


def test_both_readers_are_surer_than_the_model_alone_and_an_empty_role_makes_less_sure() -> None:
    model, whole, without = load_careful_confidence(), one(), one(*ROLES[1:])
    alone = model.of(signs_of(whole, report(), [whole], []))
    assert model.of(signs_of(whole, report(), [whole], [with_confidence(whole, 0.8)])) > alone
    assert model.of(signs_of(without, report(), [without], [])) < alone


def test_a_reading_keeps_to_the_level_and_counts_what_it_holds_back() -> None:
    outcome = proven(report(), claim((1, "delivered"), *ROLES))
    (found,) = outcome.claims
    assert outcome.own == Reader.load().read(report(), min_confidence=0.0)
    assert found.reader.confidence is not UNSET
    assert reading_of(outcome, found.reader.confidence, with_built_in=False).claims == [found]
    above = reading_of(outcome, found.reader.confidence + 0.001, with_built_in=False)
    assert (above.claims, above.held_back) == ([], 1)
    both = reading_of(outcome, 0.0, with_built_in=True)
    own = [other for other in outcome.own.claims if not is_same(other, found)]
    assert both.claims == [found, *own]
    assert own
