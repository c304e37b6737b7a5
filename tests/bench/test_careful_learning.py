"""What learning from proven answers is measured on: a ledger of what proof leaves, material without these documents."""

from pathlib import Path

from bench.accuracy.corpus import files_of
from bench.careful.learning import PART, fill, ideals, taught_of, without

from foedus.intake.answers.store import AnswerStore
from foedus.intake.teaching import teaching
from foedus.learning.corpus.format import read
from foedus.learning.corpus.material import lessons, material_folder
from foedus.learning.from_claims import taught
from foedus.ledger.store import Ledger
from foedus.reader.read import Reader


def test_proven_answers_stand_in_the_ledger_and_teach(tmp_path: Path) -> None:
    store = AnswerStore(tmp_path / "answers")
    with Ledger.open(str(tmp_path / "proven.db")) as ledger:
        documents = fill(ledger, store, ideals(3), Reader.load())
        found = taught(teaching(ledger, store))
    assert len(documents) == len(found.lessons) == 3
    assert found.left_out == {}
    assert set(found.claims) <= {"proven"}
    assert {one.text for one in found.lessons} <= {read(path).text for path in files_of(PART)}
    assert {one.lang for one in found.lessons} == {"fr", "en", "ru"}


def test_the_material_goes_without_the_documents_that_teach(tmp_path: Path) -> None:
    gone = [read(path) for path in files_of(PART)[:2]]
    material = without(frozenset(one.text for one in gone), tmp_path)
    assert material_folder(material) == material
    left = {one.id for one in lessons(material, exemplars=False)}
    whole = {one.id for one in lessons(material_folder(), exemplars=False)}
    assert whole - left == {one.id for one in gone}
    assert (tmp_path / "bench" / "accuracy" / "gold" / "test").is_dir()


def test_every_third_document_of_a_language_stays_annotated_material() -> None:
    some = list(ideals(12))
    told = list(taught_of(some))
    kept = [one for one in some if one not in told]
    assert len(told) == 9
    assert sorted(one.document.lang for one in kept) == ["en", "fr", "ru"]
