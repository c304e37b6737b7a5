"""Floors of the expression level over the training part: raised by hand with a better grammar, never lowered unsaid."""

from pathlib import Path

import yaml

from bench.time.expressions import Table, measured
from bench.time.gold import documents
from foedus.learning.corpus.split import Part

PATH = Path(__file__).with_name("floors.yaml")
LANGS = ("fr", "en", "ru")
__all__ = ["PATH", "Part", "below", "floors"]


def floors() -> dict[str, dict[str, float]]:
    """Language → kind of expression → the least share that is read as the gold has it."""
    read: dict[str, dict[str, float]] = yaml.safe_load(PATH.read_text(encoding="utf-8"))
    return read


def below(table: Table | None = None) -> list[str]:
    """What is under its floor, one line each."""
    scores = measured(documents("train", LANGS))[0] if table is None else table
    said = []
    for lang, kinds in floors().items():
        for kind, floor in kinds.items():
            share = scores[lang, kind].shares()["same"] if (lang, kind) in scores else 0.0
            if share < floor:
                said.append(f"{lang} {kind}: {share:.3f} is below the floor {floor:.2f}")
    return said
