"""How far a job is: what its page shows."""

from typing import Literal

from msgspec import Struct, field

from foedus.serve.adding.caps import NAMED
from foedus.serve.adding.order import Ended, Event, Failed, Kept, Reading, Told, Total, Waiting

State = Literal["queued", "parsing", "reading", "waiting", "done", "failed", "stopped"]
OVER: frozenset[State] = frozenset({"done", "failed", "stopped"})


class Progress(Struct):
    """One job; `by` is who brought it, `at` when (UTC, ISO 8601), `names` of its files.

    `number` of `total` documents is being read, the one called `name`. `documents` and `lines` (what could not be read,
    or should be known) are the first ones; `more` counts the documents behind them. `ended` has the counts of the end.
    """

    id: str
    by: str
    at: str
    names: tuple[str, ...]
    state: State = "queued"
    number: int = 0
    total: int = 0
    name: str = ""
    documents: list[Kept] = field(default_factory=list)
    more: int = 0
    lines: list[str] = field(default_factory=list)
    ended: Ended | None = None
    message: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing will come any more."""
        return self.state in OVER

    @property
    def claims(self) -> int:
        """Of the documents that are named."""
        return sum(one.claims for one in self.documents)

    def learn(self, event: Event) -> None:
        """What the process tells."""
        match event:
            case Total(documents):
                self.state, self.total = "reading", documents
            case Reading(number, name):
                self.state, self.number, self.name = "reading", number, name
            case Waiting():
                self.state = "waiting"
            case Kept():
                self.state = "reading"
                if len(self.documents) < NAMED:
                    self.documents.append(event)
                else:
                    self.more += 1
            case Told(message):
                if len(self.lines) < NAMED:
                    self.lines.append(message)
            case Ended():
                self.state, self.ended = "done", event
            case Failed(message):
                self.state, self.message = "failed", message
