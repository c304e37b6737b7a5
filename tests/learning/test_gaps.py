"""Words that the lexicon lacks: found in proven claims, proposed with an entry that fills the gap."""

import json
from pathlib import Path

from msgspec.structs import replace

from foedus.ledger.store import Ledger
from tests.cli.command import foedus
from tests.factories import claim, document
from tests.learning.school import CAREFUL

REPORT = document("Norway decanted ten tanks to Ukraine. Sweden delivered two guns to Ukraine.", outlet=None)
AGAIN = document("On Monday Norway decanted four guns to Estonia.", outlet=None)


def filled(folder: Path) -> None:
    """A ledger of proven claims, two of them by a word that no unit has."""
    told = [
        (REPORT, claim(REPORT, "decanted", supplier="NOR=Norway", recipient="UKR=Ukraine", item="tanks")),
        (REPORT, claim(REPORT, "delivered", supplier="SWE=Sweden", recipient="UKR=Ukraine", item="guns")),
        (AGAIN, claim(AGAIN, "decanted", supplier="NOR=Norway", recipient="EST=Estonia", item="guns")),
    ]
    proven = [(of, replace(one, reader=replace(one.reader, name=CAREFUL))) for of, one in told]
    with Ledger.open(str(folder / "foedus.db")) as ledger:
        ledger.add([(report, [one for of, one in proven if of == report]) for report in (REPORT, AGAIN)])


def test_a_gap_is_told_with_how_often_where_and_what_fills_it(tmp_path: Path) -> None:
    filled(tmp_path)
    done = foedus("lexicon", "gaps", "--format", "jsonl", cwd=tmp_path)
    assert done.code == 0, done.err
    [gap] = [json.loads(line) for line in done.out.splitlines()]
    assert (gap["lang"], gap["words"], gap["pos"], gap["type"], gap["stage"]) == (
        "en",
        "decant",
        "verb",
        "transfer",
        "delivered",
    )
    assert gap["times"] == 2
    assert "decanted" in gap["sentence"]
    words = tmp_path / "words" / "en" / "units"
    words.mkdir(parents=True)
    (words / "mine.yaml").write_text(gap["entry"], encoding="utf-8")
    check = foedus("lexicon", "check", "words", cwd=tmp_path)
    assert check.code == 0, check.err
    filled_in = foedus("lexicon", "gaps", "--lexicon", "words", cwd=tmp_path)
    assert (filled_in.code, filled_in.out) == (0, "")
    assert "no words are missing" in filled_in.err


def test_a_person_reads_the_entry_as_it_stands_in_a_file(tmp_path: Path) -> None:
    filled(tmp_path)
    done = foedus("lexicon", "gaps", "--least", "2", cwd=tmp_path)
    lines = done.out.splitlines()
    assert lines[0] == "decant (en, verb) → transfer: delivered, 2 times"
    assert "  type: transfer" in lines
    assert '          ["decant"]' in lines
    assert foedus("lexicon", "gaps", "--least", "3", cwd=tmp_path).out == ""
