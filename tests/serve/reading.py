"""A page as its reader has it: words, links and parts of it, whatever the markup."""

from lxml import html
from lxml.html import HtmlElement
from starlette.testclient import TestClient


def page(client: TestClient, address: str) -> HtmlElement:
    """The page at an address, which must be there."""
    answer = client.get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code} {answer.text[:500]}"
    found: HtmlElement = html.fromstring(answer.text)
    return found


def words(element: HtmlElement) -> str:
    """What is read in it, in one line."""
    return " ".join(element.text_content().split())


def some(element: HtmlElement, path: str) -> list[HtmlElement]:
    """Elements of a CSS class (`note`), or of an XPath."""
    xpath = path if path[0] in "./" else f".//*[contains(concat(' ', @class, ' '), ' {path} ')]"
    found: list[HtmlElement] = element.xpath(xpath)
    return found


def one(element: HtmlElement, path: str) -> HtmlElement:
    """The only one of them."""
    (found,) = some(element, path)
    return found


def own_text(element: HtmlElement) -> str:
    """The text of a paragraph of the reader without the numbers that the page puts between its words."""
    return "".join(element.xpath(".//text()[not(ancestor::a[@class='ref'])]"))


def link(element: HtmlElement) -> str:
    """Where the only link in it (or itself) leads, without the place on that page."""
    (found,) = [element] if element.tag == "a" else some(element, ".//a")
    return (found.get("href") or "").partition("#")[0]


def classes(element: HtmlElement) -> list[str]:
    """Its components and states, as the style sheet has them."""
    return (element.get("class") or "").split()
