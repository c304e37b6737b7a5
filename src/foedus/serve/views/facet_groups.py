"""The values of each filter with how many claims have them, as the filters' form offers them."""

from collections.abc import Callable, Iterator, Sequence
from typing import get_args

from msgspec import Struct

from foedus.asked.names import roles
from foedus.gazetteer.entities import Entities
from foedus.ledger.filters import REVIEWED
from foedus.model.facets import FacetCount, Facets
from foedus.model.vocabulary import CLAIM_TYPES, TYPES, Standing
from foedus.serve.asking import Asking
from foedus.serve.views.chips import language_name
from foedus.serve.words import term

_BY_TERM = ("type", "stage", "standing", "certainty", "polarity", "review")
_USUAL_ROLES = ("supplier", "recipient", "item")
_ALWAYS = {"standing": get_args(Standing), "review": REVIEWED}
"""Values that are offered whatever the counts, in this order."""


class FacetValue(Struct, frozen=True):
    """A value of a filter, as shown, whether it is asked for, and its claims; none where they were not counted."""

    value: str
    shown: str
    count: int | None
    checked: bool


class FacetGroup(Struct, frozen=True):
    """A filter of the address, the role where it is about one, and its values."""

    name: str
    role: str | None
    values: tuple[FacetValue, ...]

    @property
    def checked(self) -> int:
        """How many values are asked for."""
        return sum(one.checked for one in self.values)


def facet_groups(facets: Facets, asked: Asking, entities: Entities, lang: str) -> tuple[FacetGroup, ...]:
    """Groups in the order of the form; one in which there is nothing to choose is left out."""
    found = [
        _by_term("type", facets, asked.words.type, lang),
        _by_term("stage", facets, asked.words.stage, lang),
        *(_of_role(role, facets, asked, entities, lang) for role in _roles(asked)),
        *(_by_term(name, facets, getattr(asked.words, name), lang) for name in _BY_TERM[2:]),
        _group("lang", facets, asked.words.lang, lambda code: language_name(code, lang)),
        _group("outlet", facets, asked.words.outlet, str),
    ]
    return tuple(one for one in found if one.checked or len(one.values) > 1)


def years(facets: Facets) -> tuple[FacetCount, ...]:
    """Years of publication, the newest first."""
    dated = [one for one in facets.counts.get("year", ()) if one.value]
    return tuple(sorted(dated, key=lambda one: one.value or "", reverse=True))


def _roles(asked: Asking) -> tuple[str, ...]:
    """Roles that matter for the types asked for, and those that are asked for."""
    types = asked.words.type
    core = [role for one in types if one in TYPES for role in TYPES[one].core] if types else _USUAL_ROLES
    return tuple(dict.fromkeys([*core, *(role for role, _ in asked.which.roles)]))


def _by_term(name: str, facets: Facets, given: Sequence[str], lang: str) -> FacetGroup:
    return _group(name, facets, given, lambda value: term(name, value, lang))


def _group(name: str, facets: Facets, given: Sequence[str], shown: Callable[[str], str]) -> FacetGroup:
    counts = {one.value: one.count for one in facets.counts.get(name, ()) if one.value}
    values = [*_ALWAYS.get(name, ()), *counts, *given, *_others(name, given)]
    return FacetGroup(
        name,
        None,
        tuple(FacetValue(value, shown(value), counts.get(value), value in given) for value in dict.fromkeys(values)),
    )


def _others(name: str, given: Sequence[str]) -> Sequence[str]:
    """Where types are chosen the others are offered too, though their claims are not counted."""
    return sorted(CLAIM_TYPES) if name == "type" and given else ()


def _of_role(role: str, facets: Facets, asked: Asking, entities: Entities, lang: str) -> FacetGroup:
    """Entities in a role; one that the address names otherwise than by its key keeps that name."""
    counts = {one.value: one.count for one in facets.counts.get(f"role {role}", ()) if one.value}
    words = dict(_named(role, asked))
    return FacetGroup(
        "role",
        role,
        tuple(
            FacetValue(words.get(key, f"{role}={key}"), entities.name(key, lang), counts.get(key), key in words)
            for key in dict.fromkeys([*words, *counts])
        ),
    )


def _named(role: str, asked: Asking) -> Iterator[tuple[str, str]]:
    for word in asked.words.role:
        for name, key in roles([word], "role", lambda _: None):
            if name == role:
                yield key, word
