"""A table, rules and sides for tests: the shipped rules, a few outlets of the shipped table, own-worded reports."""

from datetime import date
from functools import cache

from foedus.lineage.edges import CopyEdge
from foedus.lineage.grading.bearing import Neighbours, bearing
from foedus.lineage.grading.credibility import credibility
from foedus.lineage.grading.letters import Credibility
from foedus.lineage.grading.origins import Origins
from foedus.lineage.grading.outlets import load_outlets
from foedus.lineage.grading.reliability import Knowledge
from foedus.lineage.grading.rules import load_rules
from foedus.lineage.grading.wording import load_wording
from foedus.model.claim import Attribution, Claim
from foedus.model.document import Document
from tests.factories import claim, document, voice

TEXT = (
    "Arland delivered 12 Otter boats to Borland. Corland came too. A minister of Arland, an envoy of Corland, Reuters, "
    "TASS, a source and the Riverside Post said so."
)
PARTIES: dict[str, object] = {"supplier": "ARL=Arland", "recipient": "BOR=Borland", "item": "otter=Otter"}
OFFICES = {"minister-of-arland": "ARL", "envoy-of-corland": "COR"}


def sides(key: str, _on: date | None) -> frozenset[str]:
    """Two people in office; everybody else stands for himself."""
    return frozenset({key, OFFICES[key]} if key in OFFICES else {key})


@cache
def known() -> Knowledge:
    """The shipped table and rules."""
    rules = load_rules()
    return Knowledge(load_outlets(rules), rules, sides, load_wording())


def report(outlet: str | None, day: str = "2022-05-19", *, url: str | None = None, more: str = "") -> Document:
    """A report of the outlet, its words made its own by outlet and day."""
    return document(f"{TEXT} Told by {outlet} on {day}.{more}", outlet=outlet, published=day, url=url)


def told(page: Document, *, by: Attribution | None = None, **change: object) -> Claim:
    """The delivery as the page tells it; a role given as None is left open."""
    given = {name: value for name, value in (PARTIES | change).items() if value is not None}
    if by:
        given = {"standing": "unnamed" if by.kind == "unnamed" else "attributed", "attribution": [by]} | given
    return claim(page, "delivered", **given)  # type: ignore[arg-type]  # values of several kinds by name


def minister(page: Document) -> Attribution:
    """A minister of Arland."""
    return voice(page, "A minister of Arland", entity="minister-of-arland")


def envoy(page: Document) -> Attribution:
    """An envoy of Corland."""
    return voice(page, "an envoy of Corland", entity="envoy-of-corland")


def source(page: Document, entity: str | None = None) -> Attribution:
    """Somebody without a name."""
    return voice(page, "a source", kind="unnamed", entity=entity)


def graded(
    one: Claim,
    *others: Claim,
    pages: tuple[Document, ...] = (),
    edges: tuple[CopyEdge, ...] = (),
    dependences: tuple[tuple[str, str], ...] = (),
) -> Credibility:
    """The digit of a claim among others."""
    origins = Origins(known(), {page.id: page for page in pages}, edges, dependences)
    found = bearing(one, Neighbours(others).of(one), known().rules.credibility)
    return credibility(one, found, origins, known())
