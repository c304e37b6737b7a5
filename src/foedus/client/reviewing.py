"""Judging through the API: each action gives the judgement that was kept."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Unpack
from urllib.parse import quote

from foedus.client.filters import Filters
from foedus.model.answers import Depends, KeptClaim
from foedus.model.judging import (
    Adding,
    Correcting,
    Depending,
    Freeing,
    Linking,
    Merging,
    Splitting,
    Undoing,
    Unlinking,
    Verdict,
)
from foedus.model.review import Addition, Agreement, Correction, Judgement

if TYPE_CHECKING:
    from foedus.client.http import Http

Seen = str | KeptClaim
"""A claim by its id or address, or as it was seen: then another reading by now is a ConflictError."""


class Reviewing:
    """What a reviewer does; NotAllowedError where the client may only read."""

    def __init__(self, http: "Http") -> None:
        """Of an open client."""
        self._http = http

    def queue(self, *, doubtful: bool = False, second: bool = False, **filters: Unpack[Filters]) -> Iterator[KeptClaim]:
        """Claims that nobody has judged, the sure ones or the doubtful; `second`: that others have and you have not."""
        return self._http.pages("/review/queue", KeptClaim, doubtful=doubtful, second=second, **filters)

    def accept(self, claim: Seen, *, reason: str | None = None, opinion: bool = False) -> Judgement:
        """It is right as it stands."""
        return self._http.post(_at(claim, "accept"), Verdict(_reading(claim), reason, opinion), Judgement)

    def reject(self, claim: Seen, *, reason: str | None = None, opinion: bool = False) -> Judgement:
        """The text does not say so."""
        return self._http.post(_at(claim, "reject"), Verdict(_reading(claim), reason, opinion), Judgement)

    def correct(
        self, claim: Seen, correction: Correction, *, reason: str | None = None, opinion: bool = False
    ) -> Judgement:
        """Something else is right."""
        body = Correcting(correction, _reading(claim), reason, opinion)
        return self._http.post(_at(claim, "correct"), body, Judgement)

    def split(self, claim: Seen, parts: Sequence[Correction], *, reason: str | None = None) -> Judgement:
        """One claim is several, each the claim with a correction."""
        return self._http.post(_at(claim, "split"), Splitting(tuple(parts), _reading(claim), reason), Judgement)

    def merge(self, kept: Seen, *others: str, reason: str | None = None) -> Judgement:
        """Other claims, by their addresses, are this one."""
        return self._http.post(_at(kept, "merge"), Merging(others, _reading(kept), reason), Judgement)

    def add(self, document: str, claim: Addition, *, reason: str | None = None) -> Judgement:
        """A claim that the reader missed."""
        return self._http.post(f"/documents/{quote(document, safe='')}/claims", Adding(claim, reason), Judgement)

    def undo(self, judgement: int | None = None, *, reason: str | None = None) -> Judgement:
        """Take back a judgement by its number; without one, your own last."""
        return self._http.post("/review/undo", Undoing(judgement, reason), Judgement)

    def link(self, name: str, entity: str, *, reason: str | None = None) -> Judgement:
        """A name means an entity."""
        return self._http.post("/review/link", Linking(name, entity, reason), Judgement)

    def unlink(self, name: str, *, reason: str | None = None) -> Judgement:
        """A name that was linked means no entity any more."""
        return self._http.post("/review/unlink", Unlinking(name, reason), Judgement)

    def depend(self, source: str, on: str, *, reason: str) -> Judgement:
        """A source is not independent of another."""
        return self._http.post("/review/depend", Depending(source, on, reason), Judgement)

    def independ(self, source: str, on: str, *, reason: str | None = None) -> Judgement:
        """A source is independent of another after all."""
        return self._http.post("/review/independ", Freeing(source, on, reason), Judgement)

    def dependences(self) -> list[Depends]:
        """Sources that are not independent of others."""
        return list(self._http.pages("/review/dependences", Depends))

    def agreement(self) -> list[Agreement]:
        """How far reviewers agree."""
        return list(self._http.pages("/review/agreement", Agreement))


def _at(claim: Seen, action: str) -> str:
    return f"/claims/{quote(claim if isinstance(claim, str) else claim.address, safe='')}/{action}"


def _reading(claim: Seen) -> int | None:
    return None if isinstance(claim, str) else claim.reading
