"""Long documents fall into passages at borders of paragraphs; what can make a claim is asked about once."""

from itertools import pairwise

import pytest

from foedus.careful.numbering import Numbered, numbered
from foedus.careful.passages import Passage, Room, passages
from foedus.model.document import make_document
from foedus.model.errors import InputError

PARAGRAPH = "Norway signed for twelve K9s. They come in 2026. Poland has more of them."
CREDITS = "Reporting by Anna Berg in Oslo; editing by Jan Hall\n\nPhoto: Reuters"
TEXT = "\n\n".join(["Oslo buys howitzers", *[PARAGRAPH] * 6])


def _numbered(text: str = TEXT) -> Numbered:
    return numbered(make_document(text, lang="en"))


def _ten(_: int) -> int:
    return 10


def test_a_short_document_is_one_passage() -> None:
    text = _numbered()
    assert passages(text, _ten, Room(1_000, 50)) == [Passage(1, text.last)]


@pytest.mark.parametrize("room", [Room(100, 50), Room(1_000, 7), Room(60, 4)])
def test_every_sentence_is_asked_about_once_and_within_the_room(room: Room) -> None:
    text = _numbered()
    found = passages(text, _ten, room)
    assert found[0].first == 1
    assert found[-1].last == text.last
    assert all(before.last + 1 == after.first for before, after in pairwise(found))
    for number, one in enumerate(found, 1):
        asked = one.last - one.first + 1
        assert asked <= room.sentences
        assert 10 * (asked + len(one.repeated)) <= room.tokens
        assert (one.number, one.of) == (number, len(found))


def test_passages_end_where_paragraphs_do() -> None:
    text = _numbered()
    ends = [one.last for one in passages(text, _ten, Room(1_000, 7))]
    following = [text.at(end + 1) for end in ends[:-1]]
    assert all(after and after.paragraph != text.sentences[after.number - 2].paragraph for after in following)


def test_headline_lead_and_the_sentences_before_are_shown_again() -> None:
    later = passages(_numbered(), _ten, Room(1_000, 7))[1]
    assert later.repeated == (1, 2, 3, 4, later.first - 2, later.first - 1)


def test_a_paragraph_that_is_too_long_is_cut_between_sentences() -> None:
    text = _numbered(" ".join([PARAGRAPH] * 4))
    assert [(one.first, one.last) for one in passages(text, _ten, Room(1_000, 5))] == [(1, 5), (6, 10), (11, 12)]


def test_a_sentence_that_fits_nowhere_is_one_clear_line() -> None:
    with pytest.raises(InputError, match=r"sentence 1 alone .* max_context_tokens"):
        passages(_numbered(), _ten, Room(8, 50))


def test_a_document_without_words_has_no_passage() -> None:
    assert passages(_numbered(""), _ten, Room(100, 50)) == []


def test_credits_at_the_end_go_along_with_the_passage_before() -> None:
    text = _numbered(f"{TEXT}\n\n{CREDITS}")
    assert [sentence.zone for sentence in text.sentences[-2:]] == ["credit", "credit"]
    found = passages(text, _ten, Room(1_000, 7))
    assert found[-1].last == text.last
    assert [one.first for one in found] == [one.first for one in passages(_numbered(), _ten, Room(1_000, 7))]


def test_credits_that_have_no_room_are_not_asked_about() -> None:
    text = _numbered(f"{TEXT}\n\n{CREDITS}")
    found = passages(text, lambda number: 40 if number > text.last - 2 else 10, Room(60, 50))
    assert found[-1].last == text.last - 2
    assert {one.of for one in found} == {len(found)}


def test_credits_cost_no_sentence_of_an_answer() -> None:
    text = _numbered(f"{PARAGRAPH}\n\n{CREDITS}")
    assert passages(text, _ten, Room(1_000, 3)) == [Passage(1, text.last)]


def test_a_document_of_credits_alone_is_not_asked_about() -> None:
    some = _numbered(CREDITS)
    credits_alone = Numbered(some.text, tuple(one._replace(zone="credit") for one in some.sentences))
    assert passages(credits_alone, _ten, Room(1_000, 50)) == []
