"""Passages are the same words at true offsets, whatever the texts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from foedus.lineage.copying.passages import passages
from foedus.lineage.copying.shingled import shingled

WORDS = st.lists(st.sampled_from("red green blue Été ёлка 12 l'eau".split()), max_size=60)
GAPS = st.sampled_from([" ", ", ", "\n", " — "])


@given(WORDS, WORDS, GAPS)
def test_a_passage_reads_the_same_at_both_places(one: list[str], other: list[str], gap: str) -> None:
    first, second = gap.join(one), " ".join(other)
    for span in passages(shingled(first), shingled(second)):
        here = shingled(first[span.origin_start : span.origin_end]).words.tolist()
        there = shingled(second[span.copy_start : span.copy_end]).words.tolist()
        assert here == there
        assert len(here) >= 5


@given(WORDS, WORDS)
def test_passages_of_the_copy_do_not_overlap(one: list[str], other: list[str]) -> None:
    spans = passages(shingled(" ".join(one)), shingled(" ".join(other)))
    assert all(first.copy_end <= second.copy_start for first, second in pairwise(spans))


def test_a_text_is_one_passage_of_itself() -> None:
    text = "Neuf remorqueurs quittent le port à l'aube."
    assert passages(shingled(text), shingled(text)) == ((0, len(text) - 1, 0, len(text) - 1),)


def test_a_run_that_the_origin_has_twice_is_that_of_its_first_place() -> None:
    said = "nine river tugboats left port"
    [span] = passages(shingled(f"{said} and {said}"), shingled(f"Yesterday {said}"))
    assert (span.origin_start, span.origin_end) == (0, len(said))


def test_long_texts_that_differ_late_are_followed_to_where_they_differ() -> None:
    words = [f"word{n}" for n in range(1000)]
    one, other = " ".join(words), " ".join([*words[:700], "else", *words[701:]])
    ends = [(span.copy_start, span.copy_end) for span in passages(shingled(one), shingled(other))]
    assert ends == [(0, other.index(" else")), (other.index("word701"), len(other))]
