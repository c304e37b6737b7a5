"""What mail programs write around a text: `data/mail.yaml`."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml


class Words(NamedTuple):
    """Patterns of what stands before a subject, and label → field of lines above a text."""

    answer: re.Pattern[str]
    forward: re.Pattern[str]
    fields: dict[str, str]


@cache
def words() -> Words:
    """The words, read once."""
    data = yaml.safe_load(files("foedus.data").joinpath("mail.yaml").read_text(encoding="utf-8"))
    fields = {label.casefold(): field for field, labels in data["fields"].items() for label in labels}
    return Words(_before(data["answers"]), _before(data["forwards"]), fields)


def _before(prefixes: list[str]) -> re.Pattern[str]:
    """`Re:`, `RE[2]:`, `Пересл.:` at the beginning of a subject."""
    told = "|".join(re.escape(prefix) for prefix in sorted(prefixes, key=len, reverse=True))
    return re.compile(rf"\s*\[?(?:{told})\.?(?:\s?[\[(]\d+[\])])?\s?:\s*", re.IGNORECASE)
