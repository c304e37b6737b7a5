"""Layers on a text: whatever overlaps, what is laid nests, and nothing of text or stretches is lost."""

from hypothesis import given
from hypothesis import strategies as st

from foedus.telling.layers import Layer, clipped, layered, tokens

TEXT = "They never really delivered the tanks."

Stretch = tuple[int, int, int]
AT = 50


@st.composite
def stretches(draw: st.DrawFn) -> list[Stretch]:
    """Some stretches of TEXT, which begins at AT, each with its number."""
    place = st.integers(AT, AT + len(TEXT))
    pairs = draw(st.lists(st.tuples(place, place), max_size=9))
    return [(min(pair), max(pair), number) for number, pair in enumerate(pairs)]


def covered(layers: list[Layer[int]], number: int) -> list[int]:
    """Every offset that the pieces of a stretch lie on, as often as they do."""
    return [at for one in layers if one.what == number for at in range(one.start, one.end)]


@given(stretches())
def test_each_stretch_is_covered_once_and_to_the_character(given_: list[Stretch]) -> None:
    laid = layered(given_)
    for start, end, number in given_:
        assert covered(laid, number) == list(range(start, end))


@given(stretches())
def test_layers_nest(given_: list[Stretch]) -> None:
    laid = layered(given_)
    for place, one in enumerate(laid):
        for other in laid[place + 1 :]:
            assert other.start >= one.end or other.end <= one.end


@given(stretches())
def test_each_stretch_has_one_first_and_one_last_piece(given_: list[Stretch]) -> None:
    laid = layered(given_)
    for start, end, number in given_:
        pieces = [one for one in laid if one.what == number]
        assert [one.start for one in pieces if one.first] == ([start] if start < end else [])
        assert [one.end for one in pieces if one.last] == ([end] if start < end else [])


@given(stretches())
def test_tokens_give_the_text_and_close_what_they_open(given_: list[Stretch]) -> None:
    laid = layered(given_)
    told, open_, opened = "", [], []
    for token in tokens(TEXT, AT, laid):
        if token.kind == "text":
            told += token.text
        elif token.kind == "open":
            assert token.layer is not None
            assert AT + len(told) == token.layer.start
            open_.append(token.layer)
            opened.append(token.layer)
        else:
            assert token.layer is not None
            assert token.layer == open_.pop()
            assert AT + len(told) == token.layer.end
    assert told == TEXT
    assert not open_
    assert opened == laid


def test_a_crossing_one_is_cut_where_the_first_ends() -> None:
    assert layered([(0, 10, "a"), (5, 15, "b")]) == [
        Layer(0, 10, "a"),
        Layer(5, 10, "b", first=True, last=False),
        Layer(10, 15, "b", first=False, last=True),
    ]


def test_of_the_same_words_the_first_given_lies_outside() -> None:
    assert [one.what for one in layered([(3, 9, "outer"), (3, 9, "inner")])] == ["outer", "inner"]


def test_what_lies_beyond_a_stretch_is_cut_off() -> None:
    given_ = [(0, 5, "before"), (3, 12, "in"), (2, 30, "over"), (20, 25, "behind")]
    assert list(clipped(5, 15, given_)) == [(5, 12, "in"), (5, 15, "over")]
