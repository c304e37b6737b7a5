"""The treaties that the server tells of: those shipped, with the user's own folder over them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from foedus.asked.treaties import treaty_named
from foedus.gazetteer.entities import Entities
from foedus.judge.treaties.files import load
from foedus.model.errors import UnknownError, UsageError
from foedus.model.treaty import Treaty
from foedus.serve.house import House


def treaties_of(house: House) -> Mapping[str, Treaty]:
    """By id; read once for each folder, so that a file that changes is seen when the server starts again."""
    return load_treaties(house.settings.treaties, house.entities)


def treaty_of(house: House, name: str) -> Treaty:
    """The one of an id, or of a name in any language; UnknownError with the nearest where there is none."""
    try:
        return treaty_named(name, treaties_of(house), house.entities)
    except UsageError as error:
        raise UnknownError(str(error)) from error


@cache
def load_treaties(folder: Path | None, entities: Entities) -> Mapping[str, Treaty]:
    """Those shipped, with a folder over them."""
    return load(entities, folder)
