"""The day looked at: on every view, kept from link to link, said plainly, and wrong ones told."""

from collections.abc import Iterator

import pytest

from foedus.ledger.store import Ledger
from tests.serve.told import delivery, ledger_of, links, order, reader_of, seen, treaty, words_of

VIEWS = ("/", "/claims", "/entities", "/entities/BLR", "/pairs/AZE/BLR")


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with ledger_of(place, [delivery()], [order()], [treaty()]) as opened:  # on 10, 11 and 12 January
        yield opened


def test_only_what_was_known_by_then_is_there(ledger: Ledger) -> None:
    client = reader_of(ledger)
    assert "2 claims" in seen(client.get("/claims", params={"as_of": "2026-01-11"}).text)
    assert "3 claims" in seen(client.get("/claims").text)
    assert "1 claim," in seen(client.get("/claims", params={"published_by": "2022"}).text)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_says_so_and_has_a_way_back(ledger: Ledger, view: str) -> None:
    page = reader_of(ledger).get(view, params={"as_of": "2026-01-11", "type": "transfer"}).text
    assert "As known on 11 January 2026" in words_of(page)
    assert links(page, "today")[0] == f"{view}?type=transfer"
    assert 'name="type" value="transfer"' in page


@pytest.mark.parametrize("view", VIEWS)
def test_without_a_day_nothing_is_said(ledger: Ledger, view: str) -> None:
    page = words_of(reader_of(ledger).get(view).text)
    assert "As known on 1" not in page
    assert "As known today" in page


def test_links_keep_the_day(ledger: Ledger) -> None:
    page = reader_of(ledger).get("/entities/BLR", params={"as_of": "2026-01-10", "published_by": "2022-12"}).text
    assert "Published by December 2022" in words_of(page)
    assert set(links(page, "Azerbaijan")) >= {"/pairs/BLR/AZE?as_of=2026-01-10&published_by=2022-12"}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "..", "2026-01-11T99:00"])
def test_a_day_that_is_none_is_told(ledger: Ledger, view: str, day: str) -> None:
    answer = reader_of(ledger).get(view, params={"as_of": day})
    assert answer.status_code == 400
    assert "as_of" in seen(answer.text)
    assert "Traceback" not in answer.text


def test_another_day_leaves_the_cursor_behind(ledger: Ledger) -> None:
    page = reader_of(ledger).get("/claims", params={"as_of": "2026-01-11"}).text
    assert 'name="after"' not in page


def test_theme_and_language_are_kept(ledger: Ledger) -> None:
    client = reader_of(ledger)
    assert 'data-theme="dark"' in client.get("/claims", params={"theme": "dark", "in": "fr"}).text
    page = client.get("/claims").text
    assert 'data-theme="dark"' in page
    assert '<html lang="fr"' in page
    assert "data-theme" not in client.get("/claims", params={"theme": "system"}).text.partition("<head>")[0]


def test_the_list_of_keys(ledger: Ledger) -> None:
    page = seen(reader_of(ledger).get("/keys").text)
    assert "next, previous claim" in page
    assert "supplier:BLR" in page
