"""The filters of an address, with their types."""

from typing import TypedDict

Words = str | list[str] | tuple[str, ...]
"""One value, or several of which any will do."""


class Filters(TypedDict, total=False):
    """As docs/api.md lists them. `with_` and `from_` are `with` and `from`; days and moments are EDTF or ISO 8601."""

    about: Words
    with_: Words
    role: Words
    voice: Words
    type: Words
    stage: Words
    lang: Words
    outlet: Words
    standing: Words
    polarity: Words
    certainty: Words
    zone: Words
    has: Words
    review: Words
    q: str
    from_: str
    to: str
    published_from: str
    published_by: str
    as_of: str
    since: str
    quoted: bool
    min_confidence: str | float
    max_confidence: str | float
    limit: int
    """Items of a page: how many are fetched at once."""


class RegisterFilters(Filters, total=False):
    """Those of the register."""

    supplier: Words
    recipient: Words
    item: Words
    status: Words
    category: Words
    year: Words
    weakest: str
    held: bool
    sort: str


class FindingFilters(TypedDict, total=False):
    """Of findings: of several rules or verdicts any, of several in `about` all; days that they reach into."""

    rule: Words
    verdict: Words
    about: Words
    treaty: str
    from_: str
    to: str
    as_of: str
    published_by: str
    min_confidence: str | float
    limit: int
    """Items of a page: how many are fetched at once."""


class DossierFilters(TypedDict, total=False):
    """Of a dossier: the days, the adversary, an article; as of when and how sure the claims are to be."""

    from_: str
    to: str
    against: str
    article: str
    as_of: str
    published_by: str
    min_confidence: str | float
