"""The OpenAPI document: true to the standard, complete, and kept by what the server answers (schemathesis).

Requests are drawn from the document, fit and unfit ones, always the same. Names in them are random and mean mostly
nothing, so that each request is sent a second time with names that the ledger has.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from foedus.ledger.store import Ledger
from foedus.serve.api.document import ADDRESS
from foedus.serve.api.router import _document as document
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.serve.browsing import HERE, TOKEN, owner
from tests.serve.told import delivery, ledger_of, order, reader_of, treaty

EXAMPLES = 4
"""Requests of each kind for each operation."""
Case = schemathesis.Case[Any]  # Any: of whatever schema
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
NAMED = {
    "about": ["Belarus"],
    "with": ["AZE"],
    "role": ["supplier=BLR"],
    "voice": ["министр"],
    "lang": ["en", "ru"],
    "outlet": ["The Gazette"],
    "q": "tanks",
    "from": "2022",
    "to": "2024",
    "published_from": "2022-05",
    "published_by": "2024-12-31",
    "as_of": "2026-01-31",
    "since": "2026-01-01",
    "until": "2026-02",
    "on": "2024",
    "min_confidence": "0.1",
    "max_confidence": "sure",
    "supplier": ["BLR"],
    "recipient": ["-", "AZE"],
    "item": ["name:tanks"],
    "category": [],
    "year": ["2022"],
    "kind": "state",
    "action": ["accept", "read"],
    "actor": "anna",
}
"""Values that mean something to the ledger of these tests."""


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with ledger_of(place, [delivery(), order()], [treaty()]) as opened:
        yield opened


@pytest.fixture
def app(ledger: Ledger) -> FastAPI:
    return make_app(ledger, Settings(token=TOKEN, reviewer="anna", sure=0.85))


def paths(ledger: Ledger) -> dict[str, dict[str, str]]:
    """What parts of paths can be, by the first part."""
    one, *_ = ledger.claims()
    return {
        "claims": {"id": one.id},
        "documents": {"id": one.document.id},
        "entities": {"key": "BLR"},
        "pairs": {"one": "AZE", "other": "BLR"},
        "deals": {"supplier": "BLR", "recipient": "AZE", "item": "name:tanks"},
    }


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_no_request_finds_an_answer_that_the_document_does_not_tell(
    app: FastAPI, ledger: Ledger, mode: GenerationMode
) -> None:
    cookies = "; ".join(f"{name}={value}" for name, value in owner(app).cookies.items())
    parts = paths(ledger)
    headers = {"Host": HERE.removeprefix("http://"), "Origin": HERE, "Cookie": cookies}
    schema = schemathesis.openapi.from_asgi(ADDRESS, app, config=SchemathesisConfig(seed=1), headers=headers)
    for found in schema.get_all_operations():
        operation = found.ok()  # type: ignore[union-attr]  # an operation that is none fails here as it should
        strategy = operation.as_strategy(generation_mode=mode)
        if strategy.is_empty:
            continue

        @settings(
            max_examples=EXAMPLES,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=strategy)
        def kept(case: Case) -> None:
            answer = case.call(headers=headers)
            case.validate_response(answer, checks=CHECKS)
            named(case, parts)
            answer = case.call(headers=headers)
            case.validate_response(answer, checks=CHECKS)

        kept()


def named(case: Case, parts: dict[str, dict[str, str]]) -> None:
    """The same request with names that the ledger has."""
    first = case.path.removeprefix("/api/v1/").partition("/")[0]
    case.path_parameters = {**(case.path_parameters or {}), **parts.get(first, {})} if case.path_parameters else {}
    query = dict(case.query or {})
    case.query = {name: NAMED.get(name, value) for name, value in query.items() if name != "after"}


def test_the_document_is_one_of_openapi(ledger: Ledger) -> None:
    answer = reader_of(ledger).get(ADDRESS)
    assert answer.headers["content-type"] == "application/json"
    found = answer.json()
    assert found["openapi"].startswith("3.1")
    schemathesis.openapi.from_dict(found).validate()
    refs = {ref.rpartition("/")[2] for ref in references(found)}
    assert refs <= set(found["components"]["schemas"])
    for path, methods in found["paths"].items():
        for method, one in methods.items():
            told = one["responses"]
            assert {"200", "400", "404", "default"} <= set(told), f"{method} {path}"
            assert "application/problem+json" in told["default"]["content"]
            assert all(parameter.get("description") for parameter in one["parameters"]), f"{method} {path}"
            assert one["summary"]


def references(node: Any) -> Iterator[str]:  # noqa: ANN401 - JSON nests
    """Every reference in a document."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "$ref":
                yield value
            else:
                yield from references(value)
    elif isinstance(node, list):
        for one in node:
            yield from references(one)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_people_read_the_same_as_a_page(ledger: Ledger, lang: str) -> None:
    page = reader_of(ledger, lang).get("/api").text
    assert f'lang="{lang}"' in page
    for path in document()["paths"]:
        assert path in page
