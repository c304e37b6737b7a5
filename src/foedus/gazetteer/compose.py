"""Two pieces that make one: "forces azerbaïdjanaises", "ministère russe de la Défense", "Turkey's navy"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, Protocol

from foedus.gazetteer.fold import FIRST_LETTER, LINK, Folded, fold
from foedus.gazetteer.mention import Mention, Sense
from foedus.gazetteer.source import folder, read_yaml

HEAD = "head"
"""The kind of a row that is no name but a word for an army, a government or members."""
MEMBER = "member"
"""The form of a head that only an organisation can own: "pays de l'OTAN"."""
_OWNERS = frozenset({"state", "organisation", "armed_group"})
_BLANK = bytes([LINK])
_LONGEST_TAIL = 7
"""Words: "de la Défense nationale et des Anciens combattants"."""
_LONGEST_FRONT = 3
"""Words before the adjective: "vice-Premier ministre"."""


class Piece(NamedTuple):
    """Words that may own or be owned, with their byte span in the folded text."""

    start: int
    end: int
    mention: Mention | None
    forms: tuple[str, ...] = ()
    """As a head: force, government, member, or the key of a title; empty where it is none."""

    @property
    def owners(self) -> list[Sense]:
        return [sense for sense in self.mention.senses if sense.kind in _OWNERS] if self.mention else []


class Joined(NamedTuple):
    """A head and its owner. `head` is None where the owner stands inside it."""

    start: int
    end: int
    owner: Piece
    head: Piece | None
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """What may stand between a head and its owner, folded, in one language."""

    touching: dict[str, frozenset[str]]
    joined: dict[str, tuple[bytes, ...]]
    principal: dict[str, tuple[bytes, ...]]
    parted: bool


def _gaps(table: dict[str, list[str]]) -> dict[str, tuple[bytes, ...]]:
    return {place: tuple(fold(gap).letters for gap in gaps) for place, gaps in table.items()}


@cache
def links(lang: str) -> Links:
    table: dict[str, Any] = read_yaml(folder() / "forms" / "links.yaml")
    found = table.get(lang) or {"touching": {}, "joined": {}, "principal": {}, "parted": False}
    return Links(
        {place: frozenset(forms) for place, forms in found["touching"].items()},
        _gaps(found["joined"]),
        _gaps(found["principal"]),
        bool(found["parted"]),
    )


_BOUND = frozenset({"adjective", "inhabitant", "combining"})
"""Forms of an owner that stand directly beside a head, never behind "of" or before "'s"."""


class Heads(Protocol):
    """Knows heads by their folded words."""

    @property
    def fronts(self) -> frozenset[bytes]:
        """First words of heads of several words."""
        ...

    def heads(self, key: bytes) -> tuple[str, ...]:
        """What the folded words are as a head: force, government, the keys of titles; () where they are none."""
        ...


def fronts(keys: Iterable[bytes]) -> frozenset[bytes]:
    """The first words of those of several words."""
    return frozenset(key[: key.index(_BLANK)] for key in keys if _BLANK in key)


def join(folded: Folded, text: str, lang: str, pieces: Sequence[Piece], table: Heads) -> list[Joined]:
    """Heads with their owners, in the order of the text, none overlapping."""
    between = links(lang)
    owners = [piece for piece in pieces if piece.mention and piece.owners]
    if not owners:
        return []
    by_start = {piece.start: piece for piece in owners}
    by_end = {piece.end: piece for piece in owners}
    found: list[Joined] = []
    for head in pieces:
        if head.forms:
            owner = _before(folded, text, head, by_end, between) or _after(folded, text, head, by_start, between)
            if owner and _may_own(head, owner):
                found.append(Joined(min(head.start, owner.start), max(head.end, owner.end), owner, head, head.forms))
    if between.parted:
        found.extend(part for owner in owners if (part := _parted(folded, text, owner, table)))
    return list(_apart(found))


def _may_own(head: Piece, owner: Piece) -> bool:
    """Whether the head is none for members, or the owner has some."""
    return MEMBER not in head.forms or any(sense.kind == "organisation" and not sense.via for sense in owner.owners)


def _apart(found: Iterable[Joined]) -> Iterator[Joined]:
    """Leftmost, then longest; the rest that overlaps goes."""
    reached = 0
    for joined in sorted(found, key=lambda joined: (joined.start, -joined.end)):
        if joined.start >= reached:
            reached = joined.end
            yield joined


def _blank(folded: Folded, text: str, at: int) -> bool:
    """Whether one space stands there: a hyphen makes another word ("Russian-backed forces")."""
    if at < 0 or folded.letters[at : at + 1] != _BLANK:
        return False
    begin, _ = folded.span(at, at + 1)
    return text[begin].isspace()


def _forms(piece: Piece) -> set[str]:
    return {sense.form for sense in piece.owners}


def _before(folded: Folded, text: str, head: Piece, by_end: dict[int, Piece], links: Links) -> Piece | None:
    owner = by_end.get(head.start - 1)
    if owner and _blank(folded, text, head.start - 1) and _forms(owner) & links.touching.get("before", frozenset()):
        return owner
    for gap in links.joined.get("before", ()):
        owner = by_end.get(head.start - len(gap))
        if owner and folded.letters[owner.end : head.start] == gap and _forms(owner) - _BOUND:
            return owner
    return None


def _after(folded: Folded, text: str, head: Piece, by_start: dict[int, Piece], links: Links) -> Piece | None:
    owner = by_start.get(head.end + 1)
    if owner and _blank(folded, text, head.end) and _forms(owner) & links.touching.get("after", frozenset()):
        return owner
    for gap in links.joined.get("after", ()):
        owner = by_start.get(head.end + len(gap))
        if owner and folded.letters[head.end : owner.start] == gap and _forms(owner) - _BOUND:
            return owner
    return None


def _word_starts(letters: bytes, before: int, most: int) -> Iterator[int]:
    """Starts of the words that end at `before`, nearest first."""
    at = before
    for _ in range(most):
        while at > 0 and letters[at - 1] >= FIRST_LETTER:
            at -= 1
        if at == before:
            return
        yield at
        if at < 2 or letters[at - 1] != LINK or letters[at - 2] < FIRST_LETTER:
            return
        at -= 1


def _front(letters: bytes, start: int) -> bytes:
    """The word that begins there."""
    end = letters.find(_BLANK, start)
    return letters[start:end]


def _word_ends(letters: bytes, start: int, most: int) -> list[int]:
    """Ends of the words that begin at `start`, one blank apart, longest first."""
    ends: list[int] = []
    at = start
    while len(ends) < most and at < len(letters) and letters[at] >= FIRST_LETTER:
        while at < len(letters) and letters[at] >= FIRST_LETTER:
            at += 1
        ends.append(at)
        if letters[at : at + 1] != _BLANK:
            break
        at += 1
    return ends[::-1]


def _parted(folded: Folded, text: str, owner: Piece, table: Heads) -> Joined | None:
    """A head with the adjective inside: "ministre russe de la Défense"."""
    letters = folded.letters
    if (
        "adjective" not in _forms(owner)
        or not _blank(folded, text, owner.start - 1)
        or not _blank(folded, text, owner.end)
    ):
        return None
    starts = [
        at for at in _word_starts(letters, owner.start - 1, _LONGEST_FRONT) if _front(letters, at) in table.fronts
    ]
    for start in starts:
        for end in _word_ends(letters, owner.end + 1, _LONGEST_TAIL):
            forms = table.heads(letters[start : owner.start] + letters[owner.end + 1 : end])
            if forms:
                return Joined(start, end, owner, None, forms)
    return None


@dataclass(frozen=True, slots=True)
class Scan:
    """A scanned text: its pieces, and which of them make one."""

    text: str
    lang: str
    folded: Folded
    pieces: list[Piece]
    joins: list[Joined]

    def mentions(self) -> list[Mention]:
        """The pieces' mentions, with composed ones in the place of their parts."""
        found: list[Mention] = []
        waiting = iter(self.joins)
        joined = next(waiting, None)
        for piece in self.pieces:
            while joined and joined.end <= piece.start:
                found.append(self.composed(joined))
                joined = next(waiting, None)
            if piece.mention and not (joined and piece.end > joined.start):
                found.append(piece.mention)
        found.extend(self.composed(rest) for rest in (joined, *waiting) if rest)
        return found

    def bare_heads(self) -> list[tuple[int, int, str, tuple[str, ...]]]:
        """Heads without an owner ("the army", "le gouvernement"): start, end, text, forms. Context may tell whose."""
        owned = {joined.head.start for joined in self.joins if joined.head}
        heads = [piece for piece in self.pieces if set(piece.forms) - {MEMBER}]
        spans = [(*self.folded.span(piece.start, piece.end), piece) for piece in heads]
        return [
            (start, end, self.text[start:end], piece.forms) for start, end, piece in spans if piece.start not in owned
        ]

    def composed(self, joined: Joined) -> Mention:
        """A head and its owner as one mention of the owner; a head that is a thing too keeps that sense, last."""
        start, end = self.folded.span(joined.start, joined.end)
        senses = [
            Sense(owner.entity, owner.kind, "member" if form == MEMBER else "metonym", form, owner.certain)
            for form in joined.forms
            for owner in joined.owner.owners
            if form != MEMBER or (owner.kind == "organisation" and not owner.via)
        ]
        if joined.head and joined.head.mention:
            senses.extend(joined.head.mention.senses)
        return Mention(start, end, self.text[start:end], tuple(dict.fromkeys(senses)))
