"""Texts as web pages: with entities, marks inside words, broken source lines, menus and scripts around."""

import html
import random


def page_of(text: str, seed: int, charset: str = "utf-8") -> bytes:
    """A page with the text as its article, in a charset; other seeds write it otherwise."""
    rng = random.Random(seed)  # noqa: S311 - which word is marked, nothing secret
    paragraphs = "\n".join(f"<p>{_marked(one, rng)}</p>" for one in text.split("\n") if one.strip())
    menu = "".join(f"<li><a href='/{number}'>Menu {number}</a></li>" for number in range(12))
    page = (
        f'<html><head><meta charset="{charset}"><title>Page</title><style>p {{ margin: 0 }}</style></head>'
        f"<body><nav><ul>{menu}</ul></nav><article><h1>News</h1>{paragraphs}</article>"
        f'<script>var said = "<p>no text</p>";</script></body></html>'
    )
    return page.encode(charset, "xmlcharrefreplace")


def _marked(paragraph: str, rng: random.Random) -> str:
    return "".join(_word(word, rng) + rng.choice([" ", " ", "\n", " <!-- note --> "]) for word in paragraph.split())


def _word(word: str, rng: random.Random) -> str:
    written = html.escape(word)
    if rng.random() < 0.2:
        written = "".join(f"&#{ord(each)};" if rng.random() < 0.5 else html.escape(each) for each in word)
    kind = rng.random()
    if kind < 0.05:
        return f"<b>{written}</b>"
    if kind < 0.1:
        return f'<a href="/x?a=1&amp;b=2">{written}</a>'
    if kind < 0.15 and len(word) > 3:
        return f"{html.escape(word[:2])}<span class=q>{html.escape(word[2:])}</span>"
    return written
