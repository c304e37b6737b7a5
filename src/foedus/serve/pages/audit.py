"""`/audit`: what was written and by whom, and whether it is still as it was written."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request
from msgspec import Struct
from starlette.responses import RedirectResponse, Response

from foedus.asked.moments import moment
from foedus.model.errors import UsageError
from foedus.model.logged import Logged
from foedus.publish.audit import BATCHES
from foedus.serve.access.who import Reviewer
from foedus.serve.files import Listing, listed
from foedus.serve.house import InHouse
from foedus.serve.showing import show
from foedus.serve.verifying import SECONDS, Verified, Verifying
from foedus.serve.views.audit import AuditAsked, AuditView, audit_view, check_actions

router = APIRouter()

Actions = Annotated[list[str], Query(default_factory=list)]


class VerifyView(Struct, frozen=True):
    """The last walk along the chain; `can_start` where the server knows where its ledger lies."""

    verified: Verified
    can_start: bool
    where: str
    minutes: int


@show(router, "/audit", "pages/audit.html")
def audit(
    request: Request,  # noqa: ARG001 - every view takes it
    *,
    house: InHouse,
    action: Actions,
    since: str = "",
    actor: str = "",
    before: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
) -> AuditView:
    """Batches, the newest first."""
    return audit_view(house, AuditAsked(since.strip(), actor.strip(), _given(action), before))


@listed(router, "/audit")
def audit_files(
    request: Request,  # noqa: ARG001 - every list takes it
    house: InHouse,
    action: Actions,
    since: str = "",
    actor: str = "",
) -> Listing[Logged]:
    """All of them, in their order."""
    actions = _given(action)
    check_actions(actions)
    found = house.ledger.audit(since=moment(since or None, "since"), actor=actor.strip() or None, actions=actions)
    return Listing(BATCHES, found)


@show(router, "/audit/verify", "pages/verify.html")
def verifying(request: Request, house: InHouse) -> VerifyView:
    """How far the walk is."""
    place = house.settings.place
    return VerifyView(_walk(request).now(), place is not None, house.ledger.where, SECONDS // 60)


@router.post("/audit/verify", include_in_schema=False)
def verify(request: Request, house: InHouse, who: Reviewer) -> Response:  # noqa: ARG001 - it takes a reviewer
    """Begin the walk, and on to its page."""
    if house.settings.place is None:
        raise UsageError("this server was not told where its ledger lies: run `foedus audit verify --ledger …`")
    _walk(request).start(house.settings.place)
    return RedirectResponse("/audit/verify", HTTPStatus.SEE_OTHER)


def _walk(request: Request) -> Verifying:
    state = request.app.state
    if not hasattr(state, "verifying"):
        state.verifying = Verifying()
    found: Verifying = state.verifying
    return found


def _given(actions: list[str]) -> tuple[str, ...]:
    return tuple(one for one in actions if one.strip())
