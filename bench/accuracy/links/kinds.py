"""By which way words give a filler, and how far from the event they stand: what the figures are cut by."""

NAME, WORDS = "name", "words without a key"
KINDS = (
    NAME,
    "metonym",
    "demonym",
    "title",
    "member",
    "pronoun",
    "description",
    "speaker",
    "addressee",
    "unexpressed",
    WORDS,
)
"""A filler without a `via` is a name where it has a key, else words."""

SAME, BACK, FARTHER, AHEAD = "same sentence", "one back", "farther back", "ahead"
UNREAD = "not in a parsed sentence"
DISTANCES = (SAME, BACK, FARTHER, AHEAD, UNREAD)
"""Where the words that the annotator names stand, counted in sentences from the event's own."""


def kind_of(via: str | None, entity: str | None) -> str:
    """The kind of a filler, of the gold or of the linker."""
    return via or (NAME if entity else WORDS)


def distance_of(event: int, filler: int | None) -> str:
    """The distance between two sentences by their numbers; None where no parsed sentence holds the words."""
    if filler is None:
        return UNREAD
    back = event - filler
    return AHEAD if back < 0 else SAME if back == 0 else BACK if back == 1 else FARTHER
