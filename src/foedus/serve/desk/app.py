"""The application of a desk: that of one person, with users who sign in."""

from typing import TYPE_CHECKING

from fastapi import FastAPI

from foedus.ledger.store import Ledger
from foedus.serve.app import make_app
from foedus.serve.desk.desk import Desk
from foedus.serve.desk.keeper import DeskKeeper
from foedus.serve.pages import sign_in
from foedus.serve.settings import Settings

if TYPE_CHECKING:
    from foedus.serve.desk.oidc import Oidc


def make_desk_app(ledger: Ledger, settings: Settings, desk: Desk, service: "Oidc | None" = None) -> FastAPI:
    """The application over an open ledger and an open desk, which their caller closes; `service` may know users too."""
    app = make_app(ledger, settings, DeskKeeper(desk, writable=ledger.is_writable))
    app.include_router(sign_in.router)
    app.state.oidc = service
    if service is not None:
        from foedus.serve.pages import sign_in_elsewhere  # noqa: PLC0415 - takes the extra `oidc`

        app.include_router(sign_in_elsewhere.router)
    return app
