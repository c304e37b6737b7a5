"""The tables of names and titles as marked words, for a pass that only asks what kinds of things a text names."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

from foedus.gazetteer.compose import HEAD
from foedus.gazetteer.marks import Demand, Marked
from foedus.gazetteer.source import folder
from foedus.gazetteer.table import read_lines
from foedus.model.vocabulary import Kind

Mark = Callable[[Kind, str, bool], int]
"""The marks of an entity of a kind, by its key; the last tells whether the words surely mean it."""
_DEMANDS: dict[str, Demand] = {"any": "any", "plain": "any", "acute": "any", "upper": "upper"}


def names(lang: str, mark: Mark, directory: Path | None = None) -> Iterator[Marked]:
    """Names, adjectives and capitals as texts of the language have them; borrowed ones where it has none of its own."""
    borrowed: list[Marked] = []
    own: set[str] = set()
    for line in read_lines((directory or folder()) / "compiled" / "aliases.tsv"):
        form, key, kind, _, _, langs, certain, case = line.split("\t")
        if lang not in langs:
            continue
        marks = 0 if kind == HEAD else mark(cast(Kind, kind), key, certain != "no")
        marked = Marked(form, _DEMANDS.get(case, "cap"), marks)
        if lang in langs.split(","):
            own.add(form)
            yield marked
        else:
            borrowed.append(marked)
    yield from (marked for marked in borrowed if marked.form not in own)


def titles(lang: str, mark: Mark, directory: Path | None = None) -> Iterator[Marked]:
    """Titles that name somebody by themselves: "chancellor"."""
    table = ((directory or folder()) / "compiled" / "titles.tsv").read_text("utf-8")
    for line in table.splitlines()[1:]:
        form, _, _, of_lang, _, owners, certain = line.split("\t")
        for owner in owners.split(",") if owners and of_lang == lang and certain == "yes" else ():
            key, kind = owner.split(":")[:2]
            yield Marked(form, "any", mark(cast(Kind, kind), key, True))
