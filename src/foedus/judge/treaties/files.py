"""Treaty files: those shipped, and a user's own, which add to them and take their place where the id is the same."""

from collections.abc import Container, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from foedus.judge.treaties.check import faults
from foedus.knowledge.yaml_file import YamlFile
from foedus.model.errors import DataError
from foedus.model.treaty import Treaty

FOLDER = "treaties"


def shipped() -> Traversable:
    """The folder of the treaties that come with Foedus."""
    return files("foedus") / "data" / FOLDER


def load(known: Container[str], own: Path | None = None) -> dict[str, Treaty]:
    """All treaties by id, in the order of their ids; DataError with file, line and reason for the first fault.

    `known` are the keys of the gazetteer, `own` is a user's folder.
    """
    found = _folder(shipped(), FOLDER, known)
    if own is not None:
        if not own.is_dir():
            raise DataError(f"{own}: there is no such folder of treaties")
        found.update(_folder(own, str(own), known))
    return dict(sorted(found.items()))


def read(file: Traversable, name: str, known: Container[str]) -> Treaty:
    """One file as a treaty that keeps to all rules."""
    source = YamlFile(file, name)
    treaty = source.shaped(Treaty)
    for path, message in faults(treaty, known):
        source.fault_at(path, message)
    stem = file.name.removesuffix(".yaml")
    if treaty.id != stem:
        source.fault_at(".id", f"{treaty.id!r} is not the file's name: call the file {treaty.id}.yaml")
    return treaty


def _folder(folder: Traversable, name: str, known: Container[str]) -> dict[str, Treaty]:
    return {treaty.id: treaty for treaty in _all(folder, name, known)}


def _all(folder: Traversable, name: str, known: Container[str]) -> Iterator[Treaty]:
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".yaml") and not file.name.startswith("."):
            yield read(file, f"{name}/{file.name}", known)
