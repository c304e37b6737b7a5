"""What `web/` is built into when Foedus is installed: the page's scripts and the world's outlines, where they are."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from foedus.model.errors import DataError

SCRIPT, WORLD = "foedus.js", "world.json"


class Outline(Struct, frozen=True):
    """A land's outline as an SVG path; `key` is that of its state, None where it has none."""

    key: str | None
    path: str


class World(Struct, frozen=True):
    """States on a plane of `width` by `height`; a path is drawn in `steps` of which so many make a unit.

    `middles` are places (x, y) in the largest part of each state, by its key.
    """

    width: int
    height: int
    steps: int
    outlines: Sequence[Outline]
    middles: Mapping[str, tuple[float, float]]


def is_built(name: str = SCRIPT) -> bool:
    """Whether it was there when the server began to ask: it is left out where Foedus is installed without Node."""
    return (files("foedus.serve") / "static" / "built" / name).is_file()


@cache
def world() -> World | None:
    """The outlines; None where they were not built."""
    if not is_built(WORLD):
        return None
    try:
        return msgspec.json.decode((files("foedus.serve") / "static" / "built" / WORLD).read_bytes(), type=World)
    except msgspec.DecodeError as error:
        raise DataError(f"{WORLD}: {error}: install Foedus again") from error
