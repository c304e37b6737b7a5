"""The judge, asked for all findings of a ledger: the one place of the server that calls him."""

from collections.abc import Sequence

from foedus.gazetteer.entities import Entities
from foedus.judge.origins import origins
from foedus.judge.rules.running import USUAL
from foedus.judge.sitting import Books, sit
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
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

    def found(self, which: ClaimFilter) -> Sequence[Finding]:
        """What all rules find in the claims of a filter, as of the batch that its `as_of` names.

        DataError with file, line and reason where a rule or treaty cannot be used.
        """
        claims = list(self._ledger.claims(which))
        edges = self._ledger.edges({claim.document.id for claim in claims}, which.as_of)
        dependences = [(one.source, one.on) for one in self._ledger.dependences(which.as_of)]
        return sit(claims, self._books(), origins(edges, dependences))

    def _books(self) -> Books:
        seconds = self._settings.rule_seconds
        return Books(
            load_treaties(self._settings.treaties, self._entities),
            rules_of(self._settings),
            self._entities,
            USUAL if seconds is None else USUAL._replace(seconds=seconds),
        )
