"""What a person has just done, told once on the next page, with a way to undo it: a cookie carries it there."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from http import HTTPStatus

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foedus.model.review import Judgement

_LONGEST = 2_000
_SECONDS = 120
"""In which the next page comes, or the line is not told."""
_NAMES = ("name", "entity", "source", "on")
"""Of what a judgement is that is of no claim."""


class Done(Struct, frozen=True):
    """A judgement: its number, what was done to which claim.

    `names` are those that it was about, as of a link, `changed` how many claims that changed. `noted` says that the
    claim stays as it is.
    """

    number: int
    action: str
    claim: str | None = None
    fields: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    changed: int | None = None
    others: tuple[str, ...] = ()
    undoes: int | None = None
    noted: bool = False
    before: tuple[tuple[str, str, str], ...] = ()
    """Of a second opinion: who judged the claim before, what, and why."""


def done(judged: Judgement, before: Sequence[Judgement] = ()) -> Done:
    """What is told of a judgement; `before` are those of others, which are shown now."""
    detail = judged.detail
    others = detail.get("parts") or detail.get("merged") or ()
    return Done(
        judged.number,
        judged.action,
        judged.claim,
        tuple(detail.get("fields", ()))[:8],
        tuple(str(detail[name])[:120] for name in _NAMES if name in detail),
        detail.get("claims"),
        tuple(others)[:8] if isinstance(others, list | tuple) else (),
        judged.undoes,
        judged.claim is not None and judged.before is not None and judged.before == judged.after,
        tuple((one.reviewer[:60], one.action, (one.reason or "")[:120]) for one in before)[-3:],
    )


def onward(request: Request, judged: Judgement, back: str, before: Sequence[Judgement] = ()) -> Response:
    """On to the next page, a path of this server, which tells what was done."""
    answer = RedirectResponse(back, HTTPStatus.SEE_OTHER)
    told = urlsafe_b64encode(msgspec.json.encode(done(judged, before))).decode()
    if len(told) <= _LONGEST:
        answer.set_cookie(_name(request), told, max_age=_SECONDS, httponly=True, samesite="strict")
    return answer


def done_of(request: Request) -> Done | None:
    """What the page before has done."""
    told = request.cookies.get(_name(request), "")
    try:
        return msgspec.json.decode(urlsafe_b64decode(told.encode()), type=Done) if told else None
    except (ValueError, msgspec.DecodeError):
        return None


def forget_done(request: Request, answer: Response) -> None:
    """It was told."""
    answer.delete_cookie(_name(request), httponly=True, samesite="strict")


def is_here(path: str) -> bool:
    """Whether an address is a path of this server, and not another site's."""
    return path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()


def _name(request: Request) -> str:
    """Cookies are shared by all ports of a host."""
    return f"foedus_done_{request.url.port or 80}"
