"""`--in`: the language in which treaties and dossiers are told."""

from typing import Annotated

import typer

from foedus.cli.user_language import user_language
from foedus.model.errors import UsageError

_KNOWN = ("en", "fr")

InOption = Annotated[
    str | None,
    typer.Option("--in", metavar="LANG", help="Tell it in this language: en or fr. Else that of the locale, or en."),
]


def told_in(option: str | None) -> str:
    """The language of the option, else of the environment; UsageError where nothing is told in it."""
    if option is not None and option.strip().casefold() not in _KNOWN:
        raise UsageError(f"--in {option!r}: treaties and dossiers are told in {', '.join(_KNOWN)}")
    return user_language(option, _KNOWN)
