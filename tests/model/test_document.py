"""Documents: the text that is stored, what its hash covers, and what claims carry of it."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.model.document import make_document, stored_text
from foedus.model.identity import document_id

BOM = "\ufeff"


def test_title_blank_line_and_body_are_stored() -> None:
    assert stored_text("The tanks came.", "Tanks") == "Tanks\n\nThe tanks came."


@pytest.mark.parametrize("title", [None, ""])
def test_without_a_title_the_body_is_stored_alone(title: str | None) -> None:
    assert stored_text("The tanks came.\n", title) == "The tanks came.\n"


@pytest.mark.parametrize("body", ["Tanks\n\nThey came.", "\n  Tanks\nThey came.", "Tanks came on Monday."])
def test_a_body_that_begins_with_the_title_is_stored_as_it_is(body: str) -> None:
    assert stored_text(body, "Tanks") == body


def test_a_byte_order_mark_is_not_stored() -> None:
    assert stored_text(f"{BOM}They came.", None) == "They came."
    assert stored_text(f"{BOM}Tanks came.", "Tanks") == "Tanks came."
    assert stored_text(f"{BOM}They came.", "Tanks") == "Tanks\n\nThey came."


@given(st.text(), st.text(min_size=1))
def test_nothing_of_the_body_is_changed(body: str, title: str) -> None:
    body = body.removeprefix(BOM)
    assert stored_text(body, title) in (body, f"{title}\n\n{body}")
    assert stored_text(body, None) == body


@given(st.text(), st.text(min_size=1))
def test_storing_what_is_stored_changes_nothing_more(body: str, title: str) -> None:
    title = title.lstrip().removeprefix(BOM)
    once = stored_text(body, title)
    if not once.startswith(BOM):
        assert stored_text(once, title) == once


def test_the_hash_is_of_the_stored_text_in_utf_8_and_of_nothing_else() -> None:
    one = make_document("Des chars sont arrivés.", lang="fr", title="Été")
    other = make_document("Des chars sont arrivés.", lang="en", title="Été", outlet="The Gazette", published="2022")
    assert one.sha256 == other.sha256 == hashlib.sha256("Été\n\nDes chars sont arrivés.".encode()).hexdigest()
    assert one.id == document_id(one.sha256)
    assert make_document("Des chars sont arrivés.", lang="fr").sha256 != one.sha256


def test_a_claim_carries_id_hash_and_metadata() -> None:
    made = make_document(
        "They came.",
        lang="en",
        title="Tanks",
        published="2022-05",
        outlet="The Gazette",
        url="https://gazette.example/tanks",
    )
    reference = made.ref
    assert (reference.id, reference.sha256, reference.lang) == (made.id, made.sha256, "en")
    assert (reference.published, reference.title, reference.outlet) == ("2022-05", "Tanks", "The Gazette")
    assert reference.url == "https://gazette.example/tanks"


def test_a_document_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        make_document("They came.", lang="en").text = "They left."  # type: ignore[misc]
