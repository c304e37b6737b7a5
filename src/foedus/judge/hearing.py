"""What is heard in one case: the claims of its days, and what each speaks for."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.judge.evidence import Line, People, Who, table
from foedus.judge.people import people_of, places_of
from foedus.judge.said import Said
from foedus.judge.trial import Days, Duty, Parties, within_version
from foedus.judge.weighing import Hit, hits
from foedus.model.finding import EXPERT, RECORD, ElementName
from foedus.model.treaty import Article, Obligation

_INVOLVED: tuple[Who, ...] = ("obligor", "beneficiary", "against", "toward")
_ASIDE = frozenset({"membership", "production", "possession", "displacement"})


_ENEMIES = {"attack": ("attacker", ("target", "place")), "control": ("holder", ("loser", "place"))}
_ATTACK_TOO = frozenset({"threat", "opinion_of_a_party"})
"""An attack is a threat as well; the table has its lines once."""


class Hearing(NamedTuple):
    """A case with its evidence, by element."""

    duty: Duty
    parties: Parties
    days: Days
    people: People
    told: tuple[Said, ...]
    places: Mapping[str, int]
    """Where a claim stands among them, by its id."""
    orders: tuple[Said, ...]
    """Orders of arms of whatever day: a contract may be older than the case."""
    allowed: tuple[Hit, ...]
    """What permits transfers, of whatever day."""
    found: dict[ElementName, list[Hit]]
    speakers: tuple[str, ...]
    before: tuple[Said, ...]
    """Conduct against the duty in the days asked for, before the version held."""
    began_inside: bool
    """Whether the version began within the days asked for."""

    def by_id(self, claims: Sequence[str]) -> list[Said]:
        """The claims of some ids, in the order of the case."""
        places = {at for id_ in claims if (at := self.places.get(id_)) is not None}
        return [self.told[at] for at in sorted(places)]


def hear(duty: Duty, parties: Parties, days: Days, told: Sequence[Said], entities: Entities) -> Hearing:
    """Sort the claims of a case by what they speak for."""
    asked, days = days, within_version(duty.version, days)
    parties = _facing(parties, days, told, entities)
    people = people_of(duty, parties, days, entities)
    told = [one for one in told if not is_civil(one)]
    near = [one for one in told if one.within(days.since, days.until)]
    heard = tuple(one for one in near if _of_article(one, duty.article))
    kind = duty.obligation.kind
    lines = table()
    drills = [hit.one for hit in hits(lines.exercises, near, people)]
    earnest = [one for one in heard if not _only_exercises(one, drills)]
    found: dict[ElementName, list[Hit]] = {
        "trigger": hits(_trigger_lines(duty.obligation), earnest, people),
        "scope": hits(lines.scope["any"], heard, people),
        "request": hits(lines.request["any"], heard, people),
        "conduct": hits(lines.conduct[kind], heard if kind == "presence" else earnest, people),
    }
    speakers = _speakers(near, (hit for some in found.values() for hit in some), people)
    orders = tuple(one for one in told if (one.type, one.stage, one.polarity) == ("transfer", "ordered", "affirmed"))
    allowed = tuple(hits(lines.allowing, told, people)) if kind == "restraint" else ()
    there = {one.id for one in heard}
    early = [one for one in told if one.dated and one.id not in there and one.within(asked.since, asked.until)]
    before = tuple(hit.one for hit in hits(lines.conduct[kind], early, people) if hit.line.says == "contrary")
    places = {one.id: at for at, one in enumerate(heard)}
    return Hearing(
        duty, parties, days, people, heard, places, orders, allowed, found, speakers, before, days.since > asked.since
    )


def _facing(parties: Parties, days: Days, told: Iterable[Said], entities: Entities) -> Parties:
    """Where nobody names the adversary, it is whoever is told to have attacked those to whom the duty is owed."""
    if parties.against or not parties.beneficiaries:
        return parties
    found = set[str]().union(*(attackers(told, one, days, entities) for one in parties.beneficiaries))
    return parties._replace(against=tuple(sorted(found - {*parties.obligors, *parties.beneficiaries})))


def attackers(told: Iterable[Said], about: str, days: Days, entities: Entities) -> set[str]:
    """Who is told to have attacked a state or a place of its, or to have taken its ground, in some days."""
    home = frozenset((about, *places_of(entities).get(about, ())))
    found: set[str] = set()
    for one in told:
        role, victims = _ENEMIES.get(one.type, ("", ()))
        if not role or one.polarity == "negated" or not one.within(days.since, days.until):
            continue
        if any(home & one.keys.get(victim, frozenset()) for victim in victims):
            found |= one.keys.get(role, frozenset())
    return found - {about}


def _only_exercises(one: Said, drills: Sequence[Said]) -> bool:
    """Whether forces that move are those that are told to exercise in these days: neither attack nor help."""
    if one.type != "deployment" or one.stage == "refused" or one.polarity == "negated":
        return False
    actors = one.keys.get("actor", frozenset())
    return any(actors & drill.keys["participant"] for drill in drills)


def is_civil(one: Said) -> bool:
    """Whether all that is handed over is known to be no arms."""
    return bool(one.items) and all(classes & table().civil for classes in one.items)


def _speakers(near: Iterable[Said], found: Iterable[Hit], people: People) -> tuple[str, ...]:
    """The record, who bears witness, experts, and everybody in the case who has a word of his own on it."""
    named = frozenset[str]().union(*(people[who] for who in _INVOLVED))
    spoken = {view for one in near if concerns(one, named) for view in one.viewpoints}
    witnesses = {view for hit in found for view in hit.one.viewpoints}
    return (RECORD, *sorted((spoken & (named | {EXPERT}) | witnesses) - {RECORD}))


def concerns(one: Said, named: frozenset[str]) -> bool:
    """Whether a claim is about somebody in the case; who is a member of what, makes what, agreed with whom, is not."""
    if one.type in _ASIDE or (one.type == "agreement" and one.standing == "stated"):
        return False
    return any(keys & named for keys in one.keys.values())


def _trigger_lines(obligation: Obligation) -> tuple[Line, ...]:
    lines = table().trigger
    if obligation.trigger in _ATTACK_TOO:
        return (*lines["armed_attack"], *lines["threat"])
    return lines.get(obligation.trigger, ())


def _of_article(one: Said, article: Article) -> bool:
    """A claim that names other articles is about another duty."""
    numbers = {part for part in article.article.replace(".", " ").split() if part.isdigit()}
    return not one.articles or not numbers or bool(one.articles & numbers)
