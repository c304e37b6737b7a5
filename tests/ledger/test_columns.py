"""The network from the columns: the same as counting the ledger's claims one by one, however the columns came to be."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from bench.ledger.generate import Made, batches
from msgspec.structs import replace

from foedus.ledger.columns import update
from foedus.ledger.columns.ask import ask_network
from foedus.ledger.columns.network import Link, Network
from foedus.ledger.columns.place import folder_of
from foedus.ledger.create import ledger_facts
from foedus.ledger.filters import ClaimFilter, Moment
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.errors import LedgerError
from foedus.register.network import facts, scheme
from foedus.register.standing import LADDER
from tests.factories import claim, document

CLAIMS, PER_BATCH = 640, 80
Counted = dict[tuple[str, ...], list[Claim]]


@pytest.fixture(autouse=True)
def _small_segments(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(update, "SEGMENT_ROWS", 60)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """Made-up reports, with columns that were brought up to date while it grew."""
    made = list(batches(CLAIMS, per_batch=PER_BATCH))
    now = [made[0].at]
    with Ledger.open(place, clock=lambda: now[0]) as found:
        for number, one in enumerate(made):
            now[0] = one.at
            found.add(one.documents)
            if number % 3 == 0:
                asked(found)
        yield found


def asked(ledger: Ledger, as_of: Moment = None, published_by: date | None = None) -> Network:
    return ask_network(ledger._store, scheme(), plain="plain", ladder=LADDER, as_of=as_of, published_by=published_by)


def counted(ledger: Ledger, as_of: Moment = None, published_by: date | None = None) -> Counted:
    """Claims by supplier, recipient and item, counted one by one."""
    found: Counted = defaultdict(list)
    for one in ledger.claims(ClaimFilter(types=("transfer",), as_of=as_of, published_by=published_by)):
        for fact in facts(one):
            found[fact.supplier.identity, fact.recipient.identity, fact.item.identity].append(one)
    return found


def by_heads(network: Network) -> dict[tuple[str, ...], Link]:
    return {(one.supplier.identity, one.recipient.identity, one.item.identity): one for one in network.links()}


def sold(page: Document, item: str) -> Claim:
    """What the page tells."""
    return claim(page, "sold", stage="ordered", supplier="Arland", recipient="Carland", item=item)


def assert_same(links: dict[tuple[str, ...], Link], claims: Counted) -> None:
    assert links.keys() == claims.keys()
    for key, link in links.items():
        some = claims[key]
        assert link.claims == len(some) == sum(stage.claims for stage in link.stages)
        assert link.documents == len({one.document.id for one in some})
        weights = [(one.stage, fact.weight, fact) for one in some for fact in facts(one)]
        plain = [stage for stage, weight, _ in weights if weight == "plain" and stage in LADDER]
        assert link.furthest == max(plain, key=LADDER.index, default=None)
        for told in link.stages:
            said = [fact for stage, weight, fact in weights if (stage, weight) == (told.stage, told.weight)]
            assert told.claims == len(said)
            assert told.said.low == min((one.low for one in said if one.low is not None), default=None)
            assert told.said.high == max((one.high for one in said if one.high is not None), default=None)
            assert told.said.first == min((one.first for one in said if one.first), default=None)
            assert told.said.last == max((one.last for one in said if one.last), default=None)


def test_the_network_is_what_the_claims_say(ledger: Ledger) -> None:
    for as_of in (None, 0, 1, 3, 8):
        for published_by in (None, date(2016, 5, 1)):
            assert_same(by_heads(asked(ledger, as_of, published_by)), counted(ledger, as_of, published_by))


def test_a_text_counts_from_the_day_on_that_any_of_its_pages_was_published(place: str) -> None:
    late = document("Arland sold boats to Carland.", published="2020-05-01", outlet="The Gazette")
    early = replace(late, published="2019-03", outlet="The Vigil", url="https://vigil.example/1")
    opened = document("Arland sold planes to Carland.", published="../2021", outlet="The Gazette")
    undated = document("Arland sold tanks to Carland.", published=None)
    told = sold(late, "boats")
    with Ledger.open(place) as ledger:
        ledger.add([(late, [told]), (opened, [sold(opened, "planes")]), (undated, [sold(undated, "tanks")])])
        asked(ledger)
        ledger.add([(early, [told])])
        ledger.add([(replace(early, published="2018"), [told])])
        for as_of in (None, 0, 1, 2, 3):
            for year in (2017, 2018, 2019, 2020):
                by = date(year, 6, 1)
                assert_same(by_heads(asked(ledger, as_of, by)), counted(ledger, as_of, by))
        links = {by: len(asked(ledger, as_of=1, published_by=date(by, 6, 1))) for by in (2017, 2019, 2020)}
        assert links == {2017: 1, 2019: 1, 2020: 2}
        assert len(asked(ledger, published_by=date(2019, 6, 1))) == 2


def test_the_most_told_links_come_first(ledger: Ledger) -> None:
    everything = list(asked(ledger).links())
    assert [one.claims for one in everything] == sorted((one.claims for one in everything), reverse=True)
    assert list(asked(ledger).links(5)) == everything[:5]
    assert asked(ledger).claims == sum(one.claims for one in everything)
    assert len(asked(ledger)) == len(everything)


def test_grown_columns_say_what_new_ones_say(ledger: Ledger) -> None:
    grown = list(asked(ledger).links())
    manifest = columns_of(ledger) / "manifest.json"
    manifest.write_text("{}")
    assert list(asked(ledger).links()) == grown
    manifest.unlink()
    assert list(asked(ledger).links()) == grown


def test_what_nobody_asks_any_more_is_swept_away(ledger: Ledger) -> None:
    asked(ledger)
    folder = columns_of(ledger)
    (folder / "segment-77-0").mkdir()
    (folder / "heads-77.json.new").write_text("cut off")
    before = list(asked(ledger).links())
    told = document("Arland sold boats to Carland.")
    ledger.add([(told, [sold(told, "boats")])])
    assert len(asked(ledger)) == len(before) + 1
    assert not list(folder.glob("*77*"))


def test_what_is_rejected_or_withdrawn_counts_at_no_time(ledger: Ledger) -> None:
    asked(ledger)
    first, *_, last = ledger.claims(ClaimFilter(types=("transfer",)))
    ledger.review("an analyst").reject(last.id)
    assert_same(by_heads(asked(ledger)), counted(ledger))
    ledger.forget(ledger.scope(first.document.id), "a takedown")
    for as_of in (None, 2, 8):
        assert_same(by_heads(asked(ledger, as_of)), counted(ledger, as_of))


def test_columns_of_another_history_are_made_anew(tmp_path: Path) -> None:
    place, older = tmp_path / "foedus.db", tmp_path / "older.db"
    made = list(batches(400, per_batch=100))
    fill(place, made[:2])
    with Ledger.open(place) as ledger:
        ledger.backup(older)
    fill(place, made[2:3])
    with Ledger.open(place) as ledger:
        asked(ledger)
        columns_of(ledger).rename(tmp_path / "older.db.columns")
    fill(older, made[3:])  # as many batches, but others
    with Ledger.open(older) as ledger:
        assert_same(by_heads(asked(ledger)), counted(ledger))


def test_an_empty_ledger_has_no_links(place: str) -> None:
    with Ledger.open(place) as ledger:
        assert list(asked(ledger).links()) == []
        assert len(asked(ledger, as_of=date(2020, 1, 1))) == 0


def test_where_no_columns_can_be_kept_is_told(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        columns_of(ledger).write_text("in the way")
        with pytest.raises(LedgerError, match=r"foedus\.db\.columns cannot be written"):
            asked(ledger)


def columns_of(ledger: Ledger) -> Path:
    """Where the ledger's columns lie."""
    with ledger._store.reading() as connection:
        return folder_of(ledger._store, ledger_facts(connection)["id"])


def fill(place: Path, some: list[Made]) -> None:
    """Batches into a ledger, each at its time."""
    now = [some[0].at]
    with Ledger.open(place, clock=lambda: now[0]) as ledger:
        for one in some:
            now[0] = one.at
            ledger.add(one.documents)
