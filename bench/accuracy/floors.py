"""Floors of accuracy per language, pinned with the corpus's hash: raised by figures, lowered only with a reason."""

import math
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import yaml
from msgspec import Struct

from bench.accuracy.corpus import ROOT
from foedus.learning.scoring.tally import Tally
from foedus.model.errors import DataError

PATH = Path(__file__).with_name("floors.yaml")
EVERYDAY_PATH = Path(__file__).with_name("floors_everyday.yaml")
MEASURES = ("core_f1", "soft_f1", "everything_f1", "transfer_f1")
"""Measures of claims that have floors; bench.accuracy.said and bench.accuracy.links name those of their levels."""

Levels = dict[str, dict[str, float]]
"""Language → measure → figure."""


class Lowered(Struct, frozen=True, rename={"from_": "from"}):
    """One floor that was lowered, or the corpus that changed (`measure` is `corpus`), and why."""

    on: str
    reason: str
    lang: str
    measure: str
    from_: float | str
    to: float | str


class Floors(Struct, frozen=True, forbid_unknown_fields=True):
    """The file's content."""

    part: str
    corpus_sha256: str
    floors: Levels
    lowered: list[Lowered]


def parse(text: str, name: str = PATH.name) -> Floors:
    """The file's text as floors; DataError says which field is wrong."""
    try:
        return msgspec.convert(yaml.safe_load(text), Floors)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise DataError(f"{name} cannot be read: {error}; restore it from the last commit") from error


def write(floors: Floors, path: Path = PATH) -> None:
    """Replace the file's content under its leading comment."""
    comment = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    body = yaml.safe_dump(msgspec.to_builtins(floors), sort_keys=False, allow_unicode=True, width=120)
    path.write_text("\n".join([*comment, body]), encoding="utf-8")


def figures(sums: Mapping[str, Tally], *below_claims: Levels) -> Levels:
    """The figures that have floors: those of claims, and those of the levels below them (triggers, stages, links)."""
    found = {}
    for lang, tally in sorted(sums.items()):
        claims = tally.figures()
        found[lang] = {name: claims[name] for name in MEASURES}
        for level in below_claims:
            found[lang] |= level.get(lang, {})
    return found


def levels(measured: Levels) -> Levels:
    """Measured figures, rounded down to two decimals: the slack absorbs what differs between machines."""
    return {
        lang: {name: math.floor(figure * 100 + 1e-9) / 100 for name, figure in some.items()}
        for lang, some in measured.items()
    }


def below(floors: Floors, measured: Levels, corpus_sha256: str) -> list[str]:
    """What is under its floor, one line each; another corpus than the pinned one is under any."""
    if floors.corpus_sha256 != corpus_sha256:
        return ["the test part is not the one that the floors were measured on: its files changed"]
    said = []
    for lang, measures in floors.floors.items():
        if lang not in measured:
            said.append(f"{lang}: not measured")
            continue
        for name, floor in measures.items():
            figure = measured[lang].get(name)
            if figure is None:
                said.append(f"{lang} {name}: not measured")
            elif figure < floor:
                said.append(f"{lang} {name}: {figure:.4f} is below the floor {floor:.2f}")
    return said


def raised(floors: Floors, measured: Levels, corpus_sha256: str) -> Floors:
    """Each floor at the measured figure where that is higher."""
    merged = {
        lang: {name: max(figure, floors.floors.get(lang, {}).get(name, 0.0)) for name, figure in some.items()}
        for lang, some in measured.items()
    }
    return Floors(floors.part, floors.corpus_sha256 or corpus_sha256, floors.floors | merged, floors.lowered)


def lowered(floors: Floors, measured: Levels, corpus_sha256: str, reason: str) -> Floors:
    """The floors above the measured figures brought down to them, each lowering recorded; the corpus pinned anew."""
    today = datetime.now(UTC).date().isoformat()
    records = list(floors.lowered)
    if floors.corpus_sha256 not in ("", corpus_sha256):
        records.append(Lowered(today, reason, "all", "corpus", floors.corpus_sha256, corpus_sha256))
    merged = {lang: dict(some) for lang, some in floors.floors.items()}
    for lang, some in measured.items():
        for name, figure in some.items():
            floor = merged.get(lang, {}).get(name)
            if floor is not None and figure < floor:
                records.append(Lowered(today, reason, lang, name, floor, figure))
                merged[lang][name] = figure
    return Floors(floors.part, corpus_sha256, merged, records)


def unlawful(before: Floors, now: Floors) -> list[str]:
    """Lowerings between two states of the file that no new record explains, one line each."""
    return [*_unlawful_records(before, now), *_unlawful_levels(before, now)]


def _unlawful_records(before: Floors, now: Floors) -> Iterator[str]:
    if now.lowered[: len(before.lowered)] != before.lowered:
        yield "a recorded lowering was changed or taken out: records stay"
    if any(not record.reason.strip() for record in now.lowered):
        yield "a lowering has no reason"


def _unlawful_levels(before: Floors, now: Floors) -> Iterator[str]:
    fresh = {(record.lang, record.measure): record.to for record in now.lowered[len(before.lowered) :]}
    repinned = ("all", "corpus") in fresh or not before.corpus_sha256
    if now.corpus_sha256 != before.corpus_sha256 and not repinned:
        yield "the corpus was pinned anew without a record"
    for lang, measures in before.floors.items():
        for name, floor in measures.items():
            level = now.floors.get(lang, {}).get(name, 0.0)
            if level < floor and fresh.get((lang, name)) != level:
                yield f"{lang} {name} was lowered from {floor} to {level} without a record: use --lower REASON"


def committed(path: Path = PATH, root: Path = ROOT) -> Floors | None:
    """The file as the last commit has it; None without git or where no commit holds it."""
    git = shutil.which("git")
    if not git:
        return None
    name = path.relative_to(root).as_posix()
    shown = subprocess.run([git, "-C", str(root), "show", f"HEAD:./{name}"], capture_output=True, check=False)
    return parse(shown.stdout.decode(), path.name) if shown.returncode == 0 else None
