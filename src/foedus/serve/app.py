"""The server's one application: pages, files, API, and what every answer has."""

from importlib.resources import as_file, files

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from foedus import __version__
from foedus.gazetteer.entities import Entities
from foedus.ledger.store import Ledger
from foedus.serve import errors, sheet
from foedus.serve.access.door import guard
from foedus.serve.access.keeper import Keeper
from foedus.serve.access.own import Own
from foedus.serve.adding.jobs import Jobs
from foedus.serve.api import router as api
from foedus.serve.etags import ETags
from foedus.serve.finding.desk import FindingsDesk
from foedus.serve.finding.sittings import Sittings
from foedus.serve.house import House
from foedus.serve.pages import (
    add,
    audit,
    claim,
    claims,
    commitment,
    commitments,
    deal,
    document,
    documents,
    entities,
    entity,
    findings,
    home,
    judge,
    judge_missed,
    judge_names,
    judge_parts,
    keys,
    lists,
    network,
    pair,
    register,
    review,
    stories,
    story,
    timeline,
    world_map,
)
from foedus.serve.settings import Settings

_ROUTERS = (
    sheet.router,
    add.router,
    home.router,
    claims.router,
    claim.router,
    document.router,
    documents.router,
    entities.router,
    entity.router,
    keys.router,
    pair.router,
    network.router,
    world_map.router,
    timeline.router,
    register.router,
    deal.router,
    stories.router,
    story.router,
    commitments.router,
    commitment.router,
    findings.router,
    judge.router,
    judge_parts.router,
    judge_missed.router,
    judge_names.router,
    review.router,
    audit.router,
    lists.router,
    api.router,
)


_COMPRESSION = 5
"""A page is a twentieth longer than at 9, and is compressed in half the time."""


def make_app(ledger: Ledger, settings: Settings, keeper: Keeper | None = None) -> FastAPI:
    """The application over an open ledger, which its caller closes; `keeper` knows who asks (default: one owner)."""
    app = FastAPI(title="Foedus", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    entities = Entities.load()
    desk = FindingsDesk(ledger, Sittings(ledger, entities, settings).found)
    app.state.house = House(ledger, entities, settings, desk)
    app.state.jobs = Jobs()
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=_COMPRESSION)
    app.add_middleware(ETags)
    guard(app, settings, keeper or Own(settings.token, settings.reviewer, writable=ledger.is_writable))
    errors.told_by(app)
    for router in _ROUTERS:
        # the routes themselves: FastAPI would make each of them anew for each application, which takes a second
        app.router.routes.extend(router.routes)
    with as_file(files("foedus.serve") / "static") as folder:
        app.mount("/static", StaticFiles(directory=folder), name="static")
    return app
