"""The language of the user: what an option says, else the locale of the environment (POSIX), else English."""

import os
from collections.abc import Collection, Mapping

from foedus.model.errors import UsageError
from foedus.telling.wording import DEFAULT_LANGUAGE

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""In the order in which POSIX asks them; the first that is set and not empty decides."""


def user_language(given: str | None, known: Collection[str], environment: Mapping[str, str] = os.environ) -> str:
    """One of the known languages; UsageError where the option names another."""
    if given is not None:
        if given.strip().casefold() in known:
            return given.strip().casefold()
        raise UsageError(f"--lang {given!r}: reasons are told in {', '.join(sorted(known))}")
    locale = next((value for name in _VARIABLES if (value := environment.get(name))), "")
    spoken = locale.replace("-", "_").partition("_")[0].partition(".")[0].casefold()
    return spoken if spoken in known else DEFAULT_LANGUAGE
