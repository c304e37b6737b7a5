"""Documents in pages: together they are all that a filter means, with claims or without, whatever the way to them."""

from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace

from foedus.ledger.asking import document_places, narrowing, of_pages
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.records import days_of
from foedus.ledger.store import Ledger
from foedus.model.document import Document
from foedus.model.edtf import parse
from tests.factories import document
from tests.ledger.reports import Read, report

DAYS = ("2022-05-19", None, "2024-01", "2022-05-19", None, "2021", "2023-07-01", "../2020", "XXXX-05")
FROM, BY = date(2022, 5, 19), date(2022, 12, 31)
FILTERS = (
    ClaimFilter(),
    ClaimFilter(langs=("fr",)),
    ClaimFilter(langs=("de",)),
    ClaimFilter(outlets=("The Gazette",)),
    ClaimFilter(published_by=BY),
    ClaimFilter(published_from=FROM),
    ClaimFilter(published_from=FROM, published_by=BY),
    ClaimFilter(published_from=FROM, langs=("fr",)),
    ClaimFilter(about=("ARL",)),
    ClaimFilter(about=("ARL",), published_by=BY),
    ClaimFilter(stages=("ordered",), published_from=FROM),
    ClaimFilter(types=("attack",)),
    ClaimFilter(as_of=1),
    ClaimFilter(published_by=BY, as_of=1),
)


def silent(number: int, published: str | None, lang: str = "en") -> Read:
    """A report in which nothing is claimed."""
    return document(f"Note {number}. The ministers met and said nothing.", published=published, lang=lang), []


def seen_again(read: Read, published: str | None, outlet: str) -> Read:
    """The same text on another page."""
    told, claims = read
    return replace(
        told, url=f"https://{outlet}.example/{told.id}", source=None, outlet=outlet, published=published
    ), claims


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    first = [report(n, published=day, lang="fr" if n % 2 else "en") for n, day in enumerate(DAYS)]
    later = [silent(n, day, "fr" if n % 3 else "en") for n, day in enumerate(DAYS)]
    with Ledger.open(place) as opened:
        opened.add(first)
        opened.add(later)
        opened.add(
            [seen_again(first[6], "2022-05-20", "The Gazette"), seen_again(later[6], "2021-02-03", "The Gazette")]
        )
        opened.add([seen_again(later[1], "2022-06", "The Herald"), seen_again(first[0], "2024-02-02", "The Herald")])
        yield opened


def _all(ledger: Ledger, which: ClaimFilter, limit: int, words: str | None = None) -> list[str]:
    found: list[str] = []
    after = None
    while True:
        page = ledger.search_documents(words, which, after, limit)
        assert len(page.hits) == limit or page.next is None
        found += [hit.document.id for hit in page.hits]
        if page.next is None:
            return found
        after = page.next


def _newest_first(ledger: Ledger) -> list[str]:
    """By the first day of the page that names a text; without one last, then by id."""
    ids = sorted(ledger.documents(), key=lambda one: one.id)
    days = {one.id: days_of(one.published).earliest or "" if one.published else "" for one in ids}
    return sorted((one.id for one in ids), key=lambda id_: days[id_], reverse=True)


def _meant(ledger: Ledger, which: ClaimFilter) -> set[str]:
    """Told from all pages and claims, one after the other."""
    if which.about or which.stages or which.types:
        return {claim.document.id for claim in ledger.claims(which)}
    return {page.id for page in ledger.pages(as_of=which.as_of) if _is_meant(page, which)}


def _is_meant(page: Document, which: ClaimFilter) -> bool:
    if (which.langs and page.lang not in which.langs) or (which.outlets and page.outlet not in which.outlets):
        return False
    if which.published_from is None and which.published_by is None:
        return True
    return page.published is not None and parse(page.published).within(which.published_from, which.published_by)


@pytest.mark.parametrize(("few", "strays"), [(narrowing.FEW, of_pages.MOST_STRAYS), (0, of_pages.MOST_STRAYS), (0, 0)])
@pytest.mark.parametrize("which", FILTERS)
def test_pages_of_any_size_are_the_whole_answer(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, few: int, strays: int, which: ClaimFilter
) -> None:
    monkeypatch.setattr(narrowing, "FEW", few)
    monkeypatch.setattr(document_places, "FEW", few)
    monkeypatch.setattr(document_places, "FEW_UNDATED", max(few, 1))
    monkeypatch.setattr(of_pages, "MOST_STRAYS", strays)
    whole = _all(ledger, which, 100)
    assert whole == [one for one in _newest_first(ledger) if one in _meant(ledger, which)]
    for limit in (1, 2, 5):
        assert _all(ledger, which, limit) == whole


@pytest.mark.parametrize("few", [narrowing.FEW, 0])
def test_words_and_filters_go_together(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(narrowing, "FEW", few)
    monkeypatch.setattr(document_places, "FEW", few)
    for words, which in (
        ("ministers", ClaimFilter()),
        ("tanks", ClaimFilter()),
        ("tanks", ClaimFilter(about=("ARL",), langs=("fr",))),
        ("ministers", ClaimFilter(published_by=BY)),
        ('"tanks to Borland"', ClaimFilter(stages=("ordered",), published_from=FROM)),
    ):
        texts = {one.id for one in ledger.documents() if words.strip('"').split()[0] in one.text}
        expected = [one for one in _all(ledger, which, 100) if one in texts]
        assert expected
        for limit in (1, 3, 100):
            assert _all(ledger, which, limit, words) == expected


def test_a_withdrawn_text_is_in_no_list(ledger: Ledger) -> None:
    whole = _all(ledger, ClaimFilter(), 100)
    ledger.forget(ledger.scope(whole[3]), "asked to")
    assert _all(ledger, ClaimFilter(), 100) == [one for one in whole if one != whole[3]]


def test_without_words_the_beginning_of_the_text_is_shown(ledger: Ledger) -> None:
    hit = ledger.search_documents(None, limit=1).hits[0]
    assert ledger.document(hit.document.id).text.startswith(hit.snippet.text)
    assert hit.snippet.text
    assert hit.snippet.hits == ()
