"""`/add`: documents are pasted or sent, and `/add/JOB`: how far their reading is."""

import shlex
import shutil
from http import HTTPStatus

from fastapi import APIRouter, Request
from msgspec import Struct
from msgspec.structs import replace
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from foedus.ingest.formats import TEXTUAL
from foedus.ingest.options import Metadata
from foedus.model.errors import FoedusError, UsageError
from foedus.serve.access.who import Reviewer
from foedus.serve.adding.asked import Fields, metadata
from foedus.serve.adding.caps import FETCHED_BYTES
from foedus.serve.adding.caps import UPLOADS as MOST
from foedus.serve.adding.jobs import Jobs
from foedus.serve.adding.names import safe_name
from foedus.serve.adding.order import Order, Upload
from foedus.serve.adding.parsing import UPLOADS
from foedus.serve.adding.progress import Progress
from foedus.serve.adding.sent import InSent
from foedus.serve.fetching.fetch import Page, fetch
from foedus.serve.house import House, InHouse
from foedus.serve.rendering import render
from foedus.serve.showing import show

router = APIRouter()

_PASTED = "pasted text.txt"
_PAGE = "fetched page"
_RECENT = 10
_KINDS = tuple(sorted({*TEXTUAL, ".zip", ".gz"}))


class AddView(Struct, frozen=True):
    """The form as it was filled in, what was wrong with it, and the newest jobs; whether pages can be fetched."""

    fields: Fields
    wrong: str
    recent: list[Progress]
    megabytes: float
    kinds: tuple[str, ...]
    fetches: bool


class AddingView(Struct, frozen=True):
    """One job."""

    job: Progress


def _jobs(request: Request) -> Jobs:
    found: Jobs = request.app.state.jobs
    return found


def _view(request: Request, house: House, fields: Fields, wrong: str = "") -> AddView:
    recent = _jobs(request).recent(_RECENT)
    return AddView(fields, wrong, recent, house.settings.upload_bytes / 1e6, _KINDS, house.settings.fetch_urls)


@show(router, "/add", "pages/add.html")
def form(request: Request, house: InHouse) -> AddView:
    """The form."""
    return _view(request, house, Fields())


@show(router, "/add/{id}", "pages/adding.html")
def adding(request: Request, id: str) -> AddingView:
    """How far a job is."""
    return AddingView(_jobs(request).progress(id))


@router.post("/add", include_in_schema=False)
def add(request: Request, house: InHouse, who: Reviewer, sent: InSent) -> Response:
    """A new job, and on to its page; or the form again with what is wrong."""
    fields = sent.fields
    try:
        known = metadata(fields)
        _check(fields, sent.files, known)
        page = _fetched(house, fields)
        if page is not None and known.url is None:
            known = replace(known, url=page.url)
        order = _order(house, who.name, _brought(fields, page), sent.files, known)
        job = _jobs(request).start(order, who.name)
    except FoedusError as error:
        view = _view(request, house, fields, str(error))
        return render(request, "pages/add.html", status=HTTPStatus.UNPROCESSABLE_ENTITY, view=view)
    return RedirectResponse(f"/add/{job}", HTTPStatus.SEE_OTHER)


@router.post("/add/{id}/stop", include_in_schema=False)
def stop(request: Request, who: Reviewer, id: str) -> Response:  # noqa: ARG001 - it takes a reviewer
    """End a job where it is."""
    jobs = _jobs(request)
    jobs.progress(id)
    jobs.stop(id)
    return RedirectResponse(f"/add/{id}", HTTPStatus.SEE_OTHER)


def _check(fields: Fields, files: list[UploadFile], known: Metadata) -> None:
    alone = [bool(fields.text.strip()), bool(fields.fetch.strip()), bool(files)]
    if alone[1] and sum(alone) > 1:
        raise UsageError("a page that is fetched is read by itself: leave text and files out")
    if not any(alone):
        raise UsageError("nothing to read: paste a text, or choose files")
    if len(files) > MOST:
        raise UsageError(f"{len(files)} files at once are more than {MOST}: send an archive, or less at once")
    if known != Metadata() and not fields.text.strip() and len(files) > 1:
        raise UsageError(
            "title, outlet, date, language and address are those of one document: "
            "for several, send manifest.yaml with them"
        )


def _fetched(house: House, fields: Fields) -> Page | None:
    """The page whose address was given, if any was."""
    if not fields.fetch.strip():
        return None
    if not house.settings.fetch_urls:
        raise UsageError("this server fetches no addresses: save the page, and send the file")
    return fetch(fields.fetch.strip(), min(house.settings.upload_bytes, FETCHED_BYTES))


def _brought(fields: Fields, page: Page | None) -> tuple[str, bytes] | None:
    """The text that was pasted, or the page that was fetched, with the name that it is kept under."""
    if page is not None:
        return f"{_PAGE}{page.suffix}", page.content
    return (_PASTED, fields.text.encode("utf-8", "replace")) if fields.text.strip() else None


def _order(house: House, by: str, brought: tuple[str, bytes] | None, files: list[UploadFile], known: Metadata) -> Order:
    """The uploads in a folder of their own; it is gone again where that fails."""
    if house.settings.place is None:
        raise UsageError("this server reads no documents: it was not told where its ledger lies")
    folder = Jobs.folder()
    taken: set[str] = set()
    uploads: list[Upload] = []
    try:
        if brought is not None:
            name = safe_name(brought[0], taken)
            (folder / UPLOADS / name).write_bytes(brought[1])
            uploads.append(Upload(name, known))
        for file in files:
            name = safe_name(file.filename or "", taken)
            with (folder / UPLOADS / name).open("xb") as kept:
                shutil.copyfileobj(file.file, kept)
            uploads.append(Upload(name, Metadata() if brought is not None else known))
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise UsageError(f"what was sent cannot be kept ({error.strerror}): try again, or send less") from error
    note = shlex.join(["add", *(upload.name for upload in uploads[:10]), "--by", by])
    settings = house.settings
    lexicon, models = (str(one) if one else None for one in (settings.lexicon, settings.models))
    return Order(str(folder), tuple(uploads), settings.place or "", note, lexicon, dict(settings.pipelines), models)
