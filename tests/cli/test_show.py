"""`foedus show` tells what people judged of a claim, and never gives the reader's reason for a person's value."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from foedus.cli.judgement_words import load, saying
from foedus.cli.review_of import reviewed
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim, When
from foedus.model.review import Correction
from tests.cli.command import environment, foedus
from tests.factories import claim, document

REPORT = document(
    "Belarus handed over 12 tanks and 4 guns to Serbia in 2021. Serbia joined NATO at last. "
    "Belarus sold boats to Serbia. Serbia got the boats.",
    title="Tanks for Serbia",
)
HANDED = claim(
    REPORT,
    "handed over",
    supplier="BLR=Belarus",
    recipient="SRB=Serbia",
    item=["tanks", "guns"],
    quantity="12",
    when="2021-05",
    confidence=0.4,
)
SOLD = claim(REPORT, "sold", stage="ordered", supplier="BLR=Belarus", recipient="SRB=Serbia", item="boats")
GOT = claim(REPORT, "got", recipient="SRB=Serbia", item="boats", confidence=0.4)
JOINED = claim(REPORT, "joined", "membership", "joined", member="SRB=Serbia", organisation="NATO=NATO", confidence=0.9)

FIRST = datetime(2024, 1, 1, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of which every batch is a day after the one before: read, corrected, merged, accepted, noted."""
    days = iter(FIRST + timedelta(days=number) for number in range(100))
    place = tmp_path_factory.mktemp("shown")
    with Ledger.open(place / "foedus.db", clock=lambda: next(days)) as ledger:
        ledger.add([(REPORT, [HANDED, SOLD, GOT, JOINED])])
        anna, ben = ledger.review("anna"), ledger.review("ben")
        anna.correct(
            HANDED.id, Correction(when=When("2023-02", None, None, None), stage="ordered"), reason="the annex has it"
        )
        anna.merge(SOLD.id, GOT.id)
        ben.accept(JOINED.id)
        anna.accept(JOINED.id)
        ledger.backup(place / "bare.db", texts=False)
    return place


def lines(folder: Path, *words: str) -> list[str]:
    ran = foedus("show", *words, cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.splitlines()


def test_a_correction_is_told_with_who_made_it_and_what_the_reader_gave(folder: Path) -> None:
    told = lines(folder, HANDED.id)
    (review,) = [line for line in told if line.startswith("review ")]
    assert review.startswith("review      corrected by anna, 2024-01-")
    assert review.endswith(" UTC: “the annex has it” (judgement 1)")
    assert "  differs   from what the reader gave: stage delivered → ordered; when 2021-05 → 2023-02" in told
    assert "when        2023-02 (corrected by anna)" in told
    assert "stage       ordered: corrected by anna" in told
    assert "polarity    affirmed: no word denies it" in told
    assert "what follows explains what the reader gives, not what people corrected" in told


def test_before_it_was_judged_the_reader_s_claim_stands(folder: Path) -> None:
    told = lines(folder, HANDED.id, "--as-of", "2024-01-02")
    assert "when        2021-05 (from the document's date)" in told
    assert not [line for line in told if line.startswith("review ") or "anna" in line]


def test_a_claim_that_a_model_told_says_on_what_its_confidence_is_calibrated(tmp_path: Path) -> None:
    told = replace(JOINED, reader=replace(JOINED.reader, name="careful/some-model"))
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add([(REPORT, [told, GOT])])

    def reader_of(one: Claim) -> str:
        return next(line for line in lines(tmp_path, one.id) if line.startswith("reader "))

    assert reader_of(told).endswith(", confidence 0.90 (calibrated on one model's answers)")
    assert reader_of(GOT).endswith(", confidence 0.40, to check")


def test_an_address_that_moved_says_where_it_leads(folder: Path) -> None:
    told = lines(folder, GOT.id)
    assert told[0].startswith(f"claim {SOLD.id}: ")
    (asked,) = [line for line in told if line.startswith("asked for ")]
    assert asked.startswith(f"asked for   {GOT.id}: merged into this claim by anna, 2024-01-")
    assert any(line.startswith(f"  merged    into it: {GOT.id}, by anna, ") for line in told)


def test_judgements_are_told_in_the_language_of_the_user(folder: Path) -> None:
    french = foedus("show", HANDED.id, cwd=folder, env=environment(LC_ALL="fr_FR.UTF-8")).out.splitlines()
    english = lines(folder, HANDED.id)
    judged = [one for one in english if one.startswith("review  ")]
    assert [one.split(" by ")[0] for one in judged] == ["review      corrected"]
    (told,) = [one for one in french if one.startswith("jugement  ")]
    assert told.startswith("jugement    corrigé par anna, le 2024-")
    assert any(one.startswith("  diffère   de ce que donnait la lecture : ") for one in french)
    assert not [one for one in french if "judgement" in one or "corrected by" in one]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_word_of_judgements_is_there_in_both_languages(lang: str) -> None:
    assert all(set(texts) == {"en", "fr"} for texts in load().values())
    say = saying(lang)
    for name in ("differs", "linked", "history", "split", "merged"):
        assert len(say(name)) < 10
    assert all(len(say(name)) < 12 for name in ("asked for", "review"))


def test_who_agreed_is_counted_and_a_long_role_keeps_its_distance(folder: Path) -> None:
    told = lines(folder, JOINED.id)
    assert any(line.startswith("review      accepted by ben, ") for line in told)
    assert f"  history   1 other judgement: foedus review history {JOINED.id}" in told
    assert any(line.startswith("organisation  NATO (NATO, ") for line in told)
    assert any(line.startswith("member        Serbia (SRB, ") for line in told)


def test_a_ledger_without_texts_shows_what_the_record_holds(folder: Path) -> None:
    ran = foedus("show", HANDED.id, "--ledger", "bare.db", cwd=folder)
    assert (ran.code, len(ran.errors)) == (0, 1)
    assert "without its text" in ran.err
    assert "[handed over|trigger] 12 tanks" in ran.out
    assert "review      corrected by anna" in ran.out
    assert "why " not in ran.out


def test_a_wrong_moment_is_one_line(folder: Path) -> None:
    for words in (["--as-of", "2024-13"], ["--as-of", "2023-01"]):
        ran = foedus("show", HANDED.id, *words, cwd=folder)
        assert (ran.code != 0, ran.out, len(ran.errors)) == (True, "", 1)
    twin = foedus("show", f"{HANDED.id}.1", "--as-of", "2024-02", cwd=folder)
    assert (twin.code, len(twin.errors)) == (2, 1)


def test_what_a_newer_reader_gives_otherwise_corrects_nothing(tmp_path: Path) -> None:
    newer = replace(HANDED.reader, version="2")
    others = (*HANDED.cues, replace(HANDED.cues[0], kind="tense"))
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add([(REPORT, [HANDED])])
        ledger.review("ben").accept(HANDED.id)
        ledger.add([(REPORT, [replace(HANDED, stage="ordered", cues=others, reader=newer)])])
        told = reviewed(ledger.claim(HANDED.id), ledger.history(HANDED.id))
    assert told.hands == {"stage": "held right by ben"}
    assert told.lines[0].startswith("review      accepted by ben, ")
    assert told.lines[1] == "  differs   from what the reader gave: stage ordered → delivered"
