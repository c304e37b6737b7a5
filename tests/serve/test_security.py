"""What a hostile neighbour, page, document or request meets: nothing runs, nothing is written, nothing breaks."""

import asyncio
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from lxml import html
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient
from starlette.types import Message

from foedus.ledger.store import Ledger
from foedus.serve.access import limits
from foedus.serve.access.crossing import SAFE
from foedus.serve.access.headers import HEADERS
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.factories import claim, document
from tests.serve.browsing import TOKEN, owner, visitor
from tests.serve.test_access import with_routes

MARK = "xss-4711"
HOSTILE = f"<script>{MARK}()</script><img src=x onerror={MARK}()>\"'><svg onload={MARK}()>{{{{7*7}}}}"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger with script in every field that a document brings."""
    told = document(
        f"Arland delivered {HOSTILE} tanks to Borland in 2021. Who says so? {HOSTILE}",
        title=HOSTILE,
        outlet=HOSTILE,
        url=f"javascript:{MARK}()",
        source=f"{HOSTILE}.txt",
    )
    claims = [
        claim(told, "delivered", supplier="ARL=Arland", recipient="BOR=Borland", item=HOSTILE, when="2021=2021"),
    ]
    with Ledger.open(Path(tmp_path_factory.mktemp("case")) / "case.db") as ledger:
        ledger.add([(told, claims)])
        yield ledger


@pytest.fixture(scope="module")
def app(case: Ledger) -> FastAPI:
    made = with_routes(make_app(case, Settings(token=TOKEN, reviewer=HOSTILE, upload_bytes=2_000_000)))

    @made.get("/broken")
    def breaks() -> None:
        raise RuntimeError(f"secret of the inside {MARK}")

    return made


@pytest.fixture(scope="module")
def writer(app: FastAPI) -> TestClient:
    """The one browser that may write."""
    return owner(app)


def pages(app: FastAPI, ledger: Ledger) -> list[str]:
    """Every address that answers to GET, with ids that there are."""
    held = next(ledger.claims())
    held_ids = {"/claims/": held.id, "/documents/": held.document.id}
    paths = [route.path for route in routes(app) if "GET" in (route.methods or ()) and route.path != "/broken"]
    return [
        re.sub(r"\{[^}]+\}", next((one for start, one in held_ids.items() if path.startswith(start)), "ARL"), path)
        for path in paths
    ]


def routes(app: FastAPI) -> list[APIRoute]:
    found = list(_flat(app.routes))
    assert len(found) > 5
    return found


def _flat(given: Iterable[object]) -> Iterator[APIRoute]:
    for route in given:
        if isinstance(route, APIRoute):
            yield route
        inner: Iterable[object] = (
            getattr(route, "routes", None) or getattr(getattr(route, "original_router", None), "routes", None) or ()
        )
        yield from _flat(inner)


# ---- under which name it is called ----------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]", "[::1]:8000"])
def test_its_own_names_are_answered(app: FastAPI, host: str) -> None:
    assert visitor(app).get("/who", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "elsewhere.example",
        "localhost.elsewhere.example",
        "127.0.0.1.elsewhere.example:8000",
        "localhost:80@elsewhere.example",
        "elsewhere.example/localhost",
        "localhost:x",
        "[::1]x",
        "[::1",
        "",
        HOSTILE.replace("é", "e"),
    ],
)
def test_other_names_are_refused_before_anything_is_looked_at(app: FastAPI, host: str) -> None:
    answer = visitor(app).get("/claims", headers={"Host": host}, params={"token": TOKEN})
    assert answer.status_code == 421
    assert "set-cookie" not in answer.headers
    assert answer.headers["content-type"].startswith("text/plain")


# ---- where a request comes from -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Origin": "http://localhost:8000"}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost:8000"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": ""}, 403),
        ({"Origin": "http://localhost:8001"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "http://localhost:8000.elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://[::1"}, 403),
        ({}, 403),
    ],
)
def test_a_write_must_come_from_the_page_itself(
    app: FastAPI, writer: TestClient, headers: dict[str, str], status: int
) -> None:
    client = TestClient(app, base_url="http://localhost:8000", cookies=writer.cookies, headers=headers)
    assert client.post("/judge").status_code == status
    assert client.get("/who").status_code == 200


def test_every_address_that_writes_takes_a_reviewer(app: FastAPI) -> None:
    client = visitor(app)
    written = [(method, route.path) for route in routes(app) for method in (route.methods or set()) - SAFE]
    assert len(written) >= 3
    for method, path in written:
        answer = client.request(method, re.sub(r"\{[^}]+\}", "x", path))
        assert answer.status_code == 403, (method, path)


# ---- what an answer says --------------------------------------------------------------------------------------------


def test_every_answer_lets_nothing_run_but_the_pages_own_files(app: FastAPI, case: Ledger) -> None:
    client = TestClient(app, base_url="http://localhost:8000", raise_server_exceptions=False, follow_redirects=False)
    asked = [*pages(app, case), "/static/foedus.css", "/nowhere", "/claims/none", "/claims?from=never", "/broken"]
    for path in asked:
        answer = client.get(path)
        for name, value in HEADERS.items():
            assert answer.headers.get(name) == value, (path, name)
        assert "cache-control" in answer.headers, path
        assert "unsafe" not in answer.headers["content-security-policy"]
    refused = client.post("/judge")
    assert refused.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_an_error_inside_tells_nothing_of_it(app: FastAPI) -> None:
    client = TestClient(app, base_url="http://localhost:8000", raise_server_exceptions=False)
    for accept in ("text/html", "application/json"):
        answer = client.get("/broken", headers={"Accept": accept})
        assert answer.status_code == 500
        assert MARK not in answer.text
        assert "the ledger is as it was" in answer.text


def test_script_in_any_field_is_text(app: FastAPI, case: Ledger, writer: TestClient) -> None:
    shown = 0
    for path in pages(app, case):
        answer = writer.get(path)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            assert "html" not in answer.headers.get("content-type", "")
            continue
        shown += MARK in answer.text
        assert_inert(answer.text, path)
    assert shown >= 2


def test_script_in_an_address_is_text(app: FastAPI) -> None:
    client = visitor(app)
    for path, name in (
        ("/claims", "q"),
        ("/claims", "about"),
        ("/claims", "outlet"),
        ("/claims", "after"),
        ("/claims", "from"),
        ("/claims", "as_of"),
        ("/claims", "in"),
        ("/claims", "token"),
        (f"/claims/{MARK}<script>", "x"),
        (f"/documents/{MARK}<script>", "claim"),
    ):
        answer = client.get(path, params={name: HOSTILE})
        assert answer.status_code < 500, (path, name)
        if answer.headers["content-type"].startswith("text/html"):
            assert_inert(answer.text, f"{path}?{name}=")


def assert_inert(text: str, where: str) -> None:
    """No script of ours is in line, none of theirs is an element, an attribute or an address."""
    tree = html.fromstring(text)
    for script in tree.iter("script"):
        assert (script.get("src") or "").startswith("/static/"), where
        assert not (script.text or "").strip(), where
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            assert not str(name).startswith("on"), (where, element.tag, name)
            assert name != "style", (where, element.tag)
            if name in ("href", "src", "action", "formaction", "xlink:href"):
                assert not re.match(r"\s*(javascript|data|vbscript):", str(value), re.IGNORECASE), (where, value)
    assert not tree.xpath(f"//*[contains(local-name(), '{MARK}')]")
    assert "{{7*7}}" in text or "49" not in text or MARK not in text, where


# ---- files ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/%2e%2e/pyproject.toml",
        "/static/css/../../settings.py",
        "/static//etc/passwd",
        "/static/%00",
        "/static/..\\app.py",
        "/static/",
        "/static/css",
    ],
)
def test_no_file_but_those_of_the_page_is_served(app: FastAPI, path: str) -> None:
    answer = visitor(app).get(path)
    assert answer.status_code in (400, 404)
    assert "def " not in answer.text
    assert "root:" not in answer.text


# ---- how much, and how fast -----------------------------------------------------------------------------------------


def test_a_form_over_the_limit_is_refused(writer: TestClient) -> None:
    assert writer.post("/judge", content=b"x" * (limits.FORM_BYTES + 1)).status_code == 413
    assert writer.post("/judge", headers={"Content-Length": "-1"}).status_code == 413
    assert writer.post("/judge", headers={"Content-Length": "9" * 400}).status_code == 413
    assert writer.post("/judge", content=b"x" * 1000).status_code == 200


def test_a_body_that_is_streamed_is_counted() -> None:
    async def endless() -> Message:
        return {"type": "http.request", "body": b"x" * 1000, "more_body": True}

    async def eat() -> None:
        receive = limits.limited(endless, 10_500)
        while True:
            await receive()

    with pytest.raises(HTTPException) as over:
        asyncio.run(eat())
    assert over.value.status_code == 413


def test_a_body_that_stops_coming_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAUSE_SECONDS", 0.05)

    async def silent() -> Message:
        await asyncio.sleep(30)
        raise AssertionError

    async def listen() -> None:
        await limits.limited(silent, 100)()

    with pytest.raises(HTTPException) as slow:
        asyncio.run(listen())
    assert slow.value.status_code == 408


def test_after_the_body_it_waits_for_the_other_side_as_long_as_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAUSE_SECONDS", 0.01)
    coming: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Message:
        if coming:
            return coming.pop()
        await asyncio.sleep(0.1)
        return {"type": "http.disconnect"}

    async def listen() -> str:
        receiver = limits.limited(receive, 100)
        await receiver()
        return str((await receiver())["type"])

    assert asyncio.run(listen()) == "http.disconnect"


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PUT", "DELETE", "PATCH", "FOO"])
def test_methods_that_nobody_asked_for_change_nothing(app: FastAPI, method: str) -> None:
    assert visitor(app).request(method, "/claims").status_code in (403, 405)


@pytest.mark.parametrize("target", ["/claims?" + "about=x&" * 5_000, "/claims?q=" + "a" * 60_000, "/" + "a/" * 5_000])
def test_very_long_addresses_are_answered(app: FastAPI, target: str) -> None:
    assert visitor(app).get(target).status_code < 500


@pytest.mark.parametrize("sign", ["%00", "%ff%fe", "%ed%a0%80", "%F0%9F%92%A9", "%0d%0aSet-Cookie:x=1"])
def test_odd_signs_in_addresses_are_answered(app: FastAPI, sign: str) -> None:
    client = visitor(app)
    for path in (f"/claims/{sign}", f"/documents/{sign}", f"/claims?q={sign}", f"/claims?about={sign}", f"/{sign}"):
        answer = client.get(path)
        assert answer.status_code < 500, path
        assert "x" not in answer.cookies
