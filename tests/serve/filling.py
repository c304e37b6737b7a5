"""Forms of a page filled in and sent, as a browser does it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from httpx2 import Response
from lxml.html import FormElement, HtmlElement
from starlette.testclient import TestClient

from tests.serve.reading import page

Given = Mapping[str, str | Sequence[str]]


def form(shown: HtmlElement, action: str) -> FormElement:
    """The first form of a page that is sent to an address ending so; one that writes before one that asks."""
    found = [one for one in shown.forms if urlsplit(one.get("action") or "").path.endswith(action)]
    assert found, f"no form is sent to {action}: {[one.get('action') for one in shown.forms]}"
    return min(found, key=lambda one: one.method != "POST")


def send(client: TestClient, filled: FormElement, given: Given | None = None, button: str | None = None) -> Response:
    """What the form holds with some fields given otherwise; `button` is the name of the one that is pressed."""
    values: dict[str, list[str]] = defaultdict(list)
    for name, value in filled.form_values():
        values[name].append(value)
    for name, instead in (given or {}).items():
        values[name] = [instead] if isinstance(instead, str) else list(instead)
    if button:
        values[button] = ["1"]
    return client.post(filled.get("action") or "", data=dict(values))


def after(client: TestClient, answer: Response) -> HtmlElement:
    """The page that an accepted form leads to."""
    assert answer.status_code == 303, f"{answer.status_code} {answer.text[:3000]}"
    return page(client, answer.headers["location"])


def href(link: HtmlElement) -> str:
    """Where a link leads."""
    return link.get("href") or ""


def choices(filled: FormElement, name: str) -> list[str]:
    """Values of the boxes of a name, ticked or not."""
    return [box.get("value") or "" for box in filled.xpath(".//input") if box.get("name") == name]
