"""The rows: own-worded texts with a target, who says it and how surely, as their authors labelled them."""

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

import msgspec
import yaml

from bench.voice.label import Label
from foedus.learning.corpus.format import Anchor
from foedus.model.document import Document, make_document
from foedus.model.errors import DataError

HERE = Path(__file__).parent
LANGS = ("fr", "en", "ru")
PUBLISHED = "2022-05-19"
"""The day every row is published on, so that a weekday of saying has a date; a Thursday."""

Part = Literal["open", "frozen", "cases"]
"""Rows to look at, rows that nobody looks at, and the named cases of difficulties."""
PARTS: tuple[Part, ...] = get_args(Part)
Kind = Literal["voice", "surety"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_ID = re.compile(r"(?P<lang>[a-z]{2})-(?P<kind>[vs])-\d{3}|(?P<case>[A-Z]{2}-\d{2})-(?P<of>[a-z]{2})-\d+")
_KINDS: Mapping[str | None, tuple[Kind, ...]] = {"v": ("voice",), "s": ("surety",), None: KINDS}


class Row(NamedTuple):
    """A row with its document, the code points of its target there, and what it is judged for."""

    id: str
    part: Part
    lang: str
    kinds: tuple[Kind, ...]
    label: Label
    document: Document
    start: int
    end: int

    @property
    def target(self) -> str:
        """The words that evoke the statement."""
        return self.document.text[self.start : self.end]

    def places(self, words: str) -> list[tuple[int, int]]:
        """Where words stand in the document's text."""
        return [match.span() for match in re.finditer(re.escape(words), self.document.text)] if words.strip() else []


def load(parts: Collection[Part] = PARTS, langs: Collection[str] = LANGS, folder: Path = HERE) -> list[Row]:
    """The rows of the parts and languages that are there, by part, language and place in the file.

    Raises DataError with one line naming file, row and field.
    """
    rows = [row for part in PARTS if part in parts for path in _files(part, langs, folder) for row in _rows(path, part)]
    twice = [name for name, times in Counter(row.id for row in rows).items() if times > 1]
    if twice:
        raise DataError(f"{folder.name}: {twice[0]} is the id of two rows: give one of them another")
    return rows


def sha256(folder: Path = HERE) -> str:
    """Hash over names and contents of all row files: figures taken on other rows do not compare."""
    digest = hashlib.sha256()
    for part in PARTS:
        for path in _files(part, LANGS, folder):
            digest.update(f"{part}/{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def read_yaml(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds; the caller checks
    """The content of a YAML file; DataError where it is none."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{_named(path)}: cannot be read: {error}") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 1}" if mark else ""
        raise DataError(f"{_named(path)}{place}: not YAML: {getattr(error, 'problem', None) or error}") from error


def _files(part: Part, langs: Collection[str], folder: Path) -> list[Path]:
    named = [folder / part / f"{lang}.yaml" for lang in LANGS if lang in langs]
    return [path for path in named if path.is_file()]


def _rows(path: Path, part: Part) -> Iterator[Row]:
    items = read_yaml(path)
    if not isinstance(items, list):
        raise DataError(f"{_named(path)}: not a list of rows")
    for number, item in enumerate(items, 1):
        name = item.get("id") if isinstance(item, dict) else None
        place = f"{_named(path)}: row {number}{f' ({name})' if name else ''}"
        try:
            yield _row(msgspec.convert(item, Label), part, path.stem)
        except (msgspec.ValidationError, DataError) as error:
            raise DataError(f"{place}: {error}") from error


def _row(label: Label, part: Part, lang: str) -> Row:
    matched = _ID.fullmatch(label.id)
    if matched is None or lang not in matched.groups() or bool(matched["case"]) != (part == "cases"):
        form = f"AC-06-{lang}-1" if part == "cases" else f"{lang}-v-001 or {lang}-s-001"
        raise DataError(f"an id of this file is like {form}")
    body = label.text.rstrip("\n")
    document = make_document(body, lang=lang, title=label.title, published=PUBLISHED)
    start, end = _target(label, document.text, len(document.text) - len(body))
    row = Row(label.id, part, lang, _KINDS[matched["kind"]], label, document, start, end)
    _check_voices(row)
    return row


def _target(label: Label, text: str, body: int) -> tuple[int, int]:
    """The target's place, counted from the body's start, or in the headline before it where the body lacks it."""
    words, nth = (label.target, 1) if isinstance(label.target, str) else label.target
    for start, end in ((body, len(text)), (0, body)):
        try:
            found = Anchor(words, max(nth, 1)).span(text[start:end])
        except DataError:
            continue
        return start + found[0], start + found[1]
    # its words are not repeated: rows of the frozen part stay unread
    raise DataError(f"field target: its words do not stand {nth} times in the text")


def _check_voices(row: Row) -> None:
    """Every word of a voice stands in the text, and each reading has voices where its standing wants some."""
    for standing, voices in row.label.chains:
        if voices and standing == "stated":
            raise DataError("field voices: what is stated has none")
        if not voices and standing in ("attributed", "unnamed"):
            raise DataError(f"field voices: what is {standing} has one")
        for number, voice in enumerate(voices, 1):
            for field in ("who", "cue", "vehicle", "when"):
                words: str | None = getattr(voice, field)
                if words is not None and not row.places(words):
                    raise DataError(f"voice {number}, field {field}: its words do not stand in the text")


def of_kind(rows: Sequence[Row], kind: Kind) -> list[Row]:
    """The rows that are judged for a kind."""
    return [row for row in rows if kind in row.kinds]


def _named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
