"""The dates of a claim as days: of what it tells, of what is due, and of its page."""

from datetime import date
from functools import lru_cache

from foedus.model.claim import Claim
from foedus.model.edtf import Edtf, parse


def happened(claim: Claim) -> Edtf | None:
    """When what the stage says happened; None where the claim does not say, or names no year."""
    return _known(claim.when.edtf) if claim.when else None


def due(claim: Claim) -> Edtf | None:
    """When what is ordered or planned is to come."""
    return _known(claim.due.edtf) if claim.due else None


def published(claim: Claim) -> Edtf | None:
    """When its page was published."""
    return _known(claim.document.published) if claim.document.published else None


def first_day(told: Edtf | None) -> date | None:
    """The earliest day that a date can mean, else the latest: a date open on that side stands at its bound."""
    return (told.earliest or told.latest) if told else None


def last_day(told: Edtf | None) -> date | None:
    """The latest day that a date can mean, else the earliest."""
    return (told.latest or told.earliest) if told else None


@lru_cache(maxsize=4096)  # few dates stand behind many claims
def _known(edtf: str) -> Edtf | None:
    told = parse(edtf)
    return told if told.earliest or told.latest else None
