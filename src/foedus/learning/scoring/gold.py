"""What the reader is held against: claims with every answer that counts as right.

Two sources: the corpus (one answer each), and folders of gold files `ID.json`, whose answers may have alternatives
(`stage_alt`, `type_alt`, `polarity_alt`, `standing_alt`) and whose text is `ID.txt` or named under `file`, in the
folder or the one above.
"""

import json
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct

from foedus.learning.corpus.check import NEVER_CORE
from foedus.learning.corpus.format import CorpusClaim, CorpusDocument
from foedus.learning.corpus.material import Lesson
from foedus.model.errors import InputError

Accepted: TypeAlias = tuple[str, ...]
"""Keys and words any of which is right for one filler, the likeliest first."""


class GoldClaim(Struct, frozen=True):
    """One statement; of `types`, `stages`, `polarities`, `standings` the first is the answer, the rest count as right.

    `core` is False where the claim may be found or missed without penalty; `trigger` is its span, where told.
    """

    types: tuple[str, ...]
    stages: tuple[str, ...]
    polarities: tuple[str, ...]
    standings: tuple[str, ...]
    roles: dict[str, tuple[Accepted, ...]]
    core: bool
    trigger: tuple[int, int] | None

    @property
    def type(self) -> str:
        """The type proper."""
        return self.types[0]


class GoldDocument(Struct, frozen=True):
    """A text with its claims; `lang` and `published` are what the annotator knew."""

    id: str
    lang: str
    published: str | None
    text: str
    claims: tuple[GoldClaim, ...]


def from_corpus(document: CorpusDocument | Lesson) -> GoldDocument:
    """A corpus document, or a lesson, as gold."""
    claims = tuple(_corpus_claim(claim, document.text) for claim in document.claims)
    return GoldDocument(document.id, document.lang, document.published, document.text, claims)


def _corpus_claim(claim: CorpusClaim, text: str) -> GoldClaim:
    roles: dict[str, tuple[Accepted, ...]] = {
        role: tuple((filler.e, filler.t.words) if filler.e else (filler.t.words,) for filler in fillers)
        for role, fillers in claim.roles.items()
    }
    core = claim.core and claim.type not in NEVER_CORE
    return GoldClaim(
        (claim.type,),
        (claim.stage,),
        (claim.polarity,),
        (claim.standing,),
        roles,
        core,
        claim.trigger.span(text),
    )


def read_folder(folder: Path) -> list[GoldDocument]:
    """Every gold file of a folder with its text; InputError where a file or its text cannot be read."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError(f"{folder}: no gold file (*.json) stands there; name a folder that holds some")
    return [_gold_file(path) for path in files]


def _gold_file(path: Path) -> GoldDocument:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        text = _text_beside(path, raw)
        claims = tuple(_gold_claim(claim) for claim in raw["claims"])
        return GoldDocument(raw["id"], raw["lang"], raw.get("published"), text, claims)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}: not a gold file: {error!r}; see bench/accuracy/README.md") from error


def _text_beside(path: Path, raw: dict[str, Any]) -> str:
    places = [path.with_suffix(".txt"), path.parent.parent / f"{raw['id']}.txt"]
    if raw.get("file"):
        places += [path.parent / raw["file"], path.parent.parent / raw["file"]]
    for place in places:
        if place.is_file():
            return place.read_text(encoding="utf-8-sig")
    raise InputError(f"{path}: its text is not there; put it at {places[0]}")


def _gold_claim(raw: dict[str, Any]) -> GoldClaim:
    def answers(name: str, default: str | None = None) -> tuple[str, ...]:
        return (raw.get(name, default), *raw.get(f"{name}_alt", ()))

    span = raw.get("cue_span")
    core = raw.get("core", True) and not raw.get("restates") and raw["type"] not in NEVER_CORE
    return GoldClaim(
        answers("type"),
        answers("stage"),
        answers("polarity", "affirmed"),
        answers("standing"),
        {role: tuple(tuple(accepted) for accepted in some) for role, some in raw["roles"].items()},
        bool(core),
        (span["start"], span["end"]) if span else None,
    )
