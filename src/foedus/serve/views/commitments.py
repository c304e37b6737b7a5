"""Treaties in a list: what each is, who its parties are, whether it holds on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import get_args

from msgspec import Struct

from foedus.gazetteer.entities import Entities
from foedus.judge.treaties.on_day import bound, obligations
from foedus.judge.treaties.told import holds
from foedus.judge.treaties.wording import treaty_words
from foedus.judge.wording import said
from foedus.model.errors import UsageError
from foedus.model.listed_treaty import ListedTreaty
from foedus.model.treaty import Treaty, TreatyKind
from foedus.publish.column import Column, Sheet
from foedus.serve.house import House
from foedus.serve.treaties import treaties_of

TREATIES: Sheet[ListedTreaty] = Sheet(
    "treaties",
    (
        Column("treaty", "text", lambda one: one.id),
        Column("name", "text", lambda one: one.name),
        Column("kind", "text", lambda one: one.kind),
        Column("parties", "texts", lambda one: one.parties),
        Column("signed", "text", lambda one: one.signed),
        Column("in_force", "text", lambda one: one.in_force),
        Column("ended", "text", lambda one: one.ended),
        Column("holds", "yes", lambda one: one.holds),
        Column("verified", "yes", lambda one: one.verified),
    ),
)


class AskedTreaties(Struct, frozen=True):
    """Which treaties are asked for: those that concern a state or organisation, those of a kind; and the day."""

    about: str | None
    kind: TreatyKind | None
    day: date


class CommitmentsView(Struct, frozen=True):
    """Treaties by name. `about` is a key with `about_name`; `kinds` are those to choose from, with their words."""

    treaties: tuple[ListedTreaty, ...]
    about: str | None
    about_name: str | None
    kind: str | None
    kinds: tuple[tuple[str, str], ...]
    day: str


def kind_named(kind: str) -> TreatyKind:
    """One of the kinds; UsageError names them."""
    for one in get_args(TreatyKind):
        if one == kind:
            found: TreatyKind = one
            return found
    raise UsageError(f"kind {kind!r} is none of treaties: {', '.join(get_args(TreatyKind))}")


def commitments_view(house: House, asked: AskedTreaties, lang: str) -> CommitmentsView:
    """The list as a page has it."""
    words = treaty_words().kinds
    kinds = sorted(((kind, said(words[kind], lang)) for kind in get_args(TreatyKind)), key=lambda one: one[1])
    name = house.entities.name(asked.about, lang) if asked.about else None
    listed = listed_treaties(house, asked, lang)
    return CommitmentsView(listed, asked.about, name, asked.kind, tuple(kinds), asked.day.isoformat())


def listed_treaties(house: House, asked: AskedTreaties, lang: str) -> tuple[ListedTreaty, ...]:
    """Those that are asked for, by name."""
    some = (one for one in treaties_of(house).values() if asked.kind in (None, one.kind))
    found = (_told(one, asked, house.entities, lang) for one in _of(some, asked.about, house.entities))
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))


def _of(treaties: Iterable[Treaty], about: str | None, entities: Entities) -> Iterator[Treaty]:
    for one in treaties:
        if about is None or about in _concerned(one, entities):
            yield one


def _concerned(treaty: Treaty, entities: Entities) -> frozenset[str]:
    """Parties, on whatever day, members of those that are organisations, and whom arms must not reach."""
    named = {party.party for party in treaty.parties} | {treaty.organisation or "", *treaty.organs}
    for party in treaty.parties:
        known = entities.get(party.party)
        if known and known.kind == "organisation":
            named |= {*known.members, *(change.member for change in known.changes)}
    for _, _, one in obligations(treaty):
        named |= {*one.toward, *one.owed_by, *one.owed_to}
    return frozenset(named)


def _told(treaty: Treaty, asked: AskedTreaties, entities: Entities, lang: str) -> ListedTreaty:
    status = bound(treaty, asked.about, asked.day, entities).status if asked.about else None
    return ListedTreaty(
        treaty.id,
        said(treaty.names, lang),
        treaty.kind,
        said(treaty_words().kinds[treaty.kind], lang),
        tuple(party.party for party in treaty.parties),
        tuple(entities.name(party.party, lang) for party in treaty.parties),
        treaty.signed,
        treaty.in_force,
        treaty.ended,
        holds(treaty, asked.day),
        treaty.verified,
        status,
        said(treaty_words().law[status], lang) if status else None,
    )
