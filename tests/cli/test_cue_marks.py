"""Cues in their sentence: side by side, inside one another, crossing, in brackets and in colours."""

import re

from hypothesis import given
from hypothesis import strategies as st

from foedus.cli.cue_marks import legend, marked
from foedus.telling.marks import Mark
from foedus.telling.places import places
from tests.factories import claim, document, voice

TEXT = "They never really delivered the tanks, it is said."
NAMES = {kind: kind for kind in ("trigger", "negation", "hedge", "voice", "tense", "source")}


def mark(words: str, *kinds: str) -> Mark:
    """A mark over the words' first place, as if the text began at 100."""
    start = 100 + TEXT.index(words)
    return Mark(start, start + len(words), kinds)


def shown(*marks: Mark, colour: bool = False) -> str:
    return marked(TEXT, 100, marks, NAMES, colour=colour)


def test_cues_stand_in_brackets_with_their_kind() -> None:
    assert shown() == TEXT
    assert shown(mark("said", "voice"), mark("never", "negation")) == (
        "They [never|negation] really delivered the tanks, it is [said|voice]."
    )


def test_the_same_words_have_all_their_kinds_once() -> None:
    twice = (mark("delivered", "trigger"), mark("delivered", "tense"), mark("delivered", "trigger"))
    assert "really [delivered|trigger, tense] the" in shown(*twice)


def test_a_cue_inside_another_stands_inside_it() -> None:
    inside = (mark("really", "hedge"), mark("never really delivered", "negation"), mark("delivered", "trigger"))
    assert shown(*inside).startswith("They [never [really|hedge] [delivered|trigger]|negation] the tanks")


def test_cues_that_cross_are_cut_and_lose_no_word() -> None:
    crossing = (mark("never really", "negation"), mark("really delivered", "trigger"))
    assert shown(*crossing).startswith("They [never [really|trigger]|negation][ delivered|trigger] the tanks")
    assert re.sub(r"\[|\|\w+\]", "", shown(*crossing)) == TEXT


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 9), st.sampled_from("xyz")), max_size=8))
def test_however_cues_lie_every_letter_stays_and_has_just_its_kinds(given: list[tuple[int, int, str]]) -> None:
    text, names = "abcdefghi", {"x": "x", "y": "y", "z": "z"}
    marks = [Mark(start, end, (kind,)) for start, end, kind in given if start < end]
    covered: dict[str, set[str]] = {letter: set() for letter in text}
    open_: list[str] = []
    for part in re.findall(r"\[|\|[xyz, ]+\]|[a-i]", marked(text, 0, marks, names, colour=False)):
        if part == "[":
            open_.append("")
        elif part[0] == "|":
            for letter in open_[-1]:
                covered[letter] |= set(part[1:-1].split(", "))
            inner = open_.pop()
            if open_:
                open_[-1] += inner
        elif open_:
            open_[-1] += part
    assert covered == {
        letter: {kind for mark in marks for kind in mark.kinds if mark.start <= at < mark.end}
        for at, letter in enumerate(text)
    }


def test_breaks_of_a_line_do_not_break_the_sentence() -> None:
    assert marked("was\n  delivered", 0, [Mark(6, 15, ("trigger",))], NAMES, colour=False) == "was [delivered|trigger]"


def test_colours_take_the_place_of_brackets_and_end_with_their_cue() -> None:
    marks = (mark("never really delivered", "negation"), mark("delivered", "trigger"))
    painted = shown(*marks, colour=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == TEXT
    red, own, plain = "\x1b[1;4;31m", "\x1b[1;4;39m", "\x1b[0m"
    assert f"They {plain}{red}never really {plain}{own}delivered{plain}{red}{plain} the tanks" in painted
    assert legend(marks, NAMES) == f"{red}negation{plain}  {own}trigger{plain}"


def test_cues_of_other_places_have_their_own_sentences_in_the_order_of_the_text() -> None:
    report = document("Mr Aran came. He smiled. Arland sent tanks. Nobody asked. So he said on Friday.")
    one = claim(
        report,
        "sent",
        standing="attributed",
        attribution=[voice(report, "Mr Aran", cue="said")],
        cues=[("voice", "said")],
    )
    found = list(places(one, report.text))
    assert [(place.own, place.text) for place in found] == [
        (True, "Arland sent tanks."),
        (False, "Mr Aran came."),
        (False, "So he said on Friday."),
    ]
    assert all(report.text[place.start : place.end] == place.text for place in found)
    assert [place.own for place in places(one, None)] == [True]
