"""Floors of the seen texts and the ceiling of false alarms: moved by hand, never lowered unsaid."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from bench.garble.measure import Measured

PATH = Path(__file__).with_name("floors.yaml")


def below(counts: Measured) -> Iterator[str]:
    """What is under its floor or over its ceiling, a line each."""
    pinned = yaml.safe_load(PATH.read_text(encoding="utf-8"))
    for key, floor in pinned["alarms"].items():
        part, _, style = key.partition(" ")
        if counts.texts[part, style] and counts.alarms[part, style] < floor:
            yield f"{key}: {counts.alarms[part, style]} texts with an alarm, the floor is {floor}"
    documents, false = sum(counts.documents.values()), sum(counts.false.values())
    if documents and false > pinned["false_alarms"] * documents:
        yield f"{false} alarms on {documents} clean documents, the ceiling is {pinned['false_alarms']:.2%}"
