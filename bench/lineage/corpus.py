"""The corpus: matters with documents, the text that each came from, and the changes planted on the way."""

import hashlib
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

import msgspec
import yaml
from msgspec import Struct

from foedus.model.document import Document, make_document
from foedus.model.errors import DataError

HERE = Path(__file__).parent
FOLDER = HERE / "corpus"
LANGS = ("en", "fr", "ru")

Part = Literal["test", "dev"]
"""Matters that nobody who builds looks at, and matters to build on."""
PARTS: tuple[Part, ...] = get_args(Part)

ParentKind = Literal["copy", "excerpt", "translation", "rewrite", "citation", "version"]
ChangeKind = Literal[
    "hardened", "softened", "roles_flipped", "polarity_flipped", "number", "date", "source_lost", "item"
]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)

Span = tuple[int, int]
"""Code points of a stored text, end exclusive."""


class Parent(NamedTuple):
    """What a page's text came from, or whom it names as its source: a page (its id), or a name of no page here."""

    kind: ParentKind
    document: str | None
    cites: str | None


class Member(NamedTuple):
    """A page with what is true of it; `event` and `story` are names within the whole corpus."""

    matter: str
    key: str
    document: Document
    event: str
    story: str
    parents: tuple[Parent, ...]
    made: str

    @property
    def name(self) -> str:
        """Matter and key, as a reader of the files finds it."""
        return f"{self.matter}/{self.key}"


class Planted(NamedTuple):
    """One difference between a page and its parent (ids); each span is a place where its words stand.

    `now` is empty where what the parent says is gone.
    """

    name: str
    origin: str
    copy: str
    kind: ChangeKind
    was: tuple[Span, ...]
    now: tuple[Span, ...]


class Corpus(NamedTuple):
    """All pages of a part, and all changes."""

    members: tuple[Member, ...]
    changes: tuple[Planted, ...]


class _Parent(Struct, frozen=True, forbid_unknown_fields=True):
    kind: ParentKind
    doc: str | None = None
    cites: str | None = None


class _Page(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    key: str
    lang: Literal["en", "fr", "ru"]
    text: str
    event: str
    story: str
    made: str
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    from_: tuple[_Parent, ...] = ()


class _Change(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    from_: str
    to: str
    kind: ChangeKind
    was: str
    now: str | None = None


class _Matter(Struct, frozen=True, forbid_unknown_fields=True):
    matter: str
    documents: tuple[_Page, ...]
    changes: tuple[_Change, ...] = ()


class _Loader(yaml.SafeLoader):
    """Reads dates, numbers and words such as `no` as they are written."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(part: str, folder: Path = FOLDER, matters: Collection[str] = ()) -> Corpus:
    """The pages and changes of a part, by file name; only the matters whose file names begin with one of `matters`.

    Raises DataError with one line naming file and what; words of the texts are not repeated in it.
    """
    pages: list[Member] = []
    changes: list[Planted] = []
    for path in _files(part, folder):
        if not matters or path.name.startswith(tuple(matters)):
            found = _load(path)
            pages += found.members
            changes += found.changes
    if not pages:
        raise DataError(f"no documents in {folder.name}/{part}")
    _check_different(pages)
    return Corpus(tuple(pages), tuple(changes))


def _check_different(pages: Sequence[Member]) -> None:
    seen: dict[str, str] = {}
    for page in pages:
        other = seen.setdefault(page.document.id, page.name)
        if other != page.name:
            raise DataError(f"{page.name}: the same text, letter for letter, as {other}: such pages are one document")


def sha256(part: str, folder: Path = FOLDER) -> str:
    """Hash over names and contents of a part's files: figures taken on other files do not compare."""
    digest = hashlib.sha256()
    for path in _files(part, folder):
        digest.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _files(part: str, folder: Path) -> list[Path]:
    return sorted((folder / part).glob("*.yaml"))


def _load(path: Path) -> Corpus:
    name = f"{path.parent.name}/{path.name}"
    try:
        written = msgspec.convert(_content(path), _Matter)
        members = tuple(_members(written, path.stem))
        return Corpus(members, tuple(_changes(written, path.stem, {one.key: one for one in members})))
    except (msgspec.ValidationError, DataError) as error:
        raise DataError(f"{name}: {error}") from error


def _content(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds; the caller checks
    try:
        return yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader that resolves less
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"cannot be read: {error}") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}: " if mark else ""
        raise DataError(f"{place}not YAML: {getattr(error, 'problem', None) or error}") from error


def _members(written: _Matter, matter: str) -> Iterator[Member]:
    by_key: dict[str, _Page] = {}
    for page in written.documents:
        if page.key in by_key:
            raise DataError(f"document {page.key}: its key is that of two: give one of them another")
        by_key[page.key] = page
    documents = {key: _document(page) for key, page in by_key.items()}
    for key, page in by_key.items():
        _check_parents(page, by_key)
        parents = tuple(Parent(one.kind, documents[one.doc].id if one.doc else None, one.cites) for one in page.from_)
        event, story = f"{matter}/{page.event}", f"{matter}/{page.story}"
        yield Member(matter, key, documents[key], event, story, parents, page.made)


def _document(page: _Page) -> Document:
    if not page.text.strip():
        raise DataError(f"document {page.key}: it has no text")
    return make_document(
        page.text.rstrip("\n"),
        lang=page.lang,
        title=page.title,
        published=page.published,
        outlet=page.outlet,
        url=page.url,
    )


def _check_parents(page: _Page, by_key: dict[str, _Page]) -> None:
    for parent in page.from_:
        if (parent.doc is None) == (parent.cites is None):
            raise DataError(f"document {page.key}: field from: give either doc or cites")
        if parent.cites is not None and parent.kind != "citation":
            raise DataError(f"document {page.key}: field from: whoever is not here can only be cited (kind: citation)")
        if parent.doc is not None and parent.doc not in by_key:
            raise DataError(f"document {page.key}: field from: no document {parent.doc} in this file")
        if parent.doc and parent.kind not in ("citation", "excerpt") and by_key[parent.doc].story != page.story:
            raise DataError(f"document {page.key}: its text comes from {parent.doc}, so it is of the same story")
    if page.key in _ancestors(page.key, by_key):
        raise DataError(f"document {page.key}: field from: it comes from itself")


def _ancestors(key: str, by_key: dict[str, _Page]) -> set[str]:
    found: set[str] = set()
    ahead = [key]
    while ahead:
        page = by_key.get(ahead.pop())
        new = {one.doc for one in page.from_ if one.doc} - found if page else set()
        found |= new
        ahead += new
    return found


def _changes(written: _Matter, matter: str, members: dict[str, Member]) -> Iterator[Planted]:
    for number, change in enumerate(written.changes, 1):
        place = f"change {number} ({change.from_} to {change.to}, {change.kind})"
        for key in (change.from_, change.to):
            if key not in members:
                raise DataError(f"{place}: no document {key} in this file")
        first, second = members[change.from_], members[change.to]
        if first.document.id not in [one.document for one in second.parents]:
            raise DataError(f"{place}: {change.from_} is no direct parent of {change.to}")
        was = _spans(first.document.text, change.was)
        now = _spans(second.document.text, change.now) if change.now is not None else ()
        if not was:
            raise DataError(f"{place}: field was: its words do not stand in {change.from_}")
        if change.now is not None and not now:
            raise DataError(f"{place}: field now: its words do not stand in {change.to}")
        yield Planted(f"{matter} {place}", first.document.id, second.document.id, change.kind, was, now)


def _spans(text: str, words: str) -> tuple[Span, ...]:
    return tuple(match.span() for match in re.finditer(re.escape(words), text)) if words.strip() else ()


def by_id(members: Sequence[Member]) -> dict[str, Member]:
    """Document id → page."""
    return {member.document.id: member for member in members}
