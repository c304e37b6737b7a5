"""`foedus entities`: which entities a name means, and their keys."""

from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.output import Format, FormatOption, Look, OutOption, emit

if TYPE_CHECKING:
    from foedus.model.entity import Entity

_NAMES_SHOWN = 2


def entities(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any language, its beginning, or a key.")],
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Look up which entities a name means.

    Their keys, kinds and names; without an exact match those whose names begin so.

    \b
    Examples:
      foedus entities Biélorussie
      foedus entities S-400
    """
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to import as well

    emit(Entities.load().find(name), Look(_cells), format=format, out=out, nothing=f"no entity is named {name!r}")


def _cells(entity: "Entity") -> dict[str, str]:
    names = {lang: ", ".join(some[:_NAMES_SHOWN]) for lang, some in entity.names.items()}
    return {
        "key": entity.key,
        "kind": entity.kind,
        "state": entity.state or "",
        "names": "; ".join(f"{lang} {some}" for lang, some in sorted(names.items())),
    }
