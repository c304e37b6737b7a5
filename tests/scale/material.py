"""A dozen short reports in files of several kinds, and what one machine makes of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from foedus.ingest.options import Options
from foedus.scale.core import read_batches
from foedus.scale.inputs import SCHEMA
from foedus.scale.outcome import claims_in

OPTIONS = Options(columns={"text": "body"})
"""Rows of tables have their text in a column of another name."""

_STATES = ("Armenia", "Belarus", "Kazakhstan", "Serbia", "Greece", "Poland", "Hungary", "Algeria", "Mali")


def _report(place: int, text: str) -> dict[str, str]:
    state = _STATES[place % len(_STATES)]
    said = f"Russia delivered {place + 2} S-400 systems to {state} in March 2023. {state} had ordered them in 2021."
    url = f"https://harbour-gazette.example/{place}"
    return {text: said, "published": f"2023-04-{place % 3 + 1:02}", "outlet": "The Harbour Gazette", "url": url}


def write(folder: Path) -> Path:
    """Eleven reports and a file that is none: two files of lines, a page, a table, and bytes of no kind."""
    folder.mkdir()
    for name, places in (("a", range(4)), ("b", range(4, 8))):
        lines = [json.dumps(_report(place, "body")) for place in places]
        (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "page.html").write_text(
        "<html lang='en'><head><title>Jets for Athens</title></head><body><article><h1>Jets for Athens</h1>"
        "<p>France delivered six Rafale jets to Greece in January 2022, the ministry said. Greece ordered more of "
        "them in March 2022, and paid for the first of these in the same month.</p></article></body></html>",
        encoding="utf-8",
    )
    pq.write_table(pa.Table.from_pylist([_report(place, "body") for place in (8, 9)]), folder / "table.parquet")
    (folder / "broken.html").write_bytes(b"%PDF-1.4 cut off")
    return folder


def outcomes(folder: Path, options: Options = OPTIONS) -> list[pa.RecordBatch]:
    """The folder read by the core in this process."""
    return list(read_batches(_inputs(folder), options))


def claims(folder: Path, options: Options = OPTIONS) -> list[dict[str, Any]]:
    """Its claims as rows."""
    return ordered(row for batch in outcomes(folder, options) for row in claims_in(batch).to_pylist())


def ordered(rows: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    """By document and place: the order in which rows come from a cluster is nobody's."""
    return sorted(rows, key=lambda row: (row["document"], row["place"]))


def table(folder: Path) -> list[dict[str, Any]]:
    """All rows of a table that was written, without the day that their folder tells."""
    files = sorted(folder.rglob("*.parquet"))
    return [row for file in files for row in pq.ParquetFile(file).read().to_pylist()]


def _inputs(folder: Path) -> Iterator[pa.RecordBatch]:
    for file in sorted(folder.iterdir()):
        url = f"file:{file}"
        given: list[tuple[str, bytes | None, None, str | None]]
        if file.suffix == ".parquet":
            rows = [json.dumps(row, separators=(",", ":")) for row in _in_order(pq.read_table(file).to_pylist())]
            given = [(f"{url}:{place}", None, None, row) for place, row in enumerate(rows, 1)]
        else:
            given = [(url, file.read_bytes(), None, None)]
        yield pa.record_batch([list(column) for column in zip(*given, strict=True)], schema=SCHEMA)


def _in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Columns as the cluster asks for them."""
    names = ("body", "url", "published", "outlet")
    return [{name: row[name] for name in names} for row in rows]
