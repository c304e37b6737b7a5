"""A case to be judged: the duty, who owed it to whom, and the days asked for."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from foedus.model.edtf import parse
from foedus.model.treaty import Article, Obligation, Treaty, Version


@dataclass(frozen=True, eq=False, slots=True)
class Duty:
    """One obligation, in one version of its article, of one treaty; itself and no other, so that it is quickly found
    again."""

    treaty: Treaty
    article: Article
    version: Version
    obligation: Obligation


class Parties(NamedTuple):
    """Who owed it, to whom, and against whom or to whose gain; keys of states and organisations.

    Where a duty is mutual, the same parties owe it and are owed it; an embargo is owed to nobody.
    """

    obligors: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    against: tuple[str, ...]


class Days(NamedTuple):
    """The days of the case, both included."""

    since: date
    until: date


class Trial(NamedTuple):
    """A case to be judged."""

    duty: Duty
    parties: Parties
    days: Days


def within_version(version: Version, days: Days) -> Days:
    """The days on which the version held; all of them where it held on none: then nobody was bound."""
    first = parse(version.since).earliest or days.since
    last = (parse(version.until).latest if version.until else None) or days.until
    clipped = Days(max(days.since, first), min(days.until, last))
    return clipped if clipped.since <= clipped.until else days
