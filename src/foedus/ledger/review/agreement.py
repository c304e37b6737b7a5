"""How far reviewers agree who judged the same claims: Krippendorff's alpha, as one of its libraries computes it.

Of each claim that two people or more have judged counts what each holds right in the end: nothing (rejected), the
reader's claim, or a corrected one. Whoever accepts what another has corrected holds the correction right. Alpha is 1
where all agree, 0 where they agree as by chance (Krippendorff 2004, Content Analysis, chapter 11; nominal scale).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection

from foedus.ledger.records import claim_of
from foedus.ledger.review.correcting import with_changes
from foedus.ledger.review.fields import values
from foedus.ledger.review.judgements import in_force, judgements
from foedus.ledger.review.links import Aliases, aliases_of, linked
from foedus.ledger.review.statements import Held, versions_where
from foedus.ledger.tables import claims, reviews
from foedus.model.claim import Claim
from foedus.model.review import PERSON, Agreement, Correction, Judgement

_COUNTED = ("accept", "correct", "reject", "split", "merge")

_Said = Mapping[str, str]
"""Of one thing that is judged: by reviewer, what each says."""


class _Position(NamedTuple):
    """What a reviewer holds right of a claim (None: nothing), and what the reader gave."""

    claim: Claim | None
    machine: Claim

    @property
    def verdict(self) -> str:
        """In one word."""
        if self.claim is None:
            return "reject"
        return "accept" if values(self.claim) == values(self.machine) else "correct"


_Positions = Mapping[str, Mapping[str, _Position]]
"""By claim, then by reviewer."""


def agreement(connection: Connection) -> list[Agreement]:
    """On verdicts, and on the fields that somebody corrected: over all claims, then by type.

    Claims that a person added, and parts that a split made, do not count: they were never put to two people.
    """
    shared = {claim: by for claim, by in _positions(connection).items() if len(by) > 1}
    types = {claim: next(iter(by.values())).machine.type for claim, by in shared.items()}
    found: list[Agreement] = []
    for type in (None, *sorted(set(types.values()))):  # noqa: A001 - the field's own name
        some = {claim: by for claim, by in shared.items() if type in (None, types[claim])}
        verdicts = [{reviewer: one.verdict for reviewer, one in by.items()} for by in some.values()]
        found.append(_agreement("verdict", type, len(some), verdicts))
        found.append(_agreement("field", type, len(some), list(_fields(some))))
    return found


def _positions(connection: Connection) -> _Positions:
    """The last judgement in force of each reviewer of each claim."""
    names = aliases_of(connection)
    last: dict[str, dict[str, Judgement]] = defaultdict(dict)
    for one in judgements(connection, *in_force(), reviews.c.action.in_(_COUNTED), reviews.c.claim.is_not(None)):
        if one.claim is not None and "of" not in one.detail:
            last[one.claim][one.reviewer] = one
    found: dict[str, dict[str, _Position]] = defaultdict(dict)
    for claim, by in last.items():
        for reviewer, one in by.items() if len(by) > 1 else ():
            if (position := _position(connection, one, names)) is not None:
                found[claim][reviewer] = position
    return found


def _position(connection: Connection, judged: Judgement, names: Aliases) -> _Position | None:
    """None for a person's own claim, and where the words were withdrawn."""
    held = _version(connection, judged.before if judged.action == "reject" else judged.after)
    if held is None or held.claim.reader.name == PERSON:
        return None
    (machine,) = linked([claim_of(held.readers_record or held.record)], names)
    if judged.action == "reject":
        return _Position(None, machine)
    if changes := judged.detail.get("changes"):
        return _Position(with_changes(held.claim, msgspec.convert(changes, Correction)), machine)
    return _Position(held.claim, machine)


def _version(connection: Connection, reading: int | None) -> Held | None:
    found = versions_where(connection, claims.c.reading == reading, claims.c.record.is_not(None))
    return found[0] if found else None


def _fields(positions: _Positions) -> Iterator[_Said]:
    """For each field that somebody corrected, what each says who does not reject the claim."""
    for by in positions.values():
        right = {reviewer: values(one.claim) for reviewer, one in by.items() if one.claim is not None}
        read = {reviewer: values(by[reviewer].machine) for reviewer in right}
        for field in sorted({field for one in (*right.values(), *read.values()) for field in one}):
            said = {reviewer: _json(right[reviewer].get(field)) for reviewer in right}
            if len(said) > 1 and any(said[one] != _json(read[one].get(field)) for one in said):
                yield {reviewer: f"{field}={value}" for reviewer, value in said.items()}


def _json(value: object) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()


def _agreement(what: str, type: str | None, claims: int, units: Sequence[_Said]) -> Agreement:  # noqa: A002 - the field's own name
    said = sorted({value for unit in units for value in unit.values()})
    note = None
    if not units:
        none = {"verdict": "no claim was judged by two reviewers", "field": "no field was corrected where two judged"}
        note = f"{none[what]}: nothing to compute"
    elif len(said) < 2:
        note = f"all say {said[0]}: alpha needs two different values"
    return Agreement(
        what=what,
        type=type,
        claims=claims,
        units=len(units),
        judgements=sum(map(len, units)),
        reviewers=tuple(sorted({reviewer for unit in units for reviewer in unit})),
        agreed=sum(len(set(unit.values())) == 1 for unit in units),
        alpha=None if note else _alpha(units, said),
        note=note,
    )


def _alpha(units: Sequence[_Said], said: Sequence[str]) -> float:
    import krippendorff  # noqa: PLC0415 - slow to import, as the next
    import numpy as np  # noqa: PLC0415 - slow to import

    number = {value: place for place, value in enumerate(said)}
    reviewers = sorted({reviewer for unit in units for reviewer in unit})
    given = [[number[unit[one]] if one in unit else np.nan for unit in units] for one in reviewers]
    return float(krippendorff.alpha(reliability_data=np.array(given), level_of_measurement="nominal"))
