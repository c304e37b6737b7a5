"""`--lexicon`, and the user's own lexicon folder that it or foedus.toml names."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.config import FILE, settings
from foedus.model.errors import DataError, UsageError

_SHAPE = "name a folder that holds LANG/units/*.yaml or LANG/operators*.yaml"

LexiconOption = Annotated[
    str | None,
    typer.Option(
        "--lexicon", metavar="FOLDER", help="Your own words over the shipped lexicon; else those of foedus.toml."
    ),
]


def lexicon_folder(option: str | None) -> Path | None:
    """The folder of the option, else of foedus.toml; None where neither names one.

    UsageError, or DataError for foedus.toml, where it is no folder or has none of a language.
    """
    if option is not None:
        if wrong := _wrong(Path(option)):
            raise UsageError(f"lexicon folder {option} {wrong}: {_SHAPE}")
        return Path(option)
    named = settings().get("lexicon")
    if named is None:
        return None
    if not isinstance(named, str) or not named:
        raise DataError(f'{FILE}: lexicon is no path: write lexicon = "words"')
    if wrong := _wrong(Path(named)):
        raise DataError(f"{FILE}: lexicon folder {named} {wrong}: {_SHAPE}")
    return Path(named)


def _wrong(folder: Path) -> str | None:
    """What keeps the path from being a lexicon folder."""
    from foedus.reader.lexicon import languages  # noqa: PLC0415 - the reader is slow to import

    if not folder.exists():
        return "is not there"
    if not folder.is_dir():
        return "is no folder"
    if not any((folder / lang).is_dir() for lang in languages()):
        return f"has no folder of a language ({', '.join(languages())})"
    return None
