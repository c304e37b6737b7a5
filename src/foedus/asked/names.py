"""Entities as users name them: in any language and script, or by key."""

from collections.abc import Callable, Iterable, Sequence

from foedus.model.errors import UsageError

Tell = Callable[[str], None]
"""Takes what a user should know of how the words were understood, a line."""


def entities(names: Iterable[str], tell: Tell) -> tuple[str, ...]:
    """Keys of the entities that the names can mean; UsageError where a name means none."""
    keys: list[str] = []
    for name in names:
        found = named(name)
        if not found:
            raise UsageError(f"no entity is named {name!r}: look for its name with `foedus entities WORD`")
        if len(found) > 1:
            tell(f"{name!r} can mean {', '.join(found)}: all are looked for")
        keys += found
    return tuple(dict.fromkeys(keys))


def roles(given: Iterable[str], option: str, tell: Tell) -> tuple[tuple[str, str], ...]:
    """Roles, written ROLE=NAME, with the keys of the entities that may fill them."""
    pairs: list[tuple[str, str]] = []
    for one in given:
        role, equals, name = one.partition("=")
        if not (equals and name):
            raise UsageError(f"{option} {one!r} names no entity: write it like supplier=Russia")
        pairs += [(role, key) for key in entities([name], tell)]
    return tuple(dict.fromkeys(pairs))


def voices(names: Iterable[str]) -> tuple[str, ...]:
    """The names as given, for many a source is no known entity, and the keys that they can mean."""
    return tuple(dict.fromkeys(key for name in names for key in (name, *named(name))))


def named(name: str) -> Sequence[str]:
    """Keys of the entities of a name, the likeliest first."""
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to load

    return [entity.key for entity in Entities.load().find(name)]
