"""How far the matter of a sentence has come: thought about, ahead, settled."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from foedus.language.knowledge import rows
from foedus.lineage.changes.change import Words
from foedus.lineage.changes.forms import Forms
from foedus.lineage.changes.lines import Line, Lines
from foedus.lineage.changes.predicates import Predicate, predicates
from foedus.reader.voice.effects import SAYING

FILE = "steps.tsv"
Step = Literal["open", "ahead", "settled"]
_STEPS: tuple[Step, ...] = ("open", "ahead", "settled")


class Reached(NamedTuple):
    """The step that a sentence mainly tells of, and the words that say so."""

    step: Step
    words: Words


def reached(line: Line, page: Lines) -> Reached | None:
    """How far the main matter of a sentence has come, where words say so and it is not denied."""
    main = _main(line, page)
    if page.parsed.hearing.of(line.view, [main]).polarity == "negated":
        return None
    words = _steps_at(line)
    objects = [token.i for token in line.view.sentence.dependents(main, "obj", "obl", "obl:arg", "xcomp")]
    at = next((i for i in (main, *objects) if i in words and (i == main or words[i] == "open")), None)
    if at is None:
        return None
    told: Predicate | None = next((one for one in predicates(line, page) if one.anchor == main), None)
    step = "ahead" if told is not None and told.phase == "ahead" and words[at] == "settled" else words[at]
    token = line.view.tokens[at]
    return Reached(step, Words(token.start, token.end))


def leaves_open(lines: Sequence[Line]) -> bool:
    """Whether any word of some sentences tells of what has not come to pass."""
    return any(found.key != "settled" for line in lines for found in _forms().find(line))


def _main(line: Line, page: Lines) -> int:
    """The head of the sentence, or of the statement that a verb of saying opens."""
    tokens = line.view.tokens
    here = page.parsed.hearing.here(line.view.index)
    at = next((token.i for token in tokens if token.dep == "root"), 0)
    said = next(iter(line.view.sentence.dependents(at, "ccomp", "parataxis")), None)
    speaks = any(found.cue.kind in SAYING for found in here.cues.at.get(at, ()))
    return said.i if said is not None and speaks and at not in _steps_at(line) else at


def _steps_at(line: Line) -> Mapping[int, Step]:
    """The step that each word tells of, by its place in the sentence."""
    found: dict[int, Step] = {}
    for one in _forms().find(line):
        if one.key not in _STEPS:
            continue
        for token in line.view.tokens:
            if token.start < one.end and one.start < token.end:
                found.setdefault(token.i, next(step for step in _STEPS if step == one.key))
    return found


@cache
def _forms() -> Forms:
    return Forms((cells[0], cells[1:]) for cells in rows(files("foedus") / "data" / "lineage" / FILE))
