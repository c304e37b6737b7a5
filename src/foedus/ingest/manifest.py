"""`manifest.yaml` beside reports: what is known of each file by its name (published, title, outlet, url, lang)."""

from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, NamedTuple

import yaml

from foedus.ingest.options import Metadata
from foedus.ingest.problem import Problem

NAME = "manifest.yaml"
_MAX_BYTES = 5_000_000


class Manifest(NamedTuple):
    """Metadata by file name, and what in the manifest could not be used."""

    files: dict[str, Metadata]
    problems: tuple[Problem, ...] = ()

    def of(self, path: Path) -> Metadata:
        """What the manifest says of a file; nothing where it does not name it."""
        return self.files.get(path.name, Metadata())


def load_manifest(folder: Path) -> Manifest:
    """The manifest of a folder; empty where there is none."""
    path = folder / NAME
    if not path.is_file():
        return Manifest({})
    try:
        with path.open("rb") as stream:
            return parse_manifest(stream, str(path), lambda name: (folder / name).exists())
    except OSError as error:
        return _broken(str(path), " ".join(str(error).split()))


def parse_manifest(stream: IO[bytes], item: str, holds: Callable[[str], bool]) -> Manifest:
    """The manifest in a stream, which is named `item`; `holds` says whether a file is beside it."""
    raw = stream.read(_MAX_BYTES + 1)
    if len(raw) > _MAX_BYTES:
        return _broken(item, f"larger than {_MAX_BYTES:,} bytes")
    try:
        record = yaml.safe_load(raw)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return _broken(item, " ".join(str(error).split()))
    files = record.get("files") if isinstance(record, dict) else None
    if not isinstance(files, dict):
        return _broken(item, "no mapping `files: {NAME: {published: DATE}}` in it")
    problems: list[Problem] = []
    known = {str(name): _metadata(item, str(name), given, problems) for name, given in files.items()}
    missing = [name for name in known if not holds(name)]
    if missing:
        problems.append(Problem(item, f"{item} names what is not beside it: {', '.join(missing)}"))
    return Manifest(known, tuple(problems))


def _broken(item: str, why: str) -> Manifest:
    return Manifest({}, (Problem(item, f"{item} cannot be used: {why}; its files are read without it"),))


def _metadata(item: str, name: str, given: Any, problems: list[Problem]) -> Metadata:  # noqa: ANN401 - any YAML
    fields = Metadata.__struct_fields__
    if not isinstance(given, dict):
        problems.append(Problem(item, f"{item}: {name} holds no mapping of {', '.join(fields)}"))
        return Metadata()
    unknown = sorted(str(field) for field in given if field not in fields)
    if unknown:
        message = f"{item}: {name} has unknown fields {', '.join(unknown)}; known are {', '.join(fields)}"
        problems.append(Problem(item, message))
    # YAML reads 2022-05-19 as a date and 2022 as a number: back to what was written
    return Metadata(**{field: str(given[field]) for field in fields if given.get(field) is not None})
