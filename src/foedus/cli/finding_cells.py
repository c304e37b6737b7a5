"""A finding on a terminal: what was asked, of whom, who says what, and the words it rests on."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from foedus.cli.cards import Card, Line
from foedus.cli.ids import short_id
from foedus.judge.wording import line, said, viewpoint_name, words

if TYPE_CHECKING:
    from foedus.gazetteer.entities import Entities
    from foedus.judge.rules.rule import Rule
    from foedus.model.claim import Claim
    from foedus.model.finding import Finding, View

_SHOWN = 6
"""Sentences that a card gives; the rest are counted."""


def cells(one: "Finding", entities: "Entities") -> dict[str, str]:
    """A finding as a row."""
    case = one.case
    return {
        "finding": one.id,
        "rule": one.rule,
        "entities": "; ".join(one.entities),
        "since": one.since or "",
        "until": one.until or "",
        "duty": case.obligation if case else "",
        "owed by": "; ".join(case.obligors) if case else "",
        "owed to": "; ".join(case.owed_to) if case else "",
        "against": "; ".join(case.against) if case else "",
        "verdicts": "; ".join(
            f"{view.verdict} ({viewpoint_name(view.viewpoint, entities, 'en')})" for view in one.views
        ),
        "claims": "; ".join(one.claims),
    }


def card(one: "Finding", rule: "Rule", claims: Mapping[str, "Claim"], entities: "Entities", lang: str) -> Card:
    """A finding as lines: question, duty, each verdict with its reason, sentences."""
    days = " – ".join(dict.fromkeys(filter(None, (one.since, one.until))))
    lines = [Line(f"{said(rule.head.question, lang)} · {days or said(words().phrases['undated'], lang)}")]
    lines.append(Line(_who(one, entities, lang), 1))
    lines += [Line(_verdict(view, entities, lang), 1) for view in one.views]
    lines += [Line(_cited(claims[claim]), 2) for claim in one.claims[:_SHOWN] if claim in claims]
    if len(one.claims) > _SHOWN:
        lines.append(Line(f"+ {len(one.claims) - _SHOWN}", 2))
    return lines


def _who(one: "Finding", entities: "Entities", lang: str) -> str:
    def names(keys: tuple[str, ...]) -> str:
        return ", ".join(entities.name(key, lang) for key in keys)

    case = one.case
    if case is None:
        return names(one.entities)
    owed = (
        line("owed", lang, by=names(case.obligors), to=names(case.owed_to))
        if case.owed_to
        else line("owed_to_nobody", lang, by=names(case.obligors))
    )
    foes = line("against" if case.owed_to else "withheld", lang, against=names(case.against)) if case.against else ""
    return " · ".join(filter(None, (case.treaty, line("article", lang, article=case.article), owed, foes)))


def _verdict(view: "View", entities: "Entities", lang: str) -> str:
    told, who = words(), viewpoint_name(view.viewpoint, entities, lang)
    verdict, reason = said(told.verdicts[view.verdict], lang), said(told.rules[view.reason], lang)
    return line("verdict", lang, verdict=verdict, view=who, reason=reason)


def _cited(claim: "Claim") -> str:
    source = ", ".join(filter(None, (claim.document.published, claim.document.outlet)))
    return " · ".join(filter(None, (short_id(claim.id), source, claim.evidence[0].text)))
