"""What is counted: alarms by style of garbling, suspect stretches by kind, alarms on clean documents."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bench.garble.clean import Clean
from bench.garble.reading import assessed, of_document
from bench.garble.texts import Garbled
from foedus.reader.garble.assessment import Assessment


@dataclass
class Spans:
    """Suspect stretches of a kind: told, told rightly, marked, marked ones that any suspect touches."""

    told: int = 0
    right: int = 0
    marked: int = 0
    found: int = 0


@dataclass
class Measured:
    """Counts of a run. Keys are (part, style or language) and (part, kind of suspect)."""

    texts: Counter[tuple[str, str]] = field(default_factory=Counter)
    alarms: Counter[tuple[str, str]] = field(default_factory=Counter)
    spans: dict[tuple[str, str], Spans] = field(default_factory=lambda: defaultdict(Spans))
    missed: list[str] = field(default_factory=list)
    documents: Counter[tuple[str, str]] = field(default_factory=Counter)
    false: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def measure(garbled: Iterable[Garbled], clean: Iterable[Clean]) -> Measured:
    """Read everything and count."""
    counts = Measured()
    for text in garbled:
        _garbled(counts, text, assessed(text.text, text.lang))
    for one in clean:
        assessment = of_document(one.document)
        key = (one.group, one.document.lang)
        counts.documents[key] += 1
        if assessment.level != "none":
            counts.false[key] += 1
            if one.shown:
                counts.wrong.append(f"{one.name}\t{assessment.level}\t{assessment.score}\t{assessment.reasons}")
    return counts


def _garbled(counts: Measured, text: Garbled, assessment: Assessment) -> None:
    alarm = assessment.level != "none"
    for key in (text.style, text.lang, "all"):
        counts.texts[text.part, key] += 1
        counts.alarms[text.part, key] += alarm
    for one in assessment.suspects:
        spans = counts.spans[text.part, one.kind]
        spans.told += 1
        spans.right += any(one.start < mark.end and one.end > mark.start for mark in text.marks)
    for mark in text.marks:
        spans = counts.spans[text.part, mark.kind]
        spans.marked += 1
        found = any(one.start < mark.end and one.end > mark.start for one in assessment.suspects)
        spans.found += found
        if not found and text.part == "seen":
            counts.missed.append(f"{text.id}\t{mark.kind}\t{text.text[mark.start : mark.end]}")
