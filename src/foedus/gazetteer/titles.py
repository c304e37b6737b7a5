"""Titles of office with the state they speak for: "le Premier ministre arménien", "Turkey's defence minister"."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from foedus.gazetteer.automaton import PatternSet
from foedus.gazetteer.compose import Joined, Piece, Scan, fronts, join, links
from foedus.gazetteer.fold import LINK, Folded, keys
from foedus.gazetteer.mention import Sense
from foedus.gazetteer.source import folder, read_yaml
from foedus.gazetteer.table import TITLE_HEADER
from foedus.model.errors import DataError
from foedus.model.vocabulary import Kind

_SPEAKS_FOR = {
    "state": {"state"},
    "organisation": {"organisation"},
    "group": {"armed_group", "organisation"},
    "entity": {"state"},
    "unnamed": {"state", "organisation", "armed_group"},
    "as_principal": {"state", "organisation", "armed_group"},
    "former": {"state", "organisation"},
}
"""Which kinds of owner a title of each level can have beside it; other levels are named by `of` alone."""
_FORMER = "former"
_SILENT = frozenset({_FORMER, "none"})
_SERVES = frozenset({"as_principal"})


class Title(NamedTuple):
    """A title in the text; the first four fields are those of a Mention."""

    start: int
    end: int
    text: str
    senses: tuple[Sense, ...]
    """For whom the holder speaks, via title; uncertain for one who held the office before."""
    roles: tuple[str, ...]
    """Role keys, as in the offices of persons."""
    level: str
    past: bool = False
    """Whether the office is over, or not begun: then neither the holder nor the words inside speak for the owner."""


class _Office(NamedTuple):
    key: str
    role: str
    level: str
    of: tuple[tuple[str, str], ...]
    """Key and kind of whom the title names by itself."""
    certain: bool
    """False for a common word, or a title of several offices: then it names nobody by itself."""


class Titles:
    """The titles of one language. Load once."""

    def __init__(self, lines: Iterable[str], lang: str) -> None:
        self.lang = lang
        rows = [line.split("\t") for line in lines]
        rows = [row for row in rows if row[3] == lang]
        self._offices: dict[bytes, tuple[_Office, ...]] = {}
        for key, row in zip(keys([row[0] for row in rows]), rows, strict=True):
            owners = tuple((part.split(":")[0], part.split(":")[1]) for part in row[5].split(",") if part)
            office = _Office(row[1], row[2], row[4], owners, row[6] == "yes")
            self._offices[key] = (*self._offices.get(key, ()), office)
        self.fronts = fronts(self._offices)
        self._patterns = PatternSet([row[0] for row in rows])
        former = read_yaml(folder() / "forms" / "former.yaml").get(lang) or []
        self._former = tuple(bytes([LINK]) + key + bytes([LINK]) for key in keys(former))

    @classmethod
    @cache
    def load(cls, lang: str, directory: Path | None = None) -> "Titles":
        """The compiled titles of a language, read once."""
        return cls(_lines(directory or folder() / "compiled"), lang)

    def scan(self, scan: Scan) -> list[Title]:
        """Titles whose state is told by an adjective or name beside them, or by themselves, as the text has them."""
        folded = scan.folded
        heads = [
            Piece(start, end, None, tuple(office.key for office in self._offices.get(folded.letters[start:end], ())))
            for start, end in self._patterns.spans(folded)
        ]
        owners = [*scan.pieces, *(self._piece(scan, joined) for joined in scan.joins)]
        pieces = [piece._replace(forms=()) for piece in owners] + heads
        joins = join(folded, scan.text, self.lang, pieces, self)
        found = {(joined.start, joined.end): title for joined in joins if (title := self._owned(scan, joined))}
        taken = {at for start, end in found for at in range(start, end)}
        for head in heads:
            if head.start not in taken and (title := self._by_itself(scan, head) or self._holding(scan, head, owners)):
                found[head.start, head.end] = title
        served = {piece.start: piece for piece in owners if any(sense.via == "metonym" for sense in piece.owners)}
        return sorted(self._serving(scan, heads, found, served))

    def _serving(
        self, scan: Scan, heads: list[Piece], found: dict[tuple[int, int], Title], bodies: dict[int, Piece]
    ) -> list[Title]:
        """The titles, those with an adviser or a spokesperson beside them as his: "the Turkish president's adviser"."""
        letters, between = scan.folded.letters, links(self.lang).principal
        by_start = {start: (start, end) for start, end in found}
        by_end = {end: (start, end) for start, end in found}
        for head in heads:
            office = next(
                (one for one in self._offices.get(letters[head.start : head.end], ()) if one.level in _SERVES), None
            )
            served = office and (
                next((s for gap in between["after"] if (s := _beyond(letters, head.end, gap, by_start))), None)
                or next((s for gap in between["before"] if (s := _ahead(letters, head.start, gap, by_end))), None)
            )
            if office and served and served in found:
                start, end = min(head.start, served[0]), max(head.end, served[1])
                found[start, end] = self._served(scan, start, end, office, found.pop(served))
            elif office and (head.start, head.end) not in found:
                beyond = (
                    bodies.get(head.end + len(gap)) for gap in between["after"] if letters.startswith(gap, head.end)
                )
                body = next(filter(None, beyond), None)
                title = self._owned(scan, Joined(head.start, body.end, body, head, head.forms)) if body else None
                if title and body:
                    found[head.start, body.end] = title
        return list(found.values())

    def _served(self, scan: Scan, start: int, end: int, office: _Office, principal: Title) -> Title:
        """The title of one who serves the holder of another."""
        past = principal.past or self._was(scan.folded, start)
        senses = tuple(sense._replace(certain=sense.certain and not past) for sense in principal.senses)
        begin, finish = scan.folded.span(start, end)
        return Title(begin, finish, scan.text[begin:finish], senses, (office.role,), office.level, past)

    def _holding(self, scan: Scan, head: Piece, owners: list[Piece]) -> Title | None:
        """A listed title with the adjective of any state in it: "porte-parole du ministère russe de la Défense"."""
        inside = [piece for piece in owners if head.start < piece.start and piece.end <= head.end and piece.owners]
        return self._owned(scan, Joined(head.start, head.end, inside[0], head, head.forms)) if inside else None

    def heads(self, key: bytes) -> tuple[str, ...]:
        """Keys of the titles that the folded words are."""
        return tuple(office.key for office in self._offices.get(key, ()))

    @staticmethod
    def _piece(scan: Scan, joined: Joined) -> Piece:
        return Piece(joined.start, joined.end, scan.composed(joined))

    def _words(self, joined: Joined, folded: Folded) -> bytes:
        """The title's own words, without the adjective in their middle."""
        if joined.head:
            return folded.letters[joined.head.start : joined.head.end]
        owner = joined.owner
        return folded.letters[joined.start : owner.start] + folded.letters[owner.end + 1 : joined.end]

    def _owned(self, scan: Scan, joined: Joined) -> Title | None:
        past = self._was(scan.folded, joined.start) or bool(joined.head and self._was(scan.folded, joined.head.start))
        found: list[tuple[Sense, _Office]] = []
        for office in self._offices.get(self._words(joined, scan.folded), ()):
            for owner in joined.owner.owners:
                if owner.kind in _SPEAKS_FOR.get(office.level, ()) and self._may_own(owner, office):
                    certain = owner.certain and not past and office.level not in _SILENT
                    form = "official" if office.level == "unnamed" else "title"
                    found.append((Sense(owner.entity, owner.kind, "title", form, certain), office))
        return _title(scan, joined.start, joined.end, found, past=past)

    @staticmethod
    def _may_own(owner: Sense, office: _Office) -> bool:
        return not office.of or owner.entity in {key for key, _ in office.of}

    def _by_itself(self, scan: Scan, head: Piece) -> Title | None:
        offices = self._owned_offices(scan.folded.letters[head.start : head.end])
        past = self._was(scan.folded, head.start)
        sure = len({owner for office in offices for owner in office.of}) == 1 and not past
        found = [
            (
                Sense(key, cast(Kind, kind), "title", "title", sure and office.certain and office.level not in _SILENT),
                office,
            )
            for office in offices
            for key, kind in office.of
        ]
        return _title(scan, head.start, head.end, found, past=past)

    def _owned_offices(self, letters: bytes) -> list[_Office]:
        return [office for office in self._offices.get(letters, ()) if office.of]

    def _was(self, folded: Folded, start: int) -> bool:
        """Whether a word before says that the office is over."""
        before = bytes([LINK]) + folded.letters[max(0, start - 14) : start]
        return before.endswith(self._former)


def _beyond(letters: bytes, end: int, gap: bytes, by_start: dict[int, tuple[int, int]]) -> tuple[int, int] | None:
    """The title that begins behind the gap."""
    return by_start.get(end + len(gap)) if letters.startswith(gap, end) else None


def _ahead(letters: bytes, start: int, gap: bytes, by_end: dict[int, tuple[int, int]]) -> tuple[int, int] | None:
    """The title that ends before the gap."""
    return by_end.get(start - len(gap)) if letters.endswith(gap, 0, start) else None


def _title(scan: Scan, start: int, end: int, found: list[tuple[Sense, _Office]], *, past: bool) -> Title | None:
    if not found:
        return None
    begin, finish = scan.folded.span(start, end)
    senses = tuple(dict.fromkeys(sense for sense, _ in found))
    roles = tuple(dict.fromkeys(office.role for _, office in found))
    level = found[0][1].level
    return Title(begin, finish, scan.text[begin:finish], senses, roles, level, past or level == _FORMER)


@cache
def _lines(directory: Path) -> tuple[str, ...]:
    path = directory / "titles.tsv"
    try:
        header, *lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError as error:
        raise DataError(f"{path}: the title table is missing; run `python -m foedus.gazetteer.compile`") from error
    if header != TITLE_HEADER:
        raise DataError(f"{path}: not a title table of this version; run `python -m foedus.gazetteer.compile`")
    return tuple(lines)
