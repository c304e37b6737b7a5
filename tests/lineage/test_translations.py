"""Two languages are one text only on strong evidence: entities, numbers, order, dates."""

from foedus.lineage.marks import kept_in_order, marks
from foedus.lineage.translations import translations
from foedus.model.claim import Claim
from foedus.model.document import Document
from tests.factories import claim, document

FACTS = (("delivered", "9"), ("handed", "12"), ("sold", "30"), ("leased", "4"))
ENGLISH = "Arland delivered 9 Otter boats to Borland, then handed over 12, later sold 30 and leased 4."
FRENCH = "L'Arlande a livré 9 vedettes Otter à la Borlande, puis remis 12, plus tard vendu 30 et loué 4."
WORDS = {"en": ("Arland", "Borland", dict(FACTS)), "fr": ("L'Arlande", "la Borlande", {})}
FRENCH_FACTS = (("livré", "9"), ("remis", "12"), ("vendu", "30"), ("loué", "4"))


def page(lang: str, published: str | None, extra: str = "") -> Document:
    return document((ENGLISH if lang == "en" else FRENCH) + extra, lang=lang, published=published)


def told(report: Document, most: int = 4) -> list[Claim]:
    supplier, recipient, _ = WORDS[report.lang]
    facts = FACTS if report.lang == "en" else FRENCH_FACTS
    return [
        claim(
            report,
            trigger,
            supplier=f"ARL={supplier}",
            recipient=f"BOR={recipient}",
            item="otter=Otter",
            quantity=number,
        )
        for trigger, number in facts[:most]
    ]


def found(first: Document, second: Document, most: int = 4) -> list[tuple[str, str, bool]]:
    edges = translations([first, second], [*told(first, most), *told(second, most)])
    return [(edge.origin, edge.copy, edge.directed) for edge in edges]


def test_the_same_numbers_in_the_same_order_within_days_are_a_translation() -> None:
    first, second = page("en", "2022-05-19"), page("fr", "2022-05-20")
    [edge] = translations([second, first], [*told(second), *told(first)])
    assert (edge.origin, edge.copy, edge.kind, edge.directed) == (first.id, second.id, "translation", True)
    assert edge.score == 1.0
    assert edge.reason.startswith("4 statements with the same entities, numbers and dates in the same order")


def test_on_one_day_the_direction_is_not_known() -> None:
    first, second = page("en", "2022-05-19"), page("fr", "2022-05-19")
    assert found(first, second) == [(first.id, second.id, False)]


def test_two_statements_in_common_are_too_few() -> None:
    assert found(page("en", "2022-05-19"), page("fr", "2022-05-20"), most=2) == []


def test_far_or_unknown_dates_are_no_evidence() -> None:
    assert found(page("en", "2022-05-19"), page("fr", "2022-06-20")) == []
    assert found(page("en", None), page("fr", "2022-05-20")) == []


def test_one_language_is_not_looked_at() -> None:
    assert found(page("en", "2022-05-19"), page("en", "2022-05-20", " Again.")) == []


def test_a_long_report_that_shares_little_is_none() -> None:
    first, second = page("en", "2022-05-19"), page("fr", "2022-05-20")
    lone = [one for one in told(second) if one.trigger.text in ("livré", "remis")]
    assert translations([first, second], [*told(first), *lone]) == []


def test_a_claim_without_number_and_date_marks_nothing() -> None:
    report = page("en", "2022-05-19")
    bare = claim(report, "delivered", supplier="ARL=Arland", recipient="BOR=Borland")
    lone = claim(report, "sold", recipient="BOR=Borland", quantity="30")
    assert marks([bare, lone]) == ()
    assert len(marks([*told(report), *told(report)])) == 4


def test_order_is_the_longest_common_run_of_marks() -> None:
    own = marks(told(page("en", None)))
    assert kept_in_order(own, own) == 4
    assert kept_in_order(own, own[::-1]) == 1
    assert kept_in_order(own, (own[1], own[0], own[2], own[3])) == 3
    assert kept_in_order(own, ()) == 0
