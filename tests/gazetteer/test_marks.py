"""Marked words are found whole, with the capitals that they demand, in all three scripts, at their own offsets."""

from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.gazetteer.fold import fold, keys
from foedus.gazetteer.marks import Demand, Marked, Marks

A, B, C = 1, 2, 4
_NAMES: list[tuple[str, Demand]] = [
    ("Ukraine", "cap"), ("Israël", "cap"), ("O'Higgins", "cap"), ("Côte d'Ivoire", "cap"), ("États-Unis", "cap"),
    ("İzmir", "cap"), ("Œuvre", "any"), ("Россия", "cap"), ("Королёв", "cap"), ("US", "upper"), ("US Army", "cap"),
]  # fmt: skip
_WORDS = {"livre", "army", "поставки", "поставок", "самолёт"}
_MARKS = Marks(
    [Marked(form, demand, A) for form, demand in _NAMES],
    dict.fromkeys(keys(sorted(_WORDS)), B),
)


def found(text: str) -> list[tuple[str, int]]:
    standing = _MARKS.standing(fold(text))
    places = zip(standing.starts.tolist(), standing.ends.tolist(), standing.marks.tolist(), strict=True)
    return [(text[start:end], marks) for start, end, marks in places]


def test_apostrophes_and_hyphens_end_words() -> None:
    assert found("pour l'Ukraine, d’Israël et qu’O’Higgins") == [("Ukraine", A), ("Israël", A), ("O’Higgins", A)]
    assert found("la Côte-d’Ivoire et les États‑Unis") == [("Côte-d’Ivoire", A), ("États‑Unis", A)]
    assert found("pro-Ukraine, Ukraine-Israël") == [("Ukraine", A), ("Ukraine", A), ("Israël", A)]


def test_half_a_word_is_none() -> None:
    assert found("Ukrainegate, délivre, livres, armyworm, поставокам") == []


def test_letters_that_fold_keep_their_offsets() -> None:
    assert found("à İzmir, une œuvre qu'il livre") == [("İzmir", A), ("œuvre", A), ("livre", B)]
    assert found("e\u0301t ŒUVRE e\u0301 livre") == [("ŒUVRE", A), ("livre", B)]
    assert found("😀 Королев или Королёв 😀 Россия") == [("Королев", A), ("Королёв", A), ("Россия", A)]


def test_case_forms_are_told_by_their_endings() -> None:
    assert found("График поставок: поставки и САМОЛЕТ, но не поставками") == [
        ("поставок", B),
        ("поставки", B),
        ("САМОЛЕТ", B),
    ]


def test_capitals_decide_where_they_are_asked_for() -> None:
    assert found("tell us that the US left; Us too") == [("US", A)]
    assert found("ukraine and UKRAINE") == [("UKRAINE", A)]


def test_a_longer_form_has_the_marks_of_those_inside_it() -> None:
    assert found("the US Army") == [("US Army", A | B)]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from([*(name for name, _ in _NAMES), *_WORDS, "œ", "e\u0301", "-", "’", " ", "😀", "x"])))
def test_offsets_are_those_of_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    known = set(keys([name for name, _ in _NAMES])) | set(keys(sorted(_WORDS)))
    for words, marks in found(text):
        assert keys([words])[0] in known
        assert marks
