"""One entry's words in a sentence."""

from typing import Generic, NamedTuple, TypeVar

from foedus.reader.unit import Operator, Unit, VoiceCue

Entry = TypeVar("Entry", bound=Unit | Operator | VoiceCue)


class Hit(NamedTuple, Generic[Entry]):
    """Words of a sentence that some entries stand for: all indices in text order, those that carry meaning, the anchor.

    `senses` are the entries with these words; `nested` tells that a longer hit holds the words too.
    """

    anchor: int
    tokens: tuple[int, ...]
    content: tuple[int, ...]
    senses: tuple[Entry, ...]
    nested: bool
