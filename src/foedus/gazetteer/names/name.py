"""What the names room gives: a span of text, what it is the name of, and why that is thought."""

from typing import Literal, NamedTuple

NameKind = Literal["person", "organisation", "place", "system", "force", "exercise"]


class Name(NamedTuple):
    """A guessed name; `text` is exactly `document_text[start:end]`."""

    start: int
    end: int
    text: str
    kind: NameKind
    head: int
    """Offset of the word that the rest hangs on: a surname, "Agence", "brigade"; the first word elsewhere."""
    rule: str
    """Which rule decided: see RANKS."""
    cue: str
    """The words that it decided by; the name's own where its form tells."""
    stands_for: str = ""
    """The long form that an acronym was defined by; empty elsewhere."""


RANKS = {
    rule: rank
    for rank, rule in enumerate(
        (
            "definition",
            "exercise-word",
            "exercise-year",
            "code-name",
            "numbered-unit",
            "named-unit",
            "outlet",
            "body",
            "suffix",
            "designation",
            "system-word",
            "class-word",
            "title",
            "defined-before",
            "named-before",
            "given-name",
            "unsure",
            "place-word",
            "place-head",
            "speech",
            "two-words",
            "coordinated",
            "acronym",
        )
    )
}
"""Rules, the surest first: of two guesses that overlap, the surer one stays."""
