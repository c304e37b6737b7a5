"""Who asks, and what each may do: dependencies for routes that write.

    @router.post("/claims/{id}/accept")
    def accept(house: InHouse, who: Reviewer, id: str) -> Response:
        house.ledger.review(who.name)...

Unsafe methods need a reviewer even where a route forgets to say so (`door.py`).
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import Depends, HTTPException, Request
from msgspec import Struct

from foedus.serve.house import house_of

Role = Literal["reader", "reviewer", "admin"]
ROLES: tuple[Role, ...] = ("reader", "reviewer", "admin")
"""Each may do what those before it may."""


class Who(Struct, frozen=True):
    """Somebody; `name` is what judgements are kept under, empty for a reader that nobody knows."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether what takes this role is allowed."""
        return ROLES.index(self.role) >= ROLES.index(role)

    @property
    def is_known(self) -> bool:
        """Whether it is told who this is."""
        return bool(self.name)


NOBODY = Who("", "reader")


def who_of(request: Request) -> Who:
    """As the door found out; nobody where there is no door."""
    found: Who = request.scope.get("state", {}).get("who", NOBODY)
    return found


def at_least(role: Role) -> Callable[[Request], Who]:
    """A dependency that lets those in who may do this much; others get 403 with what to do."""

    def allowed(request: Request) -> Who:
        who = who_of(request)
        if not who.may(role):
            raise HTTPException(HTTPStatus.FORBIDDEN, refusal(request, who, role))
        return who

    return allowed


def refusal(request: Request, who: Who, role: Role) -> str:
    """Why this is not allowed, and what helps."""
    house = house_of(request)
    if not house.ledger.is_writable:
        return f"{house.ledger.where} is read-only here: nothing was changed"
    if house.settings.mode == "own":
        return "this browser may only read: open the address with the token that `foedus serve` has printed"
    return f"this takes the role {role}, and you are signed in as {who.role}: ask an admin of this desk"


Reader = Annotated[Who, Depends(at_least("reader"))]
Reviewer = Annotated[Who, Depends(at_least("reviewer"))]
Admin = Annotated[Who, Depends(at_least("admin"))]
