"""`foedus judge`: a dossier out of a ledger, in every format, as of a day."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.command import Ran, environment, foedus
from tests.judge.alliance_case import ATTACK, COMPLAINT, OFFER, REPORTS, fill

ASKED = ("judge", "--treaty", "csto", "--about", "ARM", "--from", "2020", "--to", "2024", "--article", "4")
SENTENCES = {claim.id: claim.evidence[0].text for _, claims in REPORTS for claim in claims}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the ledger of the case."""
    found = tmp_path_factory.mktemp("judge")
    fill(found / "foedus.db", REPORTS)
    return found


@pytest.fixture(scope="module")
def ran(folder: Path) -> Ran:
    return foedus(*ASKED, cwd=folder)


def test_verdicts_come_first_each_with_whose_it_is_why_and_its_claims(ran: Ran) -> None:
    lines = ran.out.splitlines()
    heading = next(at for at, line in enumerate(lines) if line.startswith("article 4, version since 2012-12-19"))
    assert lines[heading + 1].strip().startswith("Owed by CSTO, Belarus, ")
    verdicts = [line for line in lines[heading + 2 : lines.index("Elements")] if line]
    assert any(line.startswith("  Unmet according to Armenia: ") for line in verdicts)
    assert any(line.startswith("  Answered according to CSTO: ") for line in verdicts)
    assert all(line.endswith("]") for line in verdicts)


def test_every_number_has_its_sentence_and_an_id_that_show_takes(ran: Ran, folder: Path) -> None:
    lines = ran.out.splitlines()
    at = lines.index("Citations")
    quotes, sources = lines[at + 1 : at + 9 : 2], lines[at + 2 : at + 10 : 2]
    used = {number for line in lines[:at] for number in range(1, 10) if f"[{number}]" in line}
    assert used == set(range(1, len(quotes) + 1))
    for number, (quote, source) in enumerate(zip(quotes, sources, strict=True), start=1):
        id_ = source.split("foedus show ")[1]
        assert quote.strip() == f"[{number}] “{SENTENCES[id_]}”"
    shown = foedus("show", id_, cwd=folder)
    assert (shown.code, shown.out.splitlines()[0].startswith(f"claim {id_}")) == (0, True)


def test_gaps_weakest_link_and_the_duty_in_our_words_are_told(ran: Ran) -> None:
    assert "  Weakest link: " in ran.out
    assert "    The article was not held against its primary text." in ran.out
    assert "  What is owed: The help that is needed" in ran.out


def test_json_has_the_dossier_whole(folder: Path) -> None:
    told = json.loads(foedus(*ASKED, "--format", "json", cwd=folder).out)
    assert told["changed"] is None
    assert told["dossier"]["treaty"] == "collective-security-treaty"
    assert {one["claim"] for one in told["dossier"]["citations"]} == set(SENTENCES)


def test_markdown_and_html_are_files(folder: Path, tmp_path: Path) -> None:
    for form, begins in (("markdown", "# Collective Security Treaty: Armenia"), ("html", "<!doctype html>")):
        file = tmp_path / form
        done = foedus(*ASKED, "--format", form, "--out", file, cwd=folder)
        assert (done.code, done.out) == (0, "")
        assert file.read_text(encoding="utf-8").startswith(begins)


def test_it_is_told_in_french(folder: Path) -> None:
    out = foedus(*ASKED, "--in", "fr", cwd=folder).out
    assert "  Non remplie (point de vue : Arménie) : " in out
    assert "« Armenia invoked article 4 the same day" in out


def test_as_of_a_moment_what_changed_it_since_is_told(tmp_path: Path) -> None:
    then, _ = fill(tmp_path / "foedus.db", [ATTACK, COMPLAINT], [OFFER])
    out = foedus(*ASKED, "--as-of", then.isoformat(), cwd=tmp_path).out
    before, _, since = out.partition("What changed it since ")
    assert "CSTO: " not in before.partition("Elements")[0]
    assert "according to CSTO: then no verdict; today Answered (" in since
    assert f"foedus show {OFFER[1][0].id}" in since
    now = foedus(*ASKED, cwd=tmp_path).out
    assert "What changed it since" not in now


def test_before_anything_was_known_there_is_no_case_and_all_came_since(tmp_path: Path) -> None:
    fill(tmp_path / "foedus.db", REPORTS)
    moment = datetime(2020, 1, 1).isoformat()  # noqa: DTZ001 - without a zone it is UTC, as users write it
    ran = foedus(*ASKED, "--as-of", moment, cwd=tmp_path)
    assert ran.code == 0
    assert "No report in the ledger tells of an occasion" in ran.out
    assert "Claims that came since" in ran.out


def test_no_case_is_a_sentence_and_no_error(folder: Path) -> None:
    ran = foedus("judge", "--treaty", "csto", "--about", "ARM", "--from", "2001", "--to", "2002", cwd=folder)
    assert ran.code == 0
    assert "No report in the ledger tells of an occasion for any of its duties." in ran.out
    assert any("no claim tells of an occasion" in line for line in ran.errors)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--treaty", "ctso", "--about", "ARM"], "nearest: collective-security-treaty"),
        (["--treaty", "csto", "--about", "Armemia"], "nearest: Armenia (ARM)"),
        (["--treaty", "csto", "--about", "ARM", "--against", "Azerbaidjjan"], "nearest: Azerbaijan (AZE)"),
        (["--treaty", "csto", "--about", "ARM", "--article", "9"], "there are 1; 2; 4"),
        (["--treaty", "csto", "--about", "ARM", "--from", "2024", "--to", "2020"], "turn them round"),
        (["--treaty", "csto", "--about", "Congo"], "can mean COD, COG"),
        (["--treaty", "csto", "--about", "ARM", "--in", "ru"], "en, fr"),
        (["--treaty", "csto", "--about", "ARM", "--format", "pdf"], "pdf"),
        (["--treaty", "csto"], "--about"),
    ],
)
def test_a_wrong_call_is_one_line_that_helps(words: list[str], told: str, folder: Path) -> None:
    ran = foedus("judge", *words, cwd=folder)
    assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)
    assert told in ran.err


def test_without_a_ledger_it_says_so(tmp_path: Path) -> None:
    ran = foedus(*ASKED, cwd=tmp_path)
    assert (ran.code, ran.out, len(ran.errors)) == (5, "", 1)


def test_the_locale_decides_the_language_where_no_option_does(folder: Path) -> None:
    out = foedus(*ASKED, cwd=folder, env=environment(LANG="fr_FR.UTF-8")).out
    assert "traité de sécurité collective : Arménie" in out
