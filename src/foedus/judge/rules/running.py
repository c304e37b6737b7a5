"""Rules asked of a bench, all at once or again and again as claims come and go."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from foedus.judge.rules.answering import Limits, answer
from foedus.judge.rules.found import Occasion, RuleRow
from foedus.judge.rules.rule import Rule
from foedus.judge.views.bench import Act, Bench
from foedus.ledger.writing.uncollected import uncollected
from foedus.model.claim import Claim

__all__ = ["Changed", "Limits", "Running", "run_rules"]

USUAL: Final = Limits()


def run_rules(rules: Iterable[Rule], bench: Bench, limits: Limits = USUAL) -> Iterator[RuleRow]:
    """What each rule finds, in an order that does not depend on that of the claims.

    DataError with file, line and reason where a rule takes too long, gives too many rows or rows of another shape.
    """
    bench.focus(None)
    for rule in rules:
        yield from _in_order(answer(rule, bench, limits))


class Changed(NamedTuple):
    """Rows that are found no more, and rows that are found now and were not before."""

    gone: list[RuleRow]
    new: list[RuleRow]


class Running:
    """Rules kept up with a bench: after each change only what can have changed is asked again.

    The bench is changed through this alone. A rule that says what it turns on is asked only for the
    keys that have this side in claims that came or went; others are asked anew as a whole, and so is one that reads the
    day when it has changed. After a DataError it is of no use any more: begin another.
    """

    def __init__(self, rules: Iterable[Rule], bench: Bench, limits: Limits = USUAL) -> None:
        """Asks all rules once; errors as `run_rules`."""
        self._rules: Sequence[Rule] = tuple(rules)
        self._bench = bench
        self._limits = limits
        self._day = bench.day
        self._ordered: dict[str, list[RuleRow]] = {}
        bench.focus(None)
        self._found = {rule.name: answer(rule, bench, limits) for rule in self._rules}

    def rows(self) -> Iterator[RuleRow]:
        """All that the rules find now, as `run_rules` gives it; what a change leaves alone are the same objects."""
        for name, found in self._found.items():
            if name not in self._ordered:
                self._ordered[name] = _in_order(found)
            yield from self._ordered[name]

    def add(self, claims: Iterable[Claim]) -> Changed:
        """Put claims on the bench, and ask again."""
        return self.change(claims, ())

    def drop(self, ids: Iterable[str]) -> Changed:
        """Take claims off the bench, and ask again."""
        return self.change((), ids)

    def change(self, came: Iterable[Claim], ended: Iterable[str]) -> Changed:
        """Take claims off the bench, put others on it, and ask again."""
        given, gone = list(came), list(ended)
        acts = self._bench.acts(gone)
        self._bench.drop(gone)
        self._bench.add(given)
        acts += self._bench.acts(claim.id for claim in given)
        new_day = self._bench.day != self._day
        self._day = self._bench.day
        changed = Changed([], [])
        with uncollected():
            for rule in self._rules:
                self._ask_again(rule, acts, changed, new_day=new_day)
        return changed

    def _ask_again(self, rule: Rule, acts: Sequence[Act], changed: Changed, *, new_day: bool) -> None:
        before = self._found[rule.name]
        whole = not rule.head.turns_on or (new_day and "moment" in rule.reads)
        touched = None if whole else _touched(rule, acts)
        if touched is not None and not touched:
            return
        self._bench.focus(touched)
        now = answer(rule, self._bench, self._limits)
        for hinge in before.keys() | now.keys() if touched is None else touched:
            rows = _replaced(before.pop(hinge, []), now.get(hinge, []), changed)
            if rows:
                before[hinge] = rows
        self._ordered.pop(rule.name, None)


def _replaced(before: list[RuleRow], now: list[RuleRow], changed: Changed) -> list[RuleRow]:
    """The rows of now, those that were there before as the same objects."""
    known = {row: row for row in before}
    rows = [known.pop(row, row) for row in now]
    there = {id(row) for row in before}
    changed.new.extend(row for row in rows if id(row) not in there)
    changed.gone.extend(known.values())
    return rows


def _touched(rule: Rule, acts: Iterable[Act]) -> set[str]:
    """Keys that stand in acts on the side that the rule turns on."""
    sides = {str(kind): side for kind, side in rule.head.turns_on.items()}
    stages = rule.head.stages
    told = (act for act in acts if not stages or act.stage in stages)
    found = (getattr(act, side) for act in told if (side := sides.get(act.type) or sides.get("any")))
    return {key for key in found if key is not None}


def _in_order(found: dict[str | None, list[RuleRow]]) -> list[RuleRow]:
    return sorted((row for rows in found.values() for row in rows), key=_place)


def _place(row: RuleRow) -> tuple[object, ...]:
    if isinstance(row, Occasion):
        duty = (row.obligation, row.version, row.beneficiary or "", row.against or "")
        return (*duty, row.since, row.until, row.claims)
    return (row.entities, row.since or "", row.until or "", row.claims)
