"""The level of a document: one sign is never an alarm, several are, and length asks for more of them."""

import pytest

from foedus.model.document import Note
from foedus.reader.analysis import Analysis
from foedus.reader.garble.assess import assess
from foedus.reader.garble.assessment import WEIGHTS, assessed
from foedus.reader.garble.suspect import Suspect, SuspectKind
from tests.reader.garble.signs import assessment

SPUN = (
    "Le ministre de la Sauvegarde a annoncé un cessez-le-feu. Les forces armées recevront des citernes de combat et "
    "des missiles de croisade, a dit le porte-mot du gouvernement. Le soutien reste whole et everlasting."
)
CLEAN = (
    "Le ministre de la Défense a annoncé un cessez-le-feu. Les forces armées recevront des chars de combat et des "
    "missiles de croisière, a dit le porte-parole du gouvernement. Le soutien reste total et permanent."
)


def suspects(*kinds: SuspectKind) -> list[Suspect]:
    return [Suspect(i, i + 1, chr(97 + i), kind, "a reason") for i, kind in enumerate(kinds)]


@pytest.mark.parametrize("kind", sorted(WEIGHTS))
def test_one_sign_is_never_an_alarm(kind: SuspectKind) -> None:
    assert assessed(suspects(kind), 10).level == "none"


def test_more_signs_make_a_stronger_alarm() -> None:
    four = suspects("calque", "calque", "calque", "calque")
    levels = [assessed(four[:count], 100).level for count in range(5)]
    assert levels == ["none", "none", "some", "strong", "strong"]


def test_a_word_that_comes_again_counts_once() -> None:
    again = [Suspect(i, i + 5, "query", "foreign", "a word of English") for i in range(0, 50, 10)]
    assert assessed(again, 100).level == "none"
    assert len(assessed(again, 100).suspects) == 5


def test_a_long_text_must_have_more_signs() -> None:
    two = suspects("calque", "calque")
    assert assessed(two, 100).level == "some"
    assert assessed(two, 1000).level == "none"


def test_spun_text_is_told_from_the_text_it_was_spun_from() -> None:
    assert assessment(SPUN, "fr").level == "strong"
    assert assessment(CLEAN, "fr").level == "none"
    assert assessment(CLEAN, "fr").suspects == ()


def test_the_note_names_the_signs_and_what_to_do() -> None:
    note = assessment(SPUN, "fr").note
    assert isinstance(note, Note)
    assert note.code == "garbled"
    assert "“ministre de la Sauvegarde”" in note.text
    assert "foreign words" in note.text
    assert "look for the original" in note.text
    assert assessment(CLEAN, "fr").note is None


def test_a_document_of_which_nothing_was_read_is_not_suspect() -> None:
    assert assess("Le armée.", Analysis([], [], [], [], [])).level == "none"
