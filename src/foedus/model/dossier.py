"""A commitment's dossier in words: what was owed, each element as each side has it, verdicts, gaps, every line cited.

All words are in the language that was asked for; pages, files and commands only lay them out.
"""

from msgspec import Struct

from foedus.model.finding import ElementName, Value, Verdict


class Cited(Struct, frozen=True):
    """One claim as the dossier cites it: its number, where it stands, and its exact words."""

    number: int
    claim: str
    document: str
    outlet: str | None
    published: str | None
    said_by: str
    told: str
    """Type and stage, standing, date of what it tells."""
    quote: str
    start: int
    end: int
    origins: int
    """Of all citations, how many origins tell the same element; 1 where it stands alone."""


class Cell(Struct, frozen=True):
    """An element as one viewpoint has it."""

    viewpoint: str
    value: Value
    label: str
    reason: str
    cites: tuple[int, ...]
    against: tuple[int, ...]


class ElementRow(Struct, frozen=True):
    """One element across the viewpoints, in the order of the verdicts."""

    name: ElementName
    label: str
    cells: tuple[Cell | None, ...]


class VerdictLine(Struct, frozen=True):
    """A verdict and whose it is; never one without the other."""

    viewpoint: str
    name: str
    verdict: Verdict
    label: str
    reason: str
    exemption: str | None
    cites: tuple[int, ...]


class DossierCase(Struct, frozen=True):
    """One occasion on which a duty may have been owed."""

    obligation: str
    article: str
    version: str
    instrument: str | None
    kind: str
    summary: str
    conduct: str
    binding: bool
    verified: bool
    obligors: tuple[str, ...]
    owed_to: tuple[str, ...]
    against: tuple[str, ...]
    since: str
    until: str
    verdicts: tuple[VerdictLine, ...]
    elements: tuple[ElementRow, ...]
    gaps: tuple[str, ...]
    weakest: str | None


class Dossier(Struct, frozen=True):
    """All cases of one treaty that concern one party in some days."""

    treaty: str
    name: str
    about: str
    about_name: str
    since: str
    until: str
    as_of: str | None
    status: str
    """How the party stood to the treaty on the first and last day."""
    cases: tuple[DossierCase, ...]
    citations: tuple[Cited, ...]
    note: str | None
    sources: tuple[str, ...]


class Changed(Struct, frozen=True):
    """A viewpoint's verdict in one case as it was and as it is today; None where there was, or is, none."""

    obligation: str
    article: str
    version: str
    kind: str
    obligors: tuple[str, ...]
    since: str
    until: str
    name: str
    before: VerdictLine | None
    now: VerdictLine | None


class Since(Struct, frozen=True):
    """What a dossier as of a day would say otherwise today."""

    verdicts: tuple[Changed, ...]
    citations: tuple[Cited, ...]
    """What is cited today and not in the dossier; the numbers go on from there."""
    came: tuple[int, ...]
    """Numbers of the claims that the ledger did not hold then."""
    gone: tuple[int, ...]
    """Numbers of the claims that it does not hold any more."""


class ToldDossier(Struct, frozen=True):
    """A dossier, and where it is as of a day what changed it since."""

    dossier: Dossier
    changed: Since | None = None
