"""What is said, by whom it is about: a case hears only claims that name somebody in it."""

from collections.abc import Iterable

from foedus.judge.said import Said


class Record:
    """Claims by the keys that they name, in the order in which they were given."""

    def __init__(self, told: Iterable[Said]) -> None:
        self._told = list(told)
        self._of: dict[str, list[int]] = {}
        for at, one in enumerate(self._told):
            for key in frozenset[str]().union(*one.keys.values()):
                self._of.setdefault(key, []).append(at)
        self._at = {one.id: at for at, one in enumerate(self._told)}

    def about(self, keys: Iterable[str]) -> list[Said]:
        """Claims that name one of the keys at least, each once."""
        places = {at for key in keys for at in self._of.get(key, ())}
        return [self._told[at] for at in sorted(places)]

    def by_id(self, ids: Iterable[str]) -> list[Said]:
        """The claims of some ids; those that are not there are passed over."""
        return [self._told[self._at[one]] for one in ids if one in self._at]
