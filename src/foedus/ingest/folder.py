"""Paths to files: folders are walked in sorted order, hidden files and unknown kinds left out."""

import os
from collections.abc import Iterator
from pathlib import Path

from foedus.ingest.problem import Problem

TEXT = frozenset({".txt", ".md"})
HTML = frozenset({".html", ".htm", ".xhtml"})
JSONL = frozenset({".jsonl", ".ndjson"})
READABLE = TEXT | HTML | JSONL


def find_files(path: Path) -> Iterator[Path | Problem]:
    """The file itself whatever its name, or a folder's readable files below it; a problem where there is none."""
    if not path.is_dir():
        yield path
        return
    found = False
    for entry in _walk(path):
        found = True
        yield entry
    if not found:
        kinds = ", ".join(sorted(READABLE))
        yield Problem(str(path), f"{path} holds no report: no file named {kinds} in it")


def _walk(folder: Path) -> Iterator[Path | Problem]:
    denied: list[Problem] = []

    def note(error: OSError) -> None:
        item = str(error.filename)
        denied.append(Problem(item, f"{item} cannot be opened: {error.strerror}"))

    for where, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in READABLE:
                yield Path(where, name)
    yield from denied
