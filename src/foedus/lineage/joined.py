"""Names put together into sets, as pages are that come from one text."""


class Joined:
    """Disjoint sets of names (union-find with path halving); a set goes by the name first joined to."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def find(self, name: str) -> str:
        """The name of the set that holds it, itself where it was never joined."""
        above = self._above
        while above.get(name, name) != name:
            above[name] = above.get(above[name], above[name])
            name = above[name]
        return name

    def join(self, first: str, second: str) -> None:
        """Make one set of two; it goes by the first's name."""
        first, second = self.find(first), self.find(second)
        if first != second:
            self._above[second] = first
