"""Aliases that the scanner composes by itself ("armée russe": a head and an adjective): left out of the table."""

from collections import defaultdict
from collections.abc import Iterable

from foedus.gazetteer.compiling.alias import Alias
from foedus.gazetteer.source import Entry
from foedus.gazetteer.table import Row


class Composable:
    """Knows the heads of each language and the adjectives of each state, both folded."""

    def __init__(self, heads: Iterable[Row], folded: Iterable[tuple[str, Alias]], entries: Iterable[Entry]) -> None:
        self._states = {entry.key: str(entry.record.get("state") or entry.key) for entry in entries}
        self._heads = {(row.langs, row.folded) for row in heads}
        self._adjectives: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._names: dict[tuple[str, str], set[str]] = defaultdict(set)
        for text, alias in folded:
            if alias.kind == "state" and alias.form == "adjective":
                self._adjectives[alias.lang, alias.entity].add(text)
            elif alias.kind == "state" and alias.form == "name" and alias.lang == "ru":
                self._names[alias.lang, alias.entity].add(text)

    def __call__(self, text: str, alias: Alias) -> bool:
        """Whether the form is a head with an adjective of the state, or in Russian with its name, beside it."""
        if alias.form not in ("force", "government") and alias.kind != "force":
            return False
        state = self._states[alias.entity]
        owners = self._adjectives[alias.lang, state]
        endings = self._names[alias.lang, state]
        words = text.split(" ")
        for start in range(len(words)):
            for end in range(start + 1, min(start + 4, len(words)) + 1):
                part = " ".join(words[start:end])
                rest = " ".join(words[:start] + words[end:])
                last = end == len(words)
                if (part in owners or (last and part in endings)) and (alias.lang, rest) in self._heads:
                    return True
        return False
