"""The form of `/add` as it was sent: a pasted text may be as long as files may be."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request
from msgspec import Struct
from starlette.datastructures import FormData, UploadFile

from foedus.serve.adding.asked import Fields
from foedus.serve.adding.caps import FIELDS
from foedus.serve.adding.caps import UPLOADS as MOST
from foedus.serve.house import house_of


class Sent(Struct, frozen=True):
    """The fields, and the files that were chosen."""

    fields: Fields
    files: list[UploadFile]


async def sent(request: Request) -> AsyncIterator[Sent]:
    """What the form holds; its files are gone when it is answered."""
    limit = house_of(request).settings.upload_bytes
    # one file more than may be is let in, so that what is wrong can be told with the form still filled in
    async with request.form(max_files=MOST + 1, max_fields=FIELDS, max_part_size=limit) as form:
        fields = Fields(*(_text(form, name) for name in Fields.__struct_fields__))
        files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
        yield Sent(fields, files)


InSent = Annotated[Sent, Depends(sent)]


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""
