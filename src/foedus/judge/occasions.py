"""Occasions on which a duty may have been owed within some years: what set it off, in groups by day."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from foedus.gazetteer.entities import Entities
from foedus.judge.hearing import Hearing, attackers, hear
from foedus.judge.said import Said
from foedus.judge.treaties.on_day import bound, bound_on, obligations
from foedus.judge.trial import Days, Duty, Parties
from foedus.model.edtf import parse
from foedus.model.treaty import Obligation, ObligationKind, Treaty

APART = timedelta(days=30)
"""What happens within so many days is one occasion."""
AFTER = timedelta(days=120)
"""So long after an occasion conduct is taken to answer it."""
BY_OBLIGOR: frozenset[ObligationKind] = frozenset({"nonaggression", "neutrality", "restraint", "arms_supply"})
"""Duties that each owes by itself: what one does is not done by the others."""
_WHOLE = frozenset({"each_party", "other_parties", "all_parties"})


def duties(treaty: Treaty, days: Days) -> Iterator[Duty]:
    """Obligations in the versions that held on some of the days."""
    for article, version, obligation in obligations(treaty):
        first = parse(version.since).earliest
        last = parse(version.until).latest if version.until else None
        if (first is None or first <= days.until) and (last is None or last >= days.since):
            yield Duty(treaty, article, version, obligation)


def parties_of(duty: Duty, about: str, told: Sequence[Said], days: Days, entities: Entities) -> list[Parties]:
    """Who may have owed it to a party, or was to keep arms from an embargo's target; empty where it is neither."""
    obligation = duty.obligation
    if about in obligation.toward:
        return [Parties((key,), (), (about,)) for key in _suppliers(told, about) if owes(duty, key, days, entities)]
    if _must_not_export(obligation, about):
        return [Parties((about,), (), (key,)) for key in _recipients(told, about)]
    if not _is_owed(duty, about, days, entities):
        return []
    bound_to = [key for key in owing(duty, days, entities) if key != about]
    against = tuple(sorted(adversaries(told, about, days, entities)))
    if obligation.kind in BY_OBLIGOR:
        return [Parties((key,), (about,), tuple(one for one in against if one != key)) for key in bound_to]
    organs = [key for key in (duty.treaty.organisation,) if key]
    attacking = attackers(told, about, days, entities)
    helping = [key for key in bound_to if key not in attacking]
    adverse = tuple(one for one in against if one not in helping)
    return [Parties((*organs, *helping), (about,), adverse)] if helping else []


def adversaries(told: Iterable[Said], about: str, days: Days, entities: Entities) -> set[str]:
    """Who is told to have attacked a state or a place of its, taken its ground or fought it in some days."""
    found = attackers(told := list(told), about, days, entities)
    for one in told:
        fought = one.type == "hostilities" and about in one.keys.get("party", frozenset())
        if fought and one.polarity != "negated" and one.within(days.since, days.until):
            found |= one.keys["party"]
    return found - {about}


def occasions(duty: Duty, parties: Parties, days: Days, told: Sequence[Said], entities: Entities) -> Iterator[Days]:
    """The days of each occasion: of duties to act each group of triggers and requests, of others all days at once."""
    heard = hear(duty, parties, days, told, entities)
    if duty.obligation.kind in BY_OBLIGOR or duty.obligation.kind == "presence":
        if heard.found["conduct"]:
            yield heard.days
        return
    groups = list(_groups(_days(heard)))
    if not groups and _told_without_a_day(heard):
        yield heard.days
    for at, (first, last) in enumerate(groups):
        behind = groups[at + 1][0] - timedelta(days=1) if at + 1 < len(groups) else heard.days.until
        yield Days(first, max(first, min(behind, last + AFTER, heard.days.until)))


def _told_without_a_day(heard: Hearing) -> bool:
    """Whether somebody tells of what set the duty off, and nothing has a day: then it is one case."""
    return any(hit.one.viewpoints for name in ("trigger", "request") for hit in heard.found[name])


def _days(heard: Hearing) -> list[date]:
    """Days of what set the duty off or asked for it; without a date of its own that of publication."""
    cited = [hit.one for name in ("trigger", "request") for hit in heard.found[name] if hit.one.viewpoints]
    dated = [one for one in cited if one.dated] or cited
    return sorted(max(day, heard.days.since) for one in dated if (day := one.first or one.last))


def _groups(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    first: date | None = None
    last = date.min
    for day in days:
        if first is None:
            first = day
        elif day - last > APART:
            yield first, last
            first = day
        last = day
    if first is not None:
        yield first, last


def _suppliers(told: Iterable[Said], target: str) -> list[str]:
    """States and organisations that are told to have supplied a target, or to be about to."""
    found = {
        key
        for one in told
        if one.type == "transfer" and target in one.keys.get("recipient", frozenset())
        for key in one.keys.get("supplier", frozenset())
    }
    return sorted(found)


def _must_not_export(obligation: Obligation, about: str) -> bool:
    """Whether it is the one that an embargo keeps from giving arms, to whomever."""
    ban = obligation.kind == "restraint" and obligation.trigger == "transfer" and not obligation.toward
    return ban and not obligation.owed_to and about in obligation.owed_by


def _recipients(told: Iterable[Said], supplier: str) -> list[str]:
    """States and organisations that are told to have been supplied, or to be about to."""
    found = {
        key
        for one in told
        if one.type == "transfer" and supplier in one.keys.get("supplier", frozenset())
        for key in one.keys.get("recipient", frozenset())
    }
    return sorted(found)


def owing(duty: Duty, days: Days, entities: Entities) -> list[str]:
    """Who owes a duty in some days: those whom it names, or the parties bound when they began."""
    named = [key for key in duty.obligation.owed_by if key not in _WHOLE]
    if _WHOLE & set(duty.obligation.owed_by):
        named += [key for key, one in bound_on(duty.treaty, _day(duty, days), entities) if one.in_force]
    return list(dict.fromkeys(named))


def owes(duty: Duty, key: str, days: Days, entities: Entities) -> bool:
    """Whether a state or organisation owes a duty in some days: it is named, or was bound when they began."""
    if key in duty.obligation.owed_by:
        return True
    return bool(_WHOLE & set(duty.obligation.owed_by)) and bound(duty.treaty, key, _day(duty, days), entities).in_force


def _is_owed(duty: Duty, about: str, days: Days, entities: Entities) -> bool:
    if about in duty.obligation.owed_to:
        return True
    whole = bool(_WHOLE & set(duty.obligation.owed_to))
    return whole and any(
        bound(duty.treaty, about, day, entities).status is not None for day in (_day(duty, days), days.until)
    )


def _day(duty: Duty, days: Days) -> date:
    """The first of the days on which the version holds."""
    return max(days.since, parse(duty.version.since).earliest or days.since)
