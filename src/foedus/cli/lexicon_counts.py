"""What `foedus lexicon check` finds: the lexicons with their faults, and how many entries they have."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from foedus.cli.table import Row
from foedus.model.errors import DataError
from foedus.model.vocabulary import CLAIM_TYPES
from foedus.reader.lexicon import Lexicon, check_lexicon, languages, strays


class Examined(NamedTuple):
    """The lexicons that there are, every fault, and what is worth knowing though nothing is wrong; a line each."""

    lexicons: Sequence[Lexicon]
    faults: Sequence[str]
    notes: Sequence[str]


def examine(own: Path | None) -> Examined:
    """All languages read to their ends, with a user's folder over them."""
    lexicons: list[Lexicon] = []
    faults = list(strays(own)) if own else []
    for lang in languages():
        try:
            checked = check_lexicon(lang, own)
        except DataError as error:  # without its word lists nothing of a language can be read
            faults.append(str(error))
            continue
        lexicons.append(checked.lexicon)
        faults.extend(checked.faults)
    notes = [f"{own}: {note}" for lexicon in lexicons if (note := idle(lexicon))]
    return Examined(lexicons, faults, notes)


def idle(lexicon: Lexicon) -> str | None:
    """That a user's folder drops what is not there, which may be a slip."""
    if lexicon.own is None or not lexicon.own.idle:
        return None
    words = ", ".join(lexicon.own.idle)
    return f"{lexicon.lang} drops what the shipped lexicon does not have as this type and part of speech: {words}"


def counts(lexicons: Sequence[Lexicon]) -> Iterator[Row]:
    """Rows of a table: a line for each type, a column for each language."""
    types = [Counter(unit.type for unit in lexicon.units) for lexicon in lexicons]
    for claim_type in CLAIM_TYPES:
        yield _row(f"{claim_type} units", lexicons, [found[claim_type] for found in types])
    yield _row("units", lexicons, [len(lexicon.units) for lexicon in lexicons])
    yield _row("operators", lexicons, [len(lexicon.operators) for lexicon in lexicons])
    if any(lexicon.own for lexicon in lexicons):
        for did in ("added", "replaced", "dropped"):
            own = [getattr(lexicon.own, did) if lexicon.own else 0 for lexicon in lexicons]
            yield _row(f"{did} by your own", lexicons, own)


def _row(what: str, lexicons: Sequence[Lexicon], numbers: Sequence[int]) -> Mapping[str, str]:
    cells = {lexicon.lang: f"{number}" for lexicon, number in zip(lexicons, numbers, strict=True)}
    return {"what": what} | cells
