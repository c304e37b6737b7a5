"""`foedus memberships`: how a member stands to an organisation on a day."""

import csv
import io
from pathlib import Path

from tests.cli.case import case
from tests.cli.command import foedus
from tests.register.case import FROZEN, JOINED

__all__ = ["case"]


def _status(case: Path, day: str) -> list[tuple[str, str, str, str]]:
    out = foedus("memberships", "--on", day, "--format", "csv", cwd=case).out
    return [
        (row["member_key"], row["organisation_key"], row["status"], row["claims"])
        for row in csv.DictReader(io.StringIO(out))
    ]


def test_the_status_is_that_of_the_day(case: Path) -> None:
    assert _status(case, "1990") == []
    assert _status(case, "2000-06") == [("ARM", "CSTO", "member", JOINED.id)]
    assert _status(case, "2023") == [("ARM", "CSTO", "frozen", FROZEN.id)]


def test_the_table_marks_what_is_uncertain(case: Path) -> None:
    ran = foedus("memberships", "--on", "1994-03-01", cwd=case)
    head, row = ran.out.splitlines()
    assert head.split() == ["organisation", "member", "status", "since", "claims", "against", "why"]
    assert "(member)" in row
    assert row.endswith("dated 1994, which may be later")
    assert "since: first date that claims give" in ran.err


def test_no_claim_is_told_with_the_day(case: Path) -> None:
    ran = foedus("memberships", "--about", "FRA", "--on", "2020-02", cwd=case)
    assert ran.errors == ["foedus: no claim tells of a membership on 2020-02-29"]
