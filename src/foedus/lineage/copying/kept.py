"""The texts that were cut last, so that a text met by many others is cut once."""

from collections import OrderedDict
from collections.abc import Callable, Mapping

from foedus.lineage.copying.shingled import Shingled

MOST_WORDS = 2_000_000
"""Of all texts kept; about 100 MB."""


class Kept:
    """Texts by a name, in one or several languages; those asked for least recently are forgotten first."""

    def __init__(self, most_words: int = MOST_WORDS) -> None:
        self._texts: OrderedDict[str, Mapping[str, Shingled]] = OrderedDict()
        self._most = most_words
        self._words = 0

    def get(self, name: str, make: Callable[[], Mapping[str, Shingled]]) -> Mapping[str, Shingled]:
        """The text of this name, made if it is not there."""
        found = self._texts.get(name)
        if found is not None:
            self._texts.move_to_end(name)
            return found
        found = self._texts[name] = make()
        self._words += _words(found)
        while self._words > self._most and len(self._texts) > 1:
            self._words -= _words(self._texts.popitem(last=False)[1])
        return found


def _words(text: Mapping[str, Shingled]) -> int:
    return sum(len(part.words) for part in text.values())
