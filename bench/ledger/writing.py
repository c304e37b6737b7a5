"""How fast a ledger takes claims in, through `Ledger.add`, and how fast plain sqlite3 takes the same rows."""

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from bench.ledger.generate import batches
from bench.ledger.measured import Raw, Written
from bench.speed.child import peak_mib
from foedus.ledger.store import Ledger
from foedus.ledger.stores.sqlite import LOG_BYTES
from foedus.ledger.words import folded

BATCH = 8_000
_RAW_CLAIMS = 40_000
_TABLES = {"documents": "number", "pages": "document", "claims": "reading", "fillers": "reading", "voices": "reading"}
_Rows = list[tuple[object, ...]]
_WORDS = {"claim_words": "claims", "document_words": "documents"}


def write(place: str, claims: int, seed: int, batch: int = BATCH) -> Written:
    """Fill a new ledger; to be run in a process of its own."""
    made = batches(claims, seed, batch)
    first = next(made)
    now = [first.at]
    spent: list[tuple[int, float]] = []
    processor = 0.0
    with Ledger.open(place, clock=lambda: now[0]) as ledger:
        for one in chain((first,), made):
            now[0] = one.at
            began, processor_began = time.perf_counter(), time.process_time()
            added = ledger.add(one.documents)
            spent.append((added.claims, time.perf_counter() - began))
            processor += time.process_time() - processor_began
    last = spent[-max(1, len(spent) // 10) :]
    return Written(
        claims=sum(count for count, _ in spent),
        batch=batch,
        seconds=sum(seconds for _, seconds in spent),
        last_claims=sum(count for count, _ in last),
        last_seconds=sum(seconds for _, seconds in last),
        processor_seconds=processor,
        bytes=Path(place).stat().st_size if Path(place).exists() else 0,
        peak_mib=peak_mib(),
    )


def write_raw(claims: int, seed: int, batch: int = BATCH) -> Raw:
    """The rows of a small ledger into an empty copy of its tables, indexes and words; only inserts are measured."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "made.db", Path(folder) / "raw.db"
        write(str(source), min(claims, _RAW_CLAIMS), seed, batch)
        with sqlite3.connect(source) as made:
            total = int(made.execute("SELECT count(*) FROM claims").fetchone()[0])
            return Raw(total, _copy(made, target, batch))


def _copy(made: sqlite3.Connection, target: Path, batch: int) -> float:
    raw = _empty_copy(made, target)
    seconds = 0.0
    for part in _parts(made, batch):
        began = time.perf_counter()
        raw.execute("BEGIN IMMEDIATE")
        for table, rows in part.items():
            if rows:
                marks = ",".join("?" * len(rows[0]))
                into = f"{table}(rowid, words)" if table in _WORDS else table
                raw.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608 - our names
        raw.execute("COMMIT")
        if target.with_name(f"{target.name}-wal").stat().st_size > LOG_BYTES:
            raw.execute("PRAGMA wal_checkpoint(PASSIVE)")
        seconds += time.perf_counter() - began
    raw.close()
    return seconds


def _empty_copy(made: sqlite3.Connection, target: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(target, isolation_level=None)
    for setting in ("page_size = 8192", "journal_mode = WAL", "wal_autocheckpoint = 0", "cache_size = -65536"):
        raw.execute(f"PRAGMA {setting}")
    wanted = (*_TABLES, *_WORDS)
    for kind in ("table", "index"):
        asked = made.execute("SELECT tbl_name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL", (kind,))
        for table, sql in asked:
            if table in wanted:
                raw.execute(sql)
    for table in _WORDS:
        for setting, value in made.execute(f"SELECT k, v FROM {table}_config WHERE k <> 'version'"):  # noqa: S608 - ours
            raw.execute(f"INSERT INTO {table}({table}, rank) VALUES (?, ?)", (setting, value))  # noqa: S608 - ours
    return raw


def _parts(made: sqlite3.Connection, batch: int) -> Iterator[dict[str, _Rows]]:
    """Rows of all tables, a batch of claims at a time."""
    most = int(made.execute("SELECT max(reading) FROM claims").fetchone()[0])
    done = 0
    for first in range(1, most + 1, batch):
        last = first + batch - 1
        newest = made.execute("SELECT max(document) FROM claims WHERE reading BETWEEN ? AND ?", (first, last))
        number = max(done, int(newest.fetchone()[0]))
        part: dict[str, _Rows] = {
            table: made.execute(
                f"SELECT * FROM {table} WHERE {key} BETWEEN ? AND ?",  # noqa: S608 - our names
                (first, last) if key == "reading" else (done + 1, number),
            ).fetchall()
            for table, key in _TABLES.items()
        }
        at = [row[0] for row in made.execute("SELECT name FROM pragma_table_info('claims')")].index("record")
        sentences: _Rows = [(row[0], folded(_evidence(str(row[at])))) for row in part["claims"]]
        texts: _Rows = [(row[0], folded(str(row[3]))) for row in part["documents"]]
        yield {**part, "claim_words": sentences, "document_words": texts}
        done = number


def _evidence(record: str) -> str:
    """The sentence in a record, without taking the whole of it apart."""
    found = record.partition('"evidence":[{')[2].partition('"text":"')[2]
    return found.partition('"}')[0]
