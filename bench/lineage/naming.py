"""Whether two cited names are one outlet's: in any script, with or without the words that say nothing."""

from foedus.lineage.citing.outlets import alike, named
from foedus.model.story import PLACEHOLDER, is_placeholder

LEAST = 3
"""Signs from which a name within another is the same."""


def known_as(name: str) -> str:
    """The same text for all names and placeholders of one outlet; `outlet:` stands before it."""
    if is_placeholder(name):
        return alike(name)
    found = named(name, noun=True)
    return alike(found.id) if found else PLACEHOLDER + " ".join(name.casefold().split())


def within(one: str, other: str) -> bool:
    """Whether one of two cited names is a part of the other (`Radio Zed`, `Zed`); never so of pages' ids."""
    if not (is_placeholder(one) and is_placeholder(other)):
        return False
    short, long = sorted((one.removeprefix(PLACEHOLDER), other.removeprefix(PLACEHOLDER)), key=len)
    return len(short) >= LEAST and short in long
