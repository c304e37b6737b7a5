"""The page on files names every column of every list, in order."""

import pytest

from foedus.publish.claims import claim_sheet
from foedus.publish.documents import DOCUMENTS
from foedus.publish.links import LINKS
from foedus.publish.register import REGISTER
from foedus.publish.timeline import TIMELINE
from tests.docs.pages import code, page

PAGE = page("docs/files.md")


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Claims", [column.name for column in claim_sheet(0.8).columns]),
        ("Register", [column.name for column in REGISTER.columns]),
        ("Timeline", [column.name for column in TIMELINE.columns]),
        ("Links", [column.name for column in LINKS.columns]),
        ("Documents", [column.name for column in DOCUMENTS.columns]),
    ],
)
def test_columns_are_named_in_their_order(title: str, names: list[str]) -> None:
    section = PAGE.split(f"### {title}\n")[1].split("\n#")[0]
    assert [word for word in code(section) if word in names] == names
