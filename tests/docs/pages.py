"""The project's pages as the tests read them: blocks, tables, headings and links of Markdown."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^(#+) +(.+)$", re.MULTILINE)


class Section(NamedTuple):
    """A heading without its marks, and everything up to the next heading of the same or a higher level."""

    title: str
    text: str


def page(name: str) -> str:
    """A page by its path from the repository's root."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """Contents of the fenced blocks of one language, without the last line end."""
    return [body.removesuffix("\n") for lang, body in _FENCE.findall(text) if lang == language]


def without_blocks(text: str) -> str:
    """The page without its fenced blocks."""
    return _FENCE.sub("", text)


def sections(text: str, level: int) -> list[Section]:
    """The sections of one heading level."""
    mark = "#" * level
    parts = re.split(rf"^{mark} +(.+)$", without_blocks(text), flags=re.MULTILINE)
    bodies = [re.split(rf"^#{{1,{level}}} ", body, flags=re.MULTILINE)[0] for body in parts[2::2]]
    return [Section(title.replace("`", ""), body) for title, body in zip(parts[1::2], bodies, strict=True)]


def rows(text: str) -> Iterator[list[str]]:
    """Cells of every table row, heads and rulers left out."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        ruler = line.startswith("| ---")
        head = number + 1 < len(lines) and lines[number + 1].startswith("| ---")
        if line.startswith("| ") and not ruler and not head:
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip()[1:-1])]


def code(text: str) -> list[str]:
    """What stands between single backticks."""
    return re.findall(r"`([^`\n]+)`", text)


def links(text: str) -> list[str]:
    """Targets of the links outside code."""
    return _LINK.findall(re.sub(r"`[^`\n]*`", "", without_blocks(text)))


def anchors(text: str) -> set[str]:
    """The anchors that the page's headings make."""
    titles = [title for _, title in _HEADING.findall(without_blocks(text))]
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}
