"""The targets of the Makefile and the pages that tell of them agree, and the build server runs the same checks."""

import os
import re
import subprocess

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


def recipe(*words: str) -> str:
    """What make would run. Under a make it would also print the folders that it enters and leaves."""
    make = ["make", "--no-print-directory", "--dry-run", *words]
    return subprocess.run(make, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_the_tour_ends_by_serving_the_page_unless_it_is_told_not_to() -> None:
    assert "foedus serve --ledger out/samples.db" in recipe("run").strip().splitlines()[-1]
    assert "foedus serve" not in recipe("run", "FOEDUS_SERVE=0")


def test_the_page_has_all_that_its_checks_need() -> None:
    steps = recipe("test")
    assert all(one in steps for one in ("npm run check", "npm test", "chromium", "postgresql"))
