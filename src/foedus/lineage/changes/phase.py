"""Whether what a sentence says is still ahead ("is preparing to hand over") or done ("handed over")."""

from typing import Literal

from foedus.language.verbs import verb_phrase
from foedus.lineage.changes.lines import Line, Lines
from foedus.reader.operators import STEPS, UP
from foedus.reader.unit import Operator
from foedus.reader.voice import Heard

Phase = Literal["ahead", "done"]

_AHEAD = frozenset(
    {"intended", "planned", "agreed", "pledged", "sought", "offered", "threatened", "called_for", "negotiated"}
)
_ABLE = frozenset({"possibility", "schedule"})


def phase(line: Line, i: int, page: Lines, heard: Heard) -> Phase | None:
    """Of the verb at token `i`, and how it is heard; None where neither is said, as in a present tense."""
    told = verb_phrase(line.view.sentence, i, line.lang)
    if told is not None and (told.tense in ("future", "future in the past") or told.modality in _ABLE):
        return "ahead"
    if told is not None and told.mood == "indicative" and (told.tense == "past" or told.aspect == "perfect"):
        return None if told.aspect in ("progressive", "imperfective", "habitual") else "done"
    if any(cue.kind == "tense" for cue in heard.cues):
        return "ahead"
    if line.view.tokens[i].feats.get("VerbForm") in ("Part", "Ger"):
        return None
    over = {hit.anchor: hit.senses for hit in page.parsed.tools[line.lang].operators.hits(line.view.sentence)}
    return "ahead" if _is_planned(line, i, over) else None


def _is_planned(line: Line, i: int, over: dict[int, tuple[Operator, ...]]) -> bool:
    tokens = line.view.tokens
    for _ in range(STEPS):
        token = tokens[i]
        if token.head == i or token.dep not in (*UP, "conj"):
            return False
        i = token.head
        if token.dep != "conj" and i in over:
            return any(stage in _AHEAD for sense in over[i] for stage in sense.stages.values())
    return False
