"""The matcher: a unit's words are found in the tree, wherever they stand; the longest unit is told from those in it."""

import pytest

from foedus.language.parse import Sentence
from foedus.language.pipelines import load
from foedus.reader.lexicon import load_lexicon
from foedus.reader.lexicon.words import split_words
from foedus.reader.matching import Hit, Matcher
from foedus.reader.unit import Form, Pos, Unit


def unit(lang: str, text: str, pos: Pos = "verb", stage: str = "ordered", forms: tuple[Form, ...] = ()) -> Unit:
    words = split_words(lang, text, pos, load_lexicon(lang).small)
    assert words is not None
    chosen = frozenset(forms)
    return Unit(text, text, pos, "transfer", stage, None, None, {}, "always", weak=False, forms=chosen, words=words)


def parse(lang: str, text: str) -> Sentence:
    (sentence,) = load(lang).parse(text, [(0, len(text))])
    return sentence


def hits(lang: str, sentence: Sentence, *units: Unit) -> tuple[Hit[Unit], ...]:
    return Matcher(lang, units, load_lexicon(lang).small).hits(sentence)


def found(lang: str, text: str, *units: Unit) -> list[tuple[str, str]]:
    """(unit, its words in the text) of every hit that no longer one holds; each sense of a hit by itself."""
    sentence = parse(lang, text)
    return [
        (sense.text, " ".join(sentence.tokens[i].text for i in hit.tokens))
        for hit in hits(lang, sentence, *units)
        if not hit.nested
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
    assert (
        found(
            "fr",
            "Le ministre, qui a passé un mois à Nice, y a lu sur la plage une longue note sur la commande.",
            unit("fr", "passer commande"),
        )
        == []
    )


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


def test_the_longest_unit_is_told_from_those_that_it_holds() -> None:
    units = (unit("fr", "passer"), unit("fr", "passer commande"))
    assert found("fr", "La Lituanie a passé commande de drones.", *units) == [("passer commande", "passé commande")]
    assert found("fr", "La Lituanie a passé un accord.", *units) == [("passer", "passé")]


def test_a_unit_inside_a_longer_one_is_nested() -> None:
    units = (unit("fr", "passer commande"), unit("fr", "commande", "noun"))
    both = hits("fr", parse("fr", "La Lituanie a passé commande de drones."), *units)
    assert [(hit.senses[0].text, hit.nested) for hit in both] == [("passer commande", False), ("commande", True)]
    assert found("fr", "La Lituanie a passé commande de drones.", *units) == [("passer commande", "passé commande")]
    assert found("fr", "La commande de drones est partie.", *units) == [("commande", "commande")]


def test_all_senses_of_the_same_words_are_kept() -> None:
    units = (unit("en", "order", stage="ordered"), unit("en", "order", stage="sought"))
    (hit,) = hits("en", parse("en", "Ghana ordered tanks."), *units)
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


@pytest.mark.parametrize(
    ("text", "form", "met"),
    [
        ("Les chars ont été livrés.", "passive", True),
        ("La Pologne a livré des chars.", "passive", False),
        ("La Pologne a livré des chars.", "active", True),
        ("Les chars livrés sont vieux.", "attributive", True),
        ("La Pologne a livré des chars.", "attributive", False),
        ("La Pologne veut livrer des chars.", "infinitive", True),
        ("La Pologne livre des chars.", "infinitive", False),
    ],
)
def test_a_form_condition_keeps_the_other_forms_out(text: str, form: Form, met: bool) -> None:
    assert bool(found("fr", text, unit("fr", "livrer", forms=(form,)))) is met


@pytest.mark.parametrize(
    ("text", "form", "met"),
    [("Sanctions were imposed.", "plural", True), ("The sanction was lifted.", "plural", False)],
)
def test_a_noun_may_be_asked_for_its_number(text: str, form: Form, met: bool) -> None:
    assert bool(found("en", text, unit("en", "sanction", "noun", forms=(form,)))) is met


@pytest.mark.parametrize(
    ("text", "name", "pos", "words"),
    [
        ("Россия поставила Индии системы.", "поставить", "verb", "поставила"),
        ("Поставка оружия началась.", "поставка оружия", "noun", "Поставка оружия"),
        ("Москва ввела на остров войска.", "ввести войска", "verb", "ввела войска"),
    ],
)
def test_russian_words_are_met_in_all_their_cases(text: str, name: str, pos: Pos, words: str) -> None:
    assert found("ru", text, unit("ru", name, pos)) == [(name, words)]
