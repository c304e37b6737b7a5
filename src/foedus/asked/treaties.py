"""Treaties as users name them: by id, by a name in any language, by an article, or by the organisation they founded."""

from collections.abc import Iterator, Mapping, Sequence

from foedus.asked.nearest import folded, nearest
from foedus.gazetteer.entities import Entities
from foedus.model.errors import UsageError
from foedus.model.treaty import Treaty

_LISTED = 8


def treaty_named(name: str, treaties: Mapping[str, Treaty], entities: Entities) -> Treaty:
    """The treaty of a name; UsageError names the candidates, or the nearest where it has none."""
    if name in treaties:
        return treaties[name]
    found = (
        _so_called(name, treaties)
        or _of_entities({one.key for one in entities.find(name)}, treaties)
        or _with_words(name, treaties)
    )
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{name!r} can mean {_listed([one.id for one in found])}: name one by its id")
    near = nearest(name, dict(_all_names(treaties, entities)))
    hint = f"nearest: {', '.join(near)}; " if near else ""
    raise UsageError(f"no treaty is called {name!r}: {hint}`foedus treaty` lists them all")


def article_named(name: str, treaty: Treaty) -> str:
    """An article of a treaty by its number; UsageError names those that there are."""
    found = [one.article for one in treaty.articles if folded(one.article) == folded(name)]
    if not found:
        known = "; ".join(one.article for one in treaty.articles)
        raise UsageError(f"{treaty.id} has no article {name!r}: there are {known}")
    return found[0]


def _so_called(name: str, treaties: Mapping[str, Treaty]) -> list[Treaty]:
    return [one for one in treaties.values() if folded(name) in set(_own_names(one))]


def _of_entities(keys: set[str], treaties: Mapping[str, Treaty]) -> list[Treaty]:
    """The treaty itself, failing that those with the article, failing those of the organisation."""
    known = treaties.values()
    return (
        [one for one in known if one.id in keys]
        or [one for one in known if keys & {article.key for article in one.articles}]
        or [one for one in known if one.organisation in keys]
    )


def _with_words(name: str, treaties: Mapping[str, Treaty]) -> list[Treaty]:
    """Those in one of whose names all the words stand."""
    words = set(folded(name).split())
    return [one for one in treaties.values() if words and any(words <= set(own.split()) for own in _own_names(one))]


def _listed(ids: Sequence[str]) -> str:
    more = len(ids) - _LISTED
    return ", ".join(ids[:_LISTED]) + (f" and {more} more" if more > 0 else "")


def _own_names(treaty: Treaty) -> Iterator[str]:
    yield from map(folded, (treaty.id, *treaty.names.values()))


def _all_names(treaties: Mapping[str, Treaty], entities: Entities) -> Iterator[tuple[str, str]]:
    for one in treaties.values():
        organisation = entities.get(one.organisation) if one.organisation else None
        if organisation:
            named = (organisation.key, *(name for names in organisation.names.values() for name in names))
            yield from ((folded(name), one.id) for name in named)
    for one in treaties.values():
        yield from ((name, one.id) for name in _own_names(one))
