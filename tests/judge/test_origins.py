"""Outlets that people marked as dependent are one origin with whom they follow."""

from foedus.judge.origins import origins
from foedus.model.claim import Claim
from foedus.model.vocabulary import Standing
from tests.factories import claim, document, voice


def _told(outlet: str, text: str, by: str | None = None) -> Claim:
    report = document(f"{text} Arland shelled Borland on Monday, a ministry said.", outlet=outlet)
    voices = [voice(report, "a ministry", kind="organisation", entity=by)] if by else []
    standing: Standing = "attributed" if by else "stated"
    return claim(report, "shelled", "attack", "done", standing=standing, attribution=voices, attacker="RUS=Arland")


FOLLOWER, SOURCE, OTHER = _told("The Courier", "First."), _told("The Gazette", "Second."), _told("The Herald", "Third.")


def test_without_marks_each_page_is_an_origin() -> None:
    assert len({origins(())(one) for one in (FOLLOWER, SOURCE, OTHER)}) == 3


def test_a_dependent_outlet_is_one_origin_with_whom_it_follows() -> None:
    origin = origins((), [("The Courier", "The Gazette")])
    assert origin(FOLLOWER) == origin(SOURCE) != origin(OTHER)


def test_dependence_goes_on_through_others() -> None:
    origin = origins((), [("The Courier", "The Herald"), ("The Herald", "The Gazette")])
    assert len({origin(one) for one in (FOLLOWER, SOURCE, OTHER)}) == 1


def test_a_voice_that_depends_on_another_is_one_origin_with_it() -> None:
    first, second = _told("The Courier", "One.", by="BLR"), _told("The Herald", "Two.", by="RUS")
    origin = origins((), [("BLR", "RUS")])
    assert origin(first) == origin(second)
