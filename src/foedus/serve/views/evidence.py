"""The claims that findings rest on, and where they come from."""

from collections.abc import Callable, Iterable, Mapping

from foedus.judge.origins import origins
from foedus.ledger.filters import ClaimFilter
from foedus.model.claim import Claim
from foedus.serve.house import House


class Evidence:
    """The claims behind some findings as of a moment, fetched together, and where they come from."""

    def __init__(self, house: House, ids: Iterable[str], batch: int) -> None:
        """The claims of these ids; those that hold no more are left out."""
        wanted = tuple(dict.fromkeys(ids))
        given = house.ledger.claims(ClaimFilter(as_of=batch, ids=wanted)) if wanted else ()
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in given}
        documents = {claim.document.id for claim in self.claims.values()}
        edges = house.ledger.edges(documents, batch) if documents else ()
        dependences = [(one.source, one.on) for one in house.ledger.dependences(batch)]
        self.origin: Callable[[Claim], str] = origins(edges, dependences)

    def by_day(self, ids: Iterable[str]) -> list[str]:
        """Those of the ids that are here, by the day of publication."""
        some = [self.claims[one] for one in ids if one in self.claims]
        return [one.id for one in sorted(some, key=lambda one: (one.document.published or "9999", one.id))]

    def origins_of(self, ids: Iterable[str]) -> int:
        """From how many origins those come that are here."""
        return len({self.origin(self.claims[one]) for one in ids if one in self.claims})
