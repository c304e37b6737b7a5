"""Paths to files: folders are walked in sorted order; hidden files, documentation and unknown kinds are left out."""

import os
from collections.abc import Iterator
from pathlib import Path

from foedus.ingest.formats import by_name, suffixes
from foedus.ingest.problem import Problem

DOCUMENTATION = frozenset(
    "readme license licence copying notice changelog changes contributing authors code_of_conduct".split()
)
"""Names, without suffix and case, of what stands beside reports and is none; `licence-exports.txt` is not meant."""


def find_files(path: Path) -> Iterator[Path | Problem]:
    """The file itself whatever its name, or the reports in and below a folder; a problem where there is none."""
    if not path.is_dir():
        yield path
        return
    found = False
    for entry in _walk(path):
        found = True
        yield entry
    if not found:
        kinds = ", ".join(sorted(suffixes()))
        yield Problem(str(path), f"{path} holds no report: no file named {kinds} in it")


def _walk(folder: Path) -> Iterator[Path | Problem]:
    denied: list[Problem] = []

    def note(error: OSError) -> None:
        item = str(error.filename)
        denied.append(Problem(item, f"{item} cannot be opened: {error.strerror}"))

    for where, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if is_report(name):
                yield Path(where, name)
    yield from denied


def is_report(name: str) -> bool:
    """Whether a file of a folder may be a report: neither hidden nor documentation, and of a kind that is read."""
    return not name.startswith(".") and by_name(name) != () and not _is_documentation(name)


def _is_documentation(name: str) -> bool:
    """Also with a language between name and suffix: `README.fr.md`."""
    words = name.casefold().split(".")
    return words[0] in DOCUMENTATION and all(len(word) == 2 for word in words[1:-1])
