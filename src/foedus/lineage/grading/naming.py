"""Names and addresses of outlets, made alike before they are compared."""

import re
import unicodedata
from collections.abc import Iterator, Set
from urllib.parse import urlsplit

_WORD = re.compile(r"[^\W_]+")
_SIGNS = re.compile(r"[|/,;()\[\]—–]| - ")
LONGEST = 8
"""Words of the longest name that is looked for inside a text."""


def folded(name: str) -> str:
    """Words in small letters without marks, one space between them."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(bare))


def without(name: str, words: Set[str]) -> str:
    """A folded name without words that say nothing; whole where nothing would be left."""
    return " ".join(word for word in name.split() if word not in words) or name


def runs(text: str) -> Iterator[str]:
    """All runs of words of a text, folded, longer ones first from each place on."""
    words = folded(text).split()
    for start in range(len(words)):
        for end in range(min(len(words), start + LONGEST), start, -1):
            yield " ".join(words[start:end])


def parts(name: str, joiners: Set[str]) -> list[str]:
    """A name that joins several ("Le Monde avec AFP", "Reuters | Business") taken apart at signs and joining words."""
    found: list[list[str]] = [[]]
    for piece in _SIGNS.sub(" | ", name).split():
        if piece == "|" or piece.casefold() in joiners:
            found.append([])
        else:
            found[-1].append(piece)
    return [" ".join(words) for words in found if words]


def host(address: str | None) -> str | None:
    """The host of a URL, or a bare host, in small letters without `www.`; None where there is none."""
    if not address:
        return None
    try:
        found = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return None
    if not found or "." not in found or " " in found:
        return None
    return found.removeprefix("www.")


def domains(of_host: str) -> Iterator[str]:
    """A host and the domains above it, the narrowest first."""
    parts = of_host.split(".")
    for start in range(len(parts) - 1):
        yield ".".join(parts[start:])
