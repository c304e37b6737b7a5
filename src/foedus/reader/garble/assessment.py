"""How garbled a document reads: the level, the score it comes from, and the reasons."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from foedus.model.document import Note
from foedus.reader.garble.suspect import Suspect, SuspectKind

Level = Literal["none", "some", "strong"]
CODE = "garbled"
WEIGHTS: dict[SuspectKind, float] = {
    "name": 1.0,
    "calque": 1.0,
    "foreign": 0.7,
    "agreement": 0.6,
    "quotes": 0.5,
    "doubled": 0.5,
}
"""What one sign of a kind counts. None reaches the alarm alone."""
SOME, STRONG = 1.5, 3.0
"""Score from which a text is called garbled, and badly so."""
PER = 120
"""Words over which that score is asked for: in a longer text it takes more signs, in proportion."""
GROWTH = 0.3
"""How much of that proportion is asked for: signs are rare even in garbled texts' better parts."""
MARKS = frozenset({"quotes", "doubled"})
"""Kinds of which every place counts; a wording of the others that comes again says nothing new."""
SHOWN = 3
_NAMED = {
    "name": ("impossible name", "impossible names"),
    "calque": ("phrase that nobody says", "phrases that nobody says"),
    "foreign": ("foreign word", "foreign words"),
    "agreement": ("breach of agreement", "breaches of agreement"),
    "quotes": ("mismatched quotation mark", "mismatched quotation marks"),
    "doubled": ("doubled word or stop", "doubled words or stops"),
}


class Assessment(NamedTuple):
    """A document's level of garble, its score for its length, and every suspect stretch in text order.

    `reasons` tell what the score is made of, a line for each kind of sign.
    """

    level: Level
    score: float
    reasons: tuple[str, ...]
    suspects: tuple[Suspect, ...]

    @property
    def note(self) -> Note | None:
        """What a reader of the document should know; None where nothing speaks against the text."""
        if self.level == "none":
            return None
        badly = "machine-spun or badly translated" if self.level == "strong" else "perhaps spun or badly translated"
        told = "; ".join(self.reasons)
        return Note(CODE, f"the text looks {badly}: {told}; trust its claims less and look for the original")


def assessed(suspects: Sequence[Suspect], words: int) -> Assessment:
    """The level of a text of so many words by its suspects."""
    once = {(one.kind, one.start if one.kind in MARKS else one.text.lower()): one for one in suspects}
    counts = Counter(one.kind for one in once.values())
    weight = sum(WEIGHTS[kind] * count for kind, count in counts.items())
    score = round(weight / max(1.0, 1.0 + GROWTH * (words / PER - 1.0)), 2)
    level: Level = "strong" if score >= STRONG else "some" if score >= SOME else "none"
    return Assessment(level, score, tuple(_reasons(list(once.values()), counts)), tuple(suspects))


def _reasons(suspects: Sequence[Suspect], counts: Counter[SuspectKind]) -> list[str]:
    lines = []
    for kind, count in sorted(counts.items(), key=lambda one: -WEIGHTS[one[0]] * one[1]):
        examples = [f"“{' '.join(one.text.split())}”" for one in suspects if one.kind == kind]
        more = " …" if count > SHOWN else ""
        lines.append(f"{count} {_NAMED[kind][count > 1]} ({', '.join(examples[:SHOWN])}{more})")
    return lines
