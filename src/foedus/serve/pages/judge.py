"""Judgements of a claim as plain forms: each is kept, or its page comes again with what was typed and what hinders."""

from collections.abc import Callable
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from foedus.model.errors import ConflictError, FoedusError
from foedus.model.review import Judgement
from foedus.serve.access.who import Reviewer
from foedus.serve.done import is_here, onward
from foedus.serve.house import House, InHouse
from foedus.serve.pages.forms import InForm, back_in, desk_of, reading_in, status_of, text_in
from foedus.serve.pages.judge_opinion import is_opinion, opinion
from foedus.serve.pages.told import page_of
from foedus.serve.rendering import render
from foedus.serve.showing import show
from foedus.serve.views.review_form import form_from, form_of, seen_from
from foedus.serve.views.review_given import correction
from foedus.serve.views.review_judging import JudgeView, Judging, Typed, judge_view
from foedus.serve.views.review_read import judged_by_others

router = APIRouter()


@show(router, "/claims/{id}/correct", "pages/judge.html")
def form(request: Request, house: InHouse, id: str, back: str = "", opinion: bool = False) -> JudgeView:
    """The form of a correction by itself."""
    here = back if is_here(back) else ""
    return judge_view(house, id, page_of(request), Judging("correct", here), Typed(opinion=opinion))


@router.post("/claims/{id}/accept", include_in_schema=False)
def accept(request: Request, house: InHouse, who: Reviewer, given: InForm, id: str) -> Response:
    """The claim is right as it stands."""

    def judge() -> Judgement:
        desk = desk_of(house, who.name, "accept")
        if is_opinion(given):
            return opinion(house.ledger, desk, id, "accept", given)
        (judged,) = desk.accept((id, reading_in(given)), reason=text_in(given, "reason"))
        return judged

    return _Judging(request, house, given, id, "accept").kept(judge)


@router.post("/claims/{id}/reject", include_in_schema=False)
def reject(request: Request, house: InHouse, who: Reviewer, given: InForm, id: str) -> Response:
    """The text does not say so."""

    def judge() -> Judgement:
        desk = desk_of(house, who.name, "reject")
        if is_opinion(given):
            return opinion(house.ledger, desk, id, "reject", given)
        (judged,) = desk.reject((id, reading_in(given)), reason=text_in(given, "reason"))
        return judged

    return _Judging(request, house, given, id, "reject").kept(judge)


@router.post("/claims/{id}/correct", include_in_schema=False)
def correct(request: Request, house: InHouse, who: Reviewer, given: InForm, id: str) -> Response:
    """Something else is right."""

    def judge() -> Judgement:
        desk = desk_of(house, who.name, "correct")
        if is_opinion(given):
            return opinion(house.ledger, desk, id, "correct", given)
        reading, held = reading_in(given), house.ledger.version(id)
        text = house.ledger.document(held.claim.document.sha256).text
        # what was seen is what the fields are held against; another version is told of by the desk
        seen = seen_from(given) or form_of(held.claim)
        change = correction(
            held.claim, text, form_from(given), seen if held.reading != reading else form_of(held.claim)
        )
        return desk.correct(id, change, reason=text_in(given, "reason"), expected=reading)

    return _Judging(request, house, given, id, "correct").kept(judge)


@router.get("/claims/{id}/accept", include_in_schema=False)
@router.get("/claims/{id}/reject", include_in_schema=False)
def to_claim(id: str) -> Response:
    """Whoever comes back to the address of a verdict, as by another language, finds the claim."""
    return RedirectResponse(f"/claims/{quote(id, safe='')}", HTTPStatus.SEE_OTHER)


class _Judging(NamedTuple):
    """A form that was sent: what it is to do with which claim."""

    request: Request
    house: House
    given: FormData
    id: str
    action: str

    def kept(self, judge: Callable[[], Judgement]) -> Response:
        """On to where one was; where it could not be kept, the claim as it is now, with what was typed."""
        try:
            judged = judge()
        except FoedusError as error:
            return self._again(error)
        back = back_in(self.given, f"/claims/{judged.claim or self.id}")
        return onward(self.request, judged, back, self._others(judged) if is_opinion(self.given) else ())

    def _others(self, judged: Judgement) -> list[Judgement]:
        """What was judged before, which is shown now."""
        return list(judged_by_others(self.house.ledger.history(judged.claim or self.id), judged.reviewer))

    def _again(self, error: FoedusError) -> Response:
        """What changed meanwhile is told too where something else hinders."""
        form = form_from(self.given) if self.action == "correct" else None
        seen = seen_from(self.given) if isinstance(error, ConflictError) or self._has_changed() else None
        typed = Typed(form, seen, text_in(self.given, "reason"), is_opinion(self.given), _told(error))
        view = judge_view(
            self.house, self.id, page_of(self.request), Judging(self.action, back_in(self.given, "")), typed
        )
        return render(self.request, "pages/judge.html", status=status_of(error), view=view)

    def _has_changed(self) -> bool:
        try:
            return str(self.house.ledger.version(self.id).reading) != text_in(self.given, "reading")
        except FoedusError:
            return False


def _told(error: FoedusError) -> str:
    """Without what only the command line does: the page shows the claim as it is now."""
    return str(error).partition("; now it is reading")[0]
