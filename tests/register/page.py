"""The examples of docs/register.md, made from claims: `python -m tests.register.page` writes them anew."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from foedus.cli import membership_cells, position_cells, register_cells, timeline_cells, toll_cells
from foedus.cli.table import Row, as_markdown
from foedus.gazetteer.entities import Entities
from foedus.model.claim import Claim
from foedus.register.memberships import memberships
from foedus.register.positions import positions
from foedus.register.rows import register_rows
from foedus.register.timeline import timelines
from foedus.register.tolls import tolls
from tests.register.case import CASE, CLAIMS
from tests.register.told import SURE, at_least, many, only, paper, tell

PAGE = Path(__file__).parents[2] / "docs" / "register.md"
_MARKED = re.compile(r"(<!-- example: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)

T = TypeVar("T")


def written(text: str) -> str:
    """The page with every example made anew."""
    made = examples()
    return _MARKED.sub(lambda found: f"{found[1]}{made[found[2]]}{found[4]}", text)


def examples() -> dict[str, str]:
    """Each example as it stands between its marks."""
    known = Entities.load().get
    on = date(2022, 3, 1)
    return {
        "texts": "".join(f"> *{page.outlet}, {page.published}.* {page.text}\n\n" for page, _ in CASE),
        "register": _table(register_rows(CLAIMS, sure=SURE, known=known), register_cells.short_cells),
        "timeline": _table(timelines(CLAIMS), timeline_cells.short_cells),
        "positions": _table(positions(CLAIMS, on, known=known), position_cells.short_cells),
        "memberships": _table(memberships(CLAIMS, on), membership_cells.short_cells),
        "tolls": _table(tolls(CLAIMS), toll_cells.short_cells),
        "brackets": _lines(_BRACKETS, ("number_delivered", "delivery_years")),
        "lots": _lines(_LOTS, ("number_delivered",)),
    }


_GAZETTE, _HERALD, _STAR = paper("The Gazette"), paper("The Herald"), paper("The Star")
_SECOND = "second delivery"

_BRACKETS: list[tuple[str, list[Claim]]] = [
    ("delivered 6 in 2020", [tell(_GAZETTE, "delivered", 6, "2020")]),
    ("delivered about 6, around 2020", [tell(_GAZETTE, "delivered", many(_GAZETTE, 6, about=True), "2020~")]),
    ("delivered at least 6 since 2020", [tell(_GAZETTE, "delivered", at_least(_GAZETTE, 6), "2020/..")]),
    ("delivered 6 to 8 from 2018 to 2020", [tell(_GAZETTE, "delivered", many(_GAZETTE, 6, 8), "2018/2020")]),
    ("delivered 6 by 2020", [tell(_GAZETTE, "delivered", 6, "../2020")]),
    ("delivered 6 in 2020, a diplomat said", [tell(_GAZETTE, "delivered", 6, "2020", standing="unnamed")]),
    ("rumoured to have delivered 6 in 2020", [tell(_GAZETTE, "delivered", 6, "2020", standing="rumoured")]),
    ("probably delivered 6 in 2020", [tell(_GAZETTE, "delivered", 6, "2020", certainty="probable")]),
    ("possibly delivered 6 in 2020", [tell(_GAZETTE, "delivered", 6, "2020", certainty="possible")]),
    (
        "one outlet: probably 6 in 2020; another: 6 in 2020",
        [tell(_GAZETTE, "delivered", 6, "2020", certainty="probable"), tell(_HERALD, "delivered", 6, "2020")],
    ),
    (
        "one outlet: 6 in 2020; another: 8 in 2020",
        [tell(_GAZETTE, "delivered", 6, "2020"), tell(_HERALD, "delivered", 8, "2020")],
    ),
]

_LOTS: list[tuple[str, list[Claim]]] = [
    (
        "three outlets: 6 in 2020",
        [tell(page, "delivered", 6, "2020") for page in (_GAZETTE, _HERALD, _STAR)],
    ),
    (
        "one text: 6 in 2020, 12 in 2021",
        [tell(_GAZETTE, "delivered", 6, "2020"), tell(_GAZETTE, "delivered", 12, "2021", trigger=_SECOND)],
    ),
    (
        "one outlet: 6 in 2020; another: 12 in 2021",
        [tell(_GAZETTE, "delivered", 6, "2020"), tell(_HERALD, "delivered", 12, "2021")],
    ),
    (
        "the same, and a third: 18 so far",
        [tell(_GAZETTE, "delivered", 6, "2020"), tell(_HERALD, "delivered", 12, "2021"), tell(_STAR, "delivered", 18)],
    ),
    (
        "one outlet: a batch of 4 in 2020; another: a batch of 5 in 2021",
        [tell(_GAZETTE, "delivering", 4, "2020"), tell(_HERALD, "delivering", 5, "2021")],
    ),
    (
        "one text: 6 in March, 8 in September",
        [tell(_GAZETTE, "delivered", 6, "2020-03"), tell(_GAZETTE, "delivered", 8, "2020-09", trigger=_SECOND)],
    ),
    ("is delivering 24 in 2021", [tell(_GAZETTE, "delivering", 24, "2021", trigger="meant")]),
]


def _lines(cases: Iterable[tuple[str, list[Claim]]], fields: tuple[str, ...]) -> str:
    shown = []
    for words, claims in cases:
        row = only(*claims)
        reasons = dict.fromkeys(row.reasons[field] for field in fields)
        cells = {field.replace("_", " "): row.texts()[field] for field in fields}
        shown.append({"claims say": words, **cells, "reason": "; ".join(reasons)})
    return b"".join(as_markdown(shown)).decode()


def _table(records: Iterable[T], cells: Callable[[T], Row]) -> str:
    """Without the columns that are empty all the way down."""
    shown = [cells(record) for record in records]
    kept = [name for name in shown[0] if any(row[name] for row in shown)]
    return b"".join(as_markdown({name: row[name] for name in kept} for row in shown)).decode()


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
