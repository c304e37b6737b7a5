"""The rules that the server asks: those shipped, with the user's own folder over them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from foedus.judge.rules.files import load_rules
from foedus.judge.rules.rule import Rule
from foedus.serve.settings import Settings


def rules_of(settings: Settings) -> Mapping[str, Rule]:
    """By name, in that order; read once for each folder, so that a file that changes is seen at the next start."""
    return _loaded(settings.rules)


@cache
def _loaded(folder: Path | None) -> Mapping[str, Rule]:
    return load_rules(folder)
