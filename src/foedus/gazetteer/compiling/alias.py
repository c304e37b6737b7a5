"""One form of one entity in one language, before it is folded."""

from typing import NamedTuple


class Alias(NamedTuple):
    text: str
    entity: str
    kind: str
    via: str
    form: str
    lang: str
    certain: bool
    plural: bool = False
    """Made by rule from a weapon's name: counts only with a small s at its end."""
    made: bool = False
    """A spelling made by rule: counts only where no listed form is written so, and no other language borrows it."""
