"""When a reading says what the gold says: to the letter, or as far as both reach."""

from datetime import date

from foedus.learning.corpus.format import CorpusMoney, CorpusQuantity
from foedus.model import edtf

Figures = tuple[float | None, float | None, float | None]
"""Value (or amount), least and most."""


def same_date(gold: str, said: str) -> bool:
    """The same EDTF, whatever the qualifier at the end."""
    return gold.replace("~", "") == said.replace("~", "")


def agreeing_dates(gold: str, said: str) -> bool:
    """One lies in the other, and they are open on the same sides: they differ in precision alone."""
    if same_date(gold, said):
        return True
    try:
        one, two = edtf.parse(gold), edtf.parse(said)
    except ValueError:
        return False
    if _open(gold) != _open(said):
        return False
    return _within(one, two) or _within(two, one)


def _open(value: str) -> tuple[bool, bool]:
    left, slash, right = value.partition("/")
    return bool(slash) and left in ("", ".."), bool(slash) and right in ("", "..")


def _within(inner: edtf.Edtf, outer: edtf.Edtf) -> bool:
    low = (inner.earliest or date.min) >= (outer.earliest or date.min)
    return low and (inner.latest or date.max) <= (outer.latest or date.max)


def same_figures(gold: CorpusQuantity | CorpusMoney, said: Figures) -> bool:
    """The same figure: the gold writes a bound as value, as bound, or as both, so any of them meets any of ours.

    A gold with no figure at all ("plusieurs dizaines") is met by a range.
    """
    amount = gold.amount if isinstance(gold, CorpusMoney) else gold.value
    wanted = {figure for figure in (amount, gold.min, gold.max) if figure is not None}
    given = {figure for figure in said if figure is not None}
    if not wanted:
        return said[0] is None
    if gold.min is not None and gold.max is not None and gold.min != gold.max:
        return {gold.min, gold.max} <= given
    return bool(wanted & given)
