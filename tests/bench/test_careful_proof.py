"""Ideal answers quote what annotators pointed to; corruptions change one thing."""

from collections.abc import Iterator

from bench.accuracy.corpus import files_of
from bench.careful.corrupting import KINDS, corrupted
from bench.careful.ideal import ideal

from foedus.careful.answer import ToldClaim
from foedus.careful.numbering import numbered
from foedus.learning.corpus.format import read
from foedus.model.document import make_document

CASES = [
    (corpus, numbered(make_document(corpus.text, lang=corpus.lang))) for corpus in map(read, files_of("dev")[::16])
]


def quotes_of(told: ToldClaim) -> Iterator[tuple[int, str]]:
    """The quotations of a claim, each with the number of its sentence."""
    yield told.trigger.sentence, told.trigger.quote
    yield from ((one.sentence, one.quote) for one in told.roles)
    yield from ((one.sentence, one.quote) for one in told.voices)


def test_every_quotation_stands_in_its_sentence() -> None:
    found = [
        (numbers.words(number), quote)
        for corpus, numbers in CASES
        for _, told in ideal(corpus, numbers).claims
        for number, quote in quotes_of(told)
    ]
    assert found
    assert all(quote in sentence for sentence, quote in found)


def test_hardly_a_claim_cannot_be_told() -> None:
    answers = [ideal(corpus, numbers) for corpus, numbers in CASES]
    assert sum(answer.untold for answer in answers) <= sum(len(answer.claims) for answer in answers) // 50


def test_corruptions_are_of_all_kinds_and_change_the_claim() -> None:
    found = set()
    for corpus, numbers in CASES:
        answer = ideal(corpus, numbers)
        right = [told for _, told in answer.claims]
        for wrong in corrupted(answer, numbers):
            found.add(wrong.kind)
            assert wrong.told not in right
    assert found == set(KINDS)
