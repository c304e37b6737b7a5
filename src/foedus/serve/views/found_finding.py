"""A finding by its id."""

from foedus.ledger.filters import ClaimFilter
from foedus.model.errors import UnknownError
from foedus.model.finding import Finding
from foedus.serve.finding.desk import Found
from foedus.serve.house import House


def found_finding(house: House, name: str, which: ClaimFilter) -> tuple[Finding, Found]:
    """The finding of an id, or of the beginning of one, among all of its moment; UnknownError where there is none."""
    found = house.findings.found(which)
    known = found.by_id
    near = [name] if name in known else [one for one in known if name and one.startswith(name)]
    if len(near) == 1:
        return known[near[0]], found
    if near:
        raise UnknownError(f"{name!r} is the beginning of {len(near)} findings: give more of it")
    raise UnknownError(f"no rule finds {name!r} in these claims: it may be found as of another day")
