"""A ledger in which several rules find something: a request and what followed, arms past an embargo, a membership."""

from datetime import UTC, datetime

from foedus.ledger.store import Ledger
from tests.factories import claim, document
from tests.serve.judged import ANSWER, ATTACK, REPROACH, REQUEST, TREATY, answer, attack, reproach, request
from tests.serve.told import Read, ledger_of

__all__ = ["ANSWER", "ATTACK", "EMBARGO", "HELP", "MEMBERS", "REPROACH", "REQUEST", "TREATY", "findable"]

HELP = "request-under-a-defence-clause"
EMBARGO = "transfer-against-an-embargo"
MEMBERS = "membership-against-the-record"


def radars() -> Read:
    """Told in the outlet's own words."""
    report = document(
        "France delivered radars to Armenia on 23 October 2023.",
        published="2023-10-24",
        outlet="The Gazette",
        source="k1",
    )
    return report, [
        claim(
            report,
            "delivered",
            supplier="FRA=France",
            recipient="ARM=Armenia",
            item="radars",
            when="2023-10-23=23 October 2023",
        )
    ]


def member() -> Read:
    """Sweden was no member yet."""
    report = document("Sweden is a member of NATO.", published="2015-03-01", outlet="The Gazette", source="k2")
    return report, [claim(report, "member", "membership", "member", member="SWE=Sweden", organisation="NATO=NATO")]


def findable(place: str) -> Ledger:
    """The ledger, open: the organisation's word came a day after all others."""
    first = [attack(), request(), reproach(), radars(), member()]
    return ledger_of(place, first, [answer()], day=datetime(2026, 1, 10, 9, tzinfo=UTC))
