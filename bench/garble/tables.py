"""The counts as tables."""

from bench.accuracy.corpus import LANGS
from bench.accuracy.report import Table
from bench.garble.measure import Measured, Spans
from bench.garble.texts import LETTERS, PARTS

STYLES = ("spun", "literal", "untranslated", "agreement", "designation", "quotes", "doubled")


def alarms(counts: Measured) -> Table:
    """Texts with an alarm of all texts, by style and by language, in each part."""
    rows = []
    for key in (*STYLES, *LANGS, "all"):
        cells = [f"{counts.alarms[part, key]} of {counts.texts[part, key]}" for part in PARTS]
        rows.append((key, *cells))
    return Table("Garbled texts with an alarm", ("garbled by", *PARTS), rows)


def spans(counts: Measured) -> Table:
    """Suspect stretches: share of the marked ones that are touched, and of the told ones that are right."""
    rows = []
    for kind in LETTERS.values():
        cells: list[str] = []
        for part in PARTS:
            one = counts.spans.get((part, kind), Spans())
            cells += [_share(one.found, one.marked), _share(one.right, one.told)]
        rows.append((kind, *cells))
    head = [name for part in PARTS for name in (f"{part}: found", f"{part}: right")]
    return Table("Suspect stretches", ("kind", *head), rows)


def false_alarms(counts: Measured) -> Table:
    """Alarms on clean documents, by set and language."""
    rows = []
    for group in dict.fromkeys(group for group, _ in counts.documents):
        cells = [_of(counts.false[group, lang], counts.documents[group, lang]) for lang in LANGS]
        rows.append((group, *cells))
    total = (str(sum(counts.false.values())), str(sum(counts.documents.values())))
    rows.append(("all", *[""] * (len(LANGS) - 1), f"{total[0]} of {total[1]}"))
    return Table("Alarms on clean documents", ("documents", *LANGS), rows)


def _of(count: int, whole: int) -> str:
    return f"{count} of {whole}" if whole else ""


def _share(count: int, whole: int) -> str:
    return f"{count / whole:.2f} of {whole}" if whole else ""
