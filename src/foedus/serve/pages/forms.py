"""Fields of the forms that reviewers send, and how it is answered that one could not be kept."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData

from foedus.ledger.review.desk import ReviewDesk
from foedus.model.errors import ConflictError, FoedusError, LedgerError, UnknownError, UsageError
from foedus.serve.done import is_here
from foedus.serve.house import House


async def sent(request: Request) -> FormData:
    """The fields of the form."""
    return await request.form()


InForm = Annotated[FormData, Depends(sent)]


def text_in(form: FormData, name: str) -> str:
    """A field; empty where it was not sent, or is a file."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def reading_in(form: FormData) -> int:
    """The version that was seen; UsageError where the form does not say."""
    value = text_in(form, "reading")
    if not value.isdecimal() or len(value) > 18:
        raise UsageError("the form does not say which version of the claim was seen: open the claim and judge it there")
    return int(value)


def back_in(form: FormData, otherwise: str) -> str:
    """Where one was."""
    given = text_in(form, "back")
    return given if is_here(given) else otherwise


def desk_of(house: House, name: str, action: str) -> ReviewDesk:
    """A reviewer's desk; what is judged there is remembered as done on the page."""
    return house.ledger.review(name, command=f"serve: {action}")


def status_of(error: FoedusError) -> HTTPStatus:
    """How an answer says that something was not kept."""
    if isinstance(error, ConflictError):
        return HTTPStatus.CONFLICT
    busy = isinstance(error, LedgerError) and not isinstance(error, UnknownError)
    return HTTPStatus.SERVICE_UNAVAILABLE if busy else HTTPStatus.UNPROCESSABLE_ENTITY
