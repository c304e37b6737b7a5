"""Bringing the columns up to date with the ledger, in one consistent look at it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from math import nan
from pathlib import Path

import numpy as np
from filelock import FileLock
from msgspec.structs import replace
from sqlalchemy import Connection

from foedus.ledger.columns.heads import Heads
from foedus.ledger.columns.manifest import Manifest, Segment, read_manifest, write_manifest
from foedus.ledger.columns.place import MONTHS, MONTHS_LOCK
from foedus.ledger.columns.rows import Rows, load, load_ended, write_ended
from foedus.ledger.columns.scheme import STAGES, Fact, Scheme
from foedus.ledger.columns.source import Moment, Version, endings, link_of, moment, ordinal, versions
from foedus.ledger.records import claim_of

SEGMENT_ROWS = 1 << 19
"""Rows of a full segment; the last one is written anew until it is full."""
_STAGE = {stage: code for code, stage in enumerate(STAGES)}
_day = lru_cache(65_536)(ordinal)


def update(connection: Connection, folder: Path, scheme: Scheme) -> Manifest:
    """Make the columns tell what the connection sees; OSError where the folder cannot be written.

    They go on from where they are, and are made anew where they are none of this ledger, of its history or of this
    scheme.
    """
    with _alone(folder):
        now = moment(connection)
        held = _usable(connection, read_manifest(folder), now, scheme)
        if held.link == now.link and held.generation:
            return held
        new = _grown(connection, folder, scheme, held, now)
        write_manifest(folder, new)
        _sweep(folder, new)
        return new


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    folder.mkdir(exist_ok=True, parents=True)
    with FileLock(folder / "lock"):
        yield


def _usable(connection: Connection, held: Manifest | None, now: Moment, scheme: Scheme) -> Manifest:
    """The columns as they are, or none to begin with; names of files are never used again."""
    anew = Manifest(now.ledger, scheme.version, generation=held.generation if held else 0)
    if held is None or (held.ledger, held.scheme) != (now.ledger, scheme.version):
        return anew
    same_history = held.reading <= now.reading and link_of(connection, held.batch) == held.link
    return held if same_history else anew


def _grown(connection: Connection, folder: Path, scheme: Scheme, held: Manifest, now: Moment) -> Manifest:
    generation = held.generation + 1
    gone = endings(connection, held.batch, held.reading) if held.segments else {}
    segments = [_patched(folder, segment, gone, generation) for segment in held.segments]
    heads = Heads.read(folder, held.heads)
    rows = Rows()
    open_ = segments.pop() if segments and segments[-1].rows < SEGMENT_ROWS else None
    if open_ is not None:
        rows.extend(folder, open_)
    codes = {weight: code for code, weight in enumerate(scheme.weights)}
    for version in versions(connection, held.reading, now.reading):
        claim = claim_of(version.record)
        for fact in scheme.facts(claim):
            rows.add(_row(version, _STAGE[claim.stage], codes[fact.weight], fact, heads), version.ended or 0)
        if len(rows) >= SEGMENT_ROWS:
            segments.append(rows.write(folder, generation, len(segments)))
            rows, open_ = Rows(), None
    if open_ is not None and open_.rows == len(rows):
        segments.append(open_)
    elif len(rows):
        segments.append(rows.write(folder, generation, len(segments)))
    return Manifest(
        now.ledger,
        scheme.version,
        now.batch,
        now.link,
        now.reading,
        heads.write(folder, held.heads, generation),
        tuple(segments),
        generation,
    )


def _row(version: Version, stage: int, weight: int, fact: Fact, heads: Heads) -> tuple[float, ...]:
    """In the order of COLUMNS."""
    return (
        heads.number(fact.supplier),
        heads.number(fact.recipient),
        heads.number(fact.item),
        stage,
        weight,
        version.reading,
        version.document,
        version.batch,
        _day(version.published_on),
        nan if fact.low is None else fact.low,
        nan if fact.high is None else fact.high,
        fact.first or 0,
        fact.last or 0,
        fact.due_first or 0,
        fact.due_last or 0,
    )


def _patched(folder: Path, segment: Segment, gone: dict[int, int], generation: int) -> Segment:
    """A segment with what has ended in a new file, where something has."""
    if not gone:
        return segment
    keys = np.array(sorted(gone), dtype=np.int64)
    values = np.array([gone[key] for key in keys.tolist()], dtype=np.int64)
    readings = load(folder, segment, "reading").astype(np.int64)
    places = np.minimum(np.searchsorted(keys, readings), len(keys) - 1)
    hit = keys[places] == readings
    if not hit.any():
        return segment
    ended = np.array(load_ended(folder, segment))
    ended[hit] = values[places[hit]]
    name = f"{segment.folder}-ended-{generation}.npy"
    return replace(segment, ended=write_ended(folder, name, ended))


def _sweep(folder: Path, used: Manifest) -> None:
    """Take away what no list names any more; what somebody still reads goes the next time."""
    for path in folder.iterdir():
        if path.name in used.files or path.name in ("lock", MONTHS, MONTHS_LOCK):
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
