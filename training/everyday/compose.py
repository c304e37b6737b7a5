"""Short notation to documents: `python -m training.everyday.compose --lang fr --out FOLDER FILE…`.

A document is a line `@ id | date | style`, a line for each paragraph (the first is the headline), and after them a
line for each claim in the notation of `training.exemplars.compose`, in text order:

    > type.stage | trigger | role=KEY:words~via & KEY:words; role=… | standing certainty polarity | kind/KEY:words@cue

A fault is one line naming file and line, and nothing is written.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from foedus.learning.corpus.check import faults
from foedus.learning.corpus.format import CorpusDocument
from foedus.model.errors import DataError
from training.exemplars.compose import claim_of


def compose(text: str, lang: str, where: str) -> Iterator[dict[str, Any]]:
    """Records of one file, in order. Raises ValueError naming the line."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("@")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        block = [(number, lines[number].strip()) for number in range(start, end) if lines[number].strip()]
        try:
            yield _record(block, lang)
        except (ValueError, DataError) as error:
            raise ValueError(f"{where}, line {start + 1}: {error}") from error


def _record(block: list[tuple[int, str]], lang: str) -> dict[str, Any]:
    head = [part.strip() for part in block[0][1][1:].split("|")]
    if len(head) != 3 or not all(head):
        raise ValueError("expected '@ id | date | style'")
    paragraphs = [line for _, line in block[1:] if not line.startswith(">")]
    claims = []
    for number, line in block[1:]:
        if line.startswith(">"):
            try:
                claims.append(claim_of(line[1:].strip()))
            except ValueError as error:
                raise ValueError(f"claim at line {number + 1}: {error}") from error
    text = "\n\n".join(paragraphs)
    record = {"id": head[0], "synthetic": True, "lang": lang, "published": head[1], "style": head[2], "text": text}
    found = list(faults(msgspec.convert({**record, "claims": claims}, CorpusDocument)))
    if found:
        raise ValueError("; ".join(found))
    return {**record, "claims": claims}


def main(argv: Sequence[str] | None = None) -> int:
    """Write each document of all files to FOLDER/ID.json; 1 and one line where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--lang", choices=("fr", "en", "ru"), required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args(argv)
    records: list[dict[str, Any]] = []
    try:
        for path in options.files:
            records += compose(path.read_text(encoding="utf-8"), options.lang, str(path))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    for record in records:
        lines = json.dumps(record, ensure_ascii=False, indent=1)
        (options.out / f"{record['id']}.json").write_text(lines + "\n", encoding="utf-8")
    print(f"{len(records)} documents written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
