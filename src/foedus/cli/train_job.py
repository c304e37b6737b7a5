"""What `foedus train` does: lessons out of the ledger, models into a folder of their own, scores, the switch."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from foedus.cli.config import FILE
from foedus.cli.console import counted, tell
from foedus.cli.settings_file import write_models
from foedus.cli.table import Row
from foedus.intake.answers.store import AnswerStore
from foedus.intake.teaching import teaching
from foedus.learning.corpus.material import Lesson, lessons, material_folder
from foedus.learning.from_claims import Taught, taught
from foedus.learning.measuring import everyday_test, frozen_test, measured
from foedus.learning.origin import Origin, Scores, read_origin, write_origin
from foedus.learning.training import check_libraries, train_into
from foedus.ledger.store import Ledger
from foedus.model.document import make_document
from foedus.model.errors import DataError, InputError
from foedus.reader.models import check_models, made_for
from foedus.reader.read import Reader

TEST, HELD_OUT = "test part", "ledger, held out"


class TrainPlan(NamedTuple):
    """Which ledger teaches (`shown` is its name without a password), beside which material, and where models go."""

    ledger: str
    shown: str
    material: Path | None
    out: Path
    answers: Path
    weight: float


class Trained(NamedTuple):
    """Models in their folder, not yet taken."""

    folder: Path
    origin: Origin

    def rows(self) -> Iterator[Row]:
        """Scores before and after, a row for each part and language."""
        for part, by_lang in self.origin.scores.items():
            for lang, one in by_lang.items():
                before, after = f"{one.before:.3f}", f"{one.after:.3f}"
                gain = f"{one.after - one.before:+.3f}"
                yield {"part": part, "language": lang, "before": before, "after": after, "gain": gain}

    def take(self) -> None:
        """Let foedus.toml name the models."""
        write_models(FILE, self.folder.as_posix())


def run(plan: TrainPlan, before: Path | None) -> Trained:
    """Train and measure; the folder is there whole or not at all. `before` are the models in use (None: shipped)."""
    check_libraries()
    material = material_folder(plan.material)
    test = frozen_test(material)
    head, found = _lessons(plan, _texts([*lessons(material), *test, *everyday_test(material)]))
    _tell_lessons(found)
    before = _usable(before)
    plan.out.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(dir=plan.out, prefix=".making-"))
    try:
        origin = _origin(plan, before, head, found)
        write_origin(origin, making)
        count = train_into(making, material, [one for one in found.lessons if one.part != "test"], tell)
        old, new = Reader.choosing({}, models=before), Reader.choosing({}, models=making)
        parts = {TEST: test, HELD_OUT: [one for one in found.lessons if one.part == "test"]}
        scores = {name: _scores(some, old, new) for name, some in parts.items() if some}
        origin = structs.replace(origin, material=count, scores=scores)
        write_origin(origin, making)
        folder = _place(plan.out, origin.made[:10])
        making.chmod(0o755)
        making.rename(folder)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return Trained(folder, origin)


def _usable(models: Path | None) -> Path | None:
    """The models in use, unless they are broken or another release's: then the shipped ones are those before."""
    if models is not None:
        try:
            check_models(models)
        except DataError as error:
            tell(f"{error}: measured against the shipped models")
            return None
    return models


def _origin(plan: TrainPlan, before: Path | None, head: str | None, found: Taught) -> Origin:
    """The card as far as it is known before training."""
    return Origin(
        made_for=made_for(),
        made=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        before=before.as_posix() if before else None,
        ledger=plan.shown,
        head=head,
        documents=dict(Counter("held_out" if one.part == "test" else one.part for one in found.lessons)),
        claims={str(verdict): number for verdict, number in found.claims.items()},
        left_out=dict(found.left_out),
        material=0,
        weight=plan.weight,
        scores={},
    )


def go_back(current: Path | None) -> str:
    """Let foedus.toml name the models before those in use; the line that tells it. DataError where there are none."""
    if current is None:
        raise DataError(f"{FILE} names no models: the reader reads with those shipped, and nothing is before them")
    try:
        before = read_origin(current).before
    except DataError as error:
        tell(f"{error}: going back to the shipped models")
        before = None
    write_models(FILE, before)
    return f"reading again with the models in {before}" if before else "reading again with the shipped models"


def _lessons(plan: TrainPlan, known: frozenset[str]) -> tuple[str | None, Taught]:
    with Ledger.open(plan.ledger, create=False) as ledger:
        head = ledger.head()
        found = taught(teaching(ledger, AnswerStore(plan.answers, tell)), known=known, weight=plan.weight)
    if not any(one.part != "test" for one in found.lessons):
        left = "; ".join(f"{counted(number, 'document')} {reason}" for reason, number in found.left_out.items())
        raise InputError(
            f"{plan.shown}: no document to learn from{f' ({left})' if left else ''}: it takes those whose claims were "
            "all proven (foedus read --reader model) or all judged (foedus review)"
        )
    return head.hash if head else None, found


def _tell_lessons(found: Taught) -> None:
    claims = ", ".join(f"{number:,} {verdict}" for verdict, number in found.claims.items())
    tell(f"{counted(len(found.lessons), 'document')} of the ledger to learn from; claims: {claims}")
    for reason, number in sorted(found.left_out.items()):
        tell(f"{counted(number, 'document')} left out: {reason}")


def _texts(some: list[Lesson]) -> frozenset[str]:
    return frozenset(make_document(one.text, lang=one.lang, published=one.published).sha256 for one in some)


def _scores(some: Sequence[Lesson], old: Reader, new: Reader) -> dict[str, Scores]:
    first, second = measured(some, old), measured(some, new)
    return {
        lang: Scores(round(one.figures()["core_f1"], 4), round(second[lang].figures()["core_f1"], 4))
        for lang, one in sorted(first.items())
    }


def _place(out: Path, day: str) -> Path:
    """The first free name of the day."""
    number = 1
    while (folder := out / f"{day}-{number}").exists():
        number += 1
    return folder
