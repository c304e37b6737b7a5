"""The bench: claims and treaties in a small database of their own, which rules are asked of.

    bench = Bench(World(Entities.load()), treaties.values())
    bench.add(ledger.claims(ClaimFilter(as_of=day)))

It lives in memory and knows nothing of a ledger; whoever holds it adds the claims of a new document and drops those
that no longer hold. What it is filled with decides as of when it is asked.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import islice
from typing import Final, NamedTuple

from foedus.judge.views.claim_rows import Row, rows_of
from foedus.judge.views.scheme import definition, views
from foedus.judge.views.treaty_rows import Rows, names, treaty_rows, world_rows
from foedus.judge.views.world import World
from foedus.ledger.writing.uncollected import uncollected
from foedus.model.claim import Claim
from foedus.model.treaty import Treaty

_AT_ONCE: Final = 5_000
_WHO: Final = slice(7, 9)
"""Where who and whom stand in a row of `act`."""
_OF_A_CLAIM: Final = ("role", "act", "cites", "claim")


class Act(NamedTuple):
    """Who did what kind of thing to whom, as far as a claim tells."""

    type: str
    stage: str
    who: str | None
    whom: str | None


class Bench:
    """The views, filled. Not for several threads at the same time."""

    def __init__(self, world: World, treaties: Iterable[Treaty], *, day: date | None = None) -> None:
        """Without claims at first; `day` is the one as of which rules are asked, else that of the newest document."""
        self._world = world
        self._day = day.toordinal() if day else None
        self._next = 1
        self._keys: set[str] = set()
        self._ids: dict[int, str] = {}
        self.connection = sqlite3.connect(
            ":memory:", isolation_level=None, cached_statements=0, check_same_thread=False
        )
        self.connection.executescript(definition())
        rows = treaty_rows(treaties, world)
        self._named = names(rows)
        with self._whole():
            self._insert(rows)
            self._insert(world_rows(world.entities, world))
            self.connection.execute("INSERT INTO moment VALUES (?)", (self._day,))
        self.connection.execute("ANALYZE")

    def close(self) -> None:
        """Let go of the memory."""
        self.connection.close()

    def __len__(self) -> int:
        """How many claims are on it."""
        return int(self.connection.execute("SELECT count(*) FROM claim").fetchone()[0])

    def add(self, claims: Iterable[Claim]) -> None:
        """Put claims on it; drop first what they take the place of, for several claims can have one id."""
        given = iter(claims)
        before = self._next
        while some := list(islice(given, _AT_ONCE)):
            self._add(some)
        self._settle(many=len(self) // 2 < self._next - before)

    def drop(self, ids: Iterable[str]) -> None:
        """Take claims off it; ids that are not on it are passed over."""
        given = list(ids)
        if not given:
            return
        with self._whole():
            for one in given:
                found = self.connection.execute("SELECT claim FROM claim WHERE id = ?", (one,)).fetchall()
                for (number,) in found:
                    del self._ids[number]
                for view in _OF_A_CLAIM:
                    self.connection.executemany(f"DELETE FROM {view} WHERE claim = ?", found)  # noqa: S608  # ours
        self._settle(many=False)

    def focus(self, keys: Iterable[str] | None) -> None:
        """Fill the view `focus`: None is all keys that acts have."""
        with self._whole():
            self.connection.execute("DELETE FROM focus")
            wanted = self._keys if keys is None else set(keys)
            self.connection.executemany("INSERT INTO focus VALUES (?)", [(key,) for key in wanted])

    def acts(self, ids: Iterable[str]) -> list[Act]:
        """The acts of some claims."""
        ask = "SELECT act.type, act.stage, who, whom FROM act JOIN claim USING (claim) WHERE claim.id = ?"
        return [Act(*row) for one in ids for row in self.connection.execute(ask, (one,))]

    @property
    def day(self) -> int | None:
        """The day as of which rules are asked; None where no claim has one."""
        day: int | None = self.connection.execute("SELECT day FROM moment").fetchone()[0]
        return day

    def ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """Ids of claims by their numbers here."""
        return {number: self._ids[number] for number in set(numbers) if number in self._ids}

    def _add(self, claims: Sequence[Claim]) -> None:
        with uncollected():
            self._add_whole(claims)

    def _add_whole(self, claims: Sequence[Claim]) -> None:
        rows: Rows = {view: [] for view in _OF_A_CLAIM}
        for number, claim in enumerate(claims, self._next):
            self._ids[number] = claim.id
            made = rows_of(number, claim, self._world, self._named)
            rows["claim"].append(made.claim)
            rows["role"] += made.roles
            rows["act"] += made.acts
            self._keys.update(str(key) for act in made.acts for key in act[_WHO] if key is not None)
            rows["cites"] += made.cites
        self._next += len(claims)
        with self._whole():
            self._insert(rows)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """All that is written within, or nothing."""
        self.connection.execute("BEGIN")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def _insert(self, rows: Rows) -> None:
        for view, some in rows.items():
            self._insert_into(view, some)

    def _insert_into(self, view: str, rows: Sequence[Row]) -> None:
        marks = ", ".join("?" for _ in views()[view])
        self.connection.executemany(f"INSERT INTO {view} VALUES ({marks})", rows)  # noqa: S608  # names of ours

    def _settle(self, *, many: bool) -> None:
        """Tell the day anew, and after many claims how the tables look, so that rules are planned well."""
        if self._day is None:
            self.connection.execute("UPDATE moment SET day = (SELECT max(published) FROM claim)")
        if many:
            self.connection.execute("ANALYZE")
