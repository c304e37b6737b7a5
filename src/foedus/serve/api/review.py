"""`/review` and what judges claims: the queue, accept, correct, reject, split, merge, add, link, depend, undo."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Header, HTTPException, Query, Request

from foedus.asked.review.names import entity, linkable
from foedus.asked.review.sources import source
from foedus.ledger.review.desk import ReviewDesk
from foedus.model import answers
from foedus.model.answers import KeptClaim, Listed
from foedus.model.errors import ConflictError, UsageError
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
from foedus.model.review import Agreement, Judgement
from foedus.serve.access.who import Reader, Reviewer, Who
from foedus.serve.api.ids import ClaimId
from foedus.serve.api.paging import After, Limit, address
from foedus.serve.api.room import Room, sent
from foedus.serve.asking import InAsking
from foedus.serve.house import House, InHouse

room = Room("review")

IfMatch = Annotated[
    str | None, Header(description='The reading that was seen, as `"41"`; 412 where it is another by now')
]


@room.get("/review/queue", Listed[KeptClaim])
def review_queue(
    request: Request,
    house: InHouse,
    asked: InAsking,
    who: Reader,
    *,
    doubtful: Annotated[bool, Query(description="The doubtful claims instead of the sure ones")] = False,
    second: Annotated[bool, Query(description="What others have judged and you have not")] = False,
    after: After = None,
    limit: Limit = 20,
) -> Listed[KeptClaim]:
    """Claims that nobody has judged, by date and place in the text. The sure ones, or the doubtful."""
    if second and not who.is_known:
        raise UsageError("second needs to know who you are: sign in, or send a token")
    page = house.ledger.review_queue(
        asked.which,
        level=house.settings.sure,
        doubtful=doubtful,
        second=who.name if second else None,
        after=after or None,
        limit=limit,
    )
    items = tuple(KeptClaim(one.address, one.reading, one.review, one.claim) for one in page.waiting)
    return Listed(items, address(request, page.next), notes=asked.notes)


@room.get("/review/agreement", Listed[Agreement])
def review_agreement(house: InHouse) -> Listed[Agreement]:
    """How far reviewers agree who judged the same claims."""
    return Listed(tuple(house.ledger.agreement()))


@room.get("/review/dependences", Listed[answers.Depends])
def review_dependences(house: InHouse, asked: InAsking) -> Listed[answers.Depends]:
    """Sources that people marked as not independent of others."""
    return Listed(tuple(answers.Depends(*one) for one in house.ledger.dependences(asked.which.as_of)))


@room.post("/claims/{id}/accept", Judgement, Verdict)
def accept(
    house: InHouse,
    who: Reviewer,
    id: ClaimId,
    given: Annotated[Verdict, Depends(sent(Verdict))],
    if_match: IfMatch = None,
) -> Judgement:
    """The claim is right as it stands."""
    with _Expected(if_match, given.reading) as seen:
        return _desk(house, who).accept(seen.of(id), reason=given.reason, opinion=given.opinion)[0]


@room.post("/claims/{id}/reject", Judgement, Verdict)
def reject(
    house: InHouse,
    who: Reviewer,
    id: ClaimId,
    given: Annotated[Verdict, Depends(sent(Verdict))],
    if_match: IfMatch = None,
) -> Judgement:
    """The text does not say so. The claim is kept, and left out of every view."""
    with _Expected(if_match, given.reading) as seen:
        return _desk(house, who).reject(seen.of(id), reason=given.reason, opinion=given.opinion)[0]


@room.post("/claims/{id}/correct", Judgement, Correcting)
def correct(
    house: InHouse,
    who: Reviewer,
    id: ClaimId,
    given: Annotated[Correcting, Depends(sent(Correcting))],
    if_match: IfMatch = None,
) -> Judgement:
    """Something else is right. The reader's value stays beside it."""
    with _Expected(if_match, given.reading) as seen:
        return _desk(house, who).correct(
            id, given.correction, reason=given.reason, expected=seen.reading, opinion=given.opinion
        )


@room.post("/claims/{id}/split", Judgement, Splitting)
def split(
    house: InHouse,
    who: Reviewer,
    id: ClaimId,
    given: Annotated[Splitting, Depends(sent(Splitting))],
    if_match: IfMatch = None,
) -> Judgement:
    """One claim is several. Each is the claim with a correction; the first keeps the address."""
    with _Expected(if_match, given.reading) as seen:
        return _desk(house, who).split(id, given.parts, reason=given.reason, expected=seen.reading)


@room.post("/claims/{id}/merge", Judgement, Merging)
def merge(
    house: InHouse,
    who: Reviewer,
    id: ClaimId,
    given: Annotated[Merging, Depends(sent(Merging))],
    if_match: IfMatch = None,
) -> Judgement:
    """Other claims of the document are this one. It stays, with the sentences of all; their addresses lead to it."""
    with _Expected(if_match, given.reading) as seen:
        return _desk(house, who).merge(seen.of(id), *given.others, reason=given.reason)


@room.post("/documents/{id}/claims", Judgement, Adding)
def add_claim(house: InHouse, who: Reviewer, id: str, given: Annotated[Adding, Depends(sent(Adding))]) -> Judgement:
    """A claim that the reader missed. Its words stand at their offsets in the document's text."""
    return _desk(house, who).add(id, given.claim, reason=given.reason)


@room.post("/review/undo", Judgement, Undoing)
def undo(house: InHouse, who: Reviewer, given: Annotated[Undoing, Depends(sent(Undoing))]) -> Judgement:
    """Take back a judgement, by its number. Without one, your own last."""
    return _desk(house, who).undo(given.judgement, reason=given.reason)


@room.post("/review/link", Judgement, Linking)
def link(house: InHouse, who: Reviewer, given: Annotated[Linking, Depends(sent(Linking))]) -> Judgement:
    """A name means an entity wherever nothing else is known of it. Now, and in what is read later."""
    meant = linkable(entity(given.entity, "entity"))
    return _desk(house, who).link(given.name, meant, reason=given.reason)


@room.post("/review/unlink", Judgement, Unlinking)
def unlink(house: InHouse, who: Reviewer, given: Annotated[Unlinking, Depends(sent(Unlinking))]) -> Judgement:
    """A name that was linked means no entity any more."""
    return _desk(house, who).unlink(given.name, reason=given.reason)


@room.post("/review/depend", Judgement, Depending)
def depend(house: InHouse, who: Reviewer, given: Annotated[Depending, Depends(sent(Depending))]) -> Judgement:
    """A source is not independent of another. An outlet of the ledger in any case, or an entity's key or name."""
    pair = source(house.ledger, given.source, "source"), source(house.ledger, given.on, "on")
    return _desk(house, who).depend(*pair, reason=given.reason)


@room.post("/review/independ", Judgement, Freeing)
def independ(house: InHouse, who: Reviewer, given: Annotated[Freeing, Depends(sent(Freeing))]) -> Judgement:
    """A source is independent of another after all."""
    pair = source(house.ledger, given.source, "source"), source(house.ledger, given.on, "on")
    return _desk(house, who).independ(*pair, reason=given.reason)


def _desk(house: House, who: Who) -> ReviewDesk:
    return house.ledger.review(who.name, command="api")


class _Expected:
    """The reading that was seen: of the body, or of If-Match, whose conflict is 412 (RFC 9110, 13.1.1)."""

    def __init__(self, if_match: str | None, reading: int | None) -> None:
        word = (if_match or "").strip()
        self._matching = bool(word) and word != "*"
        self.reading = _number(word) if self._matching else reading
        if self._matching and reading not in (None, self.reading):
            raise UsageError(f"If-Match says that reading {self.reading} was seen, and the body {reading}: send one")

    def of(self, id: str) -> str | tuple[str, int]:
        """The claim as the ledger's desk takes it."""
        return id if self.reading is None else (id, self.reading)

    def __enter__(self) -> "_Expected":
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if self._matching and isinstance(error, ConflictError):
            raise HTTPException(HTTPStatus.PRECONDITION_FAILED, str(error)) from error


def _number(word: str) -> int:
    digits = word.removeprefix('"').removesuffix('"')
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 18):
        raise UsageError(f'If-Match {word[:40]} is no reading: send one like "41", as a claim has it')
    return int(digits)
