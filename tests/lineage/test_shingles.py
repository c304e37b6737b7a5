"""Passages are the same words at true offsets, whatever the texts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from foedus.lineage.shingles import passages, shingled

WORDS = st.lists(st.sampled_from("red green blue Été ёлка 12 l'eau".split()), max_size=60)
GAPS = st.sampled_from([" ", ", ", "\n", " — "])


@given(WORDS, WORDS, GAPS)
def test_a_passage_reads_the_same_at_both_places(one: list[str], other: list[str], gap: str) -> None:
    first, second = gap.join(one), " ".join(other)
    for span in passages(shingled(first), shingled(second)):
        here = [word.form for word in shingled(first[span.origin_start : span.origin_end]).words]
        there = [word.form for word in shingled(second[span.copy_start : span.copy_end]).words]
        assert here == there
        assert len(here) >= 5


@given(WORDS, WORDS)
def test_passages_of_the_copy_do_not_overlap(one: list[str], other: list[str]) -> None:
    spans = passages(shingled(" ".join(one)), shingled(" ".join(other)))
    assert all(first.copy_end <= second.copy_start for first, second in pairwise(spans))


def test_a_text_is_one_passage_of_itself() -> None:
    text = "Neuf remorqueurs quittent le port à l'aube."
    assert passages(shingled(text), shingled(text)) == ((0, len(text) - 1, 0, len(text) - 1),)


def test_a_text_of_four_words_has_no_shingle() -> None:
    assert not shingled("one two three four").places


def test_words_in_quotation_marks_are_not_the_outlets_own() -> None:
    text = "He said: « we shall keep every word of it » and went home before the rain came."
    own = shingled(text).own
    assert ("we", "shall", "keep", "every", "word") not in own
    assert ("home", "before", "the", "rain", "came") in own
