"""Which findings are asked for: by rule, verdict, whom they concern, treaty and days; the same for command and page."""

from collections.abc import Iterable
from datetime import date
from typing import get_args

from msgspec import Struct

from foedus.model.errors import UsageError
from foedus.model.finding import Finding, Verdict


class AskedFindings(Struct, frozen=True):
    """Every condition must hold; an empty one asks nothing.

    `rules` and `verdicts` are alternatives; a verdict counts whoever's it is. `about` are keys that a finding has all
    to concern. `treaty` is the id of the instrument that a duty stands in. A finding counts whose days can meet those
    from `since` to `until`, both included; open days can meet any.
    """

    rules: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    about: tuple[str, ...] = ()
    treaty: str | None = None
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """UsageError where no day lies between the two."""
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"nothing lies from {self.since} to {self.until}: swap from and to")

    def holds(self, one: Finding) -> bool:
        """Whether a finding is one of them."""
        return (
            (not self.rules or one.rule in self.rules)
            and (not self.verdicts or any(view.verdict in self.verdicts for view in one.views))
            and set(self.about) <= set(one.entities)
            and (self.treaty is None or (one.case is not None and one.case.treaty == self.treaty))
            and (self.since is None or one.until is None or one.until >= self.since.isoformat())
            and (self.until is None or one.since is None or one.since <= self.until.isoformat())
        )


def rule_named(name: str, option: str, known: Iterable[str]) -> str:
    """One of the rules; UsageError, which names the option, lists those that there are."""
    rules = list(known)
    if name not in rules:
        raise UsageError(f"{option} {name!r}: there is no such rule; there are {', '.join(rules)}")
    return name


def verdict_named(word: str, option: str) -> Verdict:
    """One of the verdicts; UsageError likewise."""
    for one in get_args(Verdict):
        if one == word:
            found: Verdict = one
            return found
    raise UsageError(f"{option} {word!r} is no verdict; there are {', '.join(get_args(Verdict))}")
