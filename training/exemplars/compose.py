"""Short notation to exemplars: `python -m training.exemplars.compose --lang fr --hand a FILE… > OUT.jsonl`.

A passage is a line `@ unit` (the lexicon unit that it shows), a line with its text, and a line for each claim:

    > type.stage | trigger | role=KEY:words~via & KEY:words; role=… | standing certainty polarity | kind/KEY:words@cue

`KEY` is an entity's key or `-` for a phrase that has none; `#n` after words means their n-th place in the text; the
parts after the roles may be left out: `stated certain affirmed`, no voice. The fourth part also takes `context` (core
is false) and `goes-on=N` (the claim continues the event of the passage's N-th claim). A passage without claims has no
`>` line. A fault is one line naming file and line, and nothing is written.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from foedus.learning.corpus.check import NEVER_CORE, faults
from foedus.learning.corpus.exemplars import Exemplar
from foedus.learning.corpus.format import CorpusDocument
from foedus.model.errors import DataError
from foedus.model.vocabulary import Certainty, Polarity, Standing

_STANDING = set(Standing.__args__)  # type: ignore[attr-defined]
_CERTAINTY = set(Certainty.__args__)  # type: ignore[attr-defined]
_POLARITY = set(Polarity.__args__)  # type: ignore[attr-defined]
_FILLER = re.compile(r"^(?P<key>[A-Za-z0-9.-]+):(?P<words>.+?)(?:~(?P<via>[a-z]+))?$")


def compose(text: str, lang: str, prefix: str, where: str) -> Iterator[dict[str, Any]]:
    """Records of one file, in order. Raises ValueError naming the line."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("@")]
    for count, start in enumerate(starts):
        end = starts[count + 1] if count + 1 < len(starts) else len(lines)
        block = [(number, lines[number].strip()) for number in range(start, end) if lines[number].strip()]
        try:
            yield _record(block, lang, f"{prefix}-{count + 1:04d}")
        except (ValueError, DataError) as error:
            raise ValueError(f"{where}, line {start + 1}: {error}") from error


def _record(block: list[tuple[int, str]], lang: str, name: str) -> dict[str, Any]:
    if len(block) < 2 or block[1][1].startswith(">"):
        raise ValueError("after '@ unit' a line with the text is expected")
    unit, text = block[0][1][1:].strip(), block[1][1]
    if any(not line.startswith(">") for _, line in block[2:]):
        raise ValueError("the text stands on one line; lines after it begin with '>'")
    claims = []
    for number, line in block[2:]:
        try:
            claims.append(claim_of(line[1:].strip()))
        except ValueError as error:
            raise ValueError(f"claim at line {number + 1}: {error}") from error
    record = {"id": name, "synthetic": True, "lang": lang, "style": "exemplar", "unit": unit, "text": text}
    record["claims"] = claims
    _check(record)
    return record


def _check(record: dict[str, Any]) -> None:
    exemplar = msgspec.convert(record, Exemplar)
    document = CorpusDocument(record["id"], True, exemplar.lang, None, exemplar.style, exemplar.text, exemplar.claims)
    found = list(faults(document))
    for claim in exemplar.claims:
        if claim.continues is not None and not 0 <= claim.continues < len(exemplar.claims):
            found.append(f"goes-on names claim {claim.continues + 1}, which is not there")
    if found:
        raise ValueError("; ".join(found))


def claim_of(line: str) -> dict[str, Any]:
    """The record of one claim line, without its `>`. Raises ValueError saying what is wrong."""
    parts = [part.strip() for part in line.split("|")]
    if len(parts) < 3:
        raise ValueError("expected 'type.stage | trigger | roles'")
    kind, dot, stage = parts[0].partition(".")
    if not dot:
        raise ValueError(f"{parts[0]!r} is not TYPE.STAGE")
    claim: dict[str, Any] = {"type": kind, "stage": stage, "trigger": _anchor(parts[1]), "roles": _roles(parts[2])}
    claim.update(standing="stated", certainty="certain", polarity="affirmed", core=kind not in NEVER_CORE)
    for word in parts[3].split() if len(parts) > 3 else ():
        _mark(claim, word)
    claim["voice"] = [_voice(parts[4])] if len(parts) > 4 and parts[4] else []
    return claim


def _mark(claim: dict[str, Any], word: str) -> None:
    if word in _STANDING:
        claim["standing"] = word
    elif word in _CERTAINTY:
        claim["certainty"] = word
    elif word in _POLARITY:
        claim["polarity"] = word
    elif word == "context":
        claim["core"] = False
    elif word.startswith("goes-on="):
        claim["continues"] = int(word.removeprefix("goes-on=")) - 1
    else:
        raise ValueError(f"{word!r} is no standing, certainty or polarity, nor 'context' or 'goes-on=N'")


def _anchor(words: str) -> list[Any]:
    found = re.match(r"^(.*?)(?:#(\d+))?$", words.strip())
    if not found or not found[1]:
        raise ValueError("empty words")
    return [found[1].strip(), int(found[2] or 1)]


def _filler(text: str) -> dict[str, Any]:
    found = _FILLER.match(text.strip())
    if not found:
        raise ValueError(f"filler {text.strip()!r} is not KEY:words or KEY:words~via")
    filler: dict[str, Any] = {"e": None if found["key"] == "-" else found["key"], "t": _anchor(found["words"])}
    if found["via"]:
        filler["via"] = found["via"]
    return filler


def _roles(text: str) -> dict[str, Any]:
    roles = {}
    for part in text.split(";"):
        if not part.strip():
            continue
        role, equals, fillers = part.partition("=")
        if not equals:
            raise ValueError(f"{part.strip()!r} is not ROLE=FILLER")
        roles[role.strip()] = [_filler(filler) for filler in fillers.split(" & ")]
    return roles


def _voice(text: str) -> dict[str, Any]:
    kind, slash, rest = text.partition("/")
    filler, _, cue = rest.partition("@")
    if not slash:
        raise ValueError(f"voice {text!r} is not KIND/KEY:words@cue")
    voice = {**_filler(filler), "k": kind.strip()}
    if cue:
        voice["cue"] = _anchor(cue)
    return voice


def main(argv: list[str] | None = None) -> int:
    """Write the records of all files as JSON lines; 1 and one line where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--lang", choices=("fr", "en", "ru"), required=True)
    parser.add_argument("--hand", required=True, help="letters that name the annotator: part of every id")
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args(argv)
    records: list[dict[str, Any]] = []
    try:
        for path in options.files:
            prefix = f"x{options.lang}-{options.hand}-{path.stem}"
            records += compose(path.read_text(encoding="utf-8"), options.lang, prefix, str(path))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    for record in records:
        print(json.dumps(record, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
