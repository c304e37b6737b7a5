"""The targets of the Makefile and the pages that tell of them agree, and the build server runs the same checks."""

import os
import re

from tests.docs.pages import ROOT, code, page, rows

TARGETS = set(re.findall(r"^([a-z-]+):[^=\n]*##", page("Makefile"), re.MULTILINE))


def test_every_target_with_a_help_line_is_in_the_contributors_table() -> None:
    listed = {words.removeprefix("make ") for cells in rows(page("CONTRIBUTING.md")) for words in code(cells[0])}
    assert {name for name in listed if " " not in name} == TARGETS - {"help"}


def test_pages_name_no_target_that_is_not_there() -> None:
    text = page("README.md") + page("CONTRIBUTING.md") + page("CHANGELOG.md")
    assert set(re.findall(r"`make ([a-z-]+)`|^make ([a-z-]+)", text, re.MULTILINE)) <= {
        pair for name in TARGETS for pair in ((name, ""), ("", name))
    }


def test_the_build_server_runs_make_test() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "make test" in script.read_text(encoding="utf-8")
