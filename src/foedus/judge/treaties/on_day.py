"""A treaty as of a day: who is bound and how, which version of an article holds."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.model.edtf import parse
from foedus.model.treaty import Article, DeFacto, DeJure, Obligation, Party, Treaty, Version


class Bound(NamedTuple):
    """How a state or organisation stands to a treaty on a day; `through` is the party whose member it is."""

    status: DeJure | None
    practice: DeFacto | None
    through: str | None = None

    @property
    def in_force(self) -> bool:
        return self.status == "in_force"


NOT_A_PARTY = Bound(None, None)


def covers(since: str, until: str | None, day: date) -> bool:
    """Whether an interval of a treaty file has begun by a day, and has not ended before it."""
    first = parse(since).earliest
    last = parse(until).latest if until else None
    return (first is None or first <= day) and (last is None or day <= last)


def bound(treaty: Treaty, key: str, day: date, entities: Entities) -> Bound:
    """How `key` is bound on a day; the treaty's own organisation is bound while the treaty holds."""
    for party in treaty.parties:
        if party.party == key:
            return _of_party(party, day)
    if key in (treaty.organisation, *treaty.organs):
        held = treaty.in_force is not None and covers(treaty.in_force, treaty.ended, day)
        return Bound("in_force" if held else None, None)
    for party in treaty.parties:
        if _is_bound_with_all(party, key, entities) or is_member(party.party, key, day, entities):
            return _of_party(party, day)._replace(through=party.party)
    return NOT_A_PARTY


def bound_on(treaty: Treaty, day: date, entities: Entities) -> Iterator[tuple[str, Bound]]:
    """Parties in the order of the file, and members of those that are organisations."""
    for party in treaty.parties:
        standing = _of_party(party, day)
        yield party.party, standing
        for member in entities.members(party.party):
            if is_member(party.party, member, day, entities):
                yield member, standing._replace(through=party.party)


def version_on(article: Article, day: date) -> Version | None:
    """The version in force on a day, or None."""
    return next((one for one in article.versions if covers(one.since, one.until, day)), None)


def obligations(treaty: Treaty) -> Iterator[tuple[Article, Version, Obligation]]:
    """All obligations in all versions, in the order of the file."""
    for article in treaty.articles:
        for version in article.versions:
            for obligation in version.obligations:
                yield article, version, obligation


def is_member(organisation: str, state: str, day: date, entities: Entities) -> bool:
    """Whether the gazetteer has a state as a member on a day; joining without a date is taken to be long ago."""
    known = entities.get(organisation)
    if known is None or known.kind != "organisation":
        return False
    events = sorted(
        (when, change.change == "joined")
        for change in known.changes
        if change.member == state and change.change in ("joined", "left")
        if change.when and (when := parse(change.when).earliest)
    )
    if not events:
        return state in known.members
    before = [joined for when, joined in events if when <= day]
    return before[-1] if before else not events[0][1]


def _is_bound_with_all(party: Party, key: str, entities: Entities) -> bool:
    """Whether a party binds every state, and this is one: not a disputed one, nor one that is no more."""
    known = entities.get(key)
    return party.binds == "every_state" and known is not None and known.kind == "state" and known.status is None


def _of_party(party: Party, day: date) -> Bound:
    status = next((one.status for one in party.de_jure if covers(one.since, one.until, day)), None)
    practice = next((one.status for one in party.de_facto if covers(one.since, one.until, day)), None)
    return Bound(status, None if practice == "resumed" else practice)
