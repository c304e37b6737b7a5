"""`--limit`, and `[limits]` in foedus.toml: what unpacking archives and parsing binary files may cost at most."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from msgspec.structs import replace

from foedus.cli.config import FILE, settings
from foedus.model.errors import DataError, UsageError

if TYPE_CHECKING:
    from foedus.ingest.options import Options

LimitOption = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=NUMBER",
        help="How far archives are unpacked and files parsed: members, depth, ratio, total-size, parse-seconds, "
        "parse-memory; repeatable.",
    ),
]


class _Limit(NamedTuple):
    """The field that a limit sets, and how many of its units the number counts."""

    field: str
    unit: int = 1


_ARCHIVES = {
    "members": _Limit("max_members"),
    "depth": _Limit("max_depth"),
    "ratio": _Limit("max_ratio"),
    "total-size": _Limit("max_total_bytes", 1_000_000_000),
}
_PARSING = {"parse-seconds": _Limit("seconds"), "parse-memory": _Limit("megabytes")}
LIMITS = _ARCHIVES | _PARSING
"""All limits that a user can set, by name."""


def limited(options: "Options", given: Sequence[str]) -> "Options":
    """The options with the limits of foedus.toml, and over them those given as NAME=NUMBER; sets those of parsing.

    DataError where foedus.toml has a wrong one, UsageError where the command line has.
    """
    from foedus.ingest.confined.parsing import ParsingLimits, set_limits  # noqa: PLC0415 - with the room of ingest

    numbers = _of_settings(settings().get("limits", {})) | dict(map(_of_option, given))
    set_limits(replace(ParsingLimits(), **_fields(_PARSING, numbers)))
    return replace(options, **_fields(_ARCHIVES, numbers))


def _fields(limits: Mapping[str, _Limit], numbers: Mapping[str, float]) -> dict[str, int]:
    return {limit.field: int(numbers[name] * limit.unit) for name, limit in limits.items() if name in numbers}


def _of_settings(table: Any) -> dict[str, float]:  # noqa: ANN401 - any TOML
    if not isinstance(table, dict):
        raise DataError(f"{FILE}: [limits] is no table of numbers: write ratio = 200 below it")
    for name, number in table.items():
        wrong = isinstance(number, bool) or not isinstance(number, int | float) or not _is_usable(name, number)
        if name not in LIMITS or wrong:
            raise DataError(f"{FILE}: {name} in [limits] is no limit above 0: there are {', '.join(LIMITS)}")
    return dict(table)


def _of_option(text: str) -> tuple[str, float]:
    name, _, number = (part.strip() for part in text.partition("="))
    try:
        value = float(number)
    except ValueError:
        value = 0
    if name not in LIMITS or not _is_usable(name, value):
        raise UsageError(f"--limit {text!r} is not NAME=NUMBER with a number above 0: there are {', '.join(LIMITS)}")
    return name, value


def _is_usable(name: str, number: float) -> bool:
    """Above zero, and whole where its unit is one; no infinity."""
    return 0 < number < 1e12 and (number == int(number) or name == "total-size")
