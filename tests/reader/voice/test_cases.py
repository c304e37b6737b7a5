"""The named cases of reading difficulties, each row a test: who says it and how surely."""

from functools import cache

import pytest
from bench.voice.hearing import Answer, load_reader
from bench.voice.judging import right
from bench.voice.known import known
from bench.voice.misses import told
from bench.voice.rows import Row, load

ROWS = load(["cases"])
KNOWN = known([row.id for row in ROWS])
reader = cache(load_reader)


def _case(row: Row) -> object:
    reason = KNOWN.get(row.id)
    return pytest.param(row, id=row.id, marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [])


@pytest.mark.parametrize("row", [_case(row) for row in ROWS])
def test_case(row: Row) -> None:
    heard = reader().heard(row.document, row.start, row.end)
    assert right(row, heard), told(Answer(row, heard))
