"""The figures of the judge as tables."""

from collections.abc import Iterable, Sequence

from bench.accuracy.floors import Levels
from bench.accuracy.report import Table
from bench.judge.measure import Outcome, totals
from foedus.model.finding import ELEMENTS

_PARTS = ("verdicts", "variants", "elements", *ELEMENTS)


def figures(outcomes: Iterable[Outcome]) -> Levels:
    """Shares that are right, of verdicts, elements and verdicts of variants: what has floors."""
    count = totals(outcomes)
    return {
        "all": {
            name: count[f"{name} right"] / count[f"{name} wanted"]
            for name in ("verdicts", "variants", "elements")
            if count[f"{name} wanted"]
        }
    }


def tables(outcomes: Sequence[Outcome]) -> list[Table]:
    """One of totals, one of cases."""
    count = totals(outcomes)
    rows = [
        (
            name,
            str(count[f"{name} wanted"]),
            str(count[f"{name} right"]),
            _share(count[f"{name} right"], count[f"{name} wanted"]),
        )
        for name in _PARTS
    ]
    cases = [
        (one.name, str(len(one.wanted)), str(one.right), str(len(one.elements)), str(_right(one)))
        for one in outcomes
        if "/" not in one.name
    ]
    return [
        Table("What is right", ("of", "asked", "right", "share"), rows),
        Table("Cases", ("case", "verdicts", "right", "elements", "right"), cases),
    ]


def _right(one: Outcome) -> int:
    return sum(wanted == told for wanted, told in one.elements.values())


def _share(right: int, asked: int) -> str:
    return f"{right / asked:.3f}" if asked else "-"
