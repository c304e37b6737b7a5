"""A claim as others cite it: the words are the source's own, the places are true, nothing breaks the format."""

import base64
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.model.claim import Claim, Evidence
from foedus.model.document import Document
from foedus.publish.citation.annotation import annotation, annotation_json
from foedus.publish.citation.bibtex import bibtex
from foedus.publish.citation.cited import Cited
from foedus.publish.citation.plain import plain
from tests.factories import claim, document, voice

REPORT = document(
    "Before all else: nothing is sure. Arland delivered 12 tanks to Borland, its minister said. The rest is unsaid.",
    title="Tanks for Borland: 100% & more_or_less",
    outlet="The Gazette {daily}",
    url="https://gazette.example/tanks_{1}?a=b",
)
TOLD = claim(
    REPORT,
    "delivered",
    supplier="ARL=Arland",
    recipient="Borland",
    item="tanks",
    standing="attributed",
    attribution=[voice(REPORT, "its minister", cue="said")],
)


def cited(told: Claim = TOLD, report: Document = REPORT) -> Cited:
    return Cited(told, told.id, f"https://desk.example/claims/{told.id}", "https://desk.example/text.txt", report.text)


def test_in_words_the_whole_chain_speaks_and_the_place_is_pinned() -> None:
    said = plain(cited())
    assert said.startswith("its minister: “Arland delivered 12 tanks to Borland, its minister said.”")
    start = REPORT.text.index("Arland delivered")
    assert f"characters {start}–{TOLD.evidence[0].end} of the text with SHA-256 {REPORT.sha256}" in said
    assert said.endswith(f"Foedus, claim {TOLD.id}, https://desk.example/claims/{TOLD.id}")
    assert "The Gazette" in said
    assert "2022-05-19" in said


def test_in_words_in_french() -> None:
    said = plain(cited(), "fr")
    assert said.startswith("its minister : « Arland delivered")
    assert "caractères" in said
    assert "affirmation" in said


def test_where_nobody_else_speaks_the_outlet_does() -> None:
    report = document("Arland delivered tanks.", outlet="The Gazette")
    own = claim(report, "delivered", supplier="Arland", item="tanks")
    assert plain(cited(own, report)).startswith("The Gazette: “Arland delivered tanks.”")


def test_bibtex_has_balanced_braces_and_no_sign_that_means_something() -> None:
    entry = bibtex(cited())
    assert entry.startswith(f"@misc{{foedus-{TOLD.id},\n")
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")
    assert r"100\% \& more\_or\_less" in entry
    assert "year = {2022}" in entry
    assert "url = {https://gazette.example/tanks_%7B1%7D?a=b}" in entry


@given(st.text(max_size=60))
def test_bibtex_of_any_title_keeps_its_braces(title: str) -> None:
    report = document("Arland delivered tanks.", title=title or None, outlet=title or None)
    entry = bibtex(cited(claim(report, "delivered", supplier="Arland", item="tanks"), report))
    bare = re.sub(r"\\[{}]", "", entry.replace(r"\textbackslash{}", ""))
    assert bare.count("{") == bare.count("}")
    assert entry.endswith("}\n")


@pytest.mark.parametrize("published", [None, "2021-12/2022-02", "202X"])
def test_bibtex_names_no_year_that_is_not_sure(published: str | None) -> None:
    report = document("Arland delivered tanks.", published=published)
    assert "year" not in bibtex(cited(claim(report, "delivered", supplier="Arland", item="tanks"), report))


def test_the_annotation_has_what_the_data_model_asks_for() -> None:
    told = annotation(cited())
    assert told["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert told["type"] == "Annotation"
    assert told["id"] == f"https://desk.example/claims/{TOLD.id}"
    source = told["target"]["source"]
    assert source["via"] == REPORT.url
    assert source["language"] == "en"
    assert msgspec.json.decode(annotation_json(cited())) == told


def test_the_annotation_is_pinned_to_the_characters_and_to_their_hash() -> None:
    target = annotation(cited())["target"]
    quote, place = target["selector"]
    assert quote["type"] == "TextQuoteSelector"
    assert place["type"] == "TextPositionSelector"
    assert REPORT.text[place["start"] : place["end"]] == quote["exact"]
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in REPORT.text
    name = target["source"]["id"].removeprefix("ni:///sha-256;")
    digest = base64.urlsafe_b64decode(f"{name}=")
    assert digest.hex() == REPORT.sha256


def test_a_claim_told_in_two_sentences_has_two_targets_that_of_its_trigger_first() -> None:
    again = Evidence(0, 33, REPORT.text[:33])
    both = msgspec.structs.replace(TOLD, evidence=(again, *TOLD.evidence))
    first, second = annotation(cited(both))["target"]
    assert first["selector"][0]["exact"] == TOLD.evidence[0].text
    assert second["selector"][0]["exact"] == again.text


def test_without_the_text_the_quotation_stands_alone() -> None:
    bare = Cited(TOLD, TOLD.id, "https://desk.example/claims/1", "https://desk.example/text.txt")
    quote = annotation(bare)["target"]["selector"][0]
    assert set(quote) == {"type", "exact"}
