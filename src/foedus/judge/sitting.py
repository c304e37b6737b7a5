"""All rules asked of claims, and what they find judged by treaties and rules that are given; kept up as claims come.

    sitting = Sitting(ledger.claims(), books, origins(edges))
    sitting.findings()
    sitting.change(came, ended, origins(edges))

It lives in memory and knows nothing of a ledger. Not for several threads at the same time.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.judge.cases import Cases, Tried, same
from foedus.judge.docket import Docket
from foedus.judge.findings import Court, finding, statement, trials
from foedus.judge.judging import judge_case
from foedus.judge.rules.found import Occasion, RuleRow
from foedus.judge.rules.rule import Rule
from foedus.judge.rules.running import USUAL, Limits, Running
from foedus.judge.said import OriginOf, Said, said
from foedus.judge.trial import Trial
from foedus.judge.views.bench import Bench
from foedus.judge.views.world import World
from foedus.ledger.writing.uncollected import uncollected
from foedus.model.claim import Claim
from foedus.model.claim_json import to_json
from foedus.model.finding import Finding
from foedus.model.treaty import Treaty


class Books(NamedTuple):
    """What is judged by."""

    treaties: Mapping[str, Treaty]
    rules: Mapping[str, Rule]
    entities: Entities
    limits: Limits = USUAL


class _Change(NamedTuple):
    """What came and went, and how cases were judged before it; cases judged since join them."""

    came: Sequence[Said]
    gone: frozenset[str]
    before: dict[tuple[object, ...], Tried]
    since: dict[tuple[object, ...], Tried]


class Sitting:
    """Findings of some claims, and of others after each change, as if all had been judged anew."""

    def __init__(self, claims: Iterable[Claim], books: Books, origin: OriginOf) -> None:
        """Judges all once; DataError with file, line and reason where a rule cannot be answered."""
        given = {claim.id: claim for claim in claims}
        self._entities = books.entities
        self._bench = Bench(World(books.entities), books.treaties.values())
        self._docket = Docket(books.entities)
        self._court = Court(books.treaties.values(), self._docket, books.entities)
        self._found: dict[int, list[Finding]] = {}
        """By the identity of a row, for the rows that are kept up stay the same objects."""
        self._cases = Cases()
        self._prints = _prints(given.values(), origin)
        try:
            with uncollected():
                self._bench.add(given.values())
                self._running = Running(books.rules.values(), self._bench, books.limits)
                self._hear(given.values(), origin)
                change = _Change((), frozenset(), {}, {})
                for row in self._running.rows():
                    self._judge(row, change)
        except BaseException:
            self.close()
            raise

    def change(self, came: Iterable[Claim], ended: Iterable[str], origin: OriginOf) -> None:
        """Claims came, and claims of some ids ended; one that came takes the place of an earlier one with its id.

        A claim whose origin is another now, since its page turned out to be a copy, comes again as well. DataError as
        above; after it a sitting is of no use any more: begin another.
        """
        given = {claim.id: claim for claim in came}
        gone = list(dict.fromkeys((*ended, *given)))
        for id_ in gone:
            self._prints.pop(id_, None)
        self._prints |= _prints(given.values(), origin)
        with uncollected():
            changed = self._running.change(given.values(), gone)
            for id_ in gone:
                self._docket.drop(id_)
            new = self._hear(given.values(), origin)
            over = {id(row): row for row in changed.gone}
            again = [row for row in self._cases.touched(new, gone) if id(row) not in over]
            change = _Change(new, frozenset(gone), {}, {})
            for row in (*changed.gone, *again):
                change.before.update((same(one.trial), one) for one in self._cases.drop(row))
                del self._found[id(row)]
            for row in (*changed.new, *again):
                self._judge(row, change)

    def follow(self, claims: Iterable[Claim], origin: OriginOf) -> None:
        """Change to these claims and no others: what is new, reads otherwise or has another origin came, the rest that
        is not among them ended. Looking for it takes a fraction of judging all."""
        given = {claim.id: claim for claim in claims}
        prints = _prints(given.values(), origin)
        ended = [id_ for id_ in self._prints if id_ not in prints]
        self.change([given[id_] for id_, one in prints.items() if self._prints.get(id_) != one], ended, origin)

    def findings(self) -> list[Finding]:
        """All findings, in the order of the rules; each id once."""
        return list({one.id: one for row in self._running.rows() for one in self._found[id(row)]}.values())

    def close(self) -> None:
        """Let go of the memory."""
        self._bench.close()

    def _hear(self, claims: Iterable[Claim], origin: OriginOf) -> list[Said]:
        given = list(claims)
        told = said(given, self._entities, origin)
        for one, claim in zip(told, given, strict=True):
            self._docket.add(one, (claim.document.published or "", claim.document.id, claim.id))
        return told

    def _judge(self, row: RuleRow, change: _Change) -> None:
        if not isinstance(row, Occasion):
            self._found[id(row)] = [statement(row)]
            return
        tried = [self._tried(trial, change) for trial in trials(row, self._court)]
        self._found[id(row)] = [finding(row, one.judged) for one in tried]
        self._cases.add(row, tried)

    def _tried(self, trial: Trial, change: _Change) -> Tried:
        """The case judged; rows may have the same case, and what hears the same as before is judged as before."""
        case = same(trial)
        if case not in change.since:
            change.since[case] = self._judged(trial, change.before.get(case), change)
        return change.since[case]

    def _judged(self, trial: Trial, before: Tried | None, change: _Change) -> Tried:
        if before is None:
            heard = self._docket.heard(trial)
            return Tried(trial, heard, judge_case(*trial, heard.told, self._entities))
        heard = self._docket.heard_again(trial, before.heard, change.came, change.gone)
        if before.heard.told == heard.told:
            return Tried(trial, heard, before.judged)
        return Tried(trial, heard, judge_case(*trial, heard.told, self._entities))


def _prints(claims: Iterable[Claim], origin: OriginOf) -> dict[str, int]:
    """A number for each claim that is another where the claim or its origin is."""
    return {claim.id: hash((to_json(claim), origin(claim))) for claim in claims}


def sit(claims: Iterable[Claim], books: Books, origin: OriginOf) -> list[Finding]:
    """All findings once; errors as above."""
    sitting = Sitting(claims, books, origin)
    try:
        return sitting.findings()
    finally:
        sitting.close()
