"""Why a candidate makes its claim or does not: the decider's strongest features, in words.

A feature's share is what it adds to the log-odds (Saabas). The second pass goes mostly by what the first said of the
word alone, which explains nothing; it is unfolded into the first pass's own features: those of its trees, and the words
and phrases around it from the linear model, each by half, since the first pass is the geometric mean of both.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from foedus.reader.deciding import neighbours
from foedus.reader.deciding.decider import Said
from foedus.reader.deciding.encode import ABSENT, Value
from foedus.reader.deciding.model import Model
from foedus.reader.deciding.stages import Standing, stage_values
from foedus.reader.deciding.wording import Of, load_wording

MOST = 5
"""How many reasons for, and how many against."""
LEAST = 0.1
"""The smallest share that is told, in log-odds."""
HALF = 0.5
_FIRST, _AHEAD = neighbours.NAMES[0], neighbours.NAMES[2]


class Reason(Struct, frozen=True):
    """A feature with its value and its share of the log-odds, above zero where it speaks for; `words` tell it."""

    name: str
    value: str
    share: float
    words: str


def reasons(model: Model, said: Said) -> list[Reason]:
    """The strongest reasons for and against the candidate's claim, the strongest first."""
    return _strongest([*_second_pass(model, said), *_first_pass(model, said), *_around(model, said)])


def stage_reasons(model: Model, at: Standing, stage: str) -> list[Reason]:
    """The strongest reasons for and against a stage of the candidate's type."""
    values = dict(stage_values(at, model.stage_rates))[stage]
    encoder = model.encoders["stage"]
    shares = model.trees["stage"].shares(encoder.rows([values])[0])
    return _strongest(
        _told("stage", encoder.columns[column], values.get(encoder.columns[column], ABSENT), share)
        for column, share in shares.items()
    )


def _second_pass(model: Model, said: Said) -> Iterator[Reason]:
    """All that the second pass saw but what it took from the first about the word itself; nothing where the first
    dropped the candidate as hopeless, whose row then ends with the columns of the first."""
    columns = model.encoders["first"].columns
    if len(said.row) == len(columns):
        return
    ahead = float(said.row[len(columns) + neighbours.NAMES.index(_AHEAD)])
    for column, share in model.trees["second"].shares(said.row).items():
        if column < len(columns):
            yield _told("claim", columns[column], said.features.values.get(columns[column], ABSENT), share)
            continue
        name = neighbours.NAMES[column - len(columns)]
        if name == _FIRST or (name == _AHEAD and ahead >= 0):
            continue
        yield _told("claim", name, float(said.row[column]), share)


def _first_pass(model: Model, said: Said) -> Iterator[Reason]:
    columns = model.encoders["first"].columns
    for column, share in model.trees["first"].shares(said.row[: len(columns)]).items():
        yield _told("claim", columns[column], said.features.values.get(columns[column], ABSENT), HALF * share)


def _around(model: Model, said: Said) -> Iterator[Reason]:
    """Words and phrases around the candidate by their weights; those that say the same thing are one."""
    weights, claim_type = model.linear.marks, said.features.values["type"]
    shares: dict[tuple[str, str], float] = {}
    details: dict[tuple[str, str], list[str]] = {}
    for mark in said.features.marks:
        share = weights.get(f"{claim_type}|{mark}", 0.0) + (weights.get(mark, 0.0) if "=<" in mark else 0.0)
        relation, _, word = mark.partition("=")
        base, _, detail = relation.partition(":")
        key = (base, word if base == "shape" else word.partition(" as ")[0])
        shares[key] = shares.get(key, 0.0) + HALF * share
        if detail:
            details.setdefault(key, []).append(detail)
    wording = load_wording()
    for (base, word), share in shares.items():
        told = wording.mark(base, details.get((base, word), ()), word)
        yield Reason(f"mark {base}", word.strip("<>"), share, told)


def _told(of: Of, name: str, value: Value, share: float) -> Reason:
    wording = load_wording()
    return Reason(name, wording.shown(name, value), share, wording.feature(of, name, value))


def _strongest(found: Iterable[Reason]) -> list[Reason]:
    """The strongest for and against, after those in the same words are added up."""
    by_words: dict[str, Reason] = {}
    for one in found:
        held = by_words.get(one.words)
        share = one.share + held.share if held else one.share
        by_words[one.words] = Reason(one.name, one.value, round(share, 4), one.words)
    ordered = sorted(by_words.values(), key=lambda one: (-abs(one.share), one.words))
    strong = [one for one in ordered if abs(one.share) >= LEAST]
    kept = [one for one in strong if one.share > 0][:MOST] + [one for one in strong if one.share < 0][:MOST]
    return sorted(kept, key=lambda one: (-abs(one.share), one.words))
