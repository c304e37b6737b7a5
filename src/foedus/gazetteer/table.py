"""The compiled table of aliases: one line a sense, sorted, made from the entity files and committed beside them."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from foedus.model.errors import DataError

TITLE_HEADER = "folded\toffice\trole\tlang\tlevel\tof\tcertain"
HEADER = "folded\tentity\tkind\tvia\tform\tlangs\tcertain\tcase"


class Row(NamedTuple):
    """One alias standing for one entity."""

    folded: str
    entity: str
    kind: str
    via: str
    """Empty for a name."""
    form: str
    langs: str
    """Of the text, with commas; a star after one: borrowed, counts only where the language has no own sense."""
    certain: str
    """yes; no; inside: not at the beginning of a sentence, nor among capitals, where a capital says nothing."""
    case: str
    """any; cap: begins with a capital; upper: capitals throughout; tight: a capital, and no space for the hyphen;
    plural: a capital, and a small s at the end; title: the first and the last word with a capital; plain: no accents
    ("arme", not "armé"); acute: é at the end ("côté")."""


def write(path: Path, rows: Iterable[Row]) -> None:
    """The table as text, sorted so that two runs give the same bytes."""
    lines = [HEADER, *("\t".join(row) for row in sorted(set(rows)))]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def read_lines(path: Path) -> list[str]:
    """The table's lines without the header, sorted by folded form; parsing a line is left to whoever meets it."""
    try:
        lines = path.read_text("utf-8").split("\n")
    except FileNotFoundError as error:
        raise DataError(f"{path}: the alias table is missing; run `python -m foedus.gazetteer.compile`") from error
    if lines[0] != HEADER:
        raise DataError(f"{path}: not an alias table of this version; run `python -m foedus.gazetteer.compile`")
    return lines[1:-1]


def parse(line: str) -> Row:
    return Row(*line.split("\t"))
