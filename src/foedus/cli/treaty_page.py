"""One treaty as a page of lines: parties on the day, articles in the version in force, duties in words, sources."""

from collections.abc import Iterator

from foedus.cli.cards import Card, Line
from foedus.judge.treaties.wording import treaty_words
from foedus.judge.wording import said
from foedus.model.told_treaty import (
    ToldArticle,
    ToldExemption,
    ToldObligation,
    ToldParty,
    ToldTreaty,
    ToldVersion,
)
from foedus.model.treaty import Source


def treaty_page(treaty: ToldTreaty, lang: str) -> list[Card]:
    """Blocks: the instrument, its parties, each of its articles, its sources."""
    page = _Page(lang)
    parties = (Line(f"{page('parties')} {page('on', day=treaty.day)}"), *_lines(map(page.party, treaty.parties)))
    sources = (Line(page("sources")), *(Line(page.source(one), 1) for one in treaty.sources))
    return [tuple(page.head(treaty)), parties, *(tuple(page.article(one)) for one in treaty.articles), sources]


def _lines(some: Iterator[Iterator[Line]]) -> Iterator[Line]:
    for lines in some:
        yield from lines


class _Page:
    """Words of one language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def __call__(self, name: str, **given: str) -> str:
        return said(treaty_words().phrases[name], self._lang).format(**given)

    def _named(self, name: str, words: str) -> str:
        return f"{self(name)}{self('colon')}{words}"

    def head(self, treaty: ToldTreaty) -> Iterator[Line]:
        yield Line(f"{treaty.name} ({treaty.id}){self('colon')}{treaty.label}")
        days = (("signed", treaty.signed), ("in_force", treaty.in_force), ("ended", treaty.ended))
        told = [f"{self(name)} {day}" for name, day in days if day]
        yield Line("; ".join((*told, *(() if treaty.holds else (self("not_in_force"),)))), 1)
        if treaty.organisation:
            yield Line(self._named("organisation", treaty.organisation), 1)
        if treaty.organs:
            yield Line(self._named("organs", ", ".join(treaty.organs)), 1)
        if treaty.note:
            yield Line(treaty.note, 1)
        yield Line(self("verified" if treaty.verified else "not_verified"), 1)

    def party(self, party: ToldParty) -> Iterator[Line]:
        law = f"{party.name}{self('colon')}{party.label}"
        law += f", {self._interval(party.since, party.until)}" if party.since else ""
        practice = f"; {party.practice_label}, {self('since')} {party.practice_since}" if party.practice_label else ""
        yield Line(law + practice, 1)
        for note in party.notes:
            yield Line(note, 2)
        if party.members:
            through = self("through", organisation=party.name)
            yield Line(f"{through}{self('colon')}{', '.join(party.members)}", 2)

    def article(self, article: ToldArticle) -> Iterator[Line]:
        if article.version is None:
            yield Line(f"{self('article')} {article.article}{self('colon')}{self('no_version')}")
        else:
            yield Line(f"{self('article')} {article.article}, {self('version')} {self._version(article.version)}")
            yield from self._whole(article.version)
        for other in article.others:
            yield Line(f"{self('other_version')}, {self._version(other)}{self('colon')}{other.summary}", 1)

    def _whole(self, version: ToldVersion) -> Iterator[Line]:
        yield Line(self._named("our_summary", version.summary), 1)
        for one in version.obligations:
            yield from self._obligation(one)
        for source in version.sources:
            yield Line(self._named("sources", self.source(source)), 1)
        yield Line(self("verified" if version.verified else "not_verified"), 1)

    def _obligation(self, one: ToldObligation) -> Iterator[Line]:
        yield Line(f"{one.label} ({one.id}), {one.owed}{self('colon')}{one.conduct}", 1)
        if not one.binding:
            yield Line(self("not_binding"), 2)
        for words in (one.toward, self("names_arms") if one.names_arms else None):
            if words:
                yield Line(words, 2)
        named = {"when": one.when, "where": one.where, "request": one.request, "deciding": one.decides}
        for name, words in named.items():
            yield Line(self._named(name, words), 2)
        if one.answer:
            yield Line(one.answer, 2)
        for exemption in one.exemptions:
            yield Line(self._exemption(exemption), 2)
        if one.term:
            yield Line(self._named("term", one.term), 2)

    def _exemption(self, one: ToldExemption) -> str:
        return f"{self('exempt')}, {self('article')} {one.article}{self('colon')}{one.told}. {one.summary}"

    def _version(self, version: ToldVersion) -> str:
        told = self._interval(version.since, version.until)
        return f"{told} ({version.instrument})" if version.instrument else told

    def _interval(self, since: str, until: str | None) -> str:
        return self("since_until", since=since, until=until) if until else f"{self('since')} {since}"

    def source(self, one: Source) -> str:
        primary = self("primary") if one.primary else None
        return ", ".join(filter(None, (one.title, one.date, one.url, primary)))
