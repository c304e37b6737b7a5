"""Both grades at the command line: two cells, their reasons, a user's own table; probability apart from confidence."""

import csv
import io
import json
import re
from pathlib import Path
from typing import get_args

import pytest

from foedus.cli.grade_lines import grade_lines, likelihood_line
from foedus.cli.outlets_option import knowledge
from foedus.ledger.store import Ledger
from foedus.lineage.grading.probability import load_probabilities
from foedus.lineage.grading.wording import Lang, load_wording
from foedus.model.claim import Claim
from tests.cli.command import foedus
from tests.cli.compared import add_compared
from tests.factories import claim, document, voice

REPORT = document(
    "Belarus received 12 Otter boats from Russia, its defence minister said. The Mill may have got more of them.",
    outlet="Reuters",
    published="2022-05-19",
)
AGAIN = document("Russia delivered Otter boats to Belarus.", outlet="AFP", published="2022-05-20")
DENIAL = document("Russia delivered no Otter boats to Belarus, TASS said.", outlet="Kyodo", published="2022-06-20")

PARTIES = {"supplier": "RUS=Russia", "recipient": "BLR=Belarus", "item": "otter=Otter"}
TOLD = claim(
    REPORT,
    "received",
    quantity="12",
    standing="attributed",
    attribution=[voice(REPORT, "its defence minister", entity="BLR", kind="state", cue="said")],
    confidence=0.9,
    **PARTIES,  # type: ignore[arg-type]  # values of several kinds by name
)
HEDGED = claim(REPORT, "got", recipient="The Mill", item="boats", certainty="possible", confidence=0.3)
PROBABLE = claim(REPORT, "more", recipient="The Mill", item="boats", certainty="probable", confidence=0.3)
SAME = claim(AGAIN, "delivered", confidence=0.4, **PARTIES)  # type: ignore[arg-type]  # values of several kinds by name
NOT = claim(DENIAL, "delivered", polarity="negated", confidence=0.8, **PARTIES)  # type: ignore[arg-type]  # values of several kinds by name

VIEWS = [
    ["claims"],
    ["sources"],
    ["contradictions"],
    ["register"],
    ["outlets"],
    ["document", REPORT.id],
    *(["show", one.id, "--lang", lang] for one in (TOLD, HEDGED, PROBABLE, NOT) for lang in ("en", "fr")),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    add_compared(tmp_path / "foedus.db", [(REPORT, [TOLD, HEDGED, PROBABLE]), (AGAIN, [SAME]), (DENIAL, [NOT])])
    return tmp_path


def shown(one: Claim, folder: Path, *words: str) -> dict[str, str]:
    """The lines of a claim's page by their names."""
    lines = foedus("show", one.id, *words, cwd=folder).out.splitlines()
    return {line[:12].strip(): line[12:] for line in lines}


def test_show_gives_both_grades_in_two_lines_with_reason_and_rule(folder: Path) -> None:
    lines = shown(SAME, folder)
    assert lines["reliability"].startswith("B, usually reliable: AFP: international agency")
    assert lines["reliability"].endswith("(row afp of agencies.yaml)")
    assert lines["credibility"].startswith("3, possibly true: 2 origins for it, 1 against: Kyodo, 2022-06-20 (")
    assert lines["credibility"].endswith("(rule more_for of rules.yaml)")
    assert lines["likelihood"] == "almost certain (95–99 %), as the text puts it"


def test_show_judges_the_voice_and_not_who_carries_it(folder: Path) -> None:
    lines = shown(TOLD, folder)
    assert lines["reliability"].startswith("C, fairly reliable: its defence minister announces an act of its own side")


def test_a_denial_and_what_names_no_known_party(folder: Path) -> None:
    assert shown(NOT, folder)["likelihood"] == "almost certain (95–99 %) that it is not so, as the text puts it"
    hedged = shown(HEDGED, folder)
    assert hedged["credibility"].startswith("6, cannot be judged: nobody else says it")
    assert hedged["likelihood"] == "roughly even chance (45–55 %), as the text puts it"


def test_the_lines_are_there_in_french_too(folder: Path) -> None:
    with Ledger.open(folder / "foedus.db") as ledger:
        lines = list(grade_lines(PROBABLE, ledger, knowledge(None), "fr"))
    judged = "Reuters : agence, privé (ligne reuters, agencies.yaml)"
    assert lines[0] == f"fiabilité   B, habituellement fiable : {judged}"
    assert lines[1].startswith("crédibilité 6, véracité non évaluable : personne d’autre ne le dit")
    assert lines[2] == likelihood_line(PROBABLE, "fr") == "probabilité probable (55–80 %), selon le texte"


@pytest.mark.parametrize("lang", get_args(Lang))
def test_no_line_speaks_of_the_readers_confidence(lang: Lang, folder: Path) -> None:
    known = knowledge(None)
    with Ledger.open(folder / "foedus.db") as ledger:
        lines = [line for one in (TOLD, HEDGED, SAME, NOT) for line in grade_lines(one, ledger, known, lang)]
    assert len(lines) == 12
    assert not [line for line in lines if re.search("confidence|confiance", line)]


def test_sources_keep_letters_and_digit_in_two_cells(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(foedus("sources", "--format", "csv", cwd=folder).out)))
    (row,) = (row for row in rows if SAME.id in row["claims"])
    assert (row["reliability"], row["credibility"]) == ("its defence minister C; AFP B", "3")
    assert "international agency" in row["reliability reason"]
    assert row["credibility reason"].startswith("2 origins for it, 1 against")
    (record,) = (
        one
        for line in foedus("sources", "--format", "jsonl", cwd=folder).out.splitlines()
        if SAME.id in (one := json.loads(line))["claims"]
    )
    assert [source["letter"] for source in record["reliability"]] == ["C", "B"]
    assert record["credibility"]["digit"] == 3
    table = foedus("sources", cwd=folder).out
    assert "its defence minister (C), AFP (B)" in table


def test_no_cell_holds_a_letter_with_a_digit(folder: Path) -> None:
    merged = re.compile(r"\b[A-F][ -]?[1-6]\b")
    for one in (TOLD, SAME, NOT):
        lines = shown(one, folder)
        assert not any(merged.search(lines[name]) for name in ("reliability", "credibility"))
    for row in csv.DictReader(io.StringIO(foedus("sources", "--format", "csv", cwd=folder).out)):
        assert not merged.search(f"{row['reliability']}")
        assert row["credibility"] in "123456"


@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_no_sentence_speaks_of_probability_and_of_confidence(view: list[str], folder: Path) -> None:
    terms = [word for term in load_probabilities().terms for word in (term.en, term.fr)]
    likelihood = re.compile("|".join([*map(re.escape, terms), r"\bprobably\b", r"\bpossibl[ey]\b"]))
    for line in foedus(*view, cwd=folder).out.splitlines():
        # cells stand two spaces apart, facts of a card have a dot between them
        for sentence in re.split(r"  +| · |(?<=[.!?]) ", line):
            assert not (likelihood.search(sentence) and re.search("confidence|confiance", sentence)), sentence


def test_the_grep_finds_what_it_looks_for(folder: Path) -> None:
    assert "roughly even chance" in foedus("show", HEDGED.id, cwd=folder).out
    assert "confidence 0.30" in foedus("show", HEDGED.id, cwd=folder).out


def test_outlets_lists_the_table_and_finds_one(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(foedus("outlets", "--format", "csv", cwd=folder).out)))
    assert len(rows) >= 150
    assert {row["reliability"] for row in rows} <= set(load_wording().letters)
    (tass,) = csv.DictReader(io.StringIO(foedus("outlets", "агентство ТАСС", "--format", "csv", cwd=folder).out))
    assert (tass["id"], tass["control"], tass["verified"]) == ("tass", "state", "no")
    assert tass["row"].startswith("agencies.yaml, line ")
    assert "E on RUS, UKR, NATO in fight, force, press: a side in the war" in tass["interest"]
    ran = foedus("outlets", "The Riverside Post", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert "it would be graded F" in ran.err


def test_a_table_of_ones_own_is_named_by_the_option_or_in_foedus_toml(folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "outlets.yaml").write_text(
        "outlets:\n- {id: afp, name: AFP, kind: agency, control: public, reliability: D, note: judged anew}\n"
    )
    (folder / "mine" / "rules.yaml").write_text("credibility: {more_for: 2}\n")
    assert shown(SAME, folder, "--outlets", "mine")["reliability"].startswith(
        "D, not usually reliable: AFP: judged anew"
    )
    (folder / "foedus.toml").write_text('outlets = "mine"\n')
    assert shown(SAME, folder)["credibility"].startswith("2, probably true: ")
    assert "AFP (D)" in foedus("sources", cwd=folder).out


@pytest.mark.parametrize(
    ("toml", "option", "code"),
    [
        ('outlets = "none"\n', [], 4),
        ("outlets = 7\n", [], 4),
        ("", ["--outlets", "none"], 2),
        ("", ["--outlets", "."], 4),
    ],
)
def test_a_table_that_cannot_be_used_is_one_line(toml: str, option: list[str], code: int, folder: Path) -> None:
    (folder / "foedus.toml").write_text(toml)
    (folder / "wrong.yaml").write_text("outlets:\n- {id: a, name: A}\n")
    for command in (["show", TOLD.id], ["sources"], ["outlets"]):
        ran = foedus(*command, *option, cwd=folder)
        assert (ran.code, ran.out, len(ran.errors)) == (code, "", 1)
