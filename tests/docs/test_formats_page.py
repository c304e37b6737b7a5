"""docs/formats.md names every suffix of a file that is read, and every limit, and none that there is not."""

import re

from msgspec.structs import asdict

from foedus.cli.limits_option import LIMITS
from foedus.ingest.confined.parsing import ParsingLimits
from foedus.ingest.formats import suffixes
from foedus.ingest.options import Options
from tests.docs.pages import code, page, rows, sections

PAGE = page("docs/formats.md")
PACKED_DUMP = ".xml.bz2"
"""A kind in another, which the page names for those who look for it."""


def test_every_suffix_is_named_and_none_is_invented() -> None:
    named = {word for cells in rows(PAGE.split("\n## ")[0]) for word in code(cells[1])}
    assert named == suffixes() | {PACKED_DUMP}


def test_every_limit_is_named_with_its_usual_number() -> None:
    (limits,) = [section.text for section in sections(PAGE, 2) if section.title == "Limits"]
    told = {code(cells[0])[0]: int(re.sub(r"\D", "", cells[2])) for cells in rows(limits)}
    usual = asdict(Options()) | asdict(ParsingLimits())
    assert told == {name: usual[limit.field] // limit.unit for name, limit in LIMITS.items()}
