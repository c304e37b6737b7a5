"""On a screen: colours unless they are not wanted, nothing wider than it, no word broken that fits."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from foedus.intake.comparing import Comparing
from foedus.ledger.store import Ledger
from tests.cli.command import COMMAND, environment, foedus
from tests.factories import claim, document, voice

WIDTH = 100
ESCAPE = re.compile(r"\x1b\[[\d;]*m")
VIEWS = [["claims"], ["register"], ["sources"], ["contradictions"], ["entities", "Belarus"]]
SENTENCE = (
    "The People's Republic of Arland has delivered 1,200 surface-to-air missiles to the Kingdom of Borland, said the "
    "representative of the Presidency of Defence Industries, although nobody else in the region has seen any of them."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        for polarity, outlet in (("affirmed", "The Gazette of the Harbour"), ("negated", "The Vigil")):
            report = document(f"{SENTENCE} It stood in {outlet}.", outlet=outlet)
            told = claim(
                report,
                "delivered",
                supplier="CHN=People's Republic of Arland",
                recipient="SRB=Kingdom of Borland",
                item="sam=surface-to-air missiles",
                polarity="affirmed" if polarity == "affirmed" else "negated",
                standing="attributed",
                attribution=[voice(report, "representative of the Presidency of Defence Industries")],
            )
            ledger.add([(report, [told])])
        list(Comparing(ledger, tell=print).all())
    return tmp_path


def on_a_screen(words: list[str], folder: Path, **env: str) -> str:
    """What a command writes on a terminal of a hundred columns."""
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [COMMAND, *words],
        cwd=folder,
        stdout=theirs,
        stderr=theirs,
        stdin=theirs,
        env=environment(TERM="xterm", COLUMNS=str(WIDTH), **env),
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        written += piece
    assert done.wait(timeout=60) == 0
    os.close(ours)
    return written.decode().replace("\r\n", "\n")


def results(screen: str) -> list[str]:
    """The lines of the result, without colours and what is told about it."""
    return [line for line in ESCAPE.sub("", screen).split("\n") if not line.startswith("foedus:")]


def test_a_screen_gets_colour_unless_it_wants_none(folder: Path) -> None:
    assert "\x1b[" in on_a_screen(["claims"], folder)
    plain = on_a_screen(["claims"], folder, NO_COLOR="1")
    assert "\x1b[3" not in plain
    assert "delivered" in plain


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view[0])
def test_no_line_is_wider_than_the_screen_and_words_stay_whole(view: list[str], folder: Path) -> None:
    lines = results(on_a_screen(view, folder))
    assert max(map(len, lines)) <= WIDTH
    if view[0] != "entities":
        words = " ".join(lines).split()
        assert {"delivered", "Republic", "Borland"} <= {word.strip(",:;()") for word in words}


def test_a_sentence_is_whole_over_several_lines(folder: Path) -> None:
    for view in ("claims", "contradictions"):
        assert SENTENCE in " ".join(" ".join(results(on_a_screen([view], folder))).split())


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view[0])
def test_a_file_is_as_plain_when_it_is_written_from_a_screen(view: list[str], folder: Path) -> None:
    assert on_a_screen([*view, "--out", "view.txt"], folder) == ""
    assert (folder / "view.txt").read_text() == foedus(*view, cwd=folder).out
