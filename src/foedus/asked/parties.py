"""States and organisations as users name them where just one is asked for."""

from foedus.asked.nearest import folded, nearest
from foedus.gazetteer.entities import Entities
from foedus.model.errors import UsageError

_PARTIES = ("state", "organisation", "armed_group")


def party_named(name: str, option: str, entities: Entities) -> str:
    """The key of a state, an organisation or an armed group.

    UsageError names the candidates where several are called so, and the nearest where nobody is.
    """
    found = [one.key for one in entities.find(name) if one.kind in _PARTIES]
    if not found:
        near = nearest(name, _names(entities))
        hint = f"nearest: {', '.join(near)}" if near else "look for it with `foedus entities WORD`"
        raise UsageError(f"{option} {name!r} is no state or organisation known here: {hint}")
    if len(found) > 1:
        raise UsageError(f"{option} {name!r} can mean {', '.join(found)}: name one by its key")
    return found[0]


def _names(entities: Entities) -> dict[str, str]:
    return {
        folded(name): f"{entities.english_name(one.key)} ({one.key})"
        for one in entities
        if one.kind in _PARTIES
        for name in (one.key, *(name for names in one.names.values() for name in names))
    }
