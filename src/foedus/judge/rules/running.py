"""Rules asked of a bench, all at once or again and again as claims come and go."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from foedus.judge.rules.answering import Limits, answer
from foedus.judge.rules.found import Occasion, RuleRow
from foedus.judge.rules.rule import Rule
from foedus.judge.views.bench import Act, Bench
from foedus.ledger.writing.uncollected import uncollected
from foedus.model.claim import Claim

__all__ = ["Limits", "Running", "run_rules"]

USUAL: Final = Limits()


def run_rules(rules: Iterable[Rule], bench: Bench, limits: Limits = USUAL) -> Iterator[RuleRow]:
    """What each rule finds, in an order that does not depend on that of the claims.

    DataError with file, line and reason where a rule takes too long, gives too many rows or rows of another shape.
    """
    bench.focus(None)
    for rule in rules:
        yield from _in_order(answer(rule, bench, limits))


class Running:
    """Rules kept up with a bench: after each change only what can have changed is asked again.

    The bench is changed through `add` and `drop` of this alone. A rule that says what it turns on is asked only for the
    keys that have this side in claims that came or went; others are asked anew as a whole, and so is one that reads the
    day when it has changed. After a DataError it is of no use any more: begin another.
    """

    def __init__(self, rules: Iterable[Rule], bench: Bench, limits: Limits = USUAL) -> None:
        """Asks all rules once; errors as `run_rules`."""
        self._rules: Sequence[Rule] = tuple(rules)
        self._bench = bench
        self._limits = limits
        self._day = bench.day
        bench.focus(None)
        self._found = {rule.name: answer(rule, bench, limits) for rule in self._rules}

    def rows(self) -> Iterator[RuleRow]:
        """All that the rules find now, as `run_rules` gives it."""
        for found in self._found.values():
            yield from _in_order(found)

    def add(self, claims: Iterable[Claim]) -> None:
        """Put claims on the bench, and ask again."""
        given = list(claims)
        self._bench.add(given)
        self._ask_again(self._bench.acts(claim.id for claim in given))

    def drop(self, ids: Iterable[str]) -> None:
        """Take claims off the bench, and ask again."""
        given = list(ids)
        acts = self._bench.acts(given)
        self._bench.drop(given)
        self._ask_again(acts)

    def _ask_again(self, acts: Sequence[Act]) -> None:
        new_day = self._bench.day != self._day
        self._day = self._bench.day
        with uncollected():
            self._ask_rules(acts, new_day=new_day)

    def _ask_rules(self, acts: Sequence[Act], *, new_day: bool) -> None:
        for rule in self._rules:
            if not rule.head.turns_on or (new_day and "moment" in rule.reads):
                self._bench.focus(None)
                self._found[rule.name] = answer(rule, self._bench, self._limits)
            elif touched := _touched(rule, acts):
                self._bench.focus(touched)
                found = answer(rule, self._bench, self._limits)
                kept = {hinge: rows for hinge, rows in self._found[rule.name].items() if hinge not in touched}
                self._found[rule.name] = kept | found


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
