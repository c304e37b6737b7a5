"""Sources as an analyst names them: an outlet of the ledger, or an entity."""

from foedus.asked.review.names import named
from foedus.ledger.store import Ledger
from foedus.model.errors import UsageError


def source(ledger: Ledger, given: str, what: str) -> str:
    """An outlet's name as the ledger has it, else the key of an entity; UsageError where it can mean several."""
    meant = ledger.outlets_named(given)
    if len(meant) > 1:
        raise UsageError(f"{what}: {given!r} can mean the outlets {', '.join(meant)}: write it as one of them")
    if meant:
        return meant[0]
    found = named(given, what)
    if found is None:
        raise UsageError(
            f"{what}: no outlet of the ledger and no entity is named {given!r}: look with `foedus entities WORD`"
        )
    return found.key
