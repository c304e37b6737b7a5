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

    def about(self, keys: Iterable[str]) -> list[Said]:
        """Claims that name one of the keys at least, each once."""
        places = {at for key in keys for at in self._of.get(key, ())}
        return [self._told[at] for at in sorted(places)]
