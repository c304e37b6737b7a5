"""Cues of voice in a user's own lexicon folder: added, dropped, and every fault told in a line."""

from pathlib import Path

import pytest

from foedus.model.document import make_document
from foedus.model.errors import DataError
from foedus.reader.lexicon import load_lexicon
from foedus.reader.read import Reader

SENTENCE = "Le ministre zigouille que la Turquie a remis des drones au Mali."
ADDED = """\
- kind: rumour
  standing: rumoured
  statement: [main]
  adverb: [zigouillement]
"""


def folder(root: Path, text: str) -> Path:
    (root / "fr" / "voice").mkdir(parents=True)
    (root / "fr" / "voice" / "mine.yaml").write_text(text, encoding="utf-8")
    return root


def test_a_cue_of_ones_own_decides(tmp_path: Path) -> None:
    text = "Zigouillement, la Turquie a remis des drones au Mali."
    document = make_document(text, lang="fr", published=None)
    (plain,) = Reader.load().read(document, min_confidence=0).claims
    (own,) = Reader.choosing({}, folder(tmp_path, ADDED)).read(document, min_confidence=0).claims
    assert (plain.standing, own.standing, own.certainty) == ("stated", "rumoured", "possible")


def test_a_dropped_cue_is_gone_and_counted(tmp_path: Path) -> None:
    lexicon = load_lexicon("fr", folder(tmp_path, "- kind: say\n  drop: true\n  verb: [déclarer, zigouiller]\n"))
    assert "déclarer" not in {cue.text for cue in lexicon.voices if cue.pos == "verb"}
    assert lexicon.own is not None
    assert (lexicon.own.dropped, lexicon.own.idle) == (1, ("zigouiller",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- kind: murmur\n  verb: [zigouiller]\n", "line 1: kind 'murmur' is none of say,"),
        ("- kind: say\n  certainty: sure\n  verb: [zigouiller]\n", "line 2: certainty 'sure' is none of certain,"),
        ("- kind: say\n  statement: que\n  verb: [zigouiller]\n", "line 2: statement 'que' is no list: write [que]"),
        ("- kind: say\n  verbs: [zigouiller]\n", "line 2: field 'verbs' is none of"),
        ("- kind: say\n", "line 1: a group has words under verb, noun,"),
        ("- kind: neg\n  adverb: [ne]\n", "line 2: cue 'ne' would match everything: it has no word of its own"),
        ("kind: say\n", "expected a list of groups, each with 'kind', relations and words"),
    ],
)
def test_a_fault_names_file_line_and_remedy(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(DataError) as caught:
        load_lexicon("fr", folder(tmp_path, text))
    assert told in str(caught.value)
    assert "mine.yaml" in str(caught.value)
    assert "\n" not in str(caught.value)
