"""Tolls grow: a series of numbers, each as of the day on which it was told, and never a contradiction."""

from msgspec.structs import replace

from foedus.model.claim import Claim, Quantity
from foedus.model.document import Document
from foedus.model.toll import TollPoint
from foedus.register.tolls import tolls
from tests.factories import Words, claim, document


def page(published: str | None, outlet: str = "The Gazette") -> Document:
    """A page about one attack, at whatever stage of the count."""
    return document(
        f"{outlet}, {published}: Arland struck Bortown. Five people died, the town said, and seven were hurt. Two jets "
        "were shot down. About nine hundred families fled Bortown for Carland.",
        published=published,
        outlet=outlet,
    )


def many(
    report: Document, low: float, high: float | None = None, *, about: bool = False, of: str = "person"
) -> Quantity:
    """A number of persons or things; with two arguments bounds."""
    start = report.text.index("nine hundred")
    exact = Quantity(low, None, None, of, about, "nine hundred", start, start + 12)
    return exact if high is None else replace(exact, value=None, min=low, max=high)


STRUCK: dict[str, Words] = {"attacker": "ARL=Arland", "target": "bortown=Bortown", "casualties": "people died"}


def dead(report: Document, number: float | None = None, when: str | None = "2022-05-18", **changed: object) -> Claim:
    """So many killed at Bortown."""
    quantity = None if number is None else many(report, number)
    return replace(claim(report, "struck", "attack", "done", when=when, quantity=quantity, roles=STRUCK), **changed)


def points(*claims: Claim) -> list[TollPoint]:
    """The points, which are the same in whatever order the claims come."""
    found = tolls(claims)
    assert tolls(reversed(claims)) == found
    return found


FIRST, SECOND, THIRD = page("2022-05-18"), page("2022-05-19", "The Herald"), page("2022-05-20", "The Star")


def test_a_growing_toll_is_a_series_in_order_of_telling() -> None:
    found = points(dead(THIRD, 11), dead(FIRST, 5), dead(SECOND, 9))
    assert [(one.series, one.told, one.event, str(one.count), one.change) for one in found] == [
        (1, "2022-05-18", "2022-05-18", "5 × person", "first"),
        (1, "2022-05-19", "2022-05-18", "9 × person", "grew"),
        (1, "2022-05-20", "2022-05-18", "11 × person", "grew"),
    ]
    assert [str(party) for party in (*found[0].by, *found[0].target)] == ["Arland", "Bortown"]
    assert {(one.measure, one.what, one.reason) for one in found} == {("casualties", ("people died",), "said plainly")}


def test_outlets_that_tell_the_same_on_one_day_are_one_point() -> None:
    other = page("2022-05-18", "The Herald")
    (one,) = points(dead(FIRST, 5), dead(other, 5))
    assert (one.outlets, len(one.claims)) == (("The Gazette", "The Herald"), 2)


def test_a_smaller_number_later_and_two_on_one_day_are_told_as_such() -> None:
    found = points(dead(FIRST, 5), dead(page("2022-05-18", "The Herald"), 9), dead(THIRD, 7))
    assert [(str(one.count), one.change) for one in found] == [
        ("5 × person", "first"),
        ("9 × person", "differs"),
        ("7 × person", "fell"),
    ]
    assert "on the same day 5 × person was told" in found[1].reason
    assert "less than the 9 × person told before" in found[2].reason


def test_bounds_and_approximate_numbers_stay_what_they_are() -> None:
    found = points(
        dead(FIRST, quantity=many(FIRST, 5, about=True)),
        dead(SECOND, quantity=many(SECOND, 5, 8)),
        dead(THIRD, quantity=many(THIRD, 9)),
    )
    assert [(str(one.count), one.change) for one in found] == [
        ("(5 × person)", "first"),
        ("(5–8 × person)", "open"),
        ("9 × person", "grew"),
    ]
    assert [one.reason for one in found] == [
        "said plainly; number: approximate",
        "said plainly; number: only bounds are given",
        "said plainly",
    ]


def test_attacks_of_different_days_are_different_series() -> None:
    found = points(dead(FIRST, 5), dead(THIRD, 3, "2022-05-20"), dead(THIRD, 400, "2022"))
    assert [(one.series, one.event, one.change) for one in found] == [
        (1, "2022-05-18", "first"),
        (2, "2022-05-20", "first"),
        (3, "2022", "first"),
    ]


def test_undated_numbers_make_a_series_only_where_they_were_told_within_a_month() -> None:
    late = page("2022-09-01", "The Star")
    found = points(
        dead(FIRST, 5, None), dead(SECOND, 9, None), dead(late, 3, None), dead(page(None, "The Sun"), 1, None)
    )
    assert [(one.series, str(one.count), one.change) for one in found] == [
        (1, "5 × person", "first"),
        (1, "9 × person", "grew"),
        (2, "3 × person", "first"),
        (3, "1 × person", "first"),
    ]


def test_killed_and_wounded_never_mix_and_words_without_a_number_stay_words() -> None:
    hurt = claim(
        SECOND, "struck", "attack", "done", when="2022-05-18", roles={**STRUCK, "casualties": "seven were hurt"}
    )
    found = points(dead(FIRST, 5), hurt)
    assert [(one.series, one.what, one.count) for one in found][1] == (2, ("seven were hurt",), None)
    assert found[1].reason == "said plainly; no number is given, only words"


def test_a_number_stands_with_things_hit_where_there_are_any() -> None:
    both = claim(
        FIRST, "struck", "attack", "done", quantity=many(FIRST, 2, of="piece"), roles={**STRUCK, "hit": "jets"}
    )
    found = points(both)
    assert [(one.measure, one.what, str(one.count)) for one in found] == [
        ("casualties", ("people died",), "None"),
        ("hits", ("jets",), "2"),
    ]


def test_displaced_people_are_one_series_whatever_they_are_called() -> None:
    fled = [
        claim(
            report,
            "fled",
            "displacement",
            "done",
            quantity=many(report, number),
            when="2022-05",
            roles={"people": words, "from": "bortown=Bortown", "to": "CAR=Carland"},
        )
        for report, number, words in ((FIRST, 900, "families"), (SECOND, 1500, "people"))
    ]
    found = points(*fled)
    assert [(one.series, one.measure, one.what, one.change) for one in found] == [
        (1, "displaced", ("families",), "first"),
        (1, "displaced", ("people",), "grew"),
    ]
    assert ([str(one) for one in found[0].target], [str(one) for one in found[0].place]) == (["Bortown"], ["Carland"])


def test_denials_threats_and_attacks_without_a_loss_give_nothing_and_rumours_show() -> None:
    assert points(dead(FIRST, 5, polarity="negated"), dead(FIRST, 5, stage="threatened")) == []
    assert points(claim(FIRST, "struck", "attack", "done", attacker="ARL=Arland", target="bortown=Bortown")) == []
    (one,) = points(dead(FIRST, 5, standing="unnamed"))
    assert (str(one.count), one.sureness, one.reason) == ("(5 × person)", "plain", "its source is not named")
