"""Pages of an answer: together they are the answer, whatever their size and whoever writes meanwhile."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from foedus.ledger.asking import matching, narrowing
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.errors import UsageError
from tests.ledger.reports import Read, report, reports

DAYS = ("2022-05-19", None, "2024-01", "2022-05-19", None, "2021", "2022-05-19")
FILTERS = (
    ClaimFilter(),
    ClaimFilter(text="tanks"),
    ClaimFilter(text="Borland -jets"),
    ClaimFilter(about=("BOR",), with_=("CAR",)),
    ClaimFilter(langs=("fr",), outlets=("The Gazette",)),
    ClaimFilter(stages=("ordered",), types=("transfer",)),
    ClaimFilter(roles=(("supplier", "ARL"),), min_confidence=0.5),
    ClaimFilter(about=("ARL", "BOR", "CAR"), text="tanks"),
    ClaimFilter(roles=(("supplier", "ARL"), ("supplier", "CAR"), ("recipient", "BOR")), types=("transfer",)),
    ClaimFilter(text="Borland", types=("transfer",), as_of=1),
    ClaimFilter(published_by=date(2023, 12, 31)),
    ClaimFilter(published_from=date(2024, 1, 15)),
    ClaimFilter(published_from=date(2022, 1, 1), published_by=date(2022, 12, 31), about=("ARL",)),
    ClaimFilter(published_by=date(2022, 12, 31), text="Borland", types=("transfer",)),
    ClaimFilter(about=(*(f"E{number}" for number in range(20)), "ARL")),
)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        read = [report(n, published=day, lang="fr" if n % 2 else "en") for n, day in enumerate(DAYS)]
        opened.add(read)
        opened.add(
            [_seen_again(read[2], "2022-05-20"), _seen_again(read[1], "2022"), _seen_again(read[0], "2024-06-01")]
        )
        yield opened


def _seen_again(read: Read, published: str) -> Read:
    """The same text on another page, of another day."""
    told, claims = read
    url = f"https://herald.example/{told.id}"
    return structs.replace(told, url=url, source=None, outlet="The Herald", published=published), claims


def _pages(
    ledger: Ledger,
    which: ClaimFilter,
    limit: int,
    *,
    newest_first: bool = False,
    between: Callable[[], object] = lambda: None,
) -> list[Claim]:
    found: list[Claim] = []
    after = None
    while True:
        page = ledger.page_of_claims(which, after, limit, newest_first=newest_first)
        assert len(page.claims) == limit or page.next is None
        found += page.claims
        if page.next is None:
            return found
        after = page.next
        between()


@pytest.mark.parametrize("few_and_gathered", [(narrowing.FEW, 0), (0, 0), (0, 20_000)])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(limit=st.integers(1, 20), place_=st.integers(0, len(FILTERS) - 1))
def test_pages_of_any_size_are_the_whole_answer(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, few_and_gathered: tuple[int, int], limit: int, place_: int
) -> None:
    monkeypatch.setattr(narrowing, "FEW", few_and_gathered[0])
    monkeypatch.setattr(matching, "_WORTH_GATHERING", few_and_gathered[1])
    which = FILTERS[place_]
    whole = list(ledger.claims(which))
    assert whole
    assert _pages(ledger, which, limit) == whole
    newest = sorted(whole, key=lambda one: (one.document.published or "0000")[:4], reverse=True)
    assert [one.document.published for one in _pages(ledger, which, limit, newest_first=True)] == [
        one.document.published for one in newest
    ]
    assert set(map(_name, _pages(ledger, which, limit, newest_first=True))) == set(map(_name, whole))


def test_what_others_write_meanwhile_is_not_on_later_pages(ledger: Ledger) -> None:
    for newest_first in (False, True):
        whole = _pages(ledger, ClaimFilter(), 100, newest_first=newest_first)
        numbers = iter(range(100 + 100 * newest_first, 200 + 100 * newest_first))

        def write() -> None:
            ledger.add(reports(one := next(numbers), one + 1))  # noqa: B023 - used within the loop
            held = ledger.page_of_claims(ClaimFilter(), limit=1).claims[0]
            ledger.review("anna").reject(held.id, reason="a test")

        assert _pages(ledger, ClaimFilter(), 3, newest_first=newest_first, between=write) == whole


@pytest.mark.parametrize("word", ["", "x", "ü", "AAAA", "!!!!", "a" * 500])
def test_a_broken_cursor_is_told(ledger: Ledger, word: str) -> None:
    with pytest.raises(UsageError, match="is no cursor of this question: ask for the first page again"):
        ledger.page_of_claims(after=word)


def test_a_cursor_is_good_for_its_own_question_only(ledger: Ledger) -> None:
    word = ledger.page_of_claims(limit=2).next
    assert word is not None
    assert ledger.page_of_claims(after=word, limit=5).claims
    for which, newest_first in ((ClaimFilter(langs=("fr",)), False), (ClaimFilter(), True)):
        with pytest.raises(UsageError, match="no cursor of this question"):
            ledger.page_of_claims(which, word, newest_first=newest_first)
    cut = word[:-4] + ("AAAA" if word[-4:] != "AAAA" else "BBBB")
    with pytest.raises(UsageError, match="no cursor of this question"):
        ledger.page_of_claims(after=cut)


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_page_has_a_size_that_can_be(ledger: Ledger, limit: int) -> None:
    with pytest.raises(UsageError, match="a page holds from 1 to 1,000 claims"):
        ledger.page_of_claims(limit=limit)


def test_a_search_goes_on_where_it_ended(ledger: Ledger) -> None:
    for documents in (False, True):
        ask = ledger.search_documents if documents else ledger.search
        whole = ask("Borland").hits
        found: list[object] = []
        after: str | None = None
        while len(found) < len(whole):
            page = ask("Borland", ClaimFilter(), after, 3)
            found += page.hits
            after = page.next
        assert after is None
        assert tuple(found) == whole


def _name(claim: Claim) -> tuple[str, str]:
    return claim.id, claim.document.id


def test_a_page_says_how_each_of_its_claims_is_held(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(reports(0, 3))
        first, second = ledger.page_of_claims().claims[:2]
        desk = ledger.review("R. Viewer")
        desk.accept((first.id, ledger.version(first.id).reading))
        page = ledger.page_of_claims()
        kept = dict(zip((one.id for one in page.claims), page.kept, strict=True))
        assert kept[first.id].review == "accepted"
        assert kept[second.id].review is None
        assert {one.address for one in page.kept} == {one.id for one in page.claims}
        assert kept[first.id].reading == ledger.version(first.id).reading
