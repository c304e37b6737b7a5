"""A model's answer to told claims: the envelope strict, each claim by itself, what a cut left whole kept.

`{"claims": [...]}` and nothing around it but one fence of code is read, behind what a reasoning model thought aloud.
A claim that does not fit the record is a fault of its own and takes no other with it.
"""

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from foedus.careful.answer import ToldClaim

LONGEST = 4000
"""Characters of an unreadable answer that are kept as the fault's piece."""
_FENCE = re.compile(r"\s*```(?:json)?[ \t]*\n(?P<inside>.*?)(?:\n[ \t]*```\s*)?\Z", re.DOTALL)
_THOUGHT = re.compile(r"\s*<think>.*?</think>", re.DOTALL)
"""What reasoning models put before their answer where their server does not keep it apart."""
_OPENING = re.compile(r'\s*\{\s*"claims"\s*:\s*\[\s*')
_CLOSING = re.compile(r"\s*\]\s*\}\s*\Z")
_COMMA = re.compile(r"\s*,\s*")
_SPACE = re.compile(r"\s*")
_DECODER = json.JSONDecoder()
_CLAIM = msgspec.json.Decoder(ToldClaim)
_BROKEN = "the answer is no JSON behind this place"


class Unreadable(NamedTuple):
    """A piece of the answer, as it stands there, that is no claim, and why."""

    raw: str
    reason: str


class Parsed(NamedTuple):
    """What an answer says: claims with their JSON as the model wrote it, and what could not be read.

    `cut` where the answer ends before its end: the claims are those that were whole.
    """

    claims: tuple[tuple[str, ToldClaim], ...]
    faults: tuple[Unreadable, ...] = ()
    cut: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether all of it could be read."""
        return not self.faults and not self.cut


def parsed(text: str) -> Parsed:
    """The claims of one answer; never an error: what cannot be read is told in `faults`."""
    said = _THOUGHT.sub("", text, count=1) if _THOUGHT.match(text) else text
    fenced = _FENCE.match(said)
    body = fenced["inside"] if fenced else said
    opening = _OPENING.match(body)
    if opening is None:
        return Parsed((), (Unreadable(text[:LONGEST], 'the answer is not {"claims": […]}'),))
    pieces, place, ended = _pieces(body, opening.end())
    claims: list[tuple[str, ToldClaim]] = []
    faults: list[Unreadable] = []
    for raw in pieces:
        told = _claim(raw)
        if isinstance(told, Unreadable):
            faults.append(told)
        else:
            claims.append((raw, told))
    if not ended and _is_wrong(body, place):
        faults.append(Unreadable(body[place : place + LONGEST], _BROKEN))
    return Parsed(tuple(claims), tuple(faults), cut=not ended)


def joined(answers: Iterable[Parsed]) -> Parsed:
    """The answers to several passages of one document as one."""
    some = list(answers)
    return Parsed(
        tuple(claim for one in some for claim in one.claims),
        tuple(fault for one in some for fault in one.faults),
        any(one.cut for one in some),
    )


def _pieces(body: str, place: int) -> tuple[list[str], int, bool]:
    """The JSON of each value of the list, where reading ended, and whether the envelope is closed there."""
    found: list[str] = []
    if _CLOSING.match(body, place):
        return found, place, True
    while True:
        try:
            _, end = _DECODER.raw_decode(body, place)
        except (ValueError, RecursionError):
            return found, place, False
        found.append(body[place:end])
        if _CLOSING.match(body, end):
            return found, end, True
        comma = _COMMA.match(body, end)
        if comma is None:
            return found, end, False
        place = comma.end()


def _is_wrong(body: str, place: int) -> bool:
    """Whether what stands where reading ended is a fault of its own; a claim that was cut off, or nothing, is none."""
    rest = body[_SPACE.match(body, place).end() :]  # type: ignore[union-attr]  # it always matches
    if not rest or rest.startswith("{"):
        return False
    return not rest.startswith("]") or bool(rest[1:].strip())


def _claim(raw: str) -> ToldClaim | Unreadable:
    try:
        return _CLAIM.decode(raw)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
        return Unreadable(raw, str(error) or "nested too deep")
