"""The shipped lexicons are sound, and their words are taken apart as the matcher needs them."""

import pytest

from foedus.model.errors import DataError
from foedus.model.vocabulary import CLAIM_TYPES, TYPES
from foedus.reader.dates import load_calendar
from foedus.reader.lexicon import check_lexicon, languages, load_lexicon
from foedus.reader.lexicon.words import split_words
from foedus.reader.tools import load_tools
from foedus.reader.unit import Pos

LANGS = languages()


def test_the_three_languages_have_a_lexicon() -> None:
    assert LANGS == ("en", "fr", "ru")


@pytest.mark.parametrize("lang", LANGS)
def test_every_shipped_lexicon_loads_with_units_of_every_type(lang: str) -> None:
    loaded = load_lexicon(lang)
    assert {unit.type for unit in loaded.units} == set(CLAIM_TYPES)
    assert {unit.pos for unit in loaded.units} >= {"verb", "noun"}
    assert loaded.operators
    assert loaded.own is None
    assert load_lexicon(lang, None) is loaded
    assert load_tools(lang).lexicon is loaded
    assert load_calendar(lang) is load_calendar(lang)


@pytest.mark.parametrize("lang", LANGS)
def test_every_shipped_lexicon_stands_its_own_check(lang: str) -> None:
    checked = check_lexicon(lang)
    assert checked.faults == []
    assert checked.lexicon.units == load_lexicon(lang).units


@pytest.mark.parametrize("lang", LANGS)
def test_every_shipped_unit_has_a_stage_of_its_type_and_roles_that_the_type_has(lang: str) -> None:
    for unit in load_lexicon(lang).units:
        spec = TYPES[unit.type]
        assert {unit.stage, unit.habitual or unit.stage, unit.participle or unit.stage} <= set(spec.stages), unit.id
        assert {role for roles in unit.frame.values() for role in roles} <= set(spec.roles), unit.id
        assert unit.words.head, unit.id
        assert unit.words.anchor in unit.words.content, unit.id
        assert len(unit.words.accepted) == len(unit.words.words), unit.id


@pytest.mark.parametrize("lang", LANGS)
def test_the_stages_that_the_future_gives_exist(lang: str) -> None:
    for claim_type, stages in load_lexicon(lang).words["future_stages"].items():
        assert claim_type in CLAIM_TYPES
        for stage in (*stages, *stages.values()):
            assert stage in TYPES[claim_type].stages, (claim_type, stage)


def test_units_stand_in_the_order_of_the_types_so_that_of_equal_senses_the_earlier_wins() -> None:
    order = [CLAIM_TYPES.index(unit.type) for unit in load_lexicon("en").units]
    assert order == sorted(order)


def test_a_word_list_that_a_language_lacks_is_empty() -> None:
    assert load_lexicon("fr").cues("no such list") == frozenset()


def test_a_language_without_lexicon_is_refused_by_name() -> None:
    with pytest.raises(DataError, match="no lexicon for language 'xx': there are en, fr, ru"):
        load_lexicon("xx")


@pytest.mark.parametrize(
    ("lang", "text", "pos", "head", "content", "reflexive"),
    [
        ("fr", "passer une commande", "verb", "passer", ("passer", "commande"), False),
        ("fr", "se doter", "verb", "doter", ("doter",), True),
        ("fr", "s'équiper", "verb", "équiper", ("équiper",), True),
        ("fr", "contrat d'armement", "noun", "contrat", ("contrat", "armement"), False),
        ("fr", "demander à", "verb", "demander", ("demander",), False),
        ("fr", "vente aux enchères", "noun", "vente", ("vente", "enchères"), False),
        ("en", "arms contract", "noun", "contract", ("arms", "contract"), False),
        ("en", "letter of intent", "noun", "letter", ("letter", "intent"), False),
        ("en", "place an order", "verb", "place", ("place", "order"), False),
        ("en", "put in an order for", "verb", "put", ("put", "order"), False),
        ("en", "hand over", "verb", "hand", ("hand",), False),
        ("en", "back", "verb", "back", ("back",), False),
        ("ru", "поставка оружия", "noun", "поставка", ("поставка", "оружия"), False),
        ("ru", "ввести войска в", "verb", "ввести", ("ввести", "войска"), False),
    ],
)
def test_a_unit_is_headed_by_its_first_word_or_an_english_noun_by_its_last(  # noqa: PLR0917
    lang: str, text: str, pos: Pos, head: str, content: tuple[str, ...], reflexive: bool
) -> None:
    words = split_words(lang, text, pos, load_lexicon(lang).small)
    assert words is not None
    assert (words.head, words.reflexive) == (head, reflexive)
    assert tuple(words.words[place] for place in words.content) == content


@pytest.mark.parametrize(
    ("lang", "text", "word", "lemma"),
    [
        ("fr", "vente aux enchères", "enchères", "enchère"),
        ("ru", "поставка оружия", "оружия", "оружие"),
        ("ru", "ввести войска", "войска", "войско"),
    ],
)
def test_a_further_word_is_accepted_as_written_and_by_its_lemma(lang: str, text: str, word: str, lemma: str) -> None:
    words = split_words(lang, text, "noun", load_lexicon(lang).small)
    assert words is not None
    assert {word, lemma} <= words.accepted[words.words.index(word)]


def test_contractions_are_undone_and_determiners_left_out() -> None:
    words = split_words("fr", "mise au point de l'arme", "noun", load_lexicon("fr").small)
    assert words is not None
    assert words.words == ("mise", "à", "point", "de", "arme")


@pytest.mark.parametrize(
    ("lang", "text", "pos"),
    [("fr", "de la", "noun"), ("fr", "à", "verb"), ("en", "the", "noun"), ("en", "", "verb"), ("en", ",", "noun"),
     ("en", "-", "verb"), ("ru", "не", "adverb")],
)  # fmt: skip
def test_words_without_a_meaning_of_their_own_are_no_unit(lang: str, text: str, pos: Pos) -> None:
    assert split_words(lang, text, pos, load_lexicon(lang).small) is None
