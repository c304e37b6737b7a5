"""Which documents of a ledger teach, and what counts for, against and neither way."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from foedus.intake.answers.store import AnswerStore
from foedus.intake.teaching import teaching
from foedus.learning.corpus.format import CorpusDocument
from foedus.learning.corpus.material import Lesson
from foedus.learning.decider.material import passages
from foedus.learning.decider.rows import Seen, see
from foedus.learning.from_claims import Held, Judged, taught
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document
from tests.factories import claim, document
from tests.learning.school import filled, lessons_apart, told

REPORT = document("Arland delivered 12 tanks to Borland in May. Borland ordered guns. It signed a pact with Carland.")
DELIVERED = claim(REPORT, "delivered", supplier="ARL=Arland", recipient="BOR=Borland", item="tanks")
ORDERED = claim(REPORT, "ordered", stage="ordered", recipient="BOR=Borland", item="guns")


def held(*judged: Judged, unproven: Sequence[str] = (), is_open: bool = False, is_whole: bool = False) -> Held:
    return Held(REPORT, judged, unproven, is_open, is_whole)


def lesson(one: Held) -> Lesson:
    [found] = taught([one]).lessons
    return found


def words(seen: Seen, label: bool | None) -> set[str]:
    """Words that have a candidate with the label."""
    views = seen.passage.analysis.views
    return {views[view].tokens[anchor].text for (view, anchor, _), made in seen.labels.items() if made is label}


def seen(one: Held) -> Seen:
    [passage] = passages([lesson(one)])
    return see(passage)


def test_what_is_right_is_annotated_with_its_words_and_fillers() -> None:
    found = lesson(held(Judged(DELIVERED, "right"), Judged(ORDERED, "wrong")))
    [only] = found.claims
    assert (only.type, only.stage, only.core) == ("transfer", "delivered", True)
    assert only.trigger.span(found.text) == (DELIVERED.trigger.start, DELIVERED.trigger.end)
    recipient = only.roles["recipient"][0]
    assert (recipient.e, recipient.t.span(found.text)) == ("BOR", (29, 36))
    assert found.text[29:36] == "Borland"


def test_words_are_found_again_where_they_stand_several_times() -> None:
    second = REPORT.text.index("Borland ordered")
    [only] = lesson(held(Judged(ORDERED, "right"))).claims
    assert only.roles["recipient"][0].t.span(REPORT.text) == (second, second + len("Borland"))


def test_where_people_judged_the_rest_is_unknown() -> None:
    found = seen(held(Judged(DELIVERED, "right"), Judged(ORDERED, "wrong")))
    assert words(found, True) == {"delivered"}
    assert "ordered" in words(found, False)
    assert "signed" not in words(found, False)
    assert "signed" in words(found, None)


def test_where_a_careful_reader_went_through_all_the_rest_is_no_claim() -> None:
    found = seen(held(Judged(DELIVERED, "proven"), Judged(ORDERED, "proven"), is_whole=True))
    assert {"delivered", "ordered"} <= words(found, True)
    assert "signed" in words(found, False)


def test_sentences_in_which_proof_kept_something_out_count_neither_way() -> None:
    kept_out = ["It signed a pact with Carland."]
    found = seen(held(Judged(DELIVERED, "proven"), unproven=kept_out, is_whole=True))
    assert "delivered" in words(found, True)
    assert "ordered" in words(found, False)
    assert "signed" in words(found, None)


@pytest.mark.parametrize(
    ("one", "known", "reason"),
    [
        (held(Judged(DELIVERED, "proven"), is_open=True), frozenset(), "with claims that nobody judged"),
        (held(Judged(DELIVERED, "proven")), frozenset({REPORT.sha256}), "known to the material or a test part"),
    ],
)
def test_what_cannot_teach_is_left_out_and_counted(one: Held, known: frozenset[str], reason: str) -> None:
    found = taught([one], known=known)
    assert found.lessons == ()
    assert found.left_out == {reason: 1}


def _teaching(ledger: Ledger, tmp_path: Path) -> dict[str, Held]:
    return {one.document.sha256: one for one in teaching(ledger, AnswerStore(tmp_path / "answers"))}


def test_a_ledger_tells_what_was_proven_judged_and_left_open(tmp_path: Path) -> None:
    first, second, third = [one for one in lessons_apart() if len(one.claims) > 3][:3]
    with filled(tmp_path / "l.db", [first]) as ledger:
        ledger.add([told(second, "foedus"), told(third, "foedus")])
        proven, reviewed, opened = (told(one)[0].sha256 for one in (first, second, third))
        claims = told(second)[1]
        desk = ledger.review("anna")
        desk.reject(claims[0].id)
        for one in claims[1:]:
            desk.accept(one.id)
        desk.accept(told(third)[1][0].id)
        found = _teaching(ledger, tmp_path)
    assert found.keys() == {proven, reviewed, opened}
    assert found[proven].is_whole
    assert {one.verdict for one in found[proven].judged} == {"proven"}
    assert not found[reviewed].is_whole
    assert sorted(one.verdict for one in found[reviewed].judged) == ["right"] * (len(claims) - 1) + ["wrong"]
    assert (found[reviewed].is_open, found[opened].is_open) == (False, True)


def test_a_careful_reader_that_found_nothing_teaches_that_there_is_nothing(tmp_path: Path) -> None:
    from foedus.ledger.reading.incoming import Incoming, ReaderVersion  # noqa: PLC0415 - only here

    quiet: CorpusDocument = next(one for one in lessons_apart() if len(one.claims) > 3)
    document, _ = told(quiet)
    with Ledger.open(str(tmp_path / "l.db")) as ledger:
        ledger.add([Incoming(document, (), reader=ReaderVersion("careful/some-model", "1"))])
        [only] = taught(_teaching(ledger, tmp_path).values()).lessons
    assert (only.claims, only.masked) == ([], ())


def other(one: Claim, reader: str) -> Claim:
    return replace(one, reader=replace(one.reader, name=reader))


def test_a_report_is_its_own_text(tmp_path: Path) -> None:
    """What the ledger gives back is what the reader was given: offsets of lessons are those of claims."""
    with Ledger.open(str(tmp_path / "l.db")) as ledger:
        ledger.add([(REPORT, [other(DELIVERED, "careful/some-model")])])
        [found] = taught(_teaching(ledger, tmp_path).values()).lessons
    assert isinstance(REPORT, Document)
    assert found.text == REPORT.text
    assert [one.trigger.words for one in found.claims] == ["delivered"]
