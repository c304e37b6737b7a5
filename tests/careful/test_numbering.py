"""Sentences keep their numbers: they depend on the stored text alone."""

from foedus.careful.numbering import SILENT, numbered
from foedus.model.document import make_document

REPORT = (
    "Oslo buys howitzers\n\n"
    "OSLO, March 12 - Norway signed for twelve K9s on Monday. They come in 2026.\n\n"
    "Photo: Armed Forces\n\n"
    'The minister [on the left] said: "It was time." Nobody else spoke.\n\n'
    "Subscribe to our newsletter"
)


def _of(text: str, lang: str = "en") -> list[tuple[int, str, str]]:
    found = numbered(make_document(text, lang=lang))
    return [(one.number, one.zone, found.words(one.number)) for one in found.sentences]


def test_every_sentence_has_a_number_in_text_order() -> None:
    told = _of(REPORT)
    assert [number for number, _, _ in told] == list(range(1, len(told) + 1))
    assert told[0] == (1, "headline", "Oslo buys howitzers")
    assert (3, "lead", "Norway signed for twelve K9s on Monday.") in told


def test_credits_and_datelines_are_numbered_and_marked_and_notices_left_out() -> None:
    told = _of(REPORT)
    assert {zone for _, zone, _ in told} >= SILENT
    assert not any("newsletter" in words for _, _, words in told)


def test_brackets_stay_in_their_sentence() -> None:
    assert any("[on the left]" in words for _, _, words in _of(REPORT))


def test_numbers_and_places_answer_each_other() -> None:
    found = numbered(make_document(REPORT, lang="en"))
    for sentence in found.sentences:
        assert found.at(sentence.number) == sentence
        assert found.holding(sentence.start) == sentence
        assert found.holding(sentence.end - 1) == sentence
    assert found.at(0) is None
    assert found.at(found.last + 1) is None
    assert found.words(found.last + 1) == ""
    assert found.holding(len("Oslo buys howitzers")) is None
    assert found.holding(len(REPORT) - 1) is None


def test_a_text_without_words_has_no_sentence() -> None:
    assert _of("") == []
    assert numbered(make_document("***", lang="und")).last == 0


def test_a_language_without_lexicon_is_numbered_too() -> None:
    assert len(_of("Das Heer kaufte zwei Panzer. Sie kamen im Mai.", lang="de")) == 2
