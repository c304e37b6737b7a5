"""A process of its own that reads one paragraph of many characters and tells what it took, as JSON.

python -m tests.reader.big_paragraph CHARACTERS
"""

import json
import sys
import time

from bench.speed.child import peak_mib

from foedus.model.document import make_document
from foedus.reader.read import Reader

CLAIM = "Sweden delivered eight Archer howitzers to Estonia in March 2021, officials said. "
FILLER = "The harbour was quiet that morning while people walked along the quay and talked about the weather. "


def paragraph(characters: int) -> str:
    """A claim, and sentences that make none, in one line."""
    return CLAIM + FILLER * (1 + (characters - len(CLAIM)) // len(FILLER))


def main() -> None:
    """Read it and print notes, seconds of processor time and peak memory."""
    document = make_document(paragraph(int(sys.argv[1])), lang="en")
    began = time.process_time()
    found = Reader.load().read(document)
    seconds = time.process_time() - began
    notes = [note.text for note in found.notes]
    print(json.dumps({"notes": notes, "seconds": seconds, "peak_mib": peak_mib()}))


if __name__ == "__main__":
    main()
