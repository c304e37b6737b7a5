"""Hits of the lexicon for reading: a block of lines each, or the cells of a table."""

from collections.abc import Iterator

from foedus.cli.cards import Card, Line
from foedus.cli.table import Row
from foedus.reader.hits import OperatorHit, UnitHit


def hit_card(hit: UnitHit | OperatorHit) -> Card:
    """The words of the text and the entry, then what the entry says, then what is doubtful about it."""
    return [Line(f"“{hit.place.words}” → {hit.text}"), *(Line(line, 1) for line in _lines(hit))]


def cells(hit: UnitHit | OperatorHit) -> Row:
    """The same in columns, alike for units and operators."""
    common = {"words": hit.place.words, "entry": hit.text, "pos": hit.pos}
    if isinstance(hit, UnitHit):
        own = {"kind": "unit", "type": hit.type, "stage": hit.stage, "gate": hit.gate, "frame": _frame(hit)}
    else:
        own = {"kind": "operator", "type": "", "stage": _stages(hit), "gate": "", "frame": ""}
    return common | own | {"marks": "; ".join(_marks(hit))}


def _lines(hit: UnitHit | OperatorHit) -> Iterator[str]:
    if isinstance(hit, UnitHit):
        yield f"{hit.pos}, {hit.type}: {hit.stage}; gate {hit.gate}"
        yield f"frame {_frame(hit) or 'empty'}"
        if hit.probability is not None:
            yield f"probability {hit.probability:.2f}: {', '.join(hit.reasons)}"
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
