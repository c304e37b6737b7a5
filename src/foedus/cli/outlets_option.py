"""`--outlets`, and the user's own folder of outlets and rules of grading that it or foedus.toml names."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.config import FILE, settings
from foedus.model.errors import DataError, UsageError

if TYPE_CHECKING:
    from foedus.lineage.grading.reliability import Knowledge

_SHAPE = "name a folder that holds *.yaml with `outlets:`, or rules.yaml"

OutletsOption = Annotated[
    str | None,
    typer.Option(
        "--outlets", metavar="FOLDER", help="Your own outlets over the shipped table; else those of foedus.toml."
    ),
]


def knowledge(option: str | None) -> "Knowledge":
    """What sources are graded by: the table, the rules, and for whom entities speak; DataError where it is wrong."""
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to load, as the next
    from foedus.gazetteer.sides import sides  # noqa: PLC0415 - slow to import as well
    from foedus.lineage.grading.outlets import load_outlets  # noqa: PLC0415 - slow to import as well
    from foedus.lineage.grading.reliability import Knowledge  # noqa: PLC0415 - slow to import as well
    from foedus.lineage.grading.rules import load_rules  # noqa: PLC0415 - slow to import as well
    from foedus.lineage.grading.wording import load_wording  # noqa: PLC0415 - slow to import as well

    own = outlets_folder(option)
    entities, rules = Entities.load(), load_rules(own)
    outlets = load_outlets(rules, own, lambda key: entities.get(key) is not None)
    return Knowledge(outlets, rules, lambda key, on: sides(entities, key, on), load_wording())


def outlets_folder(option: str | None) -> Path | None:
    """The folder of the option, else of foedus.toml; None where neither names one."""
    if option is not None:
        if not Path(option).is_dir():
            raise UsageError(f"outlets folder {option} is not there: {_SHAPE}")
        return Path(option)
    named = settings().get("outlets")
    if named is None:
        return None
    if not isinstance(named, str) or not named:
        raise DataError(f'{FILE}: outlets is no path: write outlets = "outlets"')
    if not Path(named).is_dir():
        raise DataError(f"{FILE}: outlets folder {named} is not there: {_SHAPE}")
    return Path(named)
