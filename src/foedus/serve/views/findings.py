"""What rules find, in a list: by rule, each finding with the verdict of every viewpoint, and what is missing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from foedus.judge.rules.rule import Rule
from foedus.judge.wording import said, viewpoint_name, words
from foedus.model.finding import Finding, Verdict
from foedus.model.treaty import Texts
from foedus.publish.column import Column, Sheet
from foedus.serve.finding.asked import Asking
from foedus.serve.finding.place import Place
from foedus.serve.house import House
from foedus.serve.rules import rules_of
from foedus.serve.treaties import treaties_of
from foedus.serve.views.telling_finding import Named, ToldFinding, briefly

PAGE = 20
"""Findings that are told at once."""
_QUOTED = 2
"""Claims that a list quotes of what a rule found, and of what is behind each verdict."""


class RuleWords(Struct, frozen=True):
    """A rule in the language of the page; `count` of the findings that the other filters leave are its own."""

    name: str
    question: str
    explanation: str
    finds: str
    count: int


class Group(Struct, frozen=True):
    """Findings of one rule; `goes_on` where earlier ones stand on the page before."""

    rule: RuleWords
    findings: tuple[ToldFinding, ...]
    goes_on: bool


class FindingsView(Struct, frozen=True):
    """Some of the findings as of a batch, and where the next page begins.

    `total` meet all filters. `rules` and `verdicts`, with their words, are those to choose from; `about` and `treaty`
    are what the filters were understood as.
    """

    groups: tuple[Group, ...]
    total: int
    next: str | None
    as_of: int
    rules: tuple[RuleWords, ...]
    verdicts: tuple[tuple[str, str], ...]
    about: tuple[Named, ...]
    treaty: Named | None


def findings_view(house: House, asked: Asking, after: str | None, lang: str) -> FindingsView:
    """The findings behind a place, as many as stand on a page."""
    place = Place.of(after)
    found = house.findings.found(asked.which, place.batch)
    every = [one for one in found.every if replace(asked.words, rules=()).holds(one)]
    counts = Counter(one.rule for one in every)
    some = [one for one in every if asked.words.holds(one)]
    batch = found.moment.batch
    shown = briefly(house, some[place.behind : place.behind + PAGE], batch, lang, quoted=_QUOTED)
    rules = {name: told_rule(rule, lang, counts[name]) for name, rule in rules_of(house.settings).items()}
    before = some[place.behind - 1].rule if place.behind and place.behind <= len(some) else None
    return FindingsView(
        groups=tuple(_groups(shown, rules, before)),
        total=len(some),
        next=str(Place(batch, place.behind + PAGE)) if len(some) > place.behind + PAGE else None,
        as_of=batch,
        rules=tuple(rules.values()),
        verdicts=tuple((one, said(words().verdicts[one], lang)) for one in get_args(Verdict)),
        about=tuple(Named(key, house.entities.name(key, lang)) for key in asked.words.about),
        treaty=_treaty(house, asked.words.treaty, lang),
    )


def told_rule(rule: Rule, lang: str, count: int = 0) -> RuleWords:
    """A rule's words in a language."""
    head = rule.head
    return RuleWords(
        rule.name, said(head.question, lang), _line(head.explanation, lang), _line(head.finds, lang), count
    )


def chosen(house: House, asked: Asking, place: Place) -> tuple[list[Finding], int]:
    """All findings that are asked for, in the order of the rules, and the batch that they are of."""
    found = house.findings.found(asked.which, place.batch)
    return [one for one in found.every if asked.words.holds(one)], found.moment.batch


def findings_sheet(house: House) -> Sheet[Finding]:
    """The columns of a file; viewpoints have their English names."""

    def verdicts(one: Finding) -> tuple[str, ...]:
        return tuple(f"{view.verdict} ({viewpoint_name(view.viewpoint, house.entities, 'en')})" for view in one.views)

    return Sheet(
        "findings",
        (
            Column("finding", "text", lambda one: one.id),
            Column("rule", "text", lambda one: one.rule),
            Column("entities", "texts", lambda one: one.entities),
            Column("since", "text", lambda one: one.since),
            Column("until", "text", lambda one: one.until),
            Column("treaty", "text", lambda one: one.case.treaty if one.case else None),
            Column("duty", "text", lambda one: one.case.obligation if one.case else None),
            Column("owed_by", "texts", lambda one: one.case.obligors if one.case else None),
            Column("owed_to", "texts", lambda one: one.case.owed_to if one.case else None),
            Column("against", "texts", lambda one: one.case.against if one.case else None),
            Column("verdicts", "texts", verdicts),
            Column("gaps", "texts", lambda one: one.gaps),
            Column("claims", "texts", lambda one: one.claims),
        ),
    )


def _line(texts: Texts, lang: str) -> str:
    return " ".join(said(texts, lang).split())


def _groups(some: Iterable[ToldFinding], rules: Mapping[str, RuleWords], before: str | None) -> Iterable[Group]:
    for at, (rule, findings) in enumerate(groupby(some, key=lambda one: one.finding.rule)):
        yield Group(rules[rule], tuple(findings), goes_on=at == 0 and rule == before)


def _treaty(house: House, id_: str | None, lang: str) -> Named | None:
    return Named(id_, said(treaties_of(house)[id_].names, lang)) if id_ else None
