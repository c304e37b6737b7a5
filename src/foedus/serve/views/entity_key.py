"""Which entity an address means: a key, or a name in any language and script that has one meaning."""

from foedus.ledger.filters import ClaimFilter
from foedus.model.errors import UnknownError
from foedus.serve.house import House

_NEAR = 5


def entity_key(house: House, given: str) -> str:
    """The key; UnknownError where there is none, or several, with those that are near."""
    if house.entities.get(given):
        return given
    found = house.entities.find(given, _NEAR)
    if len(found) == 1:
        return found[0].key
    if house.ledger.page_of_claims(ClaimFilter(about=(given,)), limit=1).claims:
        return given  # of an earlier gazetteer
    near = ", ".join(f"{one.key} ({house.entities.english_name(one.key)})" for one in found)
    raise UnknownError(f"no entity has the key {given!r}" + (f"; near: {near}" if near else ""))
