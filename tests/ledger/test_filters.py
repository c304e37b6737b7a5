"""What each filter lets through, alone and together, and in which order."""

from collections.abc import Callable, Iterator
from dataclasses import replace as replace_filter
from datetime import date
from functools import partial

import pytest
from msgspec.structs import replace

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.errors import UsageError
from foedus.model.review import Correction
from tests.factories import claim, document, voice
from tests.ledger.reports import report, reports


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        opened.add([report(1), report(2, published="2024-01", lang="fr"), report(3, published=None)])
        yield opened


def _found(ledger: Ledger, which: ClaimFilter) -> set[tuple[str, str | None]]:
    return {(one.stage, one.document.published) for one in ledger.claims(which)}


BOTH = {"delivered", "ordered"}


@pytest.mark.parametrize(
    ("which", "stages"),
    [
        (ClaimFilter(), BOTH),
        (ClaimFilter(about=("ARL",)), {"delivered"}),
        (ClaimFilter(about=("ARL", "CAR")), BOTH),
        (ClaimFilter(about=("BOR",)), BOTH),
        (ClaimFilter(about=("BOR",), with_=("CAR",)), {"ordered"}),
        (ClaimFilter(about=("ARL",), with_=("CAR",)), set()),
        (ClaimFilter(about=("ARL",), with_=("ARL",)), set()),
        (ClaimFilter(with_=("CAR",)), {"ordered"}),
        (ClaimFilter(about=("XXX' OR 1=1 --",)), set()),
        (ClaimFilter(types=("transfer",)), BOTH),
        (ClaimFilter(types=("attack", "sanction")), set()),
        (ClaimFilter(stages=("ordered", "sought")), {"ordered"}),
        (ClaimFilter(standing=("unnamed",)), {"ordered"}),
        (ClaimFilter(min_confidence=0.5), {"delivered"}),
        (ClaimFilter(min_confidence=0.9), {"delivered"}),
        (ClaimFilter(min_confidence=0.0), BOTH),
        (ClaimFilter(happened_from=date(2022, 1, 1)), {"ordered"}),
        (ClaimFilter(happened_to=date(2021, 12, 31)), {"delivered"}),
        (ClaimFilter(happened_from=date(2021, 6, 1), happened_to=date(2021, 6, 30)), {"delivered"}),
        (ClaimFilter(happened_from=date(2022, 1, 1), happened_to=date(2022, 12, 31)), set()),
        (ClaimFilter(about=("BOR",), stages=("ordered",), standing=("stated",)), set()),
        (ClaimFilter(roles=(("supplier", "ARL"),)), {"delivered"}),
        (ClaimFilter(roles=(("supplier", "ARL"), ("supplier", "CAR"))), BOTH),
        (ClaimFilter(roles=(("supplier", "ARL"), ("recipient", "BOR"))), {"delivered"}),
        (ClaimFilter(roles=(("recipient", "ARL"),)), set()),
        (ClaimFilter(voices=("ARL", "the minister")), set()),
        (ClaimFilter(outlets=("The Gazette",)), BOTH),
        (ClaimFilter(outlets=("the GAZÉTTE",)), BOTH),
        (ClaimFilter(polarity=("negated",)), set()),
        (ClaimFilter(certainty=("certain",), polarity=("affirmed",), zones=("body",), quoted=False), BOTH),
        (ClaimFilter(quoted=True), set()),
        (ClaimFilter(has=("quantity", "when")), {"delivered"}),
        (ClaimFilter(has=("due",)), set()),
        (ClaimFilter(review=("unreviewed",)), BOTH),
        (ClaimFilter(review=("accepted", "rejected")), set()),
        (ClaimFilter(max_confidence=0.5), {"ordered"}),
        (ClaimFilter(min_confidence=0.5, max_confidence=0.8), set()),
        (ClaimFilter(text="tanks"), {"delivered"}),
        (ClaimFilter(text="borland -tanks"), {"ordered"}),
        (ClaimFilter(published_from=date(2022, 5, 20)), BOTH),
        (ClaimFilter(published_from=date(2024, 2, 1)), set()),
        (ClaimFilter(published_from=date(2022, 5, 19), published_by=date(2022, 5, 19)), BOTH),
        (ClaimFilter(as_of=0), set()),
        (ClaimFilter(as_of=1, learned_since=0), BOTH),
    ],
)
def test_a_filter_lets_through_what_it_names(ledger: Ledger, which: ClaimFilter, stages: set[str]) -> None:
    assert {stage for stage, _ in _found(ledger, which)} == stages


def test_ids_choose_claims(ledger: Ledger) -> None:
    _, (first, second) = report(1)
    assert list(ledger.claims(ClaimFilter(ids=(second.id, "0" * 16)))) == [second]
    assert list(ledger.claims(ClaimFilter(ids=(first.id,), stages=("ordered",)))) == []


def test_a_voice_is_known_by_its_key_or_its_name(place: str) -> None:
    told = document("Arland delivered tanks, the minister said. Borland’s office denied it.")
    said = [voice(told, "the minister", cue="said")]
    one = claim(told, "delivered", supplier="Arland", standing="attributed", attribution=said)
    other = claim(told, "denied", "accusation", "rejected", attribution=[voice(told, "Borland", entity="BOR")])
    with Ledger.open(place) as ledger:
        ledger.add([(told, [one, other])])
        assert list(ledger.claims(ClaimFilter(voices=("the minister",)))) == [one]
        assert list(ledger.claims(ClaimFilter(voices=("BOR",)))) == [other]
        assert list(ledger.claims(ClaimFilter(voices=("BOR", "the minister")))) == [one, other]


def test_what_a_person_vouches_for_is_sure(place: str) -> None:
    doubtful = {str(number): report(number)[1][1] for number in range(4)}
    with Ledger.open(place) as ledger:
        ledger.add(reports(0, 4))
        before = ledger.counts().batches
        desk = ledger.review("A. Analyst")
        desk.accept(doubtful["0"].id)
        desk.correct(doubtful["1"].id, Correction(certainty="probable"))
        desk.reject(doubtful["2"].id)
        sure, unsure = ClaimFilter(stages=("ordered",), min_confidence=0.9), ClaimFilter(max_confidence=0.9)
        assert {one.id for one in ledger.claims(sure)} == {doubtful["0"].id, doubtful["1"].id}
        assert doubtful["3"].id in (left := {one.id for one in ledger.claims(unsure)})
        assert not left & {doubtful[number].id for number in "012"}
        assert not list(ledger.claims(replace_filter(sure, as_of=before))), "nobody had judged them then"


def test_an_outlet_that_no_page_has_is_told_with_those_near(ledger: Ledger) -> None:
    for name, advice in {
        "The Gazettes": "near: The Gazette",
        "gazette": "near: The Gazette",
        "Маяк": "`foedus claims --counts`",
    }.items():
        which = ClaimFilter(outlets=("The Gazette", name))
        with pytest.raises(UsageError, match=f"no page is from an outlet named '{name}'; {advice}"):
            list(ledger.claims(which))
        for ask in (ledger.page_of_claims, ledger.facets, partial(ledger.search_documents, "tanks")):
            with pytest.raises(UsageError, match=advice):
                ask(which)


def test_one_page_must_have_all_that_is_asked_of_pages(ledger: Ledger) -> None:
    told, found = report(1)
    later = replace(told, published="2024-03-01", outlet="The Herald", url="https://herald.example/1", source="herald")
    ledger.add([(later, found)])
    early = date(2023, 1, 1)
    assert list(ledger.claims(ClaimFilter(outlets=("The Herald",), published_from=early))) == found
    assert list(ledger.claims(ClaimFilter(outlets=("The Herald",), published_by=early))) == []


def test_language_and_document_choose_documents(ledger: Ledger) -> None:
    told, found = report(2, published="2024-01", lang="fr")
    for which in (ClaimFilter(langs=("fr",)), ClaimFilter(document=told.id), ClaimFilter(document=told.sha256)):
        assert list(ledger.claims(which)) == found


def test_published_by_takes_what_can_have_been_out_by_then(ledger: Ledger) -> None:
    day = {stamp for _, stamp in _found(ledger, ClaimFilter(published_by=date(2022, 5, 19)))}
    assert day == {"2022-05-19"}
    assert not _found(ledger, ClaimFilter(published_by=date(2022, 5, 18)))
    month = {stamp for _, stamp in _found(ledger, ClaimFilter(published_by=date(2024, 1, 15)))}
    assert month == {"2022-05-19", "2024-01"}, "a document without a date is never known to be out"


def test_published_by_looks_at_every_page_of_a_text(ledger: Ledger) -> None:
    told, found = report(2, published="2024-01", lang="fr")
    early = replace(told, published="2021-03-01", outlet="The Herald", url="https://herald.example/1", source="herald")
    ledger.add([(early, [replace(one, document=early.ref) for one in found])])
    assert list(ledger.claims(ClaimFilter(published_by=date(2021, 12, 31)))) == found


def test_open_and_unknown_dates_are_not_excluded_but_undated_claims_are(place: str) -> None:
    told = document("Arland delivered tanks, sold jets, promised guns and lent boats to Borland on 10 October.")
    when = {"delivered": "../2021", "sold": "2026/..", "promised": "XXXX-10-10", "lent": None}
    claims = [claim(told, word, supplier="Arland", when=edtf) for word, edtf in when.items()]
    with Ledger.open(place) as ledger:
        ledger.add([(told, claims)])

        def words(first: date | None, last: date | None) -> set[str]:
            which = ClaimFilter(happened_from=first, happened_to=last)
            return {one.trigger.text for one in ledger.claims(which)}

        assert words(None, date(1950, 1, 1)) == {"delivered", "promised"}
        assert words(date(2030, 1, 1), None) == {"sold", "promised"}
        assert words(date(2022, 1, 1), date(2025, 12, 31)) == {"promised"}


def test_a_role_with_two_of_the_same_side_counts_as_another_filler(place: str) -> None:
    told = document("Arland and Borland signed a pact.")
    pact = claim(told, "signed", type="agreement", stage="signed", party=["ARL=Arland", "BOR=Borland"])
    with Ledger.open(place) as ledger:
        ledger.add([(told, [pact])])
        assert list(ledger.claims(ClaimFilter(about=("ARL",), with_=("BOR",)))) == [pact]
        assert list(ledger.claims(ClaimFilter(about=("ARL", "BOR"), with_=("ARL", "BOR")))) == [pact]


def test_claims_that_nothing_calibrated_are_not_above_a_confidence(place: str) -> None:
    told = document()
    with Ledger.open(place) as ledger:
        ledger.add([(told, [claim(told, "delivered", supplier="Arland")])])
        assert not list(ledger.claims(ClaimFilter(min_confidence=0.01)))
        assert list(ledger.claims(ClaimFilter(min_confidence=0)))


def test_order_is_date_document_place_and_never_chance(new_place: Callable[[], str]) -> None:
    batch = [report(n, published=day) for n, day in enumerate(["2024-01", None, "2022-05-19", "2022-05-19", "2023"])]
    with Ledger.open(new_place()) as one, Ledger.open(new_place()) as other:
        one.add(batch)
        for read in reversed(batch):
            other.add([read])
        ordered = list(one.claims())
        assert list(other.claims()) == ordered
        assert [d.id for d in one.documents()] == [d.id for d in other.documents()]
    days = [claim.document.published for claim in ordered]
    assert days == ["2022-05-19"] * 4 + ["2023"] * 2 + ["2024-01"] * 2 + [None] * 2
    assert [claim.stage for claim in ordered] == ["delivered", "ordered"] * 5


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"types": ("gift",)}, "'gift' is no type; known are accusation, agreement"),
        ({"stages": ("dreamt",)}, "'dreamt' is no stage; known are"),
        ({"standing": ("gossip",)}, "'gossip' is no standing; known are attributed, rumoured, stated, unnamed"),
        ({"min_confidence": 90.0}, "90.0 is no probability: give one from 0 to 1"),
        ({"roles": (("thief", "ARL"),)}, "'thief' is no role; known are accused, accuser"),
        ({"review": ("seen",)}, "'seen' is no review status; known are accepted"),
        ({"has": ("style",)}, "'style' is no part that may be missing; known are alternative"),
        (
            {"published_from": date(2022, 1, 2), "published_by": date(2022, 1, 1)},
            "nothing lies from 2022-01-02 to 2022",
        ),
        ({"happened_from": date(2022, 1, 2), "happened_to": date(2022, 1, 1)}, "nothing lies from 2022-01-02 to 2022"),
    ],
)
def test_a_filter_that_can_find_nothing_is_told(values: dict[str, object], line: str) -> None:
    with pytest.raises(UsageError, match=line):
        ClaimFilter(**values)  # type: ignore[arg-type]  # wrong values on purpose
