"""Hits of the lexicon for reading: a block of lines each, or the cells of a table."""

from collections.abc import Iterator

from foedus.cli.cards import Card, Line
from foedus.cli.table import Row
from foedus.cli.why import sides, verdict
from foedus.reader.hits import OperatorHit, UnitHit


def hit_card(hit: UnitHit | OperatorHit) -> Card:
    """The words of the text and the entry, what the entry says and what is doubtful about it, then what the decider
    says of the words here, with its reasons."""
    head = Line(f"“{hit.place.words}” → {hit.text}")
    reasons = [Line(f"{side}: {told}", 2) for side, told in sides(hit.said.reasons)] if hit.said else []
    return [head, *(Line(line, 1) for line in _lines(hit)), Line(_verdict(hit), 1), *reasons]


def cells(hit: UnitHit | OperatorHit) -> Row:
    """The same in columns, alike for units and operators."""
    common = {"words": hit.place.words, "entry": hit.text, "pos": hit.pos}
    if isinstance(hit, UnitHit):
        own = {"kind": "unit", "type": hit.type, "stage": hit.stage, "gate": hit.gate, "frame": _frame(hit)}
    else:
        own = {"kind": "operator", "type": "", "stage": _stages(hit), "gate": "", "frame": ""}
    return {**common, **own, "marks": "; ".join(_marks(hit)), **_decided(hit)}


def _verdict(hit: UnitHit | OperatorHit) -> str:
    if hit.said:
        return verdict(hit.said)
    if isinstance(hit, OperatorHit):
        return "operator only: makes no claim of its own here"
    return "not weighed: part of a name, or another unit of the type is closer to the words"


def _decided(hit: UnitHit | OperatorHit) -> Row:
    said = hit.said
    return {
        "claim": "" if said is None else "yes" if said.chosen else "no",
        "probability": f"{said.probability:.2f}" if said else "",
        "told": f"{said.type}: {said.stage}" if said and said.chosen else "",
        "reasons": "; ".join(f"{side}: {told}" for side, told in sides(said.reasons)) if said else "",
    }


def _lines(hit: UnitHit | OperatorHit) -> Iterator[str]:
    if isinstance(hit, UnitHit):
        yield f"{hit.pos}, {hit.type}: {hit.stage}; gate {hit.gate}"
        yield f"frame {_frame(hit) or 'empty'}"
    else:
        yield f"{hit.pos}, operator; gives {_stages(hit) or 'no stage'}"
    if marks := list(_marks(hit)):
        yield "; ".join(marks)


def _marks(hit: UnitHit | OperatorHit) -> Iterator[str]:
    if isinstance(hit, UnitHit):
        if hit.weak:
            yield "weak"
    else:
        if hit.buying:
            yield f"buying: {hit.buying}"
        if hit.control:
            yield f"its {hit.control} is the subject"
        yield from filter(None, (hit.certainty, hit.polarity))
    if hit.forms:
        yield f"only {' or '.join(hit.forms)}"
    if hit.place.nested:
        yield "nested in a longer hit"


def _frame(hit: UnitHit) -> str:
    return " ".join(f"{relation}:{'|'.join(roles)}" for relation, roles in hit.frame.items())


def _stages(hit: OperatorHit) -> str:
    return ", ".join(f"{claim_type}: {stage}" for claim_type, stage in hit.stages.items())
