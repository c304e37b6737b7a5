"""A passage: the run of sentences that one request asks about, and the headline and lead repeated before it."""

from msgspec import Struct


class Passage(Struct, frozen=True):
    """Sentences `first` to `last` (numbers, both inside) of a document; claims are asked of these alone.

    `repeated` are numbers of sentences before `first` that are shown again so that names can be understood; `number`
    counts the document's passages from 1, `of` says how many there are.
    """

    first: int
    last: int
    repeated: tuple[int, ...] = ()
    number: int = 1
    of: int = 1
