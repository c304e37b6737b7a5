"""What an address asks of findings: which of them, and as of which claims."""

from typing import Annotated

from fastapi import Depends, Query
from msgspec import Struct

from foedus.asked.findings import AskedFindings, rule_named, verdict_named
from foedus.asked.levels import level
from foedus.asked.moments import day, moment
from foedus.asked.parties import party_named
from foedus.asked.treaties import treaty_named
from foedus.ledger.filters import ClaimFilter
from foedus.serve.house import InHouse
from foedus.serve.rules import rules_of
from foedus.serve.treaties import treaties_of

_Words = Annotated[str | None, Query(max_length=300)]
_Day = Annotated[str | None, Query(max_length=40)]
_LEAVE_OUT = "Leave out claims less sure than this: a number from 0 to 1, or `sure`, `default`, `all`"


class Asking(Struct, frozen=True):
    """Which findings, and the moment, day of publication and level of the claims that they are found in."""

    words: AskedFindings
    which: ClaimFilter


def claims_asked(
    as_of: _Day = None,
    published_by: _Day = None,
    min_confidence: Annotated[str | None, Query(max_length=40, description=_LEAVE_OUT)] = None,
) -> ClaimFilter:
    """The claims that are looked at; UsageError where a value means nothing."""
    return ClaimFilter(
        as_of=moment(as_of or None, "as_of", latest=True),
        published_by=day(published_by or None, "published_by", latest=True),
        min_confidence=level(min_confidence or None, "min_confidence"),
    )


InClaims = Annotated[ClaimFilter, Depends(claims_asked)]


def findings_asked(
    house: InHouse,
    which: InClaims,
    *,
    rule: Annotated[list[str], Query(default_factory=list)],
    verdict: Annotated[list[str], Query(default_factory=list)],
    about: Annotated[
        list[str],
        Query(default_factory=list, description="A state or organisation, by key or name; of several all of them"),
    ],
    treaty: _Words = None,
    from_: Annotated[str | None, Query(alias="from", max_length=40, description="Whose days reach to this one")] = None,
    to: Annotated[str | None, Query(max_length=40, description="Whose days begin by this one")] = None,
) -> Asking:
    """Read the query; UsageError where a value means nothing. Empty fields of a form ask nothing."""
    rules = rules_of(house.settings)
    words = AskedFindings(
        rules=tuple(rule_named(one, "rule", rules) for one in rule if one),
        verdicts=tuple(verdict_named(one, "verdict") for one in verdict if one),
        about=tuple(party_named(one, "about", house.entities) for one in about if one.strip()),
        treaty=treaty_named(treaty, treaties_of(house), house.entities).id if treaty else None,
        since=day(from_ or None, "from"),
        until=day(to or None, "to", latest=True),
    )
    return Asking(words, which)


InFindings = Annotated[Asking, Depends(findings_asked)]
