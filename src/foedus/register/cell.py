"""A cell of a row: what it says, which claims say so, which say otherwise, and why."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from foedus.model.claim import Claim
from foedus.register.standing import Weighed

T_co = TypeVar("T_co", covariant=True)


class Cell(NamedTuple, Generic[T_co]):
    """`notable` marks a reason that belongs into the row's comment; `against` are the ids of claims that deny it."""

    says: T_co
    claims: tuple[str, ...]
    reason: str
    notable: bool = False
    against: tuple[str, ...] = ()


def ids(claims: Sequence[Weighed | Claim]) -> tuple[str, ...]:
    """Their ids, each once, in order."""
    return tuple(dict.fromkeys(one.claim.id if isinstance(one, Weighed) else one.id for one in claims))


def outlets(claims: Sequence[Weighed | Claim]) -> tuple[str, ...]:
    """Names of the outlets on whose pages they stand, each once, by name."""
    documents = (one.claim.document if isinstance(one, Weighed) else one.document for one in claims)
    return tuple(sorted({document.outlet for document in documents if document.outlet}))


def best(weighed: Sequence[Weighed]) -> list[Weighed]:
    """The plain ones; where there are none, the hedged; never the denied."""
    plain = [one for one in weighed if one.weight == "plain"]
    return plain or [one for one in weighed if one.weight != "denied"]


def denials(weighed: Sequence[Weighed], stages: Sequence[str]) -> list[Weighed]:
    """Those that deny one of the stages."""
    return [one for one in weighed if one.weight == "denied" and one.claim.stage in stages]


def doubts(weighed: Sequence[Weighed]) -> list[str]:
    """Why their details are not sure, each reason once."""
    return list(dict.fromkeys(one.reason for one in weighed if not one.sure))
