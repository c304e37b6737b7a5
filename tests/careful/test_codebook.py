"""The codebook: whole, one version for all its files, and its worked examples are answers that could be given."""

import jsonschema
import msgspec
import pytest

from foedus.careful.answer import Quote, ToldClaim
from foedus.careful.codebook import LANGUAGES, VERSION_DIGITS, load_codebook
from foedus.careful.example_text import answer_json, short
from foedus.careful.examples import Example, load_examples
from foedus.careful.numbering import SILENT, numbered
from foedus.careful.parse_answer import parsed
from foedus.careful.schema import answer_schema
from foedus.careful.tokens import tokens_of
from foedus.careful.type_table import load_type_table
from foedus.model.vocabulary import TYPES

EXAMPLES = [
    pytest.param(example, id=f"{lang}-{number}")
    for lang in LANGUAGES
    for number, example in enumerate(load_examples(lang), 1)
]


def _quotes(claim: ToldClaim) -> list[Quote]:
    found = [claim.trigger, *(Quote(one.sentence, one.quote) for one in claim.roles)]
    found += [one.stands_for for one in claim.roles if one.stands_for]
    found += [Quote(one.sentence, one.quote) for one in (claim.quantity, claim.value, *claim.voices) if one]
    found += [Quote(one.sentence, one.cue) for one in claim.voices if one.cue]
    return found + [one.words for one in (claim.when, claim.due) if one and one.words]


def test_the_table_of_types_is_that_of_the_contract() -> None:
    table = load_type_table()
    assert list(table) == list(TYPES)
    assert all(entry.meaning for entry in table.values())


def test_the_version_is_one_and_short() -> None:
    codebook = load_codebook()
    assert len(codebook.version) == VERSION_DIGITS
    assert int(codebook.version, 16) >= 0
    assert set(codebook.texts) == set(LANGUAGES)


def test_every_language_has_a_text_with_all_types_and_its_own_notes() -> None:
    codebook = load_codebook()
    for lang in LANGUAGES:
        assert all(f"## {claim_type}" in codebook.of(lang) for claim_type in TYPES)
    assert len({codebook.of(lang) for lang in LANGUAGES}) == len(LANGUAGES)
    assert codebook.of("de") == codebook.of("en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_prompt_stays_within_its_size(lang: str) -> None:
    assert 8_000 < tokens_of(load_codebook().of(lang)) < 16_000


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_has_examples_with_and_without_claims(lang: str) -> None:
    examples = load_examples(lang)
    assert len(examples) >= 5
    assert any(not example.claims for example in examples)
    assert {example.lang for example in examples} == {lang}


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_worked_answer_fits_the_schema_and_is_parsed_whole(example: Example) -> None:
    answer = answer_json(example.answer)
    jsonschema.validate(msgspec.json.decode(answer), answer_schema())
    found = parsed(answer)
    assert tuple(told for _, told in found.claims) == example.answer
    assert found.is_sound


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_quotations_of_a_worked_answer_stand_where_it_says(example: Example) -> None:
    text = numbered(example.document)
    for claim in example.answer:
        wrong = [one for one in _quotes(claim) if one.quote not in text.words(one.sentence)]
        assert wrong == []
        home = text.at(claim.trigger.sentence)
        assert home is not None
        assert home.zone not in SILENT


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_worked_answer_keeps_to_the_contract(example: Example) -> None:
    for claim in example.answer:
        spec = TYPES[claim.type]
        assert claim.stage in spec.stages
        assert {one.role for one in claim.roles} <= set(spec.roles)
        assert {one.role for one in claim.roles} & set(spec.core)
        assert bool(claim.voices) == (claim.standing not in ("stated", "rumoured"))


def test_examples_show_every_scored_type() -> None:
    shown = {claim.type for lang in LANGUAGES for example in load_examples(lang) for claim in example.claims}
    unscored = {"possession", "hostilities", "diplomacy", "meeting", "displacement"}
    assert shown >= set(TYPES) - unscored


@pytest.mark.parametrize("lang", LANGUAGES)
def test_examples_leave_open_the_supplier_whom_nothing_names(lang: str) -> None:
    transfers = [one for example in load_examples(lang) for one in example.answer if one.type == "transfer"]
    open_ones = [one for one in transfers if "supplier" not in {filler.role for filler in one.roles}]
    assert [one.stage for one in open_ones] == ["ordered"]
    assert {filler.role for filler in open_ones[0].roles} == {"recipient", "item"}


def test_a_claim_in_short_says_only_what_is_not_usual() -> None:
    claim = load_examples("en")[0].answer[3]
    assert short(claim) == (
        'transfer delivered [4]"given none of them away"; supplier [4]"Oslo" (state, metonym); '
        'item [4]"them" (system, pronoun for [2]"K9"); negated'
    )
