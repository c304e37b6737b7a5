"""No contradiction is missed because only some pairs are looked at."""

from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import get_args

import pytest
from msgspec.structs import replace

from foedus.lineage import contradictions as whole
from foedus.lineage.conflicts import conflict
from foedus.lineage.contradictions import contradictions, successions
from foedus.lineage.pairs import candidates
from foedus.lineage.told import Told, told
from foedus.model.claim import Claim, Quantity
from foedus.model.contradiction import ContradictionKind
from foedus.model.vocabulary import ClaimType
from tests.factories import claim, document, voice

TEXT = (
    "Arland, Borland and Corland met; a minister of Arland and an envoy of Corland told of 9 or 12 Otter boats, of "
    "soldiers, of the River Pact and of the League, and of the first batch."
)
DAYS = (None, "2022-05-19", "2022-05-19", "2022-05-20", "2022-05-22", "2022-06", "2022-06-30", "2022", "2023-03-01")
WHEN = (None, None, "2022-05-01", "2022-05-03", "2022-04", "2022-04?", "../2022", "2021-08", "2022")
STAGES: dict[ClaimType, str] = {
    "transfer": "sought ordered ordered delivering delivered delivered refused cancelled",
    "deployment": "planned agreed ongoing done withdrawn refused",
    "agreement": "negotiated called_for signed signed in_force terminated",
    "membership": "sought joined joined member left",
}
STATES = ("ARL=Arland", "BOR=Borland", "COR=Corland")


def reports(seed: int, kind: ClaimType, many: int) -> Iterator[Claim]:
    """Claims of one type, of few parties and dates, so that many have to do with each other."""
    rng = Random(f"{seed} {kind}")  # noqa: S311 - a test's dice
    for _ in range(many):
        page = document(f"{TEXT} Page {rng.randrange(many)}.", published=rng.choice(DAYS))
        stage = rng.choice(STAGES[kind].split())
        by = rng.choice((None, None, "a minister of Arland", "an envoy of Corland"))
        one = claim(
            page,
            "told",
            kind,
            stage,
            polarity=rng.choice(("affirmed", "affirmed", "affirmed", "negated")),
            certainty=rng.choice(("certain", "certain", "certain", "probable", "possible")),
            standing=rng.choice(("stated", "stated", "rumoured")),
            attribution=[voice(page, by)] if by else (),
            quantity=rng.choice((None, "9", "12", "12")),
            when=rng.choice(WHEN),
            due=rng.choice((None, "2022-07", "2023")),
            cues=[("batch", "the first batch")] if rng.random() < 0.1 else [],
            roles=parties(rng, kind),
        )
        yield one if rng.random() < 0.9 else replace(one, alternative="1")


def parties(rng: Random, kind: ClaimType) -> dict[str, str | list[str]]:
    one, other = rng.sample(STATES[: rng.choice((2, 2, 3))], 2)
    item = rng.choice(("otter=Otter", "otter=Otter", "boats", None))
    if kind == "transfer":
        found: dict[str, str | list[str] | None] = {"supplier": one, "recipient": other, "item": item}
    elif kind == "deployment":
        found = {"actor": one, "to": other, "item": rng.choice(("soldiers", item))}
    elif kind == "agreement":
        found = {"party": [one, other], "instrument": "pact=River Pact"}
    else:
        found = {"member": one, "organisation": "league=League"}
    return {role: words for role, words in found.items() if words}


def first_day(one: Told) -> tuple[bool, object]:
    day = one.said.earliest if one.said else None
    return day is None, day


@pytest.mark.parametrize("growing", [False, True])
def test_every_pair_that_some_rule_sets_against_each_other_is_looked_at(growing: bool) -> None:
    met: set[ContradictionKind] = set()
    for seed in range(40):
        for kind in STAGES:
            claims = reports(seed, kind, 24)
            ordered = sorted((told(one, one.document.published) for one in claims), key=first_day)
            sought = candidates(ordered, range(len(ordered)), growing=growing)
            for first, second in combinations(range(len(ordered)), 2):
                found = conflict(ordered[first], ordered[second])
                if found and (growing or found.kind != "successive"):
                    met.add(found.kind)
                    assert (first, second) in sought, (found, ordered[first], ordered[second])
    assert met == set(get_args(ContradictionKind)) - (set() if growing else {"successive"})


def test_the_list_is_the_same_as_of_all_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(10):
        claims = [one for kind in STAGES for one in reports(seed, kind, 40)]
        monkeypatch.setattr(whole, "_FEW", 0)
        sought = contradictions(claims), successions(claims)
        monkeypatch.setattr(whole, "_FEW", len(claims))
        assert (contradictions(claims), successions(claims)) == sought
        assert sought[0]


def test_far_fewer_than_all_pairs_are_looked_at() -> None:
    ordered = []
    for month in range(400):
        page = document(f"{TEXT} Page {month}.", published=f"{1980 + month // 12}-{month % 12 + 1:02}-15")
        many = Quantity(month, None, None, "piece", False, "9", TEXT.index("9"), TEXT.index("9") + 1)
        roles = {"supplier": STATES[0], "recipient": STATES[1], "item": "otter=Otter"}
        ordered.append(told(claim(page, "told", quantity=many, roles=roles), page.published))
    assert len(candidates(ordered, range(400), growing=False)) < 400
