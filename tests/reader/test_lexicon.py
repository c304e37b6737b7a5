"""The lexicons: all that are shipped load; a broken one is refused with file, family and what is allowed."""

from pathlib import Path

import pytest

from foedus.model.errors import DataError
from foedus.model.vocabulary import CLAIM_TYPES, TYPES
from foedus.reader.dates import load_calendar
from foedus.reader.lexicon import Lexicon, load_lexicon
from foedus.reader.tools import load_tools
from foedus.reader.unit import split_words

LANGS = ("fr", "en")
WORDS = """\
determiners: [le, la, un]
prepositions: [de, à]
trailing: [de]
head_last: false
says: [dire]
"""
UNITS = """\
type: transfer
families:
  - stage: delivered
    gate: arms
    verb:
      frame: "subj:supplier obj:item à:recipient"
      units: [livrer, remettre]
  - stage: ordered
    gate: arms
    noun:
      frame: "de:item"
      units: [achat]
"""
OPERATORS = """\
- stages: {transfer: refused}
  control: subj
  verb: [refuser]
- stages: {transfer: intended}
  buying: sought
  verb: [vouloir]
"""


def lexicon(folder: Path, *, words: str = WORDS, units: str = UNITS, operators: str = OPERATORS) -> Lexicon:
    """A lexicon written into a folder and loaded: an absolute path in place of a language's code leads there."""
    (folder / "units").mkdir()
    (folder / "words.yaml").write_text(words, encoding="utf-8")
    (folder / "units" / "transfer.yaml").write_text(units, encoding="utf-8")
    (folder / "operators.yaml").write_text(operators, encoding="utf-8")
    return load_lexicon(str(folder))


def message(folder: Path, *, words: str = WORDS, units: str = UNITS, operators: str = OPERATORS) -> str:
    """What the refusal of a broken lexicon says."""
    with pytest.raises(DataError) as caught:
        lexicon(folder, words=words, units=units, operators=operators)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("lang", LANGS)
def test_every_shipped_lexicon_loads_with_units_of_every_core_type(lang: str) -> None:
    loaded = load_lexicon(lang)
    types = {unit.type for unit in loaded.units}
    assert {"transfer", "production", "deployment", "agreement", "assistance", "attack", "sanction"} <= types
    assert {unit.pos for unit in loaded.units} >= {"verb", "noun"}
    assert loaded.operators
    assert load_tools(lang).lexicon is loaded
    assert load_calendar(lang) is load_calendar(lang)


@pytest.mark.parametrize("lang", LANGS)
def test_every_shipped_unit_has_a_stage_of_its_type_and_roles_that_the_type_has(lang: str) -> None:
    for unit in load_lexicon(lang).units:
        spec = TYPES[unit.type]
        assert {unit.stage, unit.habitual or unit.stage, unit.participle or unit.stage} <= set(spec.stages), unit.id
        assert {role for roles in unit.frame.values() for role in roles} <= set(spec.roles), unit.id
        assert unit.words.anchor, unit.id


@pytest.mark.parametrize("lang", LANGS)
def test_the_stages_that_the_future_gives_exist(lang: str) -> None:
    for claim_type, stages in load_lexicon(lang).words["future_stages"].items():
        assert claim_type in CLAIM_TYPES
        for stage in (*stages, *stages.values()):
            assert stage in TYPES[claim_type].stages, (claim_type, stage)


def test_a_word_list_that_a_language_lacks_is_empty() -> None:
    assert load_lexicon("fr").cues("no such list") == frozenset()


def test_a_language_without_lexicon_is_refused_by_name() -> None:
    with pytest.raises(DataError, match=r"no lexicon for language 'xx': expected data/lexicon/xx/words\.yaml"):
        load_lexicon("xx")


def test_a_sound_lexicon_gives_its_units_and_operators(tmp_path: Path) -> None:
    loaded = lexicon(tmp_path)
    assert [(unit.text, unit.pos, unit.stage) for unit in loaded.units] == [
        ("livrer", "verb", "delivered"),
        ("remettre", "verb", "delivered"),
        ("achat", "noun", "ordered"),
    ]
    assert loaded.units[0].frame == {"subj": ("supplier",), "obj": ("item",), "à": ("recipient",)}
    assert [(operator.text, operator.buying, operator.control) for operator in loaded.operators] == [
        ("refuser", None, "subj"),
        ("vouloir", "sought", None),
    ]
    assert loaded.cues("says") == {"dire"}


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("type: transfer", "type: teleport", "type 'teleport' is none of transfer, production"),
        ("stage: delivered", "stage: thrown", "family 1: stage 'thrown' is none of sought, offered"),
        ("stage: ordered", "stage: signed", "family 2: stage 'signed' is none of sought, offered"),
        ("stage: delivered", "stage: delivered\n    habitual: daily", "family 1: stage 'daily' is none of sought"),
        ("stage: delivered", "stage: delivered\n    participle: past", "family 1: stage 'past' is none of sought"),
        ("gate: arms", "gate: garden", "family 1: gate 'garden' is none of always, arms, force, party, mil"),
        ("à:recipient", "à:neighbour", "family 1: role 'neighbour' is none of supplier, recipient, item"),
        ("de:item", "de:item|cook", "family 2: role 'cook' is none of supplier, recipient, item"),
        ("à:recipient", "recipient", "family 1: frame slot 'recipient' is not RELATION:ROLE"),
        ("à:recipient", ":recipient", "family 1: frame slot ':recipient' is not RELATION:ROLE"),
        ("[livrer, remettre]", "[livrer, livrer]", "family 1: unit 'livrer' stands twice in this file: keep one"),
        ("[achat]", "[achat, envoi, achat]", "family 2: unit 'achat' stands twice in this file: keep one"),
    ],
)
def test_a_fault_in_a_unit_file_is_told_with_file_family_and_what_is_allowed(
    tmp_path: Path, right: str, wrong: str, said: str
) -> None:
    assert right in UNITS
    told = message(tmp_path, units=UNITS.replace(right, wrong, 1))
    assert "units/transfer.yaml" in told
    assert said in told


def test_a_unit_of_two_families_is_told_with_the_second(tmp_path: Path) -> None:
    again = (
        UNITS + '  - stage: offered\n    gate: arms\n    verb:\n      frame: "subj:supplier"\n      units: [livrer]\n'
    )
    assert "units/transfer.yaml, family 3: unit 'livrer' stands twice" in message(tmp_path, units=again)


def test_one_word_may_be_a_verb_and_a_noun(tmp_path: Path) -> None:
    both = UNITS.replace("[achat]", "[livrer]")
    assert [unit.pos for unit in lexicon(tmp_path, units=both).units if unit.text == "livrer"] == ["verb", "noun"]


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("{transfer: refused}", "{transfer: signed}", "operators.yaml, group 1: transfer: signed is no type with its"),
        ("{transfer: intended}", "{teleport: intended}", "operators.yaml, group 2: teleport: intended is no type with"),
        ("buying: sought", "buying: dreamt", "operators.yaml, group 2: stage 'dreamt' does not exist"),
    ],
)
def test_a_fault_in_the_operators_is_told_with_its_group(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    assert right in OPERATORS
    assert said in message(tmp_path, operators=OPERATORS.replace(right, wrong, 1))


@pytest.mark.parametrize("part", ["words", "units", "operators"])
def test_a_file_that_is_no_yaml_is_told_by_name(tmp_path: Path, part: str) -> None:
    with pytest.raises(DataError, match=r"lexicon file (words|transfer|operators)\.yaml cannot be read"):
        lexicon(tmp_path, **{part: "families: [a, b"})


@pytest.mark.parametrize(
    ("lang", "text", "pos", "anchor", "rest", "reflexive"),
    [
        ("fr", "passer une commande", "verb", "passer", ("commande",), False),
        ("fr", "se doter", "verb", "doter", (), True),
        ("fr", "s'équiper", "verb", "équiper", (), True),
        ("fr", "contrat d'armement", "noun", "contrat", ("d'", "armement"), False),
        ("fr", "demander à", "verb", "demander", (), False),
        ("fr", "livraison de", "noun", "livraison", (), False),
        ("en", "arms contract", "noun", "contract", ("arms",), False),
        ("en", "letter of intent", "noun", "letter", ("of", "intent"), False),
        ("en", "place an order", "verb", "place", ("order",), False),
        ("en", "put in an order for", "verb", "put", ("in", "order"), False),
        ("en", "hand over", "verb", "hand", ("over",), False),
        ("en", "sale of", "noun", "sale", (), False),
    ],
)
def test_a_unit_is_anchored_in_its_head_and_leaves_small_words_to_the_frame(  # noqa: PLR0917
    lang: str, text: str, pos: str, anchor: str, rest: tuple[str, ...], reflexive: bool
) -> None:
    words = split_words(text, pos, load_lexicon(lang).small)  # type: ignore[arg-type]
    assert words == (anchor, rest, reflexive)
