"""`foedus.toml` in the working folder: the ledger and the parsing pipelines when no option says so."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from foedus.model.errors import DataError, UsageError

FILE = Path("foedus.toml")
DEFAULT_LEDGER = "foedus.db"


def ledger_path(option: str | None) -> str:
    """The ledger of the option, else of foedus.toml, else ./foedus.db."""
    if option is not None:
        return option
    ledger = settings().get("ledger", DEFAULT_LEDGER)
    if not isinstance(ledger, str) or not ledger:
        raise DataError(f'{FILE}: ledger is no file or address: write ledger = "foedus.db"')
    return ledger


def pipeline_choices(options: Sequence[str]) -> dict[str, str]:
    """Language to pipeline, from options like `en=spacy:NAME`, else from foedus.toml."""
    from foedus.language import pipelines  # noqa: PLC0415 - not every command needs the language room

    chosen = settings().get("pipelines", {})
    if not isinstance(chosen, dict) or not all(isinstance(choice, str) for choice in chosen.values()):
        raise DataError(f'{FILE}: [pipelines] is no table of names: write en = "spacy:NAME" below it')
    found = dict(chosen)
    for option in options:
        lang, equals, choice = option.partition("=")
        if not equals:
            raise UsageError(f"--pipeline {option} names no language: write it like en=spacy:NAME")
        found[lang] = choice
    if unknown := sorted(set(found) - set(pipelines.languages())):
        known = ", ".join(pipelines.languages())
        raise UsageError(f"no parsing pipeline for language '{unknown[0]}': there are {known}")
    return found


def settings() -> Mapping[str, Any]:
    """What foedus.toml says; nothing where there is none."""
    try:
        return tomllib.loads(FILE.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:  # TOML and UTF-8 errors are ValueErrors
        raise DataError(f"{FILE} cannot be used: {error}") from error
