"""One order for claims, so that no view depends on the order in which they come from a store."""

from collections.abc import Iterable
from itertools import groupby

import msgspec

from foedus.model.claim import Claim
from foedus.register.dates import first_day, published

_Key = tuple[str, str, int, int, str]


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """By day of publication (unknown last), document, place in the text and id; a claim given twice stands once."""
    found: list[Claim] = []
    for _, alike in groupby(sorted(claims, key=_key), key=_key):
        same = list(alike)
        found += same if len(same) == 1 else _distinct(same)
    return found


def _key(claim: Claim) -> _Key:
    day = first_day(published(claim))
    place = claim.trigger
    return (day.isoformat() if day else "~", claim.document.id, place.start, place.end, claim.id)


def _distinct(alike: list[Claim]) -> list[Claim]:
    """Claims at one place with one id, as twins are: by all that they say."""
    by_text = {msgspec.json.encode(claim, order="deterministic"): claim for claim in alike}
    return [by_text[text] for text in sorted(by_text)]
