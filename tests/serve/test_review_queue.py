"""The queue: sure claims and doubtful ones apart, one open, on to the next; second opinions and agreement."""

from time import monotonic, sleep

from lxml import html
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.review import Correction
from tests.serve.filling import after, form, href, send
from tests.serve.reading import one, page, some, words
from tests.serve.test_review import HANDED, PROMISED, REPORT, SURE, ledger, reader, reviewer

__all__ = ["ledger", "reader", "reviewer"]


def listed(client: TestClient, where: str) -> list[str]:
    """Addresses in the queue's list."""
    return [href(link).partition("claim=")[2] for link in some(page(client, where), ".//a[@data-walk]")]


def test_sure_and_doubtful_claims_are_apart_with_their_numbers(reviewer: TestClient) -> None:
    assert listed(reviewer, "/review") == [SURE.id]
    assert listed(reviewer, "/review?doubtful=1") == [HANDED.id, PROMISED.id]
    queues = words(one(page(reviewer, "/review"), "queues"))
    assert "Sure 1 Doubtful 2" in queues


def test_the_navigation_says_how_many_wait(reviewer: TestClient, reader: TestClient, ledger: Ledger) -> None:
    def beside(client: TestClient, lang: str) -> str:
        return words(one(page(client, f"/claims?in={lang}"), ".//nav[@class='mainnav']//a[@href='/review']"))

    assert beside(reviewer, "en") == "Review 1 · 2, 1 sure and 2 doubtful claims wait"
    assert beside(reader, "fr") == "Relecture 1 · 2, 1 affirmations sûres et 2 douteuses attendent"
    ledger.review("anna").accept(HANDED.id)
    ledger.review("anna").accept(PROMISED.id)
    ledger.review("anna").accept(SURE.id)
    patience = monotonic() + 30  # a machine that is busy counts seldom
    while beside(reviewer, "en") != "Review":
        assert monotonic() < patience
        sleep(0.2)


def test_the_open_claim_stands_in_its_context_with_its_actions(reviewer: TestClient) -> None:
    shown = page(reviewer, f"/review?doubtful=1&claim={HANDED.id}")
    said = words(one(shown, ".//blockquote"))
    assert "Belarus delivered 12 tanks" in said
    assert "handedtrigger" in said
    assert {one.get("data-key") for one in some(shown, ".//*[@data-key]")} >= {"a", "c", "x"}


def test_a_verdict_leads_to_the_next_claim_and_undo_back(reviewer: TestClient, ledger: Ledger) -> None:
    shown = page(reviewer, "/review?doubtful=1")
    behind = after(reviewer, send(reviewer, form(shown, "/accept")))
    assert "Accepted." in words(one(behind, "done"))
    assert "promisedtrigger" in words(one(behind, ".//blockquote"))
    assert ledger.version(HANDED.id).review == "accepted"
    back = after(reviewer, send(reviewer, form(behind, "/review/undo")))
    assert "handedtrigger" in words(one(back, ".//blockquote"))
    assert ledger.version(HANDED.id).review is None


def test_behind_the_last_claim_the_queue_says_so(reviewer: TestClient) -> None:
    done = after(reviewer, send(reviewer, form(page(reviewer, "/review"), "/accept")))
    assert "No sure claim waits." in words(one(done, "state"))
    assert "2 doubtful claims wait" in words(one(done, "state"))


def test_the_queue_is_narrowed_as_claims_are(reviewer: TestClient) -> None:
    assert listed(reviewer, "/review?doubtful=1&stage=intended") == [PROMISED.id]
    shown = page(reviewer, "/review?doubtful=1&type=attack")
    assert "No claim waits under these filters" in words(one(shown, "state"))


def test_a_second_opinion_changes_no_claim_and_makes_the_agreement(reviewer: TestClient, ledger: Ledger) -> None:
    ledger.review("ben").accept(SURE.id)
    ledger.review("ben").reject(PROMISED.id)
    assert listed(reviewer, "/review?second=1") == [SURE.id]
    after(reviewer, send(reviewer, form(page(reviewer, "/review?second=1"), "/accept")))
    shown = after(reviewer, send(reviewer, form(page(reviewer, "/review?second=1&doubtful=1"), "/accept")))
    assert "Noted; the claim stays as it is." in words(one(shown, "done"))
    assert ledger.version(PROMISED.id).review == "rejected"
    row = [words(cell) for cell in some(page(reviewer, "/review/agreement"), ".//tbody/tr")[0]]
    assert row[:7] == ["verdicts", "all", "2", "2", "4", "anna, ben", "1"]


def test_a_second_opinion_is_blind_until_it_is_given(reviewer: TestClient, ledger: Ledger) -> None:
    ledger.review("ben").correct(SURE.id, Correction(stage="ordered", certainty="probable"), reason="only a contract")
    ledger.review("ben").reject(HANDED.id, reason="a wish")
    where = "/review?second=1"
    shown, told = page(reviewer, where), reviewer.get("/review.json?second=1").text
    said = words(one(shown, ".//main"))
    assert "delivered" in words(one(shown, "desk-list"))
    for trace in ("ben", "only a contract", "corrected"):
        assert trace not in said
        assert f'"{trace}"' not in told
    assert "ordered" not in words(one(shown, "desk-list"))
    assert '"stage":"ordered"' not in told
    assert not some(shown, "hist")
    assert f"/claims/{SURE.id}" not in {href(link) for link in some(shown, ".//main//a")}
    done = after(reviewer, send(reviewer, form(shown, "/accept")))
    assert "Judged before you, which you did not see: ben, corrected “only a contract”." in words(one(done, "done"))
    refused = page(reviewer, f"{where}&doubtful=1")
    assert "a wish" not in words(refused)
    assert not some(refused, ".//*[@role='note']")
    done = after(reviewer, send(reviewer, form(refused, "/reject")))
    assert "ben, rejected “a wish”" in words(one(done, "done"))
    assert ledger.version(SURE.id).claim.stage == "ordered", "an opinion changes nothing"
    verdicts = next(one for one in ledger.agreement() if one.what == "verdict" and one.type is None)
    assert (verdicts.claims, verdicts.agreed) == (2, 1), "who holds with the reader does not hold with ben"


def test_a_correction_given_blind_is_one_of_what_the_reader_gave(reviewer: TestClient, ledger: Ledger) -> None:
    ledger.review("ben").correct(SURE.id, Correction(stage="ordered"))
    shown = form(page(reviewer, "/review?second=1"), "/correct")
    assert shown.fields["stage"] == "delivered"
    unchanged = send(reviewer, shown)
    assert unchanged.status_code == 422
    assert "says so already" in unchanged.text
    assert "ben" not in words(html.fromstring(unchanged.text))
    after(reviewer, send(reviewer, shown, {"certainty": "probable"}))
    mine = list(ledger.history(SURE.id))[-1].judgement
    assert mine
    assert mine.detail["changes"] == {"stage": "delivered", "certainty": "probable"}


def test_in_french(reviewer: TestClient) -> None:
    shown = page(reviewer, "/review?in=fr")
    assert "Valider a" in words(one(shown, "actions"))
    assert "Écarter x" in words(one(shown, "actions"))


def test_a_missed_claim_is_added_from_words_of_the_document(reviewer: TestClient, ledger: Ledger) -> None:
    begin = form(page(reviewer, f"/documents/{REPORT.id}"), "/claim")
    assert begin.method == "GET"
    shown = page(reviewer, f"/documents/{REPORT.id}/claim?words=ordered")
    (transfer,) = [link for link in some(shown, ".//a[@data-walk]") if words(link) == "transfer"]
    filled = form(page(reviewer, href(transfer)), "/claim")
    given = {
        "stage": "ordered",
        "role.supplier.words": "France",
        "role.supplier.entity": "",
        "role.recipient.words": "Zubrowka",
        "role.recipient.entity": "POL",
        "role.item.words": "radars",
        "role.item.entity": "",
        "quantity": "20",
        "quantity_words": "a score",
    }
    done = after(reviewer, send(reviewer, filled, given))
    assert "Added." in words(one(done, "done"))
    (made,) = [one for one in ledger.claims() if one.trigger.text == "ordered"]
    assert ledger.version(made.id).review == "added"
    assert made.fillers("supplier")[0].entity == "FRA"
    assert made.fillers("recipient")[0].entity == "POL"
    assert made.quantity
    assert (made.quantity.value, made.quantity.text) == (20, "a score")


def test_of_several_places_one_is_chosen(reviewer: TestClient) -> None:
    shown = page(reviewer, f"/documents/{REPORT.id}/claim?words=Zubrowka")
    places = some(shown, ".//a[@data-walk]")
    assert len(places) == 2
    chosen = page(reviewer, href(places[1]))
    assert "Of which type" in words(chosen)
    assert words(one(chosen, ".//mark")) == "Zubrowka"
    assert "ordered a score" in words(one(chosen, "standfirst"))


def test_words_that_the_document_does_not_say_are_told(reviewer: TestClient) -> None:
    shown = page(reviewer, f"/documents/{REPORT.id}/claim?words=submarines")
    assert "does not say “submarines”" in words(one(shown, "state"))


def test_a_missed_claim_that_cannot_be_keeps_what_was_typed(reviewer: TestClient) -> None:
    start = REPORT.text.index("ordered")
    where = f"/documents/{REPORT.id}/claim?start={start}&end={start + 7}&type=transfer"
    answer = send(reviewer, form(page(reviewer, where), "/claim"), {"reason": "plainly there"})
    assert answer.status_code == 422
    again = html.fromstring(answer.text)
    assert "needs who or what it is about" in words(one(again, "state-error"))
    assert form(again, "/claim").fields["reason"] == "plainly there"


def test_a_name_is_linked_everywhere_and_that_is_told(reviewer: TestClient, ledger: Ledger) -> None:
    shown = page(reviewer, f"/claims/{PROMISED.id}")
    (link,) = [one for one in some(shown, ".//a") if words(one) == "link it" and "Zubrowka" in href(one)]
    # the first form looks for another entity, this one links
    filled = next(one for one in page(reviewer, href(link)).forms if one.method == "POST")
    done = after(reviewer, send(reviewer, filled, {"entity": "", "other": "Poland"}))
    assert "Linked. Zubrowka → POL · 1 claim changed" in words(one(done, "done"))
    assert ledger.version(PROMISED.id).claim.fillers("supplier")[0].entity == "POL"
    search = words(one(page(reviewer, "/claims?q=Zubrowka+boats"), "standfirst"))
    assert search.startswith("Understood as Poland (state)")
    found = some(page(reviewer, "/entities?q=zubrówka"), ".//tbody//th/a")
    assert href(found[0]) == "/entities/POL"
    names = page(reviewer, "/review/names")
    undo = next(one for one in names.forms if (one.get("action") or "").endswith("/undo"))
    after(reviewer, send(reviewer, undo))
    assert ledger.version(PROMISED.id).claim.fillers("supplier")[0].entity is None
    assert not some(page(reviewer, "/claims?q=Zubrowka+boats"), "standfirst")


def test_a_name_is_added_from_the_entitys_page(reviewer: TestClient) -> None:
    shown = page(reviewer, "/entities/POL")
    (link,) = [one for one in some(shown, ".//a") if "Add a name" in words(one)]
    asked = page(reviewer, href(link))
    assert "Another name of Poland" in words(asked)


def test_outlets_are_marked_dependent_and_independent_again(reviewer: TestClient, ledger: Ledger) -> None:
    filled = form(page(reviewer, "/review/sources"), "/review/sources")
    wrong = send(reviewer, filled, {"source": "The Gazette", "on": "Nowhere Times", "reason": "same owner"})
    assert wrong.status_code == 422
    assert "same owner" in wrong.text
    done = after(reviewer, send(reviewer, filled, {"source": "The Gazette", "on": "Belarus", "reason": "state-owned"}))
    assert "Marked as dependent." in words(one(done, "done"))
    assert [(one.source, one.on) for one in ledger.dependences()] == [("The Gazette", "BLR")]
    table = next(one for one in done.forms if "independent" in [each.get("name") for each in one.xpath(".//button")])
    after(reviewer, send(reviewer, table, button="independent"))
    assert ledger.dependences() == []
