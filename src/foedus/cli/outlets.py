"""`foedus outlets`: the table of outlets with their letters."""

from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.outlets_option import OutletsOption, knowledge
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit

if TYPE_CHECKING:
    from foedus.lineage.grading.outlet import Interest
    from foedus.lineage.grading.outlets import Outlets, Row


def outlets(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Name, address or key of an outlet.")] = None,
    outlets: OutletsOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List outlets with their reliability.

    The letter of each, the matters in which it is a party with the letter there, and why. With NAME, the row that a
    page of this name or address, or a voice so called, is judged by.

    \b
    Examples:
      foedus outlets
      foedus outlets "Le Monde"
    """
    table = knowledge(outlets).outlets
    rows = _found(table, name) if name else sorted(table, key=lambda row: row.outlet.id)
    look = Look(_short, _full)
    emit(rows, look, format=format, out=out, nothing=f"no outlet is called {name!r}: it would be graded F")


def _found(table: "Outlets", name: str) -> list["Row"]:
    by_key = [row for row in table if row.outlet.id == name]
    publisher = table.publisher(name, None) or table.of_entity(name)
    return by_key or ([publisher] if publisher else table.within(name))


def _short(row: "Row") -> dict[str, str]:
    outlet = row.outlet
    return {
        "id": outlet.id,
        "name": outlet.name,
        "kind": outlet.kind,
        "seat": outlet.seat or "",
        "control": outlet.control,
        "reliability": outlet.reliability,
        "interest": "; ".join(_interest(one) for one in outlet.interest),
        "why": outlet.note,
    }


def _full(row: "Row") -> dict[str, str]:
    outlet = row.outlet
    return _short(row) | {
        "aliases": "; ".join(outlet.aliases),
        "domains": "; ".join(outlet.domains),
        "owner": outlet.owner or "",
        "entity": outlet.entity or "",
        "verified": "yes" if outlet.verified else "no",
        "row": f"{row.entry.file}, line {row.entry.line}",
    }


def _interest(one: "Interest") -> str:
    where = " ".join(filter(None, (", ".join(one.about), f"in {', '.join(one.topics)}" if one.topics else "")))
    return f"{one.letter} on {where}: {one.why}"
