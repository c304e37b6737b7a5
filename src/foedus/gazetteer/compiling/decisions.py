"""Decisions on single forms that an analyst made by hand (data/entities/decisions/forms.tsv)."""

from functools import cache
from typing import NamedTuple

from foedus.gazetteer.source import folder
from foedus.model.errors import DataError

WAYS = ("yes", "no", "inside", "upper", "drop")
HEADER = ["folded", "lang", "entity", "decision", "reason"]


class Decision(NamedTuple):
    folded: str
    lang: str
    """Of the text; * for all."""
    entity: str
    """* for all."""
    decision: str
    reason: str


@cache
def decisions() -> tuple[Decision, ...]:
    """All decisions, as the file orders them; a DataError that names the line where one cannot be read."""
    path = folder() / "decisions" / "forms.tsv"
    found: list[Decision] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        fields = line.split("\t")
        if line.startswith("#") or fields == HEADER:
            continue
        if len(fields) != len(HEADER) or not all(fields):
            raise DataError(
                f"{path.name}, line {number}: needs {len(HEADER)} tab-separated fields: {', '.join(HEADER)}"
            )
        if fields[3] not in WAYS:
            raise DataError(f"{path.name}, line {number}: decision `{fields[3]}` is none of {', '.join(WAYS)}")
        found.append(Decision(*fields))
    return tuple(found)


@cache
def _index() -> dict[tuple[str, str, str], str]:
    return {(each.folded, each.lang, each.entity): each.decision for each in decisions()}


def decided(folded: str, lang: str, entity: str) -> str | None:
    """The decision on a form, the most exact first; None where there is none."""
    index = _index()
    for language in (lang, "*"):
        for key in (entity, "*"):
            way = index.get((folded, language, key))
            if way:
                return way
    return None
