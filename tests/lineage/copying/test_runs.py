"""Only running text makes runs, and quoted words are not the outlet's own."""

from foedus.lineage.copying.fingerprints import WINDOW, fingerprints
from foedus.lineage.copying.runs import runs, runs_of
from foedus.lineage.copying.shingled import shingled

SENTENCE = "The vessels left the yard in the northern port a week ago and reached the delta."


def test_a_text_of_four_words_has_no_run() -> None:
    assert not len(shingled("one two three four").runs)
    assert not len(shingled("one two three four.").all_runs)


def test_a_sentence_of_six_words_is_running_text_and_a_headline_is_not() -> None:
    assert len(shingled("The boats left port at dawn.").runs) == 2
    assert not len(shingled("Arland hands nine boats to Borland after talks\nMenu\nRead also: the river is high").runs)


def test_a_line_of_twenty_words_is_running_text_though_it_was_cut_off() -> None:
    assert len(shingled(" ".join(["boat"] * 20)).runs) == 16
    assert not len(shingled(" ".join(["boat"] * 19)).runs)


def test_a_line_broken_for_its_width_goes_on() -> None:
    broken = SENTENCE.replace("northern ", "northern\n").replace("ago ", "ago\n")
    assert shingled(broken).runs.tolist() == shingled(SENTENCE).runs.tolist()


def test_an_advertisement_between_two_paragraphs_parts_no_run() -> None:
    plain = shingled(f"{SENTENCE}\n{SENTENCE}").runs.tolist()
    assert shingled(f"{SENTENCE}\n\nAdvertisement\n\n{SENTENCE}").runs.tolist() == plain


def test_words_in_quotation_marks_are_not_the_outlets_own() -> None:
    text = "He said: « we shall keep every word of it » and went home before the rain came."
    found = shingled(text)
    own = dict(zip(found.runs.tolist(), found.own.tolist(), strict=True))
    assert not own[run("we shall keep every word")]
    assert own[run("home before the rain came")]
    assert own[run("of it and went home")]


def test_straight_marks_belong_together_within_a_line_only() -> None:
    text = f'A screen of 5" was shown.\n{SENTENCE}\nAnother of 7" was not shown to anyone.'
    assert shingled(text).own.all()


def test_an_opening_mark_that_nothing_closes_quotes_nothing() -> None:
    assert shingled(f"« {SENTENCE} „ {SENTENCE} “{SENTENCE}").own.sum() >= len(shingled(SENTENCE).runs)


def test_no_quotation_reaches_into_the_next_text() -> None:
    found = runs([f"« {SENTENCE}", f"{SENTENCE} »"])
    assert found.own.sum() == 2 * len(shingled(SENTENCE).runs)


def test_any_twenty_runs_in_a_row_have_a_fingerprint_wherever_they_stand() -> None:
    passage = " ".join(f"word{n}" for n in range(WINDOW + 4))
    before, behind = (" ".join(f"{name}{n}" for n in range(90)) for name in ("red", "blue"))
    held = [set(keys) for keys in printed(f"{before} {passage}", f"{passage} {behind}", passage)]
    assert held[0] & held[1] & held[2]


def test_fingerprints_are_few_and_fit_63_bits() -> None:
    text = " ".join(f"word{n}" for n in range(20_000))
    [keys] = printed(text)
    assert 100 < len(keys) / 20 < 120
    assert all(0 <= key < 1 << 63 for key in keys)


def test_a_short_text_has_a_fingerprint_and_a_quoted_one_none() -> None:
    keys = printed(SENTENCE, f"“{SENTENCE}”", "")
    assert keys[0]
    assert keys[1:] == [[], []]


def run(words: str) -> int:
    [found] = runs_of(shingled(words).words).tolist()
    return int(found)


def printed(*texts: str) -> list[list[int]]:
    keys, text_of = fingerprints(runs(texts), 7)
    return [keys[text_of == text].tolist() for text in range(len(texts))]
