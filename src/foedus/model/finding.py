"""A finding: what a rule found, and where a duty was owed, how each viewpoint stands to it, every line cited to claims.

The judge decides elements first, then a verdict; no verdict stands without the viewpoint that it is according to.
Elements and verdicts are told in docs/judging.md.
"""

from typing import Literal

from msgspec import Struct

from foedus.model.vocabulary import Certainty, Standing

ElementName = Literal["status", "trigger", "scope", "request", "time", "conduct"]
ELEMENTS: tuple[ElementName, ...] = ("status", "trigger", "scope", "request", "time", "conduct")
Value = Literal[
    "met",
    "not_met",
    "de_facto_frozen",
    "contested",
    "open",
    "not_needed",
    "kept",
    "run_out",
    "sufficient",
    "insufficient",
    "none",
    "contrary",
    "conditional",
    "exempt",
]
Verdict = Literal["honoured", "answered", "unmet", "contradicted", "not_triggered", "unclear"]
RECORD = "record"
"""The viewpoint of what outlets tell in their own voice."""
EXPERT = "expert"
"""The viewpoint of named people and institutes that are no party."""
LAW = "law"
"""The viewpoint of the instrument's own text, applied to the record."""


class Weight(Struct, frozen=True):
    """The weakest link of what is cited: surety and standing of the weakest claim, and how many origins there are."""

    certainty: Certainty
    standing: Standing
    origins: int


class Element(Struct, frozen=True):
    """One element as a viewpoint has it; `reason` names the line of the evidence table or the field that decided."""

    name: ElementName
    value: Value
    reason: str
    claims: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    """Claims that say otherwise."""
    weakest: Weight | None = None


class View(Struct, frozen=True):
    """How one viewpoint stands: an entity key, or `record`, `expert`, `law`."""

    viewpoint: str
    verdict: Verdict
    elements: tuple[Element, ...]
    reason: str
    """The rule of the verdict."""
    exemption: str | None = None
    """The article of the exemption by which nothing was owed."""


class Case(Struct, frozen=True):
    """A duty and an occasion: who owed what to whom, in which version of which article, and in which days."""

    treaty: str
    article: str
    version: str
    """First day of the version."""
    obligation: str
    obligors: tuple[str, ...]
    owed_to: tuple[str, ...]
    against: tuple[str, ...]
    since: str
    until: str


class Finding(Struct, frozen=True):
    """What a rule found; without `case` it is a rule that asks of no duty. Ids stay while rule, duty and parties do."""

    id: str
    rule: str
    claims: tuple[str, ...]
    """The claims that the rule's rows name."""
    entities: tuple[str, ...]
    since: str | None
    until: str | None
    case: Case | None = None
    views: tuple[View, ...] = ()
    gaps: tuple[str, ...] = ()
    """Elements of which no report says enough."""
    weakest: Weight | None = None
