"""The codebook as it is put before a model: data files to one text for each document language, and its version."""

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from foedus.careful.example_text import worked
from foedus.careful.examples import Example, load_examples
from foedus.careful.type_table import load_type_table, told_types
from foedus.knowledge.yaml_file import decoded

LANGUAGES = ("en", "fr", "ru")
"""Document languages that have notes and worked examples of their own."""
FALLBACK = "en"
VERSION_DIGITS = 12
_SHARED = ("instructions.md", "types.yaml", "settled.md", "answer.md")
_OWN = ("notes.md", "examples.yaml")


class Codebook(NamedTuple):
    """`version` is 12 hex digits of the SHA-256 over all files that go into a prompt; texts by document language."""

    version: str
    texts: Mapping[str, str]

    def of(self, lang: str) -> str:
        """The codebook for documents of a language; with English notes and examples where it has none of its own."""
        return self.texts.get(lang, self.texts[FALLBACK])


@cache
def load_codebook() -> Codebook:
    """The shipped codebook. Raises DataError where one of its files is missing or wrong."""
    return Codebook(_version(), {lang: _text(lang) for lang in LANGUAGES})


def _text(lang: str) -> str:
    """Instructions, types, settled questions, form of the answer, notes on the language, worked examples."""
    parts = [
        _read("instructions.md"),
        told_types(load_type_table()),
        _read("settled.md"),
        _read("answer.md"),
        _read(f"{lang}/notes.md"),
        *_examples(load_examples(lang)),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    yield "# Worked examples\n\nThey are invented: they teach how to code, they are no facts."
    for number, example in enumerate(examples, 1):
        yield f"## Example {number}\n\n{worked(example, whole=number == 1)}"


def _version() -> str:
    names = [*_SHARED, *(f"{lang}/{name}" for lang in LANGUAGES for name in _OWN)]
    found = sha256()
    for name in sorted(names):
        content = decoded(_file(name), name).encode()
        found.update(f"{name} {len(content)}\n".encode() + content)
    return found.hexdigest()[:VERSION_DIGITS]


def _read(name: str) -> str:
    return decoded(_file(name), f"data/careful/{name}")


def _file(name: str) -> Traversable:
    return files("foedus") / "data" / "careful" / name
