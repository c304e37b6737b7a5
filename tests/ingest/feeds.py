"""Feeds as tests write them."""

from xml.sax.saxutils import escape

CONTENT = "http://purl.org/rss/1.0/modules/content/"
SYNDICATION = "http://purl.org/rss/1.0/modules/syndication/"


def item(number: int = 1, /, **elements: str) -> str:
    """One item of RSS; elements by name, `content` for `content:encoded`, each escaped."""
    stated = {
        "title": f"Report {number}",
        "link": f"https://gazette.example/{number}",
        "guid": f"urn:report:{number}",
        "pubDate": f"Thu, {18 + number} May 2022 10:00:00 +0200",
        "description": f"Report {number} in short.",
    } | elements
    names = {"content": "content:encoded"}
    parts = (f"<{names.get(name, name)}>{escape(text)}</{names.get(name, name)}>" for name, text in stated.items())
    return f"<item>{''.join(parts)}</item>"


def rss(*items: str, title: str = "The Harbour Gazette", more: str = "", prologue: str = "") -> bytes:
    """A feed of items; `more` are further elements of its channel, `prologue` what stands before its first element."""
    channel = f"<title>{escape(title)}</title><link>https://gazette.example/</link>{more}{''.join(items)}"
    head = prologue or '<?xml version="1.0" encoding="utf-8"?>'
    body = f'<rss version="2.0" xmlns:content="{CONTENT}" xmlns:sy="{SYNDICATION}"><channel>{channel}</channel></rss>'
    return f"{head}\n{body}".encode()
