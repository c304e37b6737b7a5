"""A treaty file in words, as of a day."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from foedus.gazetteer.entities import Entities
from foedus.judge.treaties.on_day import covers, is_member, version_on
from foedus.judge.treaties.wording import treaty_words
from foedus.judge.wording import said, words
from foedus.model.edtf import parse
from foedus.model.told_treaty import (
    ToldArticle,
    ToldExemption,
    ToldObligation,
    ToldParty,
    ToldTreaty,
    ToldVersion,
)
from foedus.model.treaty import (
    Article,
    Exemption,
    Obligation,
    Party,
    Practice,
    Scope,
    Status,
    Term,
    Texts,
    Treaty,
    Version,
)


def told(treaty: Treaty, day: date, entities: Entities, lang: str) -> ToldTreaty:
    """All of it; names of those bound through an organisation are those of its members on the day."""
    return _Teller(day, entities, lang).treaty(treaty)


def holds(treaty: Treaty, day: date) -> bool:
    """Whether the instrument itself was in force on a day."""
    return treaty.in_force is not None and covers(treaty.in_force, treaty.ended, day)


class _Teller:
    def __init__(self, day: date, entities: Entities, lang: str) -> None:
        self._day = day
        self._entities = entities
        self._lang = lang
        self._words = treaty_words()

    def treaty(self, treaty: Treaty) -> ToldTreaty:
        return ToldTreaty(
            treaty.id,
            self._said(treaty.names),
            treaty.names,
            treaty.kind,
            self._said(self._words.kinds[treaty.kind]),
            self._day.isoformat(),
            treaty.signed,
            treaty.in_force,
            treaty.ended,
            holds(treaty, self._day),
            treaty.verified,
            self._name(treaty.organisation) if treaty.organisation else None,
            tuple(map(self._name, treaty.organs)),
            self._said(treaty.note) if treaty.note else None,
            tuple(self._party(party) for party in treaty.parties),
            tuple(self._article(article, treaty) for article in treaty.articles),
            treaty.sources,
        )

    def _party(self, party: Party) -> ToldParty:
        law = next((one for one in party.de_jure if covers(one.since, one.until, self._day)), None)
        practice = next((one for one in party.de_facto if covers(one.since, one.until, self._day)), None)
        there = [member for member in self._entities.members(party.party) if self._is_member(party, member)]
        return ToldParty(
            party.party,
            self._name(party.party),
            law.status if law else None,
            self._said(self._words.law[law.status if law else self._not_there(party.de_jure)]),
            law.since if law else None,
            law.until if law else None,
            practice.status if practice else None,
            self._said(self._words.practice[practice.status]) if practice else None,
            practice.since if practice else None,
            self._notes(party, law, practice),
            tuple(map(self._name, there)),
        )

    def _is_member(self, party: Party, member: str) -> bool:
        return is_member(party.party, member, self._day, self._entities)

    def _not_there(self, intervals: Iterable[Status]) -> Literal["not_yet", "no_longer"]:
        """Before the first interval a party is none yet, behind it none any more."""
        first = min((start for one in intervals if (start := parse(one.since).earliest)), default=date.max)
        return "no_longer" if first <= self._day else "not_yet"

    def _notes(self, party: Party, law: Status | None, practice: Practice | None) -> tuple[str, ...]:
        notes = (party.note, law.note if law else {}, practice.note if practice else {})
        return tuple(self._said(note) for note in notes if note)

    def _article(self, article: Article, treaty: Treaty) -> ToldArticle:
        today = version_on(article, self._day)
        others = tuple(self._version(one, treaty, whole=False) for one in article.versions if one is not today)
        return ToldArticle(article.article, self._version(today, treaty, whole=True) if today else None, others)

    def _version(self, version: Version, treaty: Treaty, *, whole: bool) -> ToldVersion:
        return ToldVersion(
            version.since,
            version.until,
            version.instrument,
            self._said(version.summary),
            version.verified or treaty.verified,
            tuple(map(self._obligation, version.obligations)) if whole else (),
            version.sources if whole else (),
        )

    def _obligation(self, one: Obligation) -> ToldObligation:
        return ToldObligation(
            one.id,
            one.kind,
            self._said(words().kinds[one.kind]),
            self._said(one.conduct),
            self._phrase("owed", by=self._names(one.owed_by), to=self._names(one.owed_to or ("nobody",))),
            self._phrase("toward", toward=self._names(one.toward)) if one.toward else None,
            self._said(self._words.triggers[one.trigger]),
            self._where(one.scope),
            self._said(self._words.requests[one.request]),
            self._said(self._words.decides[one.decides]),
            self._answer(one),
            one.binding,
            one.names_arms,
            tuple(map(self._exemption, one.exemptions)),
            self._term(one.term) if one.term else None,
        )

    def _where(self, scope: Scope) -> str:
        parts = [self._said(self._words.scopes[scope.kind]).format(places=self._names(scope.places))]
        if scope.excluded:
            parts.append(self._phrase("excluded", places=self._names(scope.excluded)))
        if scope.note:
            parts.append(self._said(scope.note))
        return "; ".join(parts)

    def _answer(self, one: Obligation) -> str | None:
        if one.answer_days is None:
            return self._said(one.answer) if one.answer else None
        return self._phrase("answer", days=str(one.answer_days), words=self._said(one.answer))

    def _exemption(self, one: Exemption) -> ToldExemption:
        ground = self._said(self._words.grounds[one.ground]).format(day=one.day)
        return ToldExemption(one.article, one.ground, ground, self._said(one.summary))

    def _term(self, term: Term) -> str:
        interval = self._interval(term.since, term.until)
        notice = self._phrase("notice", months=str(term.notice_months)) if term.notice_months else None
        renewed = self._phrase("renewed", years=str(term.renewed_by_years)) if term.renewed_by_years else None
        return ", ".join(filter(None, (interval, notice, renewed)))

    def _interval(self, since: str, until: str | None) -> str:
        if until is None:
            return f"{self._phrase('since')} {since}"
        return self._phrase("since_until", since=since, until=until)

    def _names(self, keys: Iterable[str]) -> str:
        who = self._words.who
        return ", ".join(self._said(who[key]) if key in who else self._name(key) for key in keys)

    def _name(self, key: str) -> str:
        return self._entities.name(key, self._lang)

    def _phrase(self, name: str, **given: str) -> str:
        return self._said(self._words.phrases[name]).format(**given)

    def _said(self, texts: Texts) -> str:
        return said(texts, self._lang)
