"""Whether anything at all in some sentences says that they are not sure, still ahead, or denied."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from foedus.language.verbs import verb_phrase
from foedus.lineage.changes.lines import Line, Lines
from foedus.lineage.changes.predicates import Predicate
from foedus.reader.lexicon.words import normal
from foedus.reader.unit import VoiceCueKind

_UNSURE: frozenset[VoiceCueKind] = frozenset({"doubt", "rumour", "hedge_probable", "hedge_possible", "hypothesis"})
"""Words that leave something open wherever they stand; those of other kinds count where they are heard to."""
_NEGATED: frozenset[VoiceCueKind] = frozenset({"deny", "neg", "fail", "not_confirm", "refuse_comment", "doubt"})


class Signals(NamedTuple):
    """What some sentences bear somewhere."""

    unsure: bool
    ahead: bool
    negated: bool


def signals(lines: Sequence[Line], page: Lines, said: Iterable[Predicate]) -> Signals:
    """Of some sentences and the actions in them."""
    some = list(said)
    kinds = {
        found.cue.kind
        for line in lines
        for at in page.parsed.hearing.here(line.view.index).cues.at.values()
        for found in at
    }
    told = [one.heard for one in some]
    ahead = any(one.phase == "ahead" for one in some)
    return Signals(
        unsure=bool(kinds & _UNSURE)
        or any(heard.certainty != "certain" or not heard.asserted or heard.standing == "rumoured" for heard in told)
        or any(_is_conditional(line) for line in lines),
        ahead=ahead or any(_is_conditional(line) for line in lines),
        negated=bool(kinds & _NEGATED)
        or any(heard.polarity == "negated" for heard in told)
        or any(_has_negation(line, page) for line in lines),
    )


def _is_conditional(line: Line) -> bool:
    """A conditional or a future in the past, whatever it stands for."""
    for token in line.view.tokens:
        if token.upos not in ("VERB", "AUX"):
            continue
        told = verb_phrase(line.view.sentence, token.i, line.lang)
        if told and (told.mood == "conditional" or told.tense == "future in the past" or told.modality is not None):
            return True
    return False


def _has_negation(line: Line, page: Lines) -> bool:
    lexicon = page.parsed.tools[line.lang].lexicon
    words = lexicon.cues("negations")
    return any(normal(token.text) in words or token.feats.get("Polarity") == "Neg" for token in line.view.tokens)
