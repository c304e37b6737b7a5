"""Treaties as rows of the views: parties by interval, obligations by version, who owes what to whom and when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.judge.views.days import Span, bounds, span
from foedus.judge.views.world import World
from foedus.model.treaty import Article, Obligation, Party, Treaty, Version

Row = tuple[object, ...]
Rows = dict[str, list[Row]]
"""Rows by the name of their view."""
WHOLE = frozenset({"each_party", "other_parties", "all_parties"})


class _Bound(NamedTuple):
    """A key and the days in which it is bound."""

    key: str
    days: Span


class _Duty(NamedTuple):
    number: int
    treaty: Treaty
    article: Article
    version: Version
    obligation: Obligation
    days: Span


def treaty_rows(treaties: Iterable[Treaty], world: World) -> Rows:
    """All rows of all views that tell of treaties."""
    rows: Rows = defaultdict(list)
    for treaty in treaties:
        _add_treaty(rows, treaty, world)
    return rows


def world_rows(entities: Entities, world: World) -> Rows:
    """Rows of what the gazetteer knows: entities, members of organisations, places."""
    rows: Rows = defaultdict(list)
    for one in entities:
        rows["entity"].append((one.key, one.kind, one.sub, entities.english_name(one.key), entities.state(one.key)))
        if one.kind in ("place", "base", "mission") and (state := world.lies_in(one.key)):
            rows["place"].append((one.key, state))
    for organisation, members in world.members.items():
        rows["member"].extend((organisation, one.member, one.status, *one.days) for one in members)
    return rows


def names(rows: Rows) -> Mapping[str, list[tuple[str, str | None]]]:
    """The rows of `named` by key."""
    found: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for key, treaty, article in rows["named"]:
        found[str(key)].append((str(treaty), None if article is None else str(article)))
    return found


def _add_treaty(rows: Rows, treaty: Treaty, world: World) -> None:
    held = span(treaty.in_force or treaty.signed, treaty.ended)
    rows["treaty"].append((treaty.id, treaty.kind, treaty.organisation, *held))
    keys = [treaty.id, *([treaty.organisation] if treaty.organisation else []), *treaty.organs]
    rows["named"].extend((key, treaty.id, None) for key in dict.fromkeys(keys))
    rows["named"].extend((one.key, treaty.id, one.article) for one in treaty.articles if one.key)
    for party in treaty.parties:
        for law in party.de_jure:
            rows["party"].extend(
                (treaty.id, one.key, None if one.key == party.party else party.party, law.status, *one.days)
                for one in _with_members(party, span(law.since, law.until), world)
            )
        rows["practice"].extend(
            (treaty.id, party.party, one.status, *span(one.since, one.until)) for one in party.de_facto
        )
    for article in treaty.articles:
        for version in article.versions:
            days = span(version.since, version.until).meets(held)
            for obligation in version.obligations if days else ():
                _add_duty(rows, _Duty(len(rows["duty"]) + 1, treaty, article, version, obligation, days or held), world)


def _add_duty(rows: Rows, duty: _Duty, world: World) -> None:
    one = duty.obligation
    rows["duty"].append(
        (
            duty.number,
            duty.treaty.id,
            duty.article.article,
            duty.version.since,
            *duty.days,
            one.id,
            one.kind,
            one.trigger,
            one.request,
            one.decides,
            int(one.binding),
            int(one.names_arms),
            one.answer_days,
            one.scope.kind,
        )
    )
    rows["scope"].extend((duty.number, place, 1) for place in one.scope.places)
    rows["scope"].extend((duty.number, place, 0) for place in one.scope.excluded)
    rows["exemption"].extend((duty.number, each.article, each.ground, bounds(each.day)[0]) for each in one.exemptions)
    if one.term:
        term = (*span(one.term.since, one.term.until), one.term.notice_months, one.term.renewed_by_years)
        rows["term"].append((duty.number, *term))
    rows["owes"].extend(dict.fromkeys(_owes(duty, world)))


def _owes(duty: _Duty, world: World) -> Iterator[Row]:
    """Who owes it to whom, in the days in which the version holds and both are bound."""
    one = duty.obligation
    beneficiaries: list[_Bound | None] = [*_bound(one.owed_to, duty, world)]
    for obligor in _bound(one.owed_by, duty, world):
        for beneficiary in beneficiaries or [None]:
            if beneficiary is not None and beneficiary.key == obligor.key:
                continue
            days = obligor.days if beneficiary is None else obligor.days.meets(beneficiary.days)
            if days is not None:
                key = beneficiary.key if beneficiary else None
                for toward in one.toward or (None,):
                    yield duty.number, obligor.key, key, toward, *days


def _bound(named: Iterable[str], duty: _Duty, world: World) -> Iterator[_Bound]:
    """Those who are named or meant, with the days of the version in which they are bound; members of organisations
    through them."""
    for name in named:
        if name in WHOLE:
            for party in duty.treaty.parties:
                yield from _in_force(duty, party.party, world)
        elif any(party.party == name for party in duty.treaty.parties):
            yield from _in_force(duty, name, world)
        else:
            yield _Bound(name, duty.days)
            yield from _members(name, duty.days, world)


def _in_force(duty: _Duty, key: str, world: World) -> Iterator[_Bound]:
    party = next(party for party in duty.treaty.parties if party.party == key)
    for law in party.de_jure:
        days = span(law.since, law.until).meets(duty.days) if law.status == "in_force" else None
        if days is not None:
            yield from _with_members(party, days, world)


def _with_members(party: Party, days: Span, world: World) -> Iterator[_Bound]:
    """Itself, and who is bound through it: every state, or the members in the days of their membership."""
    yield _Bound(party.party, days)
    if party.binds == "every_state":
        yield from (_Bound(state, days) for state in world.states)
    else:
        yield from _members(party.party, days, world)


def _members(organisation: str, days: Span, world: World) -> Iterator[_Bound]:
    for one in world.members.get(organisation, ()):
        both = one.days.meets(days)
        if both is not None:
            yield _Bound(one.member, both)
