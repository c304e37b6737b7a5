"""An answer is read claim by claim: what is whole is kept, what is not is told."""

import json

import pytest

from foedus.careful.parse_answer import joined, parsed
from foedus.careful.proof.proving import raw_json
from tests.careful.proof.told import claim, filler

ONE = raw_json(claim((1, "delivered"), filler("supplier", 1, "Germany")))
TWO = raw_json(claim((2, "ordered"), filler("recipient", 2, "Poland"), stage="ordered"))


def test_claims_come_with_their_json_as_it_was_written() -> None:
    spaced = json.dumps(json.loads(ONE), indent=1)
    found = parsed(f'{{"claims": [{spaced}, {TWO}]}}')
    assert [raw for raw, _ in found.claims] == [spaced, TWO]
    assert found.claims[1][1].trigger.quote == "ordered"
    assert found.is_sound


@pytest.mark.parametrize(
    "text", ['{"claims": []}', ' {"claims":[ ] } \n', '```json\n{"claims": []}\n```', '```\n{"claims": []}\n```\n']
)
def test_an_empty_answer_is_sound(text: str) -> None:
    assert parsed(text).is_sound
    assert parsed(text).claims == ()


@pytest.mark.parametrize("thought", ['<think>\nNo: {"claims": [1]} is wrong.\n</think>\n\n', "\n<think></think>"])
def test_what_a_model_thought_aloud_before_its_answer_is_no_fault(thought: str) -> None:
    for answer in (f'{{"claims": [{ONE}]}}', f'```json\n{{"claims": [{ONE}]}}\n```'):
        found = parsed(thought + answer)
        assert [raw for raw, _ in found.claims] == [ONE]
        assert found.is_sound


@pytest.mark.parametrize("text", ['<think>{"claims": []}', '{"claims": []}<think></think>', "<think>so</think> none"])
def test_a_thought_that_does_not_end_or_stands_elsewhere_is_a_fault(text: str) -> None:
    assert not parsed(text).is_sound
    assert parsed(text).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No claims.",
        "[]",
        "null",
        f"[{ONE}]",
        f'Here you are: {{"claims": [{ONE}]}}',
        f'{{"claims": {ONE}}}',
        '{"claim": []}',
    ],
)
def test_anything_but_the_envelope_is_one_fault(text: str) -> None:
    found = parsed(text)
    assert found.claims == ()
    assert len(found.faults) == 1
    assert not found.is_sound


@pytest.mark.parametrize("tail", ["}, and more", '], "more": 1}', "]} I hope this helps", "]}]}", ", ]}"])
def test_what_stands_behind_whole_claims_is_a_fault_and_takes_none_with_it(tail: str) -> None:
    found = parsed(f'{{"claims": [{ONE}{tail}')
    assert len(found.claims) == 1
    assert not found.is_sound


@pytest.mark.parametrize(
    "wrong",
    [
        '{"type": "transfer"}',
        "1",
        '"a text"',
        "null",
        ONE.replace('"transfer"', '"gift"'),
        ONE.replace('"certain"', '"sure"'),
        ONE[:-1] + ', "confidence": 1}',
        ONE.replace('"sentence":1', '"sentence":"1"', 1),
    ],
)
def test_a_claim_that_does_not_fit_is_set_aside_by_itself(wrong: str) -> None:
    found = parsed(f'{{"claims": [{ONE}, {wrong}, {TWO}]}}')
    assert [raw for raw, _ in found.claims] == [ONE, TWO]
    assert [fault.raw for fault in found.faults] == [wrong]
    assert not found.cut


@pytest.mark.parametrize("kept", range(0, len(TWO), 37))
def test_of_an_answer_that_is_cut_whole_claims_are_kept(kept: int) -> None:
    found = parsed(f'{{"claims": [{ONE}, {TWO[:kept]}')
    assert [raw for raw, _ in found.claims] == [ONE]
    assert found.cut
    assert found.faults == ()


def test_a_cut_within_a_fence_is_a_cut() -> None:
    found = parsed(f'```json\n{{"claims": [{ONE}, {TWO[:40]}')
    assert len(found.claims) == 1
    assert found.cut


def test_nesting_without_end_is_no_error() -> None:
    assert parsed('{"claims": [' + "[" * 100_000).claims == ()
    assert parsed('{"claims": [' + '{"a":' * 100_000).cut


def test_answers_of_several_passages_are_one() -> None:
    whole = joined([parsed(f'{{"claims": [{ONE}]}}'), parsed(f'{{"claims": [{TWO}, '), parsed("no")])
    assert len(whole.claims) == 2
    assert whole.cut
    assert len(whole.faults) == 1
