"""What the lexicon finds in a text, told for a person who works on it: every hit with what its entry says."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from foedus.language.parse import Token
from foedus.reader.analysis import Analysis
from foedus.reader.matching import Hit
from foedus.reader.tools import load_tools
from foedus.reader.unit import Operator, Unit


class Place(Struct, frozen=True):
    """Words of a text that an entry stands for, with their offsets; `nested` where a longer hit holds them too."""

    words: str
    start: int
    end: int
    nested: bool


class UnitHit(Struct, frozen=True, tag_field="kind", tag="unit"):
    """A unit in one sense where it was found. `probability` and `reasons` are for what a decider says of it."""

    place: Place
    text: str
    pos: str
    type: str
    stage: str
    gate: str
    frame: Mapping[str, tuple[str, ...]]
    weak: bool
    forms: tuple[str, ...] = ()
    probability: float | None = None
    reasons: tuple[str, ...] = ()


class OperatorHit(Struct, frozen=True, tag_field="kind", tag="operator"):
    """An operator where it was found, with the stages that it gives, by type."""

    place: Place
    text: str
    pos: str
    stages: Mapping[str, str]
    buying: str | None
    control: str | None
    certainty: str | None
    polarity: str | None
    forms: tuple[str, ...] = ()


def hits_of(analysis: Analysis, own: Path | None = None) -> Iterator[UnitHit | OperatorHit]:
    """All hits of an analysed text, sentence by sentence in text order, operators beside what they may stand over."""
    for view, lang in zip(analysis.views, analysis.langs, strict=True):
        tools = load_tools(lang, own)
        found: list[UnitHit | OperatorHit] = []
        for hit in tools.units.hits(view.sentence):
            place = _place(view.tokens, hit, view.text)
            found.extend(_unit(place, unit) for unit in hit.senses)
        for over in tools.operators.hits(view.sentence):
            place = _place(view.tokens, over, view.text)
            found.extend(_operator(place, operator) for operator in over.senses)
        yield from sorted(found, key=_order)


def _order(hit: UnitHit | OperatorHit) -> tuple[int, int, bool, bool]:
    """In text order; at one place operators first, then units, the weak ones last."""
    weak = isinstance(hit, UnitHit) and hit.weak
    return hit.place.start, hit.place.end, isinstance(hit, UnitHit), weak


def _unit(place: Place, unit: Unit) -> UnitHit:
    forms = tuple(sorted(unit.forms))
    return UnitHit(place, unit.text, unit.pos, unit.type, unit.stage, unit.gate, unit.frame, unit.weak, forms)


def _operator(place: Place, operator: Operator) -> OperatorHit:
    return OperatorHit(
        place,
        operator.text,
        operator.pos,
        operator.stages,
        operator.buying,
        operator.control,
        operator.certainty,
        operator.polarity,
        tuple(sorted(operator.forms)),
    )


def _place(tokens: Sequence[Token], hit: Hit[Unit] | Hit[Operator], text: str) -> Place:
    """Words that stand apart are joined by "…"."""
    words, last = "", None
    for i in hit.tokens:
        between = "" if last is None else text[tokens[last].end : tokens[i].start] if i == last + 1 else " … "
        words += between + tokens[i].text
        last = i
    return Place(" ".join(words.split()), tokens[hit.tokens[0]].start, tokens[hit.tokens[-1]].end, hit.nested)
