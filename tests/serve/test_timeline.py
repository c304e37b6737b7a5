"""`/timeline`: claims by month and year of publication, a span, its files."""

import csv
import io
from collections.abc import Iterator

import pytest
from lxml import etree
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.ledger.reports import report
from tests.serve.browsing import visitor

PUBLISHED = ("2021-11-03", "2022-05-19", "2022-05-31", "2023-01-02", None)


@pytest.fixture
def page(place: str) -> Iterator[TestClient]:
    with Ledger.open(place) as ledger:
        ledger.add([report(number, published=day) for number, day in enumerate(PUBLISHED)])
        yield visitor(make_app(ledger, Settings()))


def _bars(page: TestClient, query: str) -> dict[str, int]:
    view = page.get(f"/timeline.json?{query}").json()
    return {bar["period"]: bar["counts"]["arms"] for bar in view["bars"] if bar["total"]}


def test_by_month_and_by_year(page: TestClient) -> None:
    assert _bars(page, "by=month") == {"2021-11": 2, "2022-05": 4, "2023-01": 2}
    assert _bars(page, "by=year") == {"2021": 2, "2022": 4, "2023": 2}
    months = page.get("/timeline.json").json()
    assert months["unit"] == "month"
    assert len(months["bars"]) == 15
    assert months["undated"] == 2


def test_a_span_is_counted_and_leads_to_its_claims(page: TestClient) -> None:
    query = "published_from=2022-05&published_by=2022-05"
    chosen = page.get(f"/timeline.json?{query}").json()["chosen"]
    assert (chosen["first"], chosen["last"], chosen["total"]) == ("2022-05-01", "2022-05-31", 4)
    assert _bars(page, f"{query}&by=month") == {"2022-05": 4}
    told = page.get(f"/timeline?{query}&by=year").text
    assert 'href="/claims?published_from=2022-05&amp;published_by=2022-05"' in told
    assert "without the span" in told


def test_other_filters_narrow(page: TestClient) -> None:
    assert _bars(page, "by=year&type=attack") == {}
    assert _bars(page, "by=year&stage=ordered") == {"2021": 1, "2022": 2, "2023": 1}
    assert "No claim under these filters" in page.get("/timeline?type=attack").text


def test_every_bar_can_be_brushed_and_has_a_row(page: TestClient) -> None:
    told = page.get("/timeline?by=year").text
    assert told.count("data-from=") == 3
    assert 'data-from="2022-01-01" data-to="2022-12-31"' in told
    assert "The same as a table" in told


def test_several_types_go_along(page: TestClient) -> None:
    told = page.get("/timeline?type=transfer&type=attack&by=year").text
    form = told.partition('id="span"')[2].partition("</form>")[0]
    assert form.count('<input type="hidden" name="type"') == 2
    assert "/claims?type=transfer&amp;type=attack&amp;published_from=2022-01-01&amp;published_by=2022-12-31" in told


def test_the_files(page: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(page.get("/timeline.csv?by=year").text)))
    assert [(row["period"], row["arms"], row["claims"]) for row in rows] == [
        ("2021", "2", "2"),
        ("2022", "4", "4"),
        ("2023", "2", "2"),
    ]
    figure = etree.fromstring(page.get("/timeline.svg").content)
    bars = [one for one in figure.iter("{*}rect") if one.get("class") == "fl-arms"]
    assert len(bars) == 3


def test_in_french_months_are_french(page: TestClient) -> None:
    assert "mai 2022" in page.get("/timeline?by=month&in=fr").text
