"""The material in one folder: `corpus/` of hard documents, `everyday/` reports, `exemplars/`, each by language.

A lesson is one annotated text of it. The test part is never among them.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import foedus
from foedus.learning.corpus.exemplars import Exemplar
from foedus.learning.corpus.exemplars import read_all as read_exemplars
from foedus.learning.corpus.format import CorpusClaim, CorpusDocument, read, read_folder
from foedus.learning.corpus.split import Part, part_of
from foedus.model.errors import InputError

LANGS = ("fr", "en", "ru")
CORPUS, EVERYDAY, EXEMPLARS = "corpus", "everyday", "exemplars"

Span = tuple[int, int]


class Lesson(NamedTuple):
    """An annotated text.

    `masked` are spans of it of which nobody knows what else they claim: a word there can count for a claim that is
    annotated and never against one. `weight` is how much it counts beside a document of the material.
    """

    id: str
    lang: str
    part: Part
    exemplar: bool
    published: str | None
    text: str
    claims: Sequence[CorpusClaim]
    masked: tuple[Span, ...] = ()
    weight: float = 1.0

    def is_masked(self, place: int) -> bool:
        """Whether a code point lies in a masked span."""
        return any(start <= place < end for start, end in self.masked)


def lesson(given: CorpusDocument | Exemplar, part: Part) -> Lesson:
    """A document or exemplar as a lesson of a part."""
    exemplar = isinstance(given, Exemplar)
    return Lesson(given.id, given.lang, part, exemplar, given.published, given.text, given.claims)


def lessons(folder: Path, langs: Sequence[str] = LANGS, *, exemplars: bool = True) -> Iterator[Lesson]:
    """Every document of the training and dev parts, hard and everyday, and every exemplar, which counts as training."""
    for lang in langs:
        for document in read_folder(folder / CORPUS / lang):
            yield lesson(document, part_of(document.id))
        for document in read_folder(folder / EVERYDAY / lang):
            if part_of(document.id) != "test":
                yield lesson(document, part_of(document.id))
        for exemplar in read_exemplars(folder / EXEMPLARS, lang) if exemplars else ():
            yield lesson(exemplar, "train")


def dev_lessons(folder: Path) -> Iterator[Lesson]:
    """The dev part: of the hard documents first, then of the everyday ones."""
    for source in (CORPUS, EVERYDAY):
        for lang in LANGS:
            for path in sorted((folder / source / lang).glob("*.json")):
                if part_of(path.stem) == "dev":
                    yield lesson(read(path), "dev")


def clone_folder() -> Path | None:
    """The folder `training` of a clone of the project; None where the package is installed without it."""
    folder = Path(foedus.__file__).parents[2] / "training"
    return folder if _is_material(folder) else None


def material_folder(given: Path | None = None) -> Path:
    """The folder given, else the clone's; InputError where it holds no material."""
    folder = given or clone_folder()
    if folder is None:
        raise InputError(
            "the texts that the models learn from are not part of the installed package: "
            "clone the project and name its folder training, --material DIR"
        )
    if not _is_material(folder):
        raise InputError(
            f"{folder}: not the material: it needs the folders {CORPUS}/, {EVERYDAY}/ and {EXEMPLARS}/; "
            "name the folder training of a clone of the project, --material DIR"
        )
    return folder


def _is_material(folder: Path) -> bool:
    return all((folder / name).is_dir() for name in (CORPUS, EVERYDAY, EXEMPLARS))
