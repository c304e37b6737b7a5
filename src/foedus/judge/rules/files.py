"""Rule files: those shipped, and a user's own, which add to them and take their place where the name is the same."""

import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from foedus.judge.rules.check import checked
from foedus.judge.rules.head import parts
from foedus.judge.rules.rule import Rule
from foedus.knowledge.yaml_file import decoded
from foedus.model.errors import DataError

FOLDER: Final = "rules"
_NAME: Final = re.compile(r"[a-z][a-z0-9-]*")
_END: Final = ".sql"


def shipped() -> Traversable:
    """The folder of the rules that come with Foedus."""
    return files("foedus") / "data" / FOLDER


def load_rules(own: Path | None = None) -> dict[str, Rule]:
    """All rules by name, in the order of their names; DataError with file, line and reason for the first fault.

    `own` is a user's folder.
    """
    found = dict(_folder(shipped(), FOLDER))
    if own is not None:
        if not own.is_dir():
            raise DataError(f"{own}: there is no such folder of rules")
        found.update(_folder(own, str(own)))
    return dict(sorted(found.items()))


def read_rule(file: Traversable, name: str) -> Rule:
    """One file as a rule that SQLite takes; faults call it `name`."""
    stem = file.name.removesuffix(_END)
    if not _NAME.fullmatch(stem):
        raise DataError(f"{name}: a rule's file is named in small letters, digits and hyphens, as in late-pledge{_END}")
    head, sql, line = parts(decoded(file, name), name)
    return checked(Rule(stem, head, sql, name, line))


def _folder(folder: Traversable, name: str) -> Iterator[tuple[str, Rule]]:
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(_END) and not file.name.startswith("."):
            rule = read_rule(file, f"{name}/{file.name}")
            yield rule.name, rule
