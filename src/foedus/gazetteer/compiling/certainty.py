"""Which forms are sure: names that entities share, first names, and decisions made by hand."""

from collections import defaultdict
from collections.abc import Iterable

from foedus.gazetteer.compiling.alias import Alias
from foedus.gazetteer.source import Entry

Folded = tuple[str, Alias]
_ENOUGH_BEARERS = 2
_MAY_BE_FIRST_NAME = frozenset({"person", "place", "company", "system", "exercise", "base"})


class Shared:
    """What the aliases have in common: forms of several entities, and first names."""

    def __init__(self, folded: Iterable[Folded], entries: Iterable[Entry]) -> None:
        self._entries = {entry.key: entry for entry in entries}
        self._owners: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._bearers: dict[str, set[str]] = defaultdict(set)
        for text, alias in folded:
            if alias.certain and not alias.plural:
                self._owners[text, alias.lang].add(alias.entity)
            if alias.kind == "person" and " " in text:
                self._bearers[text.split(" ")[0]].add(alias.entity)

    def certainty(self, text: str, alias: Alias) -> str:
        """yes, inside or no, by the file's own mark and then by rule."""
        if not alias.certain:
            return "no"
        rivals = self._owners[text, alias.lang] - {alias.entity}
        if any(self._competes(alias.entity, rival) for rival in rivals) and not alias.plural:
            return "no"
        if alias.kind in _MAY_BE_FIRST_NAME and len(self._bearers.get(text, set()) - {alias.entity}) >= _ENOUGH_BEARERS:
            return "no"
        return "yes"

    def _competes(self, mine: str, other: str) -> bool:
        """Whether another bearer makes a form unsure: a capital or army does not, nor a variant of the family."""
        if self._of_state(mine, other) or self._of_state(other, mine):
            return False
        return mine not in self._families(other)

    def _of_state(self, part: str, state: str) -> bool:
        entry = self._entries.get(part)
        return bool(entry and entry.kind in ("place", "force") and entry.record.get("state") == state)

    def _families(self, key: str) -> set[str]:
        found: set[str] = set()
        while (entry := self._entries.get(key)) and (family := entry.record.get("family")) and family not in found:
            found.add(family)
            key = family
        return found
