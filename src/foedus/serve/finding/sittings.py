"""The judge, asked for all findings of a ledger: the one place of the server that calls him.

What all claims give is kept up: a batch that comes in costs what it changes. Other questions are answered anew.
"""

from collections.abc import Sequence

from foedus.gazetteer.entities import Entities
from foedus.judge.origins import origins
from foedus.judge.rules.running import USUAL
from foedus.judge.said import OriginOf
from foedus.judge.sitting import Books, Sitting, sit
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.finding import Finding
from foedus.serve.rules import rules_of
from foedus.serve.settings import Settings
from foedus.serve.treaties import load_treaties


class Sittings:
    """All sittings over one ledger. One thread at a time asks for one, so it may carry over what it likes."""

    def __init__(self, ledger: Ledger, entities: Entities, settings: Settings) -> None:
        """Nothing is read yet."""
        self._ledger = ledger
        self._entities = entities
        self._settings = settings
        self._kept: tuple[Books, Sitting] | None = None

    def found(self, which: ClaimFilter) -> Sequence[Finding]:
        """What all rules find in the claims of a filter, as of the batch that its `as_of` names.

        DataError with file, line and reason where a rule or treaty cannot be used.
        """
        claims = list(self._ledger.claims(which))
        edges = self._ledger.edges({claim.document.id for claim in claims}, which.as_of)
        dependences = [(one.source, one.on) for one in self._ledger.dependences(which.as_of)]
        origin = origins(edges, dependences)
        if which.published_by is None and which.min_confidence is None:
            return self._kept_up(claims, origin)
        return sit(claims, self._books(), origin)

    def _kept_up(self, claims: Sequence[Claim], origin: OriginOf) -> Sequence[Finding]:
        """As a sitting has it that is kept; begun anew where treaties or rules are others, and after a fault."""
        books, kept, self._kept = self._books(), self._kept, None
        if kept is not None and kept[0] == books:
            sitting = kept[1]
            _follow(sitting, claims, origin)
        else:
            if kept is not None:
                kept[1].close()
            sitting = Sitting(claims, books, origin)
        self._kept = books, sitting
        return sitting.findings()

    def _books(self) -> Books:
        seconds = self._settings.rule_seconds
        return Books(
            load_treaties(self._settings.treaties, self._entities),
            rules_of(self._settings),
            self._entities,
            USUAL if seconds is None else USUAL._replace(seconds=seconds),
        )


def _follow(sitting: Sitting, claims: Sequence[Claim], origin: OriginOf) -> None:
    try:
        sitting.follow(claims, origin)
    except BaseException:
        sitting.close()
        raise
