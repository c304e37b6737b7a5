"""Training on a small material and a small ledger: models that read, scores, the switch and the way back."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from foedus.cli import train_job
from foedus.learning.corpus.material import lessons
from foedus.learning.decider.material import passages
from foedus.learning.decider.rows import fold_rows, see
from foedus.learning.from_claims import Held, Judged, lesson_of
from foedus.learning.measuring import frozen_test, measured
from foedus.learning.origin import read_origin
from foedus.model.document import make_document
from foedus.reader.confidence import load_confidence
from foedus.reader.models import check_models
from foedus.reader.read import Reader
from tests.cli.command import foedus
from tests.learning.school import corpus as corpus_documents
from tests.learning.school import filled, lessons_apart, small_clone


class School(NamedTuple):
    """A folder with a small material and a ledger of twelve proven documents, and what a training there gave."""

    folder: Path
    done: train_job.Trained


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    folder = tmp_path_factory.mktemp("school")
    material = small_clone(folder)
    with filled(folder / "foedus.db", lessons_apart()[:12]):
        pass
    (folder / "foedus.toml").write_text('# my case\nledger = "foedus.db"\n\n[pipelines]\n', encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        plan = train_job.TrainPlan("foedus.db", "foedus.db", material, Path("foedus-models"), Path("answers"), 2.0)
        done = train_job.run(plan, None)
        done.take()
    yield School(folder, done)


def named(folder: Path) -> object:
    """What foedus.toml says of models."""
    return tomllib.loads((folder / "foedus.toml").read_text(encoding="utf-8")).get("models")


def test_scores_before_and_after_are_given_and_the_models_taken(school: School) -> None:
    rows = list(school.done.rows())
    assert {(row["part"], row["language"]) for row in rows} == {
        (part, lang) for part in ("test part", "ledger, held out") for lang in ("en", "all")
    }
    assert all(row["gain"] == f"{float(row['after']) - float(row['before']):+.3f}" for row in rows)
    folder = school.folder / str(named(school.folder))
    check_models(folder)
    origin = read_origin(folder)
    assert (origin.before, origin.weight, origin.material) == (None, 2.0, 74)
    assert sum(origin.documents.values()) + sum(origin.left_out.values()) == 12
    assert set(origin.claims) == {"proven"}
    assert origin.head
    text = (school.folder / "foedus.toml").read_text(encoding="utf-8")
    assert text.startswith("models = ")
    assert "# my case" in text


def test_levels_of_confidence_stay_what_they_are(school: School) -> None:
    own, shipped = load_confidence(school.folder / str(named(school.folder))), load_confidence()
    assert (own.default, own.sure) == (shipped.default, shipped.sure)
    assert own.weights != shipped.weights


def test_claims_say_which_models_made_them_and_the_doctor_knows_them(school: School) -> None:
    folder = str(named(school.folder))
    text = b"Norway delivered 12 howitzers to Ukraine on Monday, the defence ministry in Oslo said."
    read = foedus("read", "-", "--lang", "en", "--no-ledger", "--format", "jsonl", cwd=school.folder, stdin=text)
    assert read.code == 0, read.err
    marks = {json.loads(line)["reader"]["name"] for line in read.out.splitlines()}
    assert marks <= {f"foedus models={Path(folder).name}"}
    assert f"your own in {folder}" in foedus("doctor", cwd=school.folder).out


def test_undo_goes_back_to_the_shipped_models_and_deletes_nothing(school: School) -> None:
    before = named(school.folder)
    back = foedus("train", "--undo", cwd=school.folder)
    assert (back.code, named(school.folder)) == (0, None)
    assert "shipped models" in back.err
    check_models(school.folder / str(before))
    again = foedus("train", "--undo", cwd=school.folder)
    assert again.code == 4
    assert len(again.errors) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from-ledger", "--undo"), "say --from-ledger to train, or --undo"),
        ((), "say --from-ledger to train, or --undo"),
        (("--from-ledger", "--material", "nowhere"), "nowhere: not the material"),
        (("--from-ledger", "--ledger", "empty.db", "--material", "training"), "no document to learn from"),
    ],
)
def test_what_is_wrong_is_one_line(school: School, words: tuple[str, ...], said: str) -> None:
    with filled(school.folder / "empty.db", []):
        pass
    done = foedus("train", *words, cwd=school.folder)
    assert done.code in (2, 3)
    [line] = done.errors
    assert said in line


def test_an_interrupted_training_leaves_nothing(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(train_job, "train_into", interrupted)
    monkeypatch.chdir(school.folder)
    plan = train_job.TrainPlan(
        "foedus.db", "foedus.db", school.folder / "training", Path("other"), Path("answers"), 1.0
    )
    with pytest.raises(KeyboardInterrupt):
        train_job.run(plan, None)
    assert list((school.folder / "other").iterdir()) == []


def test_broken_models_in_use_do_not_hinder_a_new_training(
    school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of another release: told, and the shipped ones are those before."""
    (school.folder / "older").mkdir()
    (school.folder / "older" / "origin.yaml").write_text("made_for: 0.0.1 abc\n", encoding="utf-8")
    monkeypatch.chdir(school.folder)
    monkeypatch.setattr(train_job, "train_into", lambda *_: 0)
    monkeypatch.setattr(train_job, "_scores", lambda *_: {})
    monkeypatch.setattr("foedus.cli.train_job.Reader.choosing", lambda *_, **__: None)
    material = school.folder / "training"
    plan = train_job.TrainPlan("foedus.db", "foedus.db", material, Path("newer"), Path("answers"), 1.0)
    done = train_job.run(plan, Path("older"))
    assert done.origin.before is None
    assert "made for Foedus 0.0.1 abc" in capsys.readouterr().err
    assert done.folder.parent == Path("newer")


def test_nothing_is_learned_from_texts_of_a_test_part(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their documents are left out, and counted."""
    monkeypatch.chdir(school.folder)
    [one, *_] = frozen_test(school.folder / "training")
    corpus = {document.id: document for document in corpus_documents()}
    with filled(school.folder / "tested.db", [corpus[one.id]]):
        pass
    done = foedus("train", "--from-ledger", "--ledger", "tested.db", "--material", "training", cwd=school.folder)
    assert done.code == 3
    assert "1 document known to the material or a test part" in done.errors[-1]


def test_what_nobody_knows_counts_neither_way_in_scores() -> None:
    """The built-in reader finds both; only the first is annotated, the other is masked or not."""
    text = "Norway delivered 12 howitzers to Ukraine in May. Sweden delivered 12 howitzers to Ukraine in June."
    document = make_document(text, lang="en", published="2024-07-01")
    claims = Reader.load().read(document, min_confidence=0.0).claims
    first = next(one for one in claims if one.trigger.start < text.index("Sweden"))
    whole = Held(document, [Judged(first, "proven")], [], is_open=False, is_whole=True)
    part = whole._replace(is_whole=False)
    tallies = [measured([lesson_of(one)], Reader.load())["all"] for one in (whole, part)]
    assert [one.predicted for one in tallies] == [2, 1]


def test_the_same_material_gives_the_same_rows(tmp_path: Path) -> None:
    """In the same order, with the same labels, whatever order a disk lists files in."""
    material = small_clone(tmp_path)
    some = [one for one in lessons(material) if one.part == "train"][:8]
    one, two = ([see(passage) for passage in passages(some)] for _ in range(2))
    first, second = fold_rows(one), fold_rows(two)
    assert [(row.place, row.label, row.known) for row in first] == [(row.place, row.label, row.known) for row in second]
    assert [dict(row.features.values) for row in first] == [dict(row.features.values) for row in second]
    assert any(row.label for row in first)
