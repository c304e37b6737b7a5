"""The card beside a user's models: what they were trained from, what they are worth, and which models came before."""

from pathlib import Path

import msgspec
from msgspec import Struct

from foedus.model.errors import DataError
from foedus.reader.models import ORIGIN


class Scores(Struct, frozen=True):
    """Core-F1 of the reader on some texts, with the models before and with these."""

    before: float
    after: float


class Origin(Struct, frozen=True):
    """What models were trained from.

    `made_for` is the release with a hash of the models that it ships; `before` the folder of the models that were used
    until then, null for the shipped ones. `documents` of the ledger by what they served: `train`, `dev` (thresholds and
    confidence), `held_out` (measured alone); `claims` by verdict; `scores` by part and language. `head` is the ledger's
    last link when it was read, `weight` what a document of it counted beside one of the material.
    """

    made_for: str
    made: str
    before: str | None
    ledger: str
    head: str | None
    documents: dict[str, int]
    claims: dict[str, int]
    left_out: dict[str, int]
    material: int
    weight: float
    scores: dict[str, dict[str, Scores]]


def write_origin(origin: Origin, folder: Path) -> None:
    """Write the card."""
    (folder / ORIGIN).write_bytes(msgspec.yaml.encode(origin))


def read_origin(folder: Path) -> Origin:
    """The card of a folder of models; DataError where it is none."""
    try:
        return msgspec.yaml.decode((folder / ORIGIN).read_bytes(), type=Origin)
    except (OSError, ValueError) as error:
        raise DataError(f"models {folder}: {ORIGIN} cannot be used ({' '.join(str(error).split())})") from error
