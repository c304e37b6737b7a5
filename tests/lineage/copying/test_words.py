"""Words are the same words however they are cased, marked, quoted or broken at a line's end."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.lineage.copying.shingled import all_shingled, shingled

TEXTS = st.text(st.sampled_from("aé ж-\n\u0301\u00ad«»\"“”„.,œ’'9\U0001f600\ud800"), max_size=60)
ANY = st.text(max_size=80)


def words(text: str) -> list[int]:
    found: list[int] = shingled(text).words.tolist()
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Neuf REMORQUEURS", "neuf remorqueurs"),
        ("l’été à l’œuvre", "L'ete a l'oeuvre"),
        ("e\u0301te\u0301", "été"),
        ("йод, ёлка", "и\u0306од, елка"),
        ("co-operation", "cooperation"),
        ("ŒUVRE œuvrŒr cœur", "oeuvre oeuvroer coeur"),
        ("ﬁeﬂd straße", "fiefld strasse"),
        ("co-\noperation", "cooperation"),
        ("coope\u00adration", "cooperation"),
        ("С-400", "C-400"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_one_word_has_one_number_however_it_is_written(one: str, other: str) -> None:
    assert words(one) == words(other)


def test_a_dash_and_an_apostrophe_part_words() -> None:
    assert len(words("l'été — enfin, a - b")) == 5


@given(st.lists(TEXTS | ANY, max_size=5))
def test_texts_cut_together_are_cut_as_alone(texts: list[str]) -> None:
    for alone, together in zip(map(shingled, texts), all_shingled(texts), strict=True):
        assert alone.words.tolist() == together.words.tolist()
        assert alone.starts.tolist() == together.starts.tolist()
        assert alone.ends.tolist() == together.ends.tolist()
        assert alone.runs.tolist() == together.runs.tolist()
        assert alone.own.tolist() == together.own.tolist()


@given(TEXTS | ANY)
def test_offsets_are_those_of_the_text(text: str) -> None:
    found = shingled(text)
    ends = [0, *found.ends.tolist()]
    for start, end, before in zip(found.starts.tolist(), found.ends.tolist(), ends, strict=False):
        assert before <= start < end <= len(text)
        assert any(sign.isalnum() for sign in text[start:end])


@pytest.mark.parametrize("sign", ["a", "œ", "a-", "\u0301a"])
def test_a_giant_word_is_one_word(sign: str) -> None:
    assert len(words(sign * 300_000)) == 1


def test_numbers_are_the_same_in_every_process() -> None:
    code = "from foedus.lineage.copying.shingled import shingled; print(shingled('Neuf bateaux').words.tolist())"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == str(words("neuf bateaux")) == "[5724015992948873117, 12545029884389049396]"
