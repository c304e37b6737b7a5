"""What the lexicon finds in a text, told for a person who works on it: every hit with what its entry says."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from foedus.language.parse import Token
from foedus.reader.analysis import Analysis
from foedus.reader.deciding.explaining import Explainer, Explanation
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
    """A unit in one sense where it was found. `said` is what the decider says of it; None where it is not weighed: it
    is part of a name, or another unit of the type at the same word is closer to the text."""

    place: Place
    text: str
    pos: str
    type: str
    stage: str
    gate: str
    frame: Mapping[str, tuple[str, ...]]
    weak: bool
    forms: tuple[str, ...] = ()
    said: Explanation | None = None


class OperatorHit(Struct, frozen=True, tag_field="kind", tag="operator"):
    """An operator where it was found, with the stages that it gives, by type. `said` is what the decider says of the
    likeliest claim that it could make by itself; None where there is none."""

    place: Place
    text: str
    pos: str
    stages: Mapping[str, str]
    buying: str | None
    control: str | None
    certainty: str | None
    polarity: str | None
    forms: tuple[str, ...] = ()
    said: Explanation | None = None


def hits_of(analysis: Analysis, own: Path | None = None) -> Iterator[UnitHit | OperatorHit]:
    """All hits of an analysed text, sentence by sentence in text order, operators beside what they may stand over."""
    explainer = Explainer(analysis, None, own)
    for view, lang in zip(analysis.views, analysis.langs, strict=True):
        tools = load_tools(lang, own)
        found: list[UnitHit | OperatorHit] = []
        for hit in tools.units.hits(view.sentence):
            place = _place(view.tokens, hit, view.text)
            found.extend(_unit(place, unit, explainer.of_unit(view.index, hit.anchor, unit)) for unit in hit.senses)
        for over in tools.operators.hits(view.sentence):
            place, said = _place(view.tokens, over, view.text), explainer.of_operator(view.index, over.anchor)
            found.extend(_operator(place, operator, said) for operator in over.senses)
        yield from sorted(found, key=_order)


def _order(hit: UnitHit | OperatorHit) -> tuple[int, int, bool, bool]:
    """In text order; at one place operators first, then units, the weak ones last."""
    weak = isinstance(hit, UnitHit) and hit.weak
    return hit.place.start, hit.place.end, isinstance(hit, UnitHit), weak


def _unit(place: Place, unit: Unit, said: Explanation | None) -> UnitHit:
    forms = tuple(sorted(unit.forms))
    return UnitHit(place, unit.text, unit.pos, unit.type, unit.stage, unit.gate, unit.frame, unit.weak, forms, said)


def _operator(place: Place, operator: Operator, said: Explanation | None) -> OperatorHit:
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
        said,
    )


def _place(tokens: Sequence[Token], hit: Hit[Unit] | Hit[Operator], text: str) -> Place:
    """Words that stand apart are joined by "…"."""
    words, last = "", None
    for i in hit.tokens:
        between = "" if last is None else text[tokens[last].end : tokens[i].start] if i == last + 1 else " … "
        words += between + tokens[i].text
        last = i
    return Place(" ".join(words.split()), tokens[hit.tokens[0]].start, tokens[hit.tokens[-1]].end, hit.nested)
