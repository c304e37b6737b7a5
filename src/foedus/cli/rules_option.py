"""`--rules`, and the user's own folder of rule files that it or foedus.toml names; the time that a rule may take."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.config import FILE, settings
from foedus.model.errors import DataError, UsageError

if TYPE_CHECKING:
    from foedus.judge.rules.rule import Rule
    from foedus.judge.rules.running import Limits

_SHAPE = "name a folder that holds rule files, NAME.sql"

RulesOption = Annotated[
    str | None,
    typer.Option("--rules", metavar="FOLDER", help="Your own rule files over those shipped; else foedus.toml's."),
]


def rules(option: str | None) -> dict[str, "Rule"]:
    """All rules by name, the user's own in place of shipped ones; DataError where a file is wrong."""
    from foedus.judge.rules.files import load_rules  # noqa: PLC0415 - slow to import

    return load_rules(rules_folder(option))


def rule_limits() -> "Limits":
    """How long a rule may take, by the key `rule_seconds` of foedus.toml, and how many rows it may give."""
    from foedus.judge.rules.running import USUAL  # noqa: PLC0415 - slow to import

    seconds = settings().get("rule_seconds", USUAL.seconds)
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not seconds > 0:
        raise DataError(f"{FILE}: rule_seconds is no number above 0: write rule_seconds = {USUAL.seconds:g}")
    return USUAL._replace(seconds=float(seconds))


def rules_folder(option: str | None) -> Path | None:
    """The folder of the option, else of foedus.toml; None where neither names one."""
    if option is not None:
        if not Path(option).is_dir():
            raise UsageError(f"rules folder {option} is not there: {_SHAPE}")
        return Path(option)
    named = settings().get("rules")
    if named is None:
        return None
    if not isinstance(named, str) or not named:
        raise DataError(f'{FILE}: rules is no path: write rules = "rules"')
    if not Path(named).is_dir():
        raise DataError(f"{FILE}: rules folder {named} is not there: {_SHAPE}")
    return Path(named)
