"""Ids in addresses of the API."""

from typing import Annotated

from fastapi import Depends, Path

from foedus.serve.pages.claim import checked_id

_Given = Annotated[str, Path(description="A claim's id, the beginning of one, or the address of a twin: `ID.1`")]


def _claim(id: _Given) -> str:
    return checked_id(id)


ClaimId = Annotated[str, Depends(_claim)]
