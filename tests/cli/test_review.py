"""Judging claims on the command line, as an analyst does."""

import csv
import getpass
import io
import json
from pathlib import Path

import pytest

from foedus.ledger.review.statements import Held
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from tests.cli.command import Ran, environment, foedus
from tests.cli.test_screen import ESCAPE, on_a_screen
from tests.factories import claim, document

REPORT = document(
    "France delivered 12 tanks and 4 guns to Yerevan in 2021, a diplomat said. Georgia denies the sale. "
    "The two capitals signed a pact on radars; a score of them came later.",
    title="Tanks for Yerevan",
    url="https://gazette.example/1",
)
DELIVERED = claim(
    REPORT,
    "delivered",
    supplier="FRA=France",
    recipient="Yerevan",
    item=["tanks", "guns"],
    quantity="12",
    when="2021=2021",
    confidence=1.0,
)
SALE = claim(REPORT, "sale", stage="unspecified", recipient="Yerevan", confidence=0.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add([(REPORT, [DELIVERED, SALE])])
    return tmp_path


def review(folder: Path, *words: str, by: str | None = "anna") -> Ran:
    """Run `foedus review`."""
    return foedus("review", *words, *(("--reviewer", by) if by else ()), cwd=folder)


def done(folder: Path, *words: str, by: str | None = "anna") -> str:
    """The same, which must go well; what it says."""
    ran = review(folder, *words, by=by)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def now(folder: Path, id: str = DELIVERED.id) -> Held:  # noqa: A002 - the field's own name
    """A claim as it holds."""
    with Ledger.open(folder / "foedus.db") as ledger:
        return ledger.version(id)


def test_the_queue_lists_what_waits_and_how_to_go_on(folder: Path) -> None:
    (sure,) = csv.DictReader(io.StringIO(foedus("review", "queue", "--format", "csv", cwd=folder).out))
    assert (sure["claim"], sure["reading"], sure["what"]) == (DELIVERED.id[:8], "1", "transfer delivered")
    (line,) = foedus("review", "queue", "--doubtful", "--format", "jsonl", cwd=folder).out.splitlines()
    assert (json.loads(line)["address"], json.loads(line)["claim"]["id"]) == (SALE.id, SALE.id)
    done(folder, "accept", DELIVERED.id)
    assert foedus("review", "queue", cwd=folder).err == "foedus: no claim waits\n"
    assert DELIVERED.id[:8] in done(folder, "queue", "--second", by="ben")
    assert foedus("review", "queue", "--type", "attack", "--doubtful", cwd=folder).out == ""


def test_pages_of_the_queue(folder: Path) -> None:
    other = claim(REPORT, "signed", "agreement", "signed", subject="a pact", confidence=0.0)
    with Ledger.open(folder / "foedus.db") as ledger:
        ledger.add([(REPORT, [DELIVERED, SALE, other])])
    first = foedus("review", "queue", "--doubtful", "--limit", "1", cwd=folder)
    cursor = first.err.rpartition(" ")[2].strip()
    assert first.err.startswith("foedus: more wait: go on with --after ")
    rest = foedus("review", "queue", "--doubtful", "--limit", "1", "--after", cursor, cwd=folder)
    assert (SALE.id[:8] in first.out, other.id[:8] in rest.out, rest.err) == (True, True, "")


def test_a_verdict_is_told_in_one_line_with_its_number(folder: Path) -> None:
    assert done(folder, "accept", DELIVERED.id[:8], SALE.id[:8]).splitlines() == [
        f"1: accept {DELIVERED.id}, reading 3",
        f"2: accept {SALE.id}, reading 4",
    ]
    assert done(folder, "reject", SALE.id, "--reason", "hearsay") == f"3: reject {SALE.id}, reading 5\n"
    assert now(folder, SALE.id).review == "rejected"
    assert SALE.id[:8] not in foedus("claims", cwd=folder).out
    noted = done(folder, "reject", DELIVERED.id, "--opinion", by="ben")
    assert noted == f"4: reject {DELIVERED.id}, noted: the claim stays as it is\n"


CORRECTED: dict[str, dict[str, object]] = {
    "stage=ordered": {"stage": "ordered"},
    "recipient=ARM": {"recipient": [("ARM", "Armenia", "state", "Yerevan")]},
    "recipient=Armenia": {"recipient": [("ARM", "Armenia", "state", "Yerevan")]},
    "recipient=GEO": {"recipient": [("GEO", "Georgia", "state", "Georgia")]},
    "recipient=ARM=The two capitals": {"recipient": [("ARM", "Armenia", "state", "The two capitals")]},
    "supplier==France": {"supplier": [(None, "France", "text", "France")]},
    "supplier=": {"supplier": []},
    "item-=guns": {"item": [(None, "tanks", "item_class", "tanks")]},
    "item+=radars": {"item": [(None, word, "item_class", word) for word in ("tanks", "guns", "radars")]},
    "purpose=a pact": {"purpose": [(None, "a pact", "text", "a pact")]},
    "quantity=4": {"quantity": (4, None, None, "piece", False), "in words": "4"},
    "quantity=~20 radar=a score": {"quantity": (20, None, None, "radar", True), "in words": "a score"},
    "quantity=10-14=12": {"quantity": (None, 10, 14, "piece", False), "in words": "12"},
    "quantity=": {"quantity": None},
    "when=2021-05": {"when": ("2021-05", "2021")},
    "due=2022~": {"due": ("2022~", None)},
    "due=2023=later": {"due": ("2023", "later")},
    "value=4 EUR=4": {"value": (4, "EUR", "4")},
    "polarity=negated": {"polarity": "negated"},
    "certainty=possible": {"certainty": "possible"},
    "standing=rumoured": {"standing": "rumoured"},
    "attribution=a diplomat": {"standing": "attributed", "voices": [(None, "a diplomat", "person")]},
    "attribution=unnamed:a diplomat": {"standing": "unnamed", "voices": [(None, None, "unnamed")]},
    "attribution=GEO=Georgia": {"standing": "attributed", "voices": [("GEO", "Georgia", "state")]},
    "quoted=yes": {"quoted": True},
    "zone=lead": {"zone": "lead"},
    "alternative=a1": {"alternative": "a1"},
    "trigger=signed": {"trigger": "signed"},
    "evidence+=Georgia denies the sale.": {"sentences": 2},
}


@pytest.mark.parametrize("given", CORRECTED)
def test_a_field_is_corrected_as_written(folder: Path, given: str) -> None:
    done(folder, "correct", DELIVERED.id, given)
    held = now(folder)
    found = told(held.claim)
    assert {field: found[field] for field in CORRECTED[given]} == CORRECTED[given]
    assert held.review == "corrected"


def told(claim: Claim) -> dict[str, object]:
    """What the table names of a claim."""
    plain = ("stage", "polarity", "certainty", "standing", "quoted", "zone", "alternative")
    quantity, value = claim.quantity, claim.value
    return {
        **{field: getattr(claim, field) for field in plain},
        **{f"{role}": [] for role in ("supplier", "recipient", "item")},
        **{role: [(one.entity, one.name, one.kind, one.text) for one in some] for role, some in claim.roles.items()},
        "quantity": quantity and (quantity.value, quantity.min, quantity.max, quantity.unit, quantity.approximate),
        "in words": quantity and quantity.text,
        "value": value and (value.amount, value.currency, value.text),
        "when": claim.when and (claim.when.edtf, claim.when.text),
        "due": claim.due and (claim.due.edtf, claim.due.text),
        "voices": [(one.entity, one.name, one.kind) for one in claim.attribution],
        "trigger": claim.trigger.text,
        "sentences": len(claim.evidence),
    }


def test_a_number_without_a_unit_counts_pieces_and_what_was_so_already_is_told(folder: Path) -> None:
    done(folder, "correct", DELIVERED.id, "quantity=4 soldier")
    assert "(quantity)\n" in (out := done(folder, "correct", DELIVERED.id, "quantity=4"))
    assert "already" not in out
    quantity = now(folder).claim.quantity
    assert (quantity and quantity.value, quantity and quantity.unit) == (4, "piece")
    given = ("stage=delivered", "when=2021-05", "supplier=FRA", "trigger=delivered", "quantity=12")
    out = done(folder, "correct", DELIVERED.id, *given)
    assert out.endswith("(quantity, when); says so already: stage, supplier, trigger\n")


def test_the_history_names_the_other_claims_of_a_split_and_a_merge(folder: Path) -> None:
    out = done(folder, "split", DELIVERED.id, "--part", "item=tanks quantity=12", "--part", "item=guns quantity=4")
    part = out.rpartition(" ")[2].strip()
    done(folder, "merge", DELIVERED.id, SALE.id)

    def what(id: str) -> list[str]:  # noqa: A002 - the field's own name
        return [
            step["what"]
            for step in csv.DictReader(io.StringIO(done(folder, "history", id, "--format", "csv", by=None)))
        ]

    assert what(part) == [f"split off from {DELIVERED.id}"]
    assert what(DELIVERED.id) == ["read", f"split into this and {part}", f"merge into this: {SALE.id}"]
    assert what(SALE.id)[:2] == ["read", f"merge into {DELIVERED.id}"]


def test_the_queue_is_shown_in_blocks_on_a_screen(folder: Path) -> None:
    shown = ESCAPE.sub("", on_a_screen(["review", "queue", "--doubtful"], folder))
    head, *rest = shown.splitlines()
    assert head.startswith(f"{SALE.id[:8]} · transfer unspecified · ")
    assert head.endswith(" · reading 2")
    assert rest == ["  recipient Yerevan", f"    {SALE.evidence[0].text}"]


def test_split_merge_add_and_undo(folder: Path) -> None:
    out = done(folder, "split", DELIVERED.id, "--part", "item=tanks quantity=12", "--part", "item=guns quantity=4")
    part = out.rpartition(" ")[2].strip()
    guns = now(folder, part).claim
    assert (guns.fillers("item")[0].text, guns.quantity and guns.quantity.value, guns.reader.version) == (
        "guns",
        4,
        "anna",
    )
    done(folder, "merge", DELIVERED.id, SALE.id)
    assert now(folder, SALE.id).address.id == DELIVERED.id
    roles = ["--role", "party=FRA", "--role", "party+=ARM=The two capitals", "--role", "subject=a pact on radars"]
    out = done(folder, "add", REPORT.id[:6], "--trigger", "signed", "--type", "agreement", "--stage", "signed", *roles)
    added = now(folder, out.split()[2].rstrip(","))
    assert [one.entity for one in added.claim.fillers("party")] == ["FRA", "ARM"]
    assert added.claim.evidence[0].text.startswith("The two capitals signed a pact")
    assert (added.review, added.claim.zone, added.claim.trigger.text) == ("added", "lead", "signed")
    assert "judgement 5 is taken back" in done(folder, "undo", "--last")
    assert "judgement 3 is taken back" in done(folder, "undo", "3", by="ben")
    done(folder, "undo", "1")
    assert now(folder).claim == DELIVERED


def test_names_and_sources(folder: Path) -> None:
    assert done(folder, "link", "YEREVAN", "ARM") == "1: link YEREVAN ARM, 2 claims changed\n"
    assert now(folder).claim.fillers("recipient")[0].entity == "ARM"
    done(folder, "unlink", "Yerevan")
    assert now(folder).claim == DELIVERED
    assert done(folder, "depend", "The Gazette", "FRA", "--reason", "its owner") == "3: depend The Gazette FRA\n"
    with Ledger.open(folder / "foedus.db") as ledger:
        assert ledger.dependences() == [("The Gazette", "FRA", "its owner")]
    (listed,) = map(json.loads, done(folder, "dependences", "--format", "jsonl", by=None).splitlines())
    assert listed == {"source": "The Gazette", "on": "FRA", "reason": "its owner"}
    done(folder, "independ", "The Gazette", "France")
    assert review(folder, "dependences", by=None).err == "foedus: no source is marked as dependent on another\n"
    with Ledger.open(folder / "foedus.db") as ledger:
        assert ledger.dependences() == []


def test_an_outlet_is_meant_in_any_case_unless_there_are_several(folder: Path) -> None:
    assert done(folder, "depend", "the gazette", "fra", "--reason", "its owner") == "1: depend The Gazette FRA\n"
    done(folder, "independ", "THE GAZETTE", "FRA")
    with Ledger.open(folder / "foedus.db") as ledger:
        ledger.add([(document("Nothing new.", outlet=name), []) for name in ("The Vigil", "THE VIGIL")])
        assert ledger.outlets_named("the vigil") == ["THE VIGIL", "The Vigil"]
    ran = review(folder, "depend", "the vigil", "FRA", "--reason", "its owner")
    several = "SOURCE: 'the vigil' can mean the outlets THE VIGIL, The Vigil: write it as one of them"
    assert (ran.code, ran.errors) == (2, [f"foedus: {several}"])
    assert done(folder, "depend", "The Vigil", "the gazette", "--reason", "x") == "3: depend The Vigil The Gazette\n"


def test_the_history_shows_both_values_and_agreement_its_alpha(folder: Path) -> None:
    done(folder, "correct", DELIVERED.id, "stage=ordered", "recipient=ARM", "--reason", "read it")
    done(folder, "accept", DELIVERED.id, by="ben")
    done(folder, "accept", SALE.id)
    done(folder, "reject", SALE.id, by="ben")
    rows = list(csv.DictReader(io.StringIO(done(folder, "history", DELIVERED.id, "--format", "csv", by=None))))
    assert [(row["what"], row["by"], row["status"]) for row in rows] == [
        ("read", "rules/1", ""),
        ("correct", "anna", "corrected"),
        ("accept", "ben", ""),
    ]
    assert rows[1]["machine → person"] == "stage: delivered → ordered; roles.recipient: Yerevan → ARM"
    assert rows[1]["reason"] == "read it"
    verdicts = next(csv.DictReader(io.StringIO(done(folder, "agreement", "--format", "csv", by=None))))
    # correct, correct; accept, reject: 2 of 4 pairs differ, 10 of 12 by chance
    assert (verdicts["over"], verdicts["units"], verdicts["alpha"]) == (
        "verdicts",
        "2",
        f"{1 - (2 / 4) / (10 / 12):.3f}",
    )


def test_who_judges_is_said_by_option_then_file_then_user(folder: Path) -> None:
    done(folder, "accept", DELIVERED.id)
    (folder / "foedus.toml").write_text('reviewer = "file"\n')
    done(folder, "accept", SALE.id, by=None)
    (folder / "foedus.toml").unlink()
    named = environment(LOGNAME="somebody")
    assert foedus("review", "reject", SALE.id, cwd=folder, env=named).code == 0
    with Ledger.open(folder / "foedus.db") as ledger:
        by = [step.by for id in (DELIVERED.id, SALE.id) for step in ledger.history(id)]  # noqa: A001 - its name
    assert by == ["rules/1", "anna", "rules/1", "file", "somebody"]
    assert getpass.getuser()
    (folder / "foedus.toml").write_text("reviewer = 7\n")
    ran = review(folder, "accept", SALE.id, by=None)
    assert (ran.code, len(ran.errors), "foedus.toml" in ran.err) == (4, 1, True)


def test_a_reading_that_is_no_longer_the_last_is_a_conflict(folder: Path) -> None:
    done(folder, "correct", DELIVERED.id, "stage=ordered", "--expect", "1")
    ran = review(folder, "correct", DELIVERED.id, "stage=offered", "--expect", "1", by="ben")
    assert (ran.code, ran.out, len(ran.errors)) == (6, "", 1)
    assert "anna corrected it at 20" in ran.err
    assert "(stage)" in ran.err
    assert now(folder).claim.stage == "ordered"


D, S = DELIVERED.id, SALE.id
WRONG: list[tuple[list[str], int, str]] = [
    (["accept"], 2, "ID"),
    (["accept", "zz"], 2, "zz"),
    (["accept", "ffff"], 2, "ffff"),
    (["accept", D, S, "--expect", "1"], 2, "--expect"),
    (["accept", D, "--reviewer", " "], 2, "--reviewer"),
    (["correct", D], 2, "FIELD=VALUE"),
    (["correct", D, "stage"], 2, "FIELD=VALUE"),
    (["correct", D, "colour=red"], 2, "colour"),
    (["correct", D, "stage=signed"], 2, "signed"),
    (["correct", D, "stage=delivered"], 2, "accept it"),
    (["correct", D, "stage+=ordered"], 2, "stage"),
    (["correct", D, "holder=FRA"], 2, "holder"),
    (["correct", D, "recipient=Nowhereland"], 2, "Nowhereland"),
    (["correct", D, "via=DEU"], 2, "via=DEU=WORDS"),
    (["correct", D, "recipient=president=Yerevan"], 2, "president"),
    (["correct", D, "recipient=ARM=Atlantis"], 2, "Atlantis"),
    (["correct", D, "recipient-=ARM"], 2, "ARM"),
    (["correct", D, "item=5000:6000"], 2, "5000:6000"),
    (["correct", D, "quantity=many"], 2, "many"),
    (["correct", D, "quantity=99"], 2, "99"),
    (["correct", D, "value=4 dollars=4"], 2, "dollars"),
    (["correct", D, "when=yesterday"], 2, "when"),
    (["correct", D, "quoted=perhaps"], 2, "perhaps"),
    (["correct", D, "certainty=maybe"], 2, "certain, probable, possible, unknown"),
    (["split", D, "--part", "item=heavy tanks", "--part", "item=guns"], 2, "item='heavy tanks'"),
    (["add", REPORT.id, "--trigger", "a", "--type", "attack", "--stage", "done"], 2, "START:END"),
    (["add", REPORT.id, "--trigger", "signed", "--type", "agreement", "--stage", "signed"], 2, "party, subject"),
    (["correct", D, "standing=attributed"], 2, "say which"),
    (["correct", D, "attribution=nobody here"], 2, "nobody here"),
    (["split", D, "--part", "item=tanks"], 2, "two parts"),
    (["split", D, "--part", "item='tanks", "--part", "item=guns"], 2, "--part"),
    (["merge", D, D], 2, D),
    (["add", "ffff", "--trigger", "signed", "--type", "agreement", "--stage", "signed"], 2, "ffff"),
    (["add", REPORT.id, "--trigger", "sunk", "--type", "attack", "--stage", "done"], 2, "sunk"),
    (["add", REPORT.id, "--trigger", "signed", "--type", "gift", "--stage", "done"], 2, "gift"),
    (["add", REPORT.id, "--trigger", "signed", "--type", "attack", "--stage", "signed"], 2, "signed"),
    (["link", "Yerevan", "Nowhereland"], 2, "Nowhereland"),
    (["unlink", "Yerevan"], 2, "Yerevan"),
    (["depend", "The Gazette", "FRA"], 2, "--reason"),
    (["depend", "The Nowhere Post", "FRA", "--reason", "x"], 2, "The Nowhere Post"),
    (["independ", "The Gazette", "FRA"], 2, "not marked"),
    (["undo"], 2, "--last"),
    (["undo", "7"], 2, "7"),
    (["undo", "7", "--last"], 2, "--last"),
    (["queue", "--after", "zz"], 2, "zz"),
    (["queue", "--limit", "0"], 2, "0"),
    (["history", "ffff"], 2, "ffff"),
]


@pytest.mark.parametrize(("words", "code", "named"), WRONG)
def test_a_wrong_call_is_one_line_and_judges_nothing(folder: Path, words: list[str], code: int, named: str) -> None:
    ran = foedus("review", *words, cwd=folder)
    assert (ran.code, ran.out, len(ran.errors)) == (code, "", 1)
    assert named in ran.err
    with Ledger.open(folder / "foedus.db") as ledger:
        assert ledger.counts().batches == 1
