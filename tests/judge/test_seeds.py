"""What follows from the four texts that the project began with, on their annotated claims; skipped where they are not.

A text without a date is given one near those that its annotation allows.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from foedus.gazetteer.entities import Entities
from foedus.judge.rules.files import load_rules
from foedus.judge.sitting import Books, sit
from foedus.judge.treaties.files import load
from foedus.model.claim import Attribution, Claim, Cue, Evidence, Filler, ReaderMark, When
from foedus.model.document import Document, make_document
from foedus.model.finding import Finding

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds lie beside the project, not in it")

DATES = {"000": "2022-05-25", "001": "2024-06-14", "002": "2019-05-01", "003": None}
EXPECTED = {
    "000": {("soil-for-an-attack", ("BLR", "RUS", "UKR"))},
    "001": {("request-under-a-defence-clause", "cst-4-defense", ("ARM",))},
    "002": set(),
    "003": {
        ("request-under-a-defence-clause", "cst-4-defense", ("ARM",)),
        ("request-under-a-defence-clause", "rus-arm-3-defense", ("ARM",)),
        ("arms-to-an-adversary-of-an-ally", "cis-3-nonaggression", ("ARM",)),
        ("arms-to-an-adversary-of-an-ally", "cst-1-nonaggression", ("ARM",)),
        ("arms-to-an-adversary-of-an-ally", "rus-arm-nonaggression", ("ARM",)),
    },
}


@pytest.fixture(scope="module")
def books() -> Books:
    entities = Entities.load()
    return Books(load(entities), load_rules(), entities)


def _claims(name: str, entities: Entities) -> list[Claim]:
    gold = json.loads((SEEDS / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    text = next(SEEDS.glob(f"{name}_*.txt")).read_text(encoding="utf-8")
    document = make_document(text, lang="fr", published=gold["published"] or DATES[name], outlet="a blog")
    return [_claim(one, document, entities) for one in gold["claims"]]


def _claim(one: dict[str, Any], document: Document, entities: Entities) -> Claim:
    span, when, text = one["cue_span"], one["when"], document.text
    edtf = when if isinstance(when, str) or when is None else when["edtf"]
    where = slice(one["evidence"]["start"], one["evidence"]["end"])
    return Claim(
        id=one["cid"],
        document=document.ref,
        type=one["type"],
        stage=one["stage"],
        roles={role: tuple(_filler(role, filler, entities) for filler in some) for role, some in one["roles"].items()},
        quantity=None,
        value=None,
        when=When(edtf, None, None, None) if edtf else None,
        due=None,
        polarity=one["polarity"],
        certainty=one["certainty"],
        standing=one["standing"],
        attribution=tuple(_voice(key, entities) for key in one["voice_keys"]),
        quoted=one["quoted"],
        zone="body",
        evidence=(Evidence(where.start, where.stop, text[where]),),
        cues=(Cue("trigger", text[span["start"] : span["end"]], span["start"], span["end"]),),
        alternative=None,
        reader=ReaderMark("gold", "1", None),
    )


def _filler(role: str, accepted: list[str], entities: Entities) -> Filler:
    """The first answer; of an item that of its class, where a class is among the answers."""
    key = next((one for one in accepted if one in entities), None) if role == "item" else accepted[0]
    known = key if key in entities else None
    kind: Any = entities.kind(known) if known else "text"
    return Filler(known, accepted[0], kind, accepted[0], 0, 0)


def _voice(key: str | None, entities: Entities) -> Attribution:
    kinds: dict[str | None, Any] = {"person": "person", "state": "state", None: "document"}
    kind = kinds.get(entities.kind(key) if key else None, "organisation")
    return Attribution(key, key, kind, key or "?", 0, 0)


def _told(one: Finding) -> tuple[object, ...]:
    return (one.rule, one.case.obligation, one.case.owed_to) if one.case else (one.rule, one.entities)


@pytest.mark.parametrize("name", EXPECTED)
def test_what_follows_from_a_seed_is_found_and_nothing_else(name: str, books: Books) -> None:
    found = sit(_claims(name, books.entities), books, lambda claim: claim.document.id)
    assert {_told(one) for one in found} == EXPECTED[name]


def test_who_is_not_named_is_not_found(books: Books) -> None:
    """The second text tells of arms from a state that it does not name."""
    found = sit(_claims("001", books.entities), books, lambda claim: claim.document.id)
    assert not [one for one in found if one.case and one.case.obligors == ("BLR",)]


def test_each_side_has_its_verdict_on_the_request_of_2022(books: Books) -> None:
    found = sit(_claims("001", books.entities), books, lambda claim: claim.document.id)
    verdicts = {view.viewpoint: view.verdict for one in found for view in one.views}
    assert (verdicts["ARM"], verdicts["CSTO"]) == ("unmet", "answered")


def test_the_fighting_of_2020_set_nothing_off_according_to_moscow(books: Books) -> None:
    found = sit(_claims("003", books.entities), books, lambda claim: claim.document.id)
    case = next(one for one in found if one.case and one.case.obligation == "cst-4-defense")
    assert {view.viewpoint: view.verdict for view in case.views}["RUS"] == "not_triggered"
