"""Which claims a case has to hear: those that a line of evidence looks for, and one of each who has a word in it.

The judge comes to the same whether it hears all claims of a ledger or these alone, and of a large ledger they are few.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.judge.evidence import People
from foedus.judge.hearing import concerns, is_civil
from foedus.judge.people import people_of
from foedus.judge.said import NEWS, TOLD_LATER, Said
from foedus.judge.sought import Sought, of, seekers, sought
from foedus.judge.trial import Days, Trial, within_version
from foedus.model.finding import EXPERT, RECORD

Place = tuple[str, str, str]
"""By what claims are put in order: day and id of the document, id of the claim."""
NAMED: Final = ("obligor", "beneficiary", "against", "toward")
"""Who has a word in a case, by the words of the table."""
_LONG: Final = 3
"""What spans so many years is looked for in all."""
_ALL: Final = 0


class Heard(NamedTuple):
    """What a case hears, and by what a claim is known that it would hear besides."""

    told: tuple[Said, ...]
    meant: frozenset[str]
    """Ids of those that a line of evidence looks for."""
    people: People
    named: frozenset[str]
    """Who owed it, to whom, against whom, with organs that speak for them."""
    days: Days
    """Those of the trial on which the version held."""
    views: frozenset[str]
    """Whose words count, where one of theirs concerns somebody in the case."""
    words: Mapping[str, str]
    """Of whom such a word is among those heard, and its claim."""

    @property
    def ids(self) -> frozenset[str]:
        """Of all that is heard."""
        return self.meant.union(self.words.values())


class Docket:
    """Claims by what is looked for in them."""

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._told: dict[str, Said] = {}
        self._places: dict[str, Place] = {}
        self._filling: dict[tuple[str, str, str, str, str], set[str]] = {}
        self._words: dict[tuple[str, str], dict[int, set[str]]] = {}
        """By viewpoint and key the claims of each year, negative of those that count for earlier years as well."""

    def add(self, one: Said, place: Place) -> None:
        """Put a claim on it; one of the same id has to be dropped before."""
        self._told[one.id] = one
        self._places[one.id] = place
        for where in _fillings(one):
            self._filling.setdefault(where, set()).add(one.id)
        for word in _words(one):
            of_years = self._words.setdefault(word, {})
            for year in _years(one):
                of_years.setdefault(year, set()).add(one.id)

    def drop(self, id_: str) -> Said | None:
        """Take a claim off it; None where it is not there."""
        one = self._told.pop(id_, None)
        if one is None:
            return None
        del self._places[id_]
        for where in _fillings(one):
            self._filling[where].discard(id_)
        for word in _words(one):
            for year in _years(one):
                self._words[word][year].discard(id_)
        return one

    def by_id(self, ids: Iterable[str]) -> list[Said]:
        """The claims of some ids; those that are not there are passed over."""
        return [one for id_ in ids if (one := self._told.get(id_))]

    def heard(self, trial: Trial) -> Heard:
        """What a case has to hear, in the order of the documents' days."""
        days = within_version(trial.duty.version, trial.days)
        people = people_of(trial.duty, trial.parties, days, self._entities)
        of_days, found = set[str](), set[str]()
        for one in sought(trial.duty.obligation):
            (found if one.of_any_day else of_days).update(self._meant(one, people))
        found.update(id_ for id_ in of_days - found if self._told[id_].within(*trial.days))
        named = frozenset[str]().union(*(people[who] for who in NAMED))
        return self._with_words(Heard((), frozenset(found), people, named, days, frozenset(), {}))

    def heard_again(self, trial: Trial, before: Heard, came: Iterable[Said], gone: Collection[str]) -> Heard:
        """What a case has to hear that had heard all there was before these came and went."""
        meant = before.meant.difference(gone).union(one.id for one in came if _is_meant(one, trial, before))
        words = {view: word for view, word in before.words.items() if word not in gone}
        return self._with_words(before._replace(meant=meant, words=words))

    def _with_words(self, heard: Heard) -> Heard:
        """With a word of everybody who has one, and all of it in order; words that are known stay."""
        spoken = (self._told[id_].viewpoints for id_ in heard.meant)
        views = frozenset({EXPERT}).union(heard.named, *spoken) - {RECORD}
        words = {
            view: word for view in views if (word := heard.words.get(view) or self._word(view, heard.named, heard.days))
        }
        ids = heard.meant.union(words.values())
        told = tuple(self._told[id_] for id_ in sorted(ids, key=self._places.__getitem__))
        return heard._replace(told=told, views=views, words=words)

    def _meant(self, one: Sought, people: People) -> set[str]:
        """Who fills the role that fewest fill, of those the ones who are in the other roles as well."""
        filling: list[list[set[str]]] = []
        for role, who in one.roles or (("", ""),):
            for keys in of(who, people) if who else (("",),):
                some = [ids for kind in one.kinds for key in keys if (ids := self._filling.get((*kind, role, key)))]
                if not some:
                    return set()
                filling.append(some)
        filling.sort(key=lambda some: sum(map(len, some)))
        found = set[str]().union(*filling[0])
        for some in filling[1:]:
            found = set[str]().union(*(found & ids for ids in some))
        return found

    def _word(self, view: str, named: frozenset[str], days: Days) -> str | None:
        """A claim by which a viewpoint speaks of somebody in the case."""
        first, last = days.since.year, min(days.until, date.max - NEWS) + NEWS
        for key in named:
            for year, ids in self._words.get((view, key), {}).items():
                if year == _ALL or first <= year <= last.year or -year >= first:
                    for id_ in ids:
                        if _speaks(self._told[id_], named, days):
                            return id_
        return None


def bears(one: Said, trial: Trial, heard: Heard) -> bool:
    """Whether a claim that came changes what a case hears; that of one that went is seen from the ids."""
    if _is_meant(one, trial, heard):
        return True
    new = (one.viewpoints & heard.views).difference(heard.words)
    return bool(new) and _speaks(one, heard.named, heard.days)


def _is_meant(one: Said, trial: Trial, heard: Heard) -> bool:
    return any(
        some.means(one, heard.people) and (some.of_any_day or one.within(*trial.days))
        for some in seekers(trial.duty.obligation, one)
    )


def _speaks(one: Said, named: frozenset[str], days: Days) -> bool:
    return one.within(*days) and concerns(one, named) and not is_civil(one)


def _fillings(one: Said) -> Iterator[tuple[str, str, str, str, str]]:
    kind = (one.type, one.stage, one.polarity)
    yield (*kind, "", "")
    for role, keys in one.keys.items():
        for key in keys:
            yield (*kind, role, key)


def _words(one: Said) -> Iterator[tuple[str, str]]:
    keys = frozenset[str]().union(*one.keys.values())
    return ((view, key) for view in one.viewpoints if view != RECORD for key in keys)


def _years(one: Said) -> Iterable[int]:
    """In which years it is looked for, as `Said.within` has it."""
    first, last = one.first, one.last
    if last is None or (one.dated and (first is None or last.year - first.year >= _LONG)):
        return (_ALL,)
    if one.dated and first is not None:
        return range(first.year, last.year + 1)
    return (-last.year if one.type in TOLD_LATER else last.year,)
