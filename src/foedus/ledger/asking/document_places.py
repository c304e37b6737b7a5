"""Where the documents of an answer stand in its order: what was published last first, what has no date last.

Where the filter asks something of claims, these are walked and their documents told; else the pages that name the
documents.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, exists, or_, select

from foedus.ledger.asking.condition import Condition, Road, Sieve, Test, looked_up
from foedus.ledger.asking.conditions import conditions, shown
from foedus.ledger.asking.cursor import Place
from foedus.ledger.asking.keys import each_of, unsought
from foedus.ledger.asking.matching import Searched, matching
from foedus.ledger.asking.moments import holds, known
from foedus.ledger.asking.narrowing import FEW, first_keys, sieved
from foedus.ledger.asking.of_pages import asks_of_pages, of_pages
from foedus.ledger.asking.outlet_names import with_outlets
from foedus.ledger.asking.places import SIEVED, Answer
from foedus.ledger.asking.search_terms import Unit
from foedus.ledger.asking.walking import Walking, stretch_of
from foedus.ledger.create_search import document_words
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.tables import UNDATED, claims, documents, fillers, pages, tombstones

_EVERYTHING = ClaimFilter()
_NAMING = 1
_BEHIND = 2**62
"""Sorts behind every place in a text, and every number of a document."""
_CLAIMS_OF_ONE = 8
"""Claims that are met at once for each document that is wanted."""
FEW_UNDATED = 5_000
_DAY = pages.c.published_earliest


class DocumentPlace(NamedTuple):
    """Day of publication, UNDATED where there is none, and id."""

    day: str
    id: str


def document_places(
    connection: Connection, which: ClaimFilter, asked: Sequence[Unit], *, batch: int, start: Place | None, most: int
) -> list[DocumentPlace]:
    """The first ones behind a place (None: of all), of documents whose texts have what is searched."""
    which = with_outlets(connection, which)
    searched = Searched(documents.c.number, document_words, lambda named: _naming(connection, named, batch))
    words = list(matching(connection, searched, asked)) if asked else []
    which = replace(which, text=None)
    if replace(which, langs=(), outlets=(), published_from=None, published_by=None, as_of=None) != _EVERYTHING:
        of_claims = conditions(connection, which, batch)
        claimed = Answer.of(
            connection,
            (*of_claims, *(_of_their_texts(connection, one) for one in words)),
            shown(which, batch),
            batch,
        )
        return _with_claims(claimed, batch, start, most)
    if asks_of_pages(which):
        words.append(of_pages(connection, which, documents.c.number, batch))
    return _Documents(connection, words, batch).places(start, most)


def texts_at(connection: Connection, places: Sequence[DocumentPlace], batch: int) -> list[Row[Any]]:
    """Texts with the pages that name them, in the order given; the text is null where a backup left it out."""
    page = (pages.c.lang, pages.c.published, pages.c.title, pages.c.outlet, pages.c.url)
    asked: Select[Any] = (
        select(documents.c.id, documents.c.sha256, documents.c.text, *page)
        .join(pages, pages.c.document == documents.c.number)
        .where(documents.c.id.in_([one.id for one in places]), pages.c.page == _NAMING, holds(pages, batch))
    )
    found = {row.id: row for row in connection.execute(asked)}
    return [found[one.id] for one in places]


def _with_claims(claimed: Answer, batch: int, start: Place | None, most: int) -> list[DocumentPlace]:
    """The documents of claims, which come in the same order."""
    found: dict[str, DocumentPlace] = {}
    at_once = most * _CLAIMS_OF_ONE
    if start is not None:
        start = start._replace(trigger_start=_BEHIND)
    while len(found) < most:
        rows = claimed.places(start, at_once, newest_first=True)
        for row in rows:
            found.setdefault(row.document, DocumentPlace(row.published_on, row.document))
        if len(rows) < at_once:
            break
        start = Place(batch, rows[-1].published_on, rows[-1].document, _BEHIND, "", 0)
    return list(found.values())[:most]


class _Documents(NamedTuple):
    """Documents as of a batch that meet what is asked of them alone."""

    connection: Connection
    asked: Sequence[Condition]
    batch: int

    def places(self, start: Place | None, most: int) -> list[DocumentPlace]:
        """The first ones behind a place."""
        for one in self.asked:
            if one.keys is not None:
                some = first_keys(self.connection, one.keys, FEW + 1)
                if len(some) <= FEW:
                    return self._rows(list(dict.fromkeys(some)), start, most)
        days = next((one.days for one in self.asked if one.days is not None), None)
        found = self._along_days(start, most)
        if days is None:
            return found if len(found) == most else [*found, *self._undated(start, most - len(found))]
        return _in_order({*found, *self._rows(days.strays, start, most)})[:most] if days.strays else found

    def _along_days(self, start: Place | None, most: int) -> list[DocumentPlace]:
        stretch = stretch_of("", UNDATED, start and start.published_on, backwards=True)
        for one in self.asked:
            stretch = stretch.within(one.days) if one.days else stretch
        road = Road(_DAY, pages.c.document, (pages.c.page == _NAMING, holds(pages, self.batch)))
        of_indexes = any(one.sieve is not None for one in self.asked)
        found: list[DocumentPlace] = []
        steps = Walking(self.connection, (road,), (), _BEHIND).steps(stretch, most * (SIEVED if of_indexes else 2))
        for numbers in steps if start is None or start.published_on != UNDATED else ():
            found += self._rows(numbers, start, most - len(found), _DAY.is_not(None))
            if len(found) >= most:
                break
        return found

    def _undated(self, start: Place | None, most: int) -> list[DocumentPlace]:
        """Few at once; of many, documents are gone through in the order of their ids."""
        named = select(pages.c.document).where(_DAY.is_(None), pages.c.page == _NAMING, holds(pages, self.batch))
        some = list(self.connection.scalars(named.limit(FEW_UNDATED + 1)))
        if len(some) <= FEW_UNDATED:
            return self._rows(some, start, most, _DAY.is_(None))
        found: list[DocumentPlace] = []
        for numbers in self._along_ids(start.document if start and start.published_on == UNDATED else ""):
            found += self._rows(numbers, start, most - len(found), _DAY.is_(None))
            if len(found) >= most:
                break
        return found

    def _along_ids(self, behind: str) -> Iterator[list[int]]:
        while True:
            asked = select(documents.c.number, documents.c.id).where(documents.c.id > behind).order_by(documents.c.id)
            some = self.connection.execute(asked.limit(FEW_UNDATED)).all()
            if not some:
                return
            yield [row.number for row in some]
            behind = some[-1].id

    def _rows(self, numbers: Sequence[int], start: Place | None, most: int, *also: Test) -> list[DocumentPlace]:
        keys, tests = sieved(numbers, self.asked)
        if not keys:
            return []
        asked = (
            select(documents.c.id, _DAY)
            .select_from(
                each_of(self.connection, keys, documents, documents.c.number).join(
                    pages, pages.c.document == documents.c.number
                )
            )
            .where(pages.c.page == _NAMING, holds(pages, self.batch), known(documents, self.batch), *also, *tests)
            .where(~exists().where(tombstones.c.document == documents.c.number))
            .order_by(_DAY.desc().nulls_last(), documents.c.id)
            .limit(most)
        )
        if start is not None:
            asked = asked.where(_behind(start))
        return [DocumentPlace(day or UNDATED, id_) for id_, day in self.connection.execute(asked)]


def _in_order(places: Iterable[DocumentPlace]) -> list[DocumentPlace]:
    by_id = sorted(places, key=lambda one: one.id)
    return sorted(by_id, key=lambda one: "" if one.day == UNDATED else one.day, reverse=True)


def _behind(start: Place) -> Test:
    day, later = pages.c.published_earliest, documents.c.id > start.document
    if start.published_on == UNDATED:
        return day.is_(None) & later
    return or_(day.is_(None), day < start.published_on, (day == start.published_on) & later)


def _naming(connection: Connection, entities: tuple[str, ...], batch: int) -> Condition:
    """Documents with a claim in whose roles one of the entities stands."""
    there = shown(_EVERYTHING, batch)
    named = (there, fillers.c.reading == claims.c.reading, fillers.c.entity.in_(entities))
    test = exists().where(claims.c.document == documents.c.number, *named)

    def sieve(numbers: Sequence[int]) -> Sequence[int]:
        meant = unsought(connection, fillers.c.entity).in_(entities)
        given = each_of(connection, numbers, claims, claims.c.document)
        asked = select(claims.c.document).distinct().select_from(given)
        return connection.scalars(
            asked.where(there, exists().where(fillers.c.reading == claims.c.reading, meant))
        ).all()

    found = looked_up(documents.c.number, test, select(claims.c.document).where(*named))
    return found._replace(sieve=sieve)


def _of_their_texts(connection: Connection, one: Condition) -> Condition:
    """What is asked of documents, asked of their claims."""
    keys = None if one.keys is None else select(claims.c.reading).where(claims.c.document.in_(one.keys))
    sieve = _by_their_texts(connection, one.sieve) if one.sieve is not None else None
    return Condition(one.test, one.whole, keys, exact=one.exact, sieve=sieve)


def _by_their_texts(connection: Connection, passing: Sieve) -> Sieve:
    def sieve(readings: Sequence[int]) -> list[int]:
        given = each_of(connection, readings, claims, claims.c.reading)
        rows = connection.execute(select(claims.c.reading, claims.c.document).select_from(given)).all()
        texts = set(passing(sorted({document for _, document in rows})))
        return [reading for reading, document in rows if document in texts]

    return sieve
