"""Weapons' names that need context, made sure by the words beside them: "ПЗРК «Стингер»", "AH-64 Apaches"."""

import re
from collections.abc import Sequence

from foedus.gazetteer.compose import Piece
from foedus.gazetteer.mention import Mention, Sense
from foedus.gazetteer.names.words import Words

_GAP = re.compile("[ \u00a0\u202f][«“„\"‘'][ \u00a0\u202f]?|[ \u00a0\u202f]")
_CLOSED = re.compile("[ \u00a0\u202f]?[»”“\"’']")
_WORD = re.compile(r"(\w+(?:-\w+)*)[ \u00a0\u202f][«“„\"‘']?[ \u00a0\u202f]?$")
_WINDOW = 40


def settle(pieces: Sequence[Piece], text: str, lang: str) -> list[Piece]:
    """The pieces, with a type and its nickname as one, and a system sure that stands beside a word for its class."""
    found: list[Piece] = []
    for piece in pieces:
        mention, before = piece.mention, found[-1] if found else None
        if mention and (systems := _systems(mention)):
            near = before if before and before.mention and _touch(before.mention, mention, text) else None
            joined = _one(near, piece, text) if near else None
            if joined:
                found[-1] = joined
                continue
            if not mention.senses[0].certain and (_is_class(near) or _class_word(text, mention.start, lang)):
                piece = _sure(piece, systems)  # noqa: PLW2901 - the same piece, better known
        elif _is_class(piece) and before and before.mention and mention and _touch(before.mention, mention, text):
            found[-1] = _sure(before, _systems(before.mention))
        found.append(piece)
    return found


def _systems(mention: Mention) -> list[Sense]:
    return [sense for sense in mention.senses if sense.kind == "system"]


def _is_class(piece: Piece | None) -> bool:
    """Whether the words surely are a class of items."""
    return bool(piece and piece.mention and piece.mention.senses[0][1] == "item_class" and piece.mention.senses[0][4])


def _touch(one: Mention, other: Mention, text: str) -> bool:
    """Whether nothing but a blank, and a quotation mark that opens, stands between."""
    return other.start - one.end <= 3 and bool(_GAP.fullmatch(text, one.end, other.start))


def _class_word(text: str, start: int, lang: str) -> bool:
    """Whether a word such as "комплекс" or "frégate" stands before."""
    found = _WORD.search(text[max(0, start - _WINDOW) : start])
    return bool(found) and "system_class" in Words.load(lang).classes(found[1] if found else "")


def _sure(piece: Piece, systems: Sequence[Sense]) -> Piece:
    """The piece with its only system as its first and sure sense; as it was where it may be several."""
    if not piece.mention or len({sense.entity for sense in systems}) != 1:
        return piece
    chosen = systems[0]._replace(certain=True)
    others = tuple(sense for sense in piece.mention.senses if sense.kind != "system")
    others = tuple(sense._replace(certain=False) for sense in others)
    return piece._replace(mention=piece.mention._replace(senses=(chosen, *others)))


def _one(near: Piece, piece: Piece, text: str) -> Piece | None:
    """A type and its nickname, in either order, as one mention of what both can be, or of the type."""
    one, other = near.mention, piece.mention
    if not one or not other:
        return None
    both = {sense.entity for sense in _systems(one)} & {sense.entity for sense in _systems(other)}
    figures = [any(letter.isdigit() for letter in mention.text) for mention in (one, other)]
    if not _systems(one) or (not both and figures[0] == figures[1]):
        return None
    telling = one if figures[0] or not figures[1] else other
    senses = tuple(sense for sense in _systems(telling) if not both or sense.entity in both)
    if not both and not senses[0].certain:
        return None
    closing = _CLOSED.match(text, other.end) if other.start - one.end > 1 else None
    end = closing.end() if closing else other.end
    senses = tuple(sense._replace(certain=True) for sense in senses)
    mention = Mention(one.start, end, text[one.start : end], senses)
    return Piece(near.start, piece.end + end - other.end, mention)
