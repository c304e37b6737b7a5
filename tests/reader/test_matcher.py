"""The matcher: a unit's words are found in the tree, wherever they stand; the longest unit wins."""

import pytest

from foedus.language.parse import Sentence
from foedus.language.pipelines import load
from foedus.reader.lexicon import load_lexicon
from foedus.reader.matcher import Matcher
from foedus.reader.unit import Pos, Unit, split_words


def unit(lang: str, text: str, pos: Pos = "verb", stage: str = "ordered") -> Unit:
    words = split_words(text, pos, load_lexicon(lang).small)
    return Unit(text, text, pos, "transfer", stage, None, None, {}, "always", words)


def parse(lang: str, text: str) -> Sentence:
    (sentence,) = load(lang).parse(text, [(0, len(text))])
    return sentence


def found(lang: str, text: str, *units: Unit) -> list[tuple[str, str]]:
    """(unit, its words in the text) of every hit; each sense of a hit by itself."""
    sentence = parse(lang, text)
    return [
        (sense.text, " ".join(sentence.tokens[i].text for i in hit.tokens))
        for hit in Matcher(units).hits(sentence)
        for sense in hit.senses
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La Lituanie a passé commande de drones.", "passé commande"),
        ("La Lituanie a passé aussitôt commande de drones.", "passé commande"),
        ("La Lituanie a passé hier une nouvelle commande de drones.", "passé commande"),
    ],
)
def test_other_words_may_stand_between_those_of_a_unit(text: str, words: str) -> None:
    assert found("fr", text, unit("fr", "passer commande")) == [("passer commande", words)]


def test_a_unit_whose_words_are_not_joined_in_the_tree_is_not_met() -> None:
    assert found("fr", "Le ministre a passé un mois à lire la commande.", unit("fr", "passer commande")) == []


def test_a_determiner_in_a_unit_stands_for_any() -> None:
    for text in (
        "La Lituanie a signé un contrat.",
        "La Lituanie a signé le contrat.",
        "La Lituanie a signé ce contrat.",
    ):
        assert [name for name, _ in found("fr", text, unit("fr", "signer un contrat"))] == ["signer un contrat"]


def test_a_reflexive_unit_asks_for_its_pronoun() -> None:
    equip = unit("fr", "se doter")
    assert found("fr", "La Lituanie s'est dotée de canons.", equip) == [("se doter", "dotée")]
    assert found("fr", "La Lituanie s’est dotée de canons.", equip) == [("se doter", "dotée")]
    assert found("fr", "La Lituanie a doté son armée de canons.", equip) == []


def test_the_longest_unit_wins() -> None:
    units = (unit("fr", "passer"), unit("fr", "passer commande"))
    assert found("fr", "La Lituanie a passé commande de drones.", *units) == [("passer commande", "passé commande")]
    assert found("fr", "La Lituanie a passé un accord.", *units) == [("passer", "passé")]


def test_a_unit_inside_a_longer_one_is_left_out() -> None:
    units = (unit("fr", "passer commande"), unit("fr", "commande", "noun"))
    assert found("fr", "La Lituanie a passé commande de drones.", *units) == [("passer commande", "passé commande")]
    assert found("fr", "La commande de drones est partie.", *units) == [("commande", "commande")]


def test_all_senses_of_the_same_words_are_kept() -> None:
    units = (unit("en", "order", stage="ordered"), unit("en", "order", stage="sought"))
    (hit,) = Matcher(units).hits(parse("en", "Ghana ordered tanks."))
    assert [sense.stage for sense in hit.senses] == ["ordered", "sought"]


def test_a_verb_and_a_noun_of_one_form_are_told_apart() -> None:
    noun, verb = unit("en", "order", "noun"), unit("en", "order")
    assert found("en", "Ghana ordered tanks.", noun) == []
    assert found("en", "The order surprised Ghana.", noun) == [("order", "order")]
    assert found("en", "The order surprised Ghana.", verb) == []


@pytest.mark.parametrize(
    ("text", "name", "pos", "words"),
    [
        ("Two arms contracts were signed.", "arms contract", "noun", "arms contracts"),
        ("They signed a letter of intent.", "letter of intent", "noun", "letter of intent"),
        ("Norway handed the tanks over.", "hand over", "verb", "handed over"),
        ("Ghana placed a large order.", "place an order", "verb", "placed order"),
        ("Ghana took delivery of tanks.", "take delivery", "verb", "took delivery"),
    ],
)
def test_english_compounds_and_particles_belong_to_their_unit(text: str, name: str, pos: Pos, words: str) -> None:
    assert found("en", text, unit("en", name, pos)) == [(name, words)]


def test_hits_come_in_text_order() -> None:
    units = (unit("fr", "vendre"), unit("fr", "livrer"))
    text = "La Pologne a vendu des chars et livré des canons."
    assert [name for name, _ in found("fr", text, *units)] == ["vendre", "livrer"]


def test_a_participle_is_met_by_its_lemma() -> None:
    assert found("fr", "Les chars ont été livrés.", unit("fr", "livrer")) == [("livrer", "livrés")]
