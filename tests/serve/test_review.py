"""Claims judged on the page, without scripts: every action, what is told of it, and what happens when it cannot be."""

from collections.abc import Iterator

import pytest
from lxml import html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.review import Correction
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.factories import claim, document, voice
from tests.serve.browsing import TOKEN, owner, visitor
from tests.serve.filling import after, choices, form, send
from tests.serve.reading import one, page, some, words

REPORT = document(
    "Belarus delivered 12 tanks and guns to Azerbaijan in 2021. The tanks were handed over in spring. "
    "Zubrowka promised boats to Armenia, an officer said. Later Zubrowka ordered a score of radars from France.",
    outlet="The Gazette",
)
SURE = claim(
    REPORT,
    "delivered",
    supplier="BLR=Belarus",
    recipient="AZE=Azerbaijan",
    item=["tanks", "guns"],
    quantity="12",
    when="2021=2021",
    confidence=0.95,
)
HANDED = claim(REPORT, "handed", item="tanks", confidence=0.3)
PROMISED = claim(
    REPORT,
    "promised",
    stage="intended",
    supplier="Zubrowka",
    recipient="ARM=Armenia",
    item="boats",
    standing="attributed",
    attribution=[voice(REPORT, "an officer", cue="said")],
    confidence=0.5,
)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        opened.add([(REPORT, [SURE, HANDED, PROMISED])])
        yield opened


@pytest.fixture
def reviewer(ledger: Ledger) -> TestClient:
    return owner(make_app(ledger, Settings(sure=0.85, token=TOKEN, reviewer="anna")))


@pytest.fixture
def reader(ledger: Ledger) -> TestClient:
    return visitor(make_app(ledger, Settings(sure=0.85, token=TOKEN)))


def told(shown: HtmlElement) -> str:
    """The line that says what was done."""
    return words(one(shown, "done"))


def error(answer: str) -> str:
    return words(one(html.fromstring(answer), "state-error"))


def stale(answer: str) -> list[list[str]]:
    """Each field that changed: what it was, what it is, what was typed."""
    rows = some(one(html.fromstring(answer), "stale"), ".//tbody/tr")
    return [[words(cell) for cell in row] for row in rows]


def test_a_claim_is_accepted_where_it_is_open_and_one_comes_back_there(reviewer: TestClient, ledger: Ledger) -> None:
    where = f"/documents/{REPORT.id}?claim={SURE.id}"
    answer = send(reviewer, form(page(reviewer, where), "/accept"))
    assert answer.headers["location"] == where
    shown = after(reviewer, answer)
    assert "Accepted." in told(shown)
    assert ledger.version(SURE.id).review == "accepted"
    assert not some(page(reviewer, where), "done")


def test_what_was_done_can_be_undone_at_once(reviewer: TestClient, ledger: Ledger) -> None:
    shown = after(
        reviewer, send(reviewer, form(page(reviewer, f"/claims/{SURE.id}"), "/reject"), {"reason": "a drill"})
    )
    assert "Rejected." in told(shown)
    assert "a drill" in words(one(shown, "hist"))
    again = after(reviewer, send(reviewer, form(shown, "/review/undo")))
    assert "Taken back." in told(again)
    assert ledger.version(SURE.id).review is None


@pytest.mark.parametrize(
    ("given", "field", "value"),
    [
        ({"stage": "ordered"}, "stage", "ordered"),
        ({"quantity": "13", "quantity_words": "12"}, "quantity.value", 13),
        ({"quantity": "10-"}, "quantity.min", 10),
        ({"quantity": ""}, "quantity", None),
        ({"when": "2022-05"}, "when.edtf", "2022-05"),
        ({"due": "2025"}, "due.edtf", "2025"),
        ({"polarity": "negated"}, "polarity", "negated"),
        ({"certainty": "possible"}, "certainty", "possible"),
        ({"quoted": "yes"}, "quoted", True),
        ({"zone": "lead"}, "zone", "lead"),
        ({"standing": "rumoured"}, "standing", "rumoured"),
        ({"value": "12 USD", "value_words": "12"}, "value.currency", "USD"),
    ],
)
def test_each_field_is_corrected_in_place(
    reviewer: TestClient, ledger: Ledger, given: dict[str, str], field: str, value: object
) -> None:
    shown = page(reviewer, f"/claims/{SURE.id}")
    done = after(reviewer, send(reviewer, form(shown, "/correct"), {**given, "reason": "Read again."}))
    assert "Corrected." in told(done)
    found: object = ledger.version(SURE.id).claim
    for part in field.split("."):
        found = getattr(found, part)
    assert found == value


def test_roles_are_filled_from_the_words_and_linked_by_key_or_name(reviewer: TestClient, ledger: Ledger) -> None:
    shown = page(reviewer, f"/claims/{SURE.id}")
    given = {
        "role.recipient.words": ["Armenia", ""],
        "role.recipient.entity": ["", ""],
        "role.item.words": ["tanks", ""],
        "role.item.entity": ["", ""],
        "role.supplier.words": ["Belarus", "Zubrowka"],
        "role.supplier.entity": ["BLR", "Poland"],
    }
    after(reviewer, send(reviewer, form(shown, "/correct"), given))
    roles = ledger.version(SURE.id).claim.roles
    assert [one.entity for one in roles["recipient"]] == ["ARM"]
    assert [one.text for one in roles["item"]] == ["tanks"]
    assert [one.entity for one in roles["supplier"]] == ["BLR", "POL"]
    assert roles["item"][0] == SURE.fillers("item")[0]


def test_the_type_is_corrected_with_its_roles(reviewer: TestClient, ledger: Ledger) -> None:
    shown = page(reviewer, f"/claims/{HANDED.id}")
    given = {"type": "possession", "stage": "held"}
    after(reviewer, send(reviewer, form(shown, "/correct"), given))
    assert ledger.version(HANDED.id).claim.type == "possession"


def test_voices_are_corrected_and_the_standing_follows(reviewer: TestClient, ledger: Ledger) -> None:
    shown = page(reviewer, f"/claims/{SURE.id}")
    given = {"voice.kind": "person", "voice.words": "an officer", "voice.entity": ""}
    after(reviewer, send(reviewer, form(shown, "/correct"), given))
    held = ledger.version(SURE.id).claim
    assert (held.standing, held.attribution[0].text) == ("attributed", "an officer")
    again = send(reviewer, form(page(reviewer, f"/claims/{SURE.id}"), "/correct"), {"standing": "stated"})
    after(reviewer, again)
    assert ledger.version(SURE.id).claim.attribution == ()


def test_the_machines_value_stands_beside_a_corrected_one(reviewer: TestClient, ledger: Ledger) -> None:
    ledger.review("ben").correct(SURE.id, Correction(stage="ordered"))
    fields = form(page(reviewer, f"/claims/{SURE.id}"), "/correct")
    assert "read: delivered" in words(fields)
    assert [words(one) for one in some(fields, ".//del")] == ["delivered"]


def test_what_cannot_be_is_said_and_what_was_typed_is_kept(reviewer: TestClient, ledger: Ledger) -> None:
    shown = page(reviewer, f"/claims/{SURE.id}")
    given = {"role.item.words": ["frigates", ""], "role.item.entity": ["", ""], "reason": "I think so."}
    answer = send(reviewer, form(shown, "/correct"), given)
    assert answer.status_code == 422
    assert "Not saved: item: the text does not say 'frigates'" in error(answer.text)
    again = form(html.fromstring(answer.text), "/correct")
    assert again.fields["reason"] == "I think so."
    assert "frigates" in [value for name, value in again.form_values() if name == "role.item.words"]
    after(reviewer, send(reviewer, again, {"role.item.words": ["guns", ""], "role.item.entity": ["", ""]}))
    assert [one.text for one in ledger.version(SURE.id).claim.fillers("item")] == ["guns"]


def test_a_claim_that_changed_meanwhile_shows_both_values_and_asks_again(reviewer: TestClient, ledger: Ledger) -> None:
    shown = page(reviewer, f"/claims/{SURE.id}")
    ledger.review("ben").correct(SURE.id, Correction(stage="ordered"), reason="not yet")
    answer = send(reviewer, form(shown, "/correct"), {"certainty": "probable", "reason": "may be"})
    assert answer.status_code == 409
    assert "ben corrected it" in error(answer.text)
    both = stale(answer.text)
    assert ["stage", "delivered", "ordered", ""] in both
    assert ["certainty", "certain", "certain", "probable"] in both
    after(reviewer, send(reviewer, form(html.fromstring(answer.text), "/correct")))
    held = ledger.version(SURE.id).claim
    assert (held.stage, held.certainty) == ("ordered", "probable")


def test_a_verdict_on_a_claim_that_changed_is_asked_again(reviewer: TestClient, ledger: Ledger) -> None:
    shown = page(reviewer, f"/claims/{SURE.id}")
    ledger.review("ben").correct(SURE.id, Correction(stage="ordered"))
    answer = send(reviewer, form(shown, "/accept"))
    assert answer.status_code == 409
    assert stale(answer.text) == [["stage", "delivered", "ordered"]]
    after(reviewer, send(reviewer, form(html.fromstring(answer.text), "/accept")))
    assert [step.action for step in ledger.history(SURE.id)][-1] == "accept"


def test_while_another_writes_nothing_is_lost(
    reviewer: TestClient, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page(reviewer, f"/claims/{SURE.id}")
    monkeypatch.setattr(ledger._store.lock, "_seconds", 0.1, raising=False)
    with ledger._store.lock.held():
        answer = send(reviewer, form(shown, "/correct"), {"certainty": "probable", "reason": "may be"})
    assert answer.status_code == 503
    assert "Not saved" in error(answer.text)
    assert form(html.fromstring(answer.text), "/correct").fields["reason"] == "may be"


def test_a_claim_of_two_items_is_split_one_an_item(reviewer: TestClient, ledger: Ledger) -> None:
    shown = page(reviewer, f"/claims/{SURE.id}/split")
    done = after(reviewer, send(reviewer, form(shown, "/split"), {"2.quantity": "", "2.quantity_words": ""}))
    assert "Split." in told(done)
    held = {one.id: one for one in ledger.claims()}
    items = [[each.text for each in one.fillers("item")] for one in held.values()]
    assert ["tanks"] in items
    assert ["guns"] in items


def test_one_more_part_is_asked_for_without_losing_what_was_typed(reviewer: TestClient) -> None:
    shown = page(reviewer, f"/claims/{SURE.id}/split")
    answer = send(reviewer, form(shown, "/split"), {"1.stage": "ordered"}, button="more")
    again = form(html.fromstring(answer.text), "/split")
    assert again.fields["parts"] == "3"
    assert again.fields["1.stage"] == "ordered"


def test_claims_of_one_document_are_merged(reviewer: TestClient, ledger: Ledger) -> None:
    shown = page(reviewer, f"/claims/{SURE.id}/merge")
    filled = form(shown, "/merge")
    box = next(value for value in choices(filled, "other") if value.startswith(HANDED.id))
    done = after(reviewer, send(reviewer, filled, {"other": box}))
    assert "Merged." in told(done)
    assert len(ledger.version(SURE.id).claim.evidence) == 2
    assert reviewer.get(f"/claims/{HANDED.id}").headers["location"].endswith(SURE.id)


def test_merging_nothing_is_told(reviewer: TestClient) -> None:
    answer = send(reviewer, form(page(reviewer, f"/claims/{SURE.id}/merge"), "/merge"))
    assert answer.status_code == 422
    assert "choose the claims" in error(answer.text)


def test_who_may_only_read_has_no_forms_and_is_refused(reader: TestClient, ledger: Ledger) -> None:
    shown = page(reader, f"/claims/{SURE.id}")
    assert "Reading only" in words(one(shown, "actions"))
    assert not [one for one in shown.forms if one.method == "POST"]
    reading = str(ledger.version(SURE.id).reading)
    assert reader.post(f"/claims/{SURE.id}/accept", data={"reading": reading}).status_code == 403
    assert ledger.version(SURE.id).review is None


def test_one_never_comes_back_to_another_site(reviewer: TestClient) -> None:
    filled = form(page(reviewer, f"/claims/{SURE.id}"), "/accept")
    for back in ("https://evil.example/", "//evil.example/", "/\\evil.example"):
        answer = send(reviewer, filled, {"back": back})
        assert answer.headers["location"].startswith("/claims/")
        filled = form(page(reviewer, f"/claims/{SURE.id}"), "/accept")


def test_lists_say_what_was_judged(reviewer: TestClient, ledger: Ledger) -> None:
    ledger.review("anna").accept(SURE.id)
    line = next(
        one for one in some(page(reviewer, "/claims"), ".//ul[contains(@class, 'found')]/li") if "Belarus" in words(one)
    )
    assert "accepted" in words(line)
    assert reviewer.get("/claims.json").json()["hits"]
