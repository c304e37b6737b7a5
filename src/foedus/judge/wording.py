"""The judge's words in a language: elements, values, verdicts, reasons (`data/judge/words.yaml`)."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from msgspec import Struct

from foedus.knowledge.yaml_file import YamlFile
from foedus.model.finding import EXPERT, LAW, RECORD, Element, ElementName, Value, Verdict
from foedus.model.treaty import ObligationKind, Texts
from foedus.model.vocabulary import Certainty, Standing

if TYPE_CHECKING:
    from foedus.gazetteer.entities import Entities

FILE = "words.yaml"
_OTHERS = frozenset({RECORD, EXPERT, LAW})


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """Words by id, each in several languages."""

    elements: dict[ElementName, Texts]
    values: dict[Value, Texts]
    verdicts: dict[Verdict, Texts]
    viewpoints: dict[str, Texts]
    kinds: dict[ObligationKind, Texts]
    reasons: dict[str, Texts]
    rules: dict[str, Texts]
    gaps: dict[str, Texts]
    phrases: dict[str, Texts]
    sureties: dict[Certainty, Texts]
    standings: dict[Standing, Texts]
    lines: dict[str, Texts]


@cache
def words() -> Words:
    """The shipped words; DataError with the line where the file is not as it must be."""
    return YamlFile(files("foedus") / "data" / "judge" / FILE, FILE).shaped(Words)


def said(texts: Texts, lang: str) -> str:
    """Words in a language, in English where it has none."""
    return texts.get(lang) or texts["en"]


def reason_of(element: Element, lang: str) -> str:
    """Why an element has its value: a line of the evidence table, or a field of the treaty file (`treaty:ID:field`)."""
    return said(words().reasons[element.reason.rsplit(":", 1)[-1]], lang)


def viewpoint_name(viewpoint: str, entities: "Entities", lang: str) -> str:
    """A state or organisation by its name, else `the record`, `experts`, `the text itself`."""
    return said(words().viewpoints[viewpoint], lang) if viewpoint in _OTHERS else entities.name(viewpoint, lang)


def line(name: str, lang: str, **given: str) -> str:
    """A line of a dossier's layout with its names filled in."""
    return said(words().lines[name], lang).format(**given)
