"""What a treaty file must keep to beyond its shape: dates, intervals, ids, words, keys that exist."""

from collections.abc import Container, Iterable, Iterator
from datetime import date, timedelta

from foedus.model.edtf import parse
from foedus.model.treaty import Article, Obligation, Party, Source, Texts, Treaty, Version

LANGS = ("en", "fr")
"""In which words must be there."""
WHOLE = frozenset({"each_party", "other_parties", "all_parties"})
"""Who owes or is owed to, without naming them."""

Fault = tuple[str, str]
"""Way to the value, `.articles[0].since`, and what is wrong with it."""


def faults(treaty: Treaty, known: Container[str]) -> Iterator[Fault]:
    """Each fault of a treaty; `known` are the keys of the gazetteer."""
    yield from _words(treaty.names, ".names")
    for name in ("signed", "in_force", "ended"):
        yield from _day(getattr(treaty, name), f".{name}")
    yield from _order(treaty.signed, treaty.in_force, ".in_force", "is in force before it was signed")
    yield from _order(treaty.in_force, treaty.ended, ".ended", "ended before it was in force")
    yield from _keys(((treaty.organisation,) if treaty.organisation else ()), ".organisation", known)
    yield from _keys(treaty.organs, ".organs", known)
    if not treaty.parties:
        yield ".parties", "a treaty has parties: at least the one that imposed it"
    for at, party in enumerate(treaty.parties):
        yield from _party(party, f".parties[{at}]", known)
    yield from _twice((party.party for party in treaty.parties), ".parties")
    for at, article in enumerate(treaty.articles):
        yield from _article(article, f".articles[{at}]", known)
    yield from _twice((one.article for one in treaty.articles), ".articles")
    yield from _twice((one.id for one in _obligations(treaty)), ".articles")
    yield from _sources(treaty.sources, ".sources")
    if treaty.verified and not any(source.primary for source in treaty.sources):
        yield ".verified", "true needs a source that is primary: say false, or name where it was checked"


def _obligations(treaty: Treaty) -> Iterator[Obligation]:
    """One version of each obligation an article: the same id may stand in several versions."""
    for article in treaty.articles:
        yield from {one.id: one for version in article.versions for one in version.obligations}.values()


def _party(party: Party, path: str, known: Container[str]) -> Iterator[Fault]:
    yield from _keys((party.party,), f"{path}.party", known)
    if not party.de_jure:
        yield f"{path}.de_jure", "a party has a status by law: at least {status: signed, since: …}"
    intervals = [(one.since, one.until) for one in party.de_jure]
    yield from _intervals(intervals, f"{path}.de_jure")
    yield from _intervals([(one.since, one.until) for one in party.de_facto], f"{path}.de_facto")


def _article(article: Article, path: str, known: Container[str]) -> Iterator[Fault]:
    if not article.versions:
        yield f"{path}.versions", "an article has at least one version"
    if article.key:
        yield from _keys((article.key,), f"{path}.key", known)
    yield from _intervals([(one.since, one.until) for one in article.versions], f"{path}.versions")
    for at, version in enumerate(article.versions):
        yield from _version(version, f"{path}.versions[{at}]", known)


def _version(version: Version, path: str, known: Container[str]) -> Iterator[Fault]:
    yield from _words(version.summary, f"{path}.summary")
    yield from _sources(version.sources, f"{path}.sources")
    yield from _twice((one.id for one in version.obligations), f"{path}.obligations")
    for at, obligation in enumerate(version.obligations):
        yield from _obligation(obligation, f"{path}.obligations[{at}]", known)


def _obligation(one: Obligation, path: str, known: Container[str]) -> Iterator[Fault]:
    yield from _words(one.conduct, f"{path}.conduct")
    for name in ("owed_by", "owed_to", "toward"):
        named = [key for key in getattr(one, name) if key not in WHOLE]
        yield from _keys(named, f"{path}.{name}", known)
    if not one.owed_by:
        yield f"{path}.owed_by", "somebody owes it: entity keys, or each_party, other_parties"
    yield from _keys((*one.scope.places, *one.scope.excluded), f"{path}.scope", known)
    if one.scope.kind == "places" and not one.scope.places:
        yield f"{path}.scope", "kind places needs the list `places`"
    if one.answer_days is not None and (one.answer_days < 1 or not one.answer):
        yield f"{path}.answer_days", "is a number of days from 1, with the words that it rests on in `answer`"
    if one.answer:
        yield from _words(one.answer, f"{path}.answer")
    for at, exemption in enumerate(one.exemptions):
        yield from _words(exemption.summary, f"{path}.exemptions[{at}].summary")
        yield from _day(exemption.day, f"{path}.exemptions[{at}].day")
        if exemption.ground in ("contract_before", "delivery_before") and exemption.day is None:
            yield f"{path}.exemptions[{at}]", f"ground {exemption.ground} needs its `day`"
    if one.term:
        yield from _intervals([(one.term.since, one.term.until)], f"{path}.term")


def _words(texts: Texts, path: str) -> Iterator[Fault]:
    for lang in LANGS:
        if not texts.get(lang, "").strip():
            yield path, f"the words in {lang} are missing"


def _keys(keys: Iterable[str], path: str, known: Container[str]) -> Iterator[Fault]:
    for key in keys:
        if key not in known:
            yield path, f"{key!r} is no key of the gazetteer: `foedus entities NAME` shows those that are"


def _sources(sources: Iterable[Source], path: str) -> Iterator[Fault]:
    for at, source in enumerate(sources):
        yield from _day(source.date, f"{path}[{at}].date")


def _day(text: str | None, path: str) -> Iterator[Fault]:
    if text is None:
        return
    try:
        parse(text)
    except ValueError as error:
        yield path, str(error)


def _order(first: str | None, second: str | None, path: str, message: str) -> Iterator[Fault]:
    try:
        before = parse(first).earliest if first else None
        after = parse(second).latest if second else None
    except ValueError:
        return  # told already
    if before and after and after < before:
        yield path, message


def _intervals(intervals: list[tuple[str, str | None]], path: str) -> Iterator[Fault]:
    """Each interval is in order, and each begins behind the one before."""
    before: date | None = None
    for at, (since, until) in enumerate(intervals):
        yield from _day(since, f"{path}[{at}].since")
        yield from _day(until, f"{path}[{at}].until")
        yield from _order(since, until, f"{path}[{at}]", "ends before it begins")
        try:
            start, end = parse(since).earliest, parse(until).latest if until else date.max
        except ValueError:
            return
        if start and before and start < before:
            yield f"{path}[{at}].since", "begins before the interval above it has ended"
        before = end and (end if end == date.max else end + timedelta(days=1))


def _twice(names: Iterable[str], path: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield path, f"{name!r} stands twice: keep one"
        seen.add(name)
