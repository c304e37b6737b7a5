"""Own-worded rows of voice and surety, and a reader that answers as their labels say."""

from collections.abc import Sequence
from pathlib import Path

from bench.voice.label import Voice
from bench.voice.rows import Row, load

from foedus.model.claim import Attribution, Cue
from foedus.model.document import Document
from foedus.reader.voice.composing import Heard

OPEN = """\
- id: en-v-001
  construction: inverted verb
  text: |
    “Arland handed over ten tanks,” said the minister in a letter on Tuesday, according to the Daily.
  target: handed
  standing: attributed
  quoted: true
  voices:
    - {who: the minister, kind: person, cue: said, vehicle: in a letter, when: on Tuesday}
    - {who: the Daily, kind: outlet, cue: according to}
- id: en-v-002
  construction: plain
  title: Borland buys tanks
  text: |
    Arland sold tanks. Arland sold guns too.
  target: [sold, 2]
  standing: stated
  voices: []
- id: en-s-001
  construction: denial
  text: |
    Arland did not sell tanks.
  target: sell
  standing: stated
  voices: []
  polarity: negated
- id: en-s-002
  construction: wish
  text: |
    Borland hopes that Arland sells tanks.
  target: sells
  standing: stated
  voices: []
  asserted: false
  certainty: possible
"""
CASE = """\
- id: AC-01-en-1
  construction: tolerated readings
  text: |
    Arland would sell tanks, the minister wrote.
  target: sell
  standing: attributed
  voices: [{who: the minister, kind: person, cue: wrote}]
  certainty: probable
  standing_alt: stated
  voices_alt: []
  quoted_alt: true
  asserted_alt: false
  certainty_alt: possible
"""


def written(folder: Path, **files: str) -> Path:
    """A folder of rows: `open_en=…` is open/en.yaml."""
    for name, text in files.items():
        part, lang = name.split("_")
        (folder / part).mkdir(exist_ok=True)
        (folder / part / f"{lang}.yaml").write_text(text, encoding="utf-8")
    return folder


def own_rows(folder: Path) -> dict[str, Row]:
    """The rows above by id."""
    return {row.id: row for row in load(folder=written(folder, open_en=OPEN, cases_en=CASE))}


def said(row: Row, voice: Voice, when: str | None = None) -> Attribution:
    """A voice as the reader would give it."""
    start, end = row.places(voice.who)[0]
    return Attribution(None, None, voice.kind, voice.who, start, end, voice.cue, voice.vehicle, when)


def heard(row: Row) -> Heard:
    """What a reader hears that is right in everything but dates."""
    label = row.label
    voices = tuple(said(row, voice) for voice in label.voices)
    cues = tuple(Cue("voice", voice.text, voice.start, voice.end) for voice in voices)
    flips = int(label.polarity == "negated")
    reasons = ("as the label has it",) * len(cues)
    return Heard(
        label.standing, voices, label.quoted, label.asserted, label.polarity, label.certainty, flips, cues, reasons
    )


class Knows:
    """Answers the rows that it was given as their labels say, but those of some ids not at all."""

    def __init__(self, rows: Sequence[Row], deaf: Sequence[str] = ()) -> None:
        self._rows = {(row.document.text, row.start, row.end): row for row in rows if row.id not in deaf}

    def heard(self, document: Document, start: int, end: int, /) -> Heard | None:
        """The label of the row whose target it is."""
        row = self._rows.get((document.text, start, end))
        return heard(row) if row else None
