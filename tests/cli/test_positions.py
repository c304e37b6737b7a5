"""`foedus positions`: who has what where on a day."""

import csv
import io
from pathlib import Path

from tests.cli.case import case
from tests.cli.command import foedus
from tests.register.case import DENIED, SIX, STATIONED, TWELVE

__all__ = ["case"]


def _rows(case: Path, *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(foedus("positions", *words, "--format", "csv", cwd=case).out)))


def test_a_day_shows_what_was_deployed_and_held_by_then(case: Path) -> None:
    rows = _rows(case, "--on", "2021-12-31")
    assert [(row["holder"], row["item"], row["place"], row["status"], row["number"]) for row in rows] == [
        ("Arland", "rockets", "Carland", "done", ""),
        ("Borland", "VT-9", "unknown", "delivered", "18"),
    ]
    assert rows[0]["claims"] == STATIONED.id
    assert set(rows[1]["claims"].split()) == {SIX.id, TWELVE.id}
    assert [row["place_key"] for row in rows] == ["ARM", ""]


def test_before_anything_there_is_nothing_and_within_a_date_it_is_open(case: Path) -> None:
    assert _rows(case, "--on", "2018") == []
    ran = foedus("positions", "--on", "2018", cwd=case)
    assert ran.errors == ["foedus: no claim tells who has what on 2018-12-31"]
    (row,) = _rows(case, "--on", "2021-03-10", "--type", "deployment")
    assert (row["uncertain"], row["reason"]) == ("yes", "dated 2021-03, which may be later")


def test_without_a_day_it_is_today_and_denials_stand_against(case: Path) -> None:
    (row,) = _rows(case)
    assert (row["holder"], row["against"]) == ("Borland", DENIED.id)
    assert "denies it" in row["reason"]
    assert "against: claims that deny" in foedus("positions", cwd=case).err


def test_a_day_that_is_none_is_one_line(case: Path) -> None:
    for words in ("2022-13", "XXXX-10-10", "soon"):
        ran = foedus("positions", "--on", words, cwd=case)
        assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)
        assert "--on" in ran.err
