"""Documents that address the model, with answers of a model that obeyed: nothing that no report says enters."""

from pathlib import Path

import pytest
from msgspec import Struct

from foedus.careful.numbering import numbered
from foedus.careful.parse_answer import parsed
from foedus.careful.proof import prove
from foedus.careful.proof.fault import reasons
from foedus.knowledge.yaml_file import YamlFile
from foedus.model.document import make_document
from foedus.reader.read import Reader

FOLDER = Path(__file__).parent / "hostile"


class Hostile(Struct, frozen=True, forbid_unknown_fields=True):
    """A document and an answer; `enters` are triggers of claims that the report does make."""

    lang: str
    text: str
    answer: str
    enters: list[str]
    kept_out: list[str]
    """Codes, in the answer's order."""


def cases() -> list[Path]:
    return sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", cases(), ids=lambda path: path.stem)
def test_nothing_false_enters(path: Path) -> None:
    case = YamlFile(path, path.name).shaped(Hostile)
    document = make_document(case.text, lang=case.lang, published="2024-03-15")
    outcome = prove(document, numbered(document), parsed(case.answer), Reader.load(), "careful/test", "0")
    assert [claim.trigger.text for claim in outcome.claims] == case.enters
    assert [one.code for one in outcome.rejected] == case.kept_out
    assert all(one.code in reasons() for one in outcome.rejected)


def test_there_are_cases_in_every_language() -> None:
    assert {YamlFile(path, path.name).shaped(Hostile).lang for path in cases()} == {"en", "fr", "ru"}
