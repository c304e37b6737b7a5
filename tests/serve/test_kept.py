"""Answers kept in memory: the same for whoever asks the same, never for anybody else, and gone with the next write."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event

from foedus.ledger.store import Ledger
from foedus.serve.app import make_app
from foedus.serve.kept import Answers, Kept
from foedus.serve.settings import Settings
from tests.serve.browsing import TOKEN, owner, visitor
from tests.serve.told import delivery, ledger_of, order, reader_of, treaty


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with ledger_of(place, [delivery(), order()]) as opened:
        yield opened


def questions(ledger: Ledger) -> list[str]:
    """All that the database is asked from now on."""
    asked: list[str] = []
    event.listen(ledger._store.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    return asked


@pytest.mark.parametrize(
    "address", ["/claims", "/register?recipient=BLR", "/api/v1/claims?type=transfer", "/claims.json"]
)
def test_what_was_made_once_is_sent_again_until_something_is_written(ledger: Ledger, address: str) -> None:
    client = reader_of(ledger)
    first = client.get(address)
    asked = questions(ledger)
    again = client.get(address)
    assert (again.status_code, again.content, again.headers) == (200, first.content, first.headers)
    assert sum("FROM claims" in one for one in asked) == 0
    ledger.add([treaty()])
    client.get(address)
    assert sum("FROM claims" in one for one in asked) > 0


def test_a_language_a_session_and_an_encoding_have_their_own(ledger: Ledger) -> None:
    app = make_app(ledger, Settings(token=TOKEN, reviewer="anna"))
    reader = visitor(app)
    plain = reader.get("/claims", headers={"Accept-Encoding": "identity"})
    packed = reader.get("/claims", headers={"Accept-Encoding": "gzip"})
    assert plain.headers.get("content-encoding") is None
    assert packed.headers["content-encoding"] == "gzip"
    assert plain.text == packed.text
    assert 'lang="fr"' in reader.get("/claims", headers={"Accept-Language": "fr"}).text
    assert "anna" in owner(app).get("/claims").text
    assert "anna" not in visitor(app).get("/claims").text


def test_files_and_errors_are_made_each_time(ledger: Ledger) -> None:
    client = reader_of(ledger)
    for address in ("/claims.csv", "/claims/nothing", "/add"):
        client.get(address)
        asked = questions(ledger)
        before = client.get(address)
        assert before.status_code == (404 if "nothing" in address else 200)
        assert asked


def test_no_more_is_kept_than_fits() -> None:
    def answer(size: int) -> Kept:
        return Kept({"type": "http.response.start", "headers": []}, {"type": "http.response.body", "body": b"x" * size})

    answers = Answers(most_bytes=10_000)
    for number in range(8):
        answers.put(str(number), answer(2_000))
        assert answers.get("0")  # what is asked for stays
    assert [number for number in range(8) if answers.get(str(number))] == [0, 6, 7]
