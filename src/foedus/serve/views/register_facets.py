"""The register's filters as the form offers them, with counts, and those that are set."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from foedus.asked.query import given
from foedus.gazetteer.entities import Entities
from foedus.ledger.filters import REVIEWED
from foedus.model.facets import Facets
from foedus.model.vocabulary import TYPES
from foedus.serve.asking import Asking
from foedus.serve.views.chips import Chip, chip
from foedus.serve.views.deal_address import NAME, NOBODY
from foedus.serve.views.facet_groups import FacetGroup, FacetValue
from foedus.serve.views.register_asked import PARTIES, STANDINGS, Words
from foedus.serve.views.register_choice import Question
from foedus.serve.views.register_links import STATUSES
from foedus.serve.words import term

_PARTIES = 40
"""Parties that the form offers, those of the most links."""
_YEARS = 24

Counts = Mapping[str, Mapping[str, int]]


class Offer(NamedTuple):
    """What is asked, in words and as it was understood, and in which language it is to be offered."""

    words: Words
    question: Question
    asked: Asking
    entities: Entities
    lang: str


def groups(offer: Offer, counts: Counts, of_claims: Facets) -> tuple[FacetGroup, ...]:
    """In the order of the form: parties, status, category and year count links, standing and review count claims."""
    lang, question = offer.lang, offer.question
    status = {one: counts["status"].get(one, 0) for one in STATUSES if one in {*counts["status"], *question.status}}
    years = dict(list(counts["year"].items())[:_YEARS])
    claims = {name: {one.value or "": one.count for one in some} for name, some in of_claims.counts.items()}
    found = (
        _of_party(offer, "recipient", counts["recipient"]),
        _of_party(offer, "supplier", counts["supplier"]),
        _group("status", status, offer.words.status, lambda one: status_name(one, lang)),
        _group("category", counts["category"], offer.words.category, lambda one: term("category", one, lang)),
        _group("year", years, offer.words.year, str),
        _of_standing(offer, claims.get("standing", {})),
        _group(
            "review",
            claims.get("review", {}),
            offer.asked.words.review,
            lambda one: term("review", one, lang),
            REVIEWED,
        ),
    )
    return tuple(one for one in found if one.values)


def chips(offer: Offer) -> tuple[Chip, ...]:
    """Every filter that is set, but the day as of which all is looked at."""
    words, lang = offer.words, offer.lang
    parties = ((role, one) for role in PARTIES for one in getattr(words, role))
    own = [Chip(role, one, _party(one, offer), role) for role, one in parties]
    own += [Chip("status", one, status_name(one, lang)) for one in words.status]
    own += [Chip("category", one, term("category", one, lang)) for one in words.category]
    own += [Chip("year", one, one) for one in words.year]
    own += [Chip("weakest", words.weakest, term("standing", words.weakest, lang))] if words.weakest else []
    rest = (one for one in given(offer.asked.words) if one[0] not in ("as_of", "published_by"))
    return (*own, *(chip(one, offer.entities, lang) for one in rest))


def status_name(status: str, lang: str) -> str:
    """A status in the language of the page: a stage of transfers, or why none is said plainly."""
    return term("stage" if status in TYPES["transfer"].stages else "status", status, lang)


def _of_party(offer: Offer, role: str, counts: Mapping[str, int]) -> FacetGroup:
    """Parties that are entities, by their keys; those that are asked for, whatever they are."""
    asked = getattr(offer.question, role)
    keys = {identity: key for identity in counts if (key := _key(identity))}
    offered = [*(one for one in keys if one in asked), *[one for one in keys if one not in asked][:_PARTIES]]
    values = [
        FacetValue(keys[one], offer.entities.name(keys[one], offer.lang), counts[one], one in asked) for one in offered
    ]
    others = (one for one in getattr(offer.words, role) if one == NOBODY or one.startswith(NAME))
    return FacetGroup(
        role, role, (*(FacetValue(one, _party(one, offer), None, checked=True) for one in others), *values)
    )


def _key(identity: str) -> str:
    """The key of an identity that is an entity's, else nothing."""
    kind, _, key = identity.partition(":")
    return key if "~" not in kind else ""


def _party(word: str, offer: Offer) -> str:
    known = offer.entities.get(word) is not None
    return offer.entities.name(word, offer.lang) if known else word.removeprefix(NAME)


def _group(
    name: str,
    counts: Mapping[str, int],
    asked: tuple[str, ...],
    shown: Callable[[str], str],
    always: tuple[str, ...] = (),
) -> FacetGroup:
    values = dict.fromkeys([*always, *counts, *asked])
    return FacetGroup(name, None, tuple(FacetValue(one, shown(one), counts.get(one), one in asked) for one in values))


def _of_standing(offer: Offer, counts: Mapping[str, int]) -> FacetGroup:
    """The weakest standing allowed: each counts the stronger ones too; where one is chosen, none is counted."""
    weakest = offer.words.weakest
    return FacetGroup("weakest", None, tuple(_standings(weakest, counts, offer.lang)))


def _standings(weakest: str | None, counts: Mapping[str, int], lang: str) -> Iterator[FacetValue]:
    total = 0
    for one in STANDINGS:
        total += counts.get(one, 0)
        yield FacetValue(one, term("standing", one, lang), None if weakest else total, one == weakest)
