"""The figures as tables: rows of text first, then Markdown or aligned columns of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from bench.accuracy.confidence import at_thresholds, calibration_error
from bench.accuracy.misses import reasons
from bench.accuracy.triggers import count_triggers
from foedus.learning.scoring.read import Read
from foedus.learning.scoring.tally import Scored, Tally
from foedus.model.vocabulary import CLAIM_TYPES

MEASURES = {
    "core_f1": "core-F1",
    "precision": "P",
    "recall": "R",
    "soft_f1": "soft-F1",
    "stage": "stage",
    "standing_polarity": "standing+polarity",
    "everything_f1": "everything-F1",
    "transfer_f1": "transfer core-F1",
}
"""Measures of a tally, in the order shown, with the names they go by."""

ORDER = ("fr", "en", "ru", "all")


class Table(NamedTuple):
    """A heading, column names and rows, all text."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def plain(self) -> str:
        """Aligned for a terminal."""
        lines = [self.columns, *self.rows]
        widths = [max(map(len, column)) for column in zip_longest(*lines, fillvalue="")]
        body = ["  ".join(_aligned(line, widths)) for line in lines]
        return "\n".join([self.title, *body])

    def markdown(self) -> str:
        """A pipe table under its title."""
        lines = [self.columns, tuple("---:" if i else "---" for i in range(len(self.columns))), *self.rows]
        return "\n".join([f"**{self.title}**", "", *(f"| {' | '.join(line)} |" for line in lines)])


def _aligned(line: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for place, cell in enumerate(line):
        yield cell.rjust(widths[place]) if place else cell.ljust(widths[place])


def by_language(sums: Mapping[str, Tally]) -> Table:
    """One row a language, and all."""
    rows = []
    for lang in _languages(sums):
        figures = sums[lang].figures()
        counts = (str(sums[lang].documents), str(sums[lang].gold), str(sums[lang].predicted))
        rows.append((lang, *counts, *(f"{figures[name]:.3f}" for name in MEASURES)))
    return Table("By language", ("lang", "docs", "gold", "pred", *MEASURES.values()), rows)


def by_type(sums: Mapping[str, Tally]) -> Table:
    """Core-F1 of each type in each language, with the number of gold claims."""
    langs = _languages(sums)
    rows = []
    for name in CLAIM_TYPES:
        found = [sums[lang].types.get(name) for lang in langs]
        if any(one and (one.gold or one.predicted) for one in found):
            cells = (f"{one.f1:.3f} ({one.gold})" if one else "0.000 (0)" for one in found)
            rows.append((name, *cells))
    return Table("Core-F1 by type (gold claims)", ("type", *langs), rows)


def trigger_table(scored: Sequence[Scored]) -> Table:
    """Of the core gold triggers, how many are met at all and by a right type; of the predictions, how many meet one."""
    rows = []
    for lang in (*dict.fromkeys(one.gold.lang for one in scored), "all"):
        count = count_triggers(one for one in scored if lang in (one.gold.lang, "all"))
        shares = (
            count.found / max(count.gold, 1),
            count.typed / max(count.gold, 1),
            count.on_gold / max(count.predicted, 1),
            count.on_typed / max(count.predicted, 1),
            count.f1,
        )
        rows.append((lang, *(f"{share:.3f}" for share in shares)))
    columns = ("lang", "gold met", "met, type right", "pred on gold", "pred, type right", "trigger-F1")
    return Table("Triggers", columns, rows)


def reason_table(scored: Sequence[Scored], most: int = 30) -> Table:
    """The most frequent reasons of loss."""
    counted = reasons(scored).most_common(most)
    return Table("Losses by reason", ("reason", "claims"), [(f"{k}: {why}", str(n)) for (k, why), n in counted])


def rule_table(scored: Sequence[Scored], most: int = 60) -> Table:
    """Per rule of the reader: predictions whose core is right, and wrong ones that count; the costliest first."""
    right: dict[str, int] = {}
    wrong: dict[str, int] = {}
    for one in scored:
        full = {pair.claim for pair in one.pairs if pair.full}
        free = {pair.claim for pair in one.pairs if not one.gold.claims[pair.gold].core}
        for number, claim in enumerate(one.claims):
            if number not in free:
                side = right if number in full else wrong
                rule = claim.reader.rule or "-"
                side[rule] = side.get(rule, 0) + 1
    order = sorted(right.keys() | wrong.keys(), key=lambda rule: (right.get(rule, 0) - wrong.get(rule, 0), rule))
    rows = [(rule, str(right.get(rule, 0)), str(wrong.get(rule, 0))) for rule in order[:most]]
    return Table("By rule, the costliest", ("rule", "right", "wrong"), rows)


def confidence_table(reads: Sequence[Read]) -> Table:
    """Precision and recall above thresholds of confidence."""
    rows = [
        (f"≥ {line.threshold:.2f}", str(line.claims), f"{line.precision:.3f}", f"{line.recall:.3f}", f"{line.f1:.3f}")
        for line in at_thresholds(reads)
    ]
    title = f"By confidence (calibration error {calibration_error(reads):.3f})"
    return Table(title, ("confidence", "pred", "P", "R", "core-F1"), rows)


def _languages(sums: Iterable[str]) -> list[str]:
    there = list(sums)
    return [lang for lang in ORDER if lang in there] + sorted(set(there) - set(ORDER))
