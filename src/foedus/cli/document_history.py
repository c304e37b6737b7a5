"""What the ledger remembers of a document beside its text: other pages, corrected metadata, and who has read it."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from foedus.cli.console import counted
from foedus.ledger.reading.history import PageVersion, ReadBy
from foedus.ledger.reading.incoming import CORRECTABLE
from foedus.model.document import Document

Fact = tuple[str, str]
"""A name and what it says, as a line of `foedus document`."""

_NAMING = 1
_SECOND = 19
"""Characters of a time up to the second."""


def named_by(versions: Sequence[PageVersion]) -> Document:
    """The page that names the text, as it is known now, without the text."""
    return [one.document for one in versions if one.page == _NAMING][-1]


def page_facts(versions: Sequence[PageVersion]) -> Iterator[Fact]:
    """The other pages that carry the text, and under each what it said before it was corrected."""
    for number, some in groupby(versions, key=lambda version: version.page):
        known = list(some)
        if number != _NAMING:
            page = known[-1].document
            said = (page.outlet, page.published, page.url, page.lang, page.source)
            yield f"page {number}", " · ".join(filter(None, said))
        for old, new in pairwise(known):
            if corrected := _corrected(old, new):
                yield "corrected", f"{moment(new.learned)}: {corrected}{_by(new.command)}"


def read_facts(readings: Sequence[ReadBy]) -> Iterator[Fact]:
    """Who has read it, the first reading first."""
    for one in readings:
        yield "read by", f"{one.reader}, {moment(one.at)}: {counted(one.claims, 'claim')}{_by(one.command)}"


def moment(at: str) -> str:
    """A time of the ledger to the second, in UTC: `2026-03-01 12:00:00`."""
    return at[:_SECOND].replace("T", " ")


def _corrected(old: PageVersion, new: PageVersion) -> str:
    """The fields that differ, as `published 2022-05-19 → 2022-05-20`; nothing where only notes do."""
    sides = [(field, getattr(old.document, field), getattr(new.document, field)) for field in CORRECTABLE]
    return "; ".join(f"{field} {was or 'nothing'} → {now or 'nothing'}" for field, was, now in sides if was != now)


def _by(command: str | None) -> str:
    return f" ({command})" if command else ""
