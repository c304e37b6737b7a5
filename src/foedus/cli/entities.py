"""`foedus entities`: which entities a name means, and which the ledger's claims speak of."""

from typing import TYPE_CHECKING, Annotated

import typer

from foedus.asked.moments import moment
from foedus.cli.filter_options import AsOfOption
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    from foedus.ledger.asking.entities import Met
    from foedus.model.entity import Entity

_NAMES_SHOWN = 2


def entities(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="A name in any language, its beginning, or a key.")
    ] = None,
    *,
    met: Annotated[bool, typer.Option("--met", help="Those that claims of the ledger speak of, instead.")] = False,
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Look up which entities a name means.

    Their keys, kinds and names; without an exact match those whose names begin so. With --met, no name but all
    entities that the ledger's claims speak of, with the number of claims, the most frequent first.

    \b
    Examples:
      foedus entities Biélorussie
      foedus entities S-400
      foedus entities --met --as-of 2024-05
    """
    if met == (name is not None):
        raise UsageError("give a NAME to look up, or --met for those of the ledger")
    if met:
        with open_ledger(ledger) as store:
            found = store.entities(moment(as_of, "--as-of", latest=True))
        emit(found, Look(_met_cells), format=format, out=out, nothing="no claim speaks of a known entity")
        return
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to import as well

    known = Entities.load().find(name or "")
    emit(known, Look(_cells), format=format, out=out, nothing=f"no entity is named {name!r}")


def _met_cells(met: "Met") -> dict[str, str]:
    return {"key": met.key, "kind": met.kind, "name": met.name or "", "claims": str(met.claims)}


def _cells(entity: "Entity") -> dict[str, str]:
    names = {lang: ", ".join(some[:_NAMES_SHOWN]) for lang, some in entity.names.items()}
    return {
        "key": entity.key,
        "kind": entity.kind,
        "state": entity.state or "",
        "names": "; ".join(f"{lang} {some}" for lang, some in sorted(names.items())),
    }
