"""Every link of every page leads somewhere, and no page names the machine it was written on."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, anchors, links

WRITTEN_BY_THE_BENCH = {"docs/accuracy.md", "docs/speed.md"}


def names(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PAGES, ids=names)
def test_links_within_the_project_lead_to_files_and_headings(path: Path) -> None:
    broken = []
    for link in links(path.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        if names(target) in WRITTEN_BY_THE_BENCH and not anchor:
            continue
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("path", PAGES, ids=names)
def test_pages_are_free_of_places_on_a_machine(path: Path) -> None:
    assert re.findall(r"(?<![\w.])/(?:work|root|tmp|home)/\S*", path.read_text(encoding="utf-8")) == []
