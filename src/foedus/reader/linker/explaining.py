"""What the linker says of the core roles of one statement: who fills each, or that nobody does, and why."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from foedus.model.claim import Filler
from foedus.model.vocabulary import ClaimType
from foedus.reader.analysis import Analysis
from foedus.reader.deciding.reasons import Reason
from foedus.reader.deciding.statements import Statement
from foedus.reader.linker.candidates import Candidate, Slate, Stand
from foedus.reader.linker.facts import Fact, facts_of, trigger_of, way_of
from foedus.reader.linker.filling import filler_of
from foedus.reader.linker.linker import Linked, competing
from foedus.reader.linker.model import Model, load_model
from foedus.reader.linker.reasons import Seen, link_reasons, shares_of
from foedus.reader.linker.wording import LinkWording, load_wording


class Rival(Struct, frozen=True):
    """Who came next for a role; None for nobody. `taken` is the role that it or its word has already."""

    filler: Filler | None
    probability: float
    taken: str | None


class LinkExplanation(Struct, frozen=True):
    """One filler of a core role, or that the role stays empty (`filler` None), and why.

    `way` tells by which way the words mean the filler; `facts` are what a person sees in the text, each with the share
    of the log-odds of the columns that say the same; `reasons` are the strongest other columns, for and against.
    """

    role: str
    filler: Filler | None
    probability: float
    way: str
    facts: tuple[Reason, ...]
    reasons: tuple[Reason, ...]
    rival: Rival | None


def explain_links(  # noqa: PLR0917 - a read document, and the words in it
    analysis: Analysis,
    said: Sequence[Statement],
    stand: Stand,
    links: Sequence[Linked],
    start: int,
    end: int,
    claim_type: ClaimType | str,
    models: Path | None = None,
) -> tuple[LinkExplanation, ...] | None:
    """Why each core role of a statement is filled, or empty, in the order of its type's roles.

    `said` and `links` are those of the document, in one order; `start` and `end` the code points of the trigger. None
    where no statement of the type has exactly these words.
    """
    some = [
        (one.probability, number)
        for number, one in enumerate(said)
        if one.type == claim_type and _span(analysis, one) == (start, end)
    ]
    if not some:
        return None
    told = _Told(load_model(models), load_wording(), stand, links, links[max(some)[1]])
    return tuple(one for slate in told.at.slates for one in told.role(slate))


class _Told(NamedTuple):
    """One event of a document, with what its links are told by."""

    model: Model
    wording: LinkWording
    stand: Stand
    links: Sequence[Linked]
    at: Linked

    def role(self, slate: Slate) -> Iterator[LinkExplanation]:
        """The role's fillers, or that it has none."""
        rows = self.at.rows[slate.role]
        shares = [float(share) for share in competing(self.model.second.log_odds(rows), np.zeros(1, dtype=np.int32))]
        chosen = {link.candidate.key for link in self.at.chosen.links.get(slate.role, ())}
        numbers = [number for number, one in enumerate(slate.candidates) if one.key in chosen]
        rival = self._rival(slate, shares, numbers)
        for number in numbers or [len(slate.candidates)]:
            one = slate.candidates[number] if numbers else None
            seen = Seen(slate, number, rows[number])
            by_column = shares_of(self.model, seen)
            facts = list(facts_of(self.wording, slate, one, self.links, self.at) if one else self._nobody(slate))
            if one and shares[number] < max(shares[other] for other in numbers):
                facts.append(self._listed())
            stated = {column for fact in facts for column in fact.columns}
            if one:
                stated |= self.wording.event.keys()
            yield LinkExplanation(
                slate.role,
                filler_of(self.stand, one) if one else None,
                round(shares[number], 4),
                way_of(self.wording, one) if one else "",
                tuple(_reason(fact, by_column) for fact in facts),
                tuple(link_reasons(self.wording, seen, by_column, stated, trigger_of(self.at))),
                rival,
            )

    def _nobody(self, slate: Slate) -> Iterator[Fact]:
        if not slate.candidates:
            yield Fact("no candidate", self.wording.facts["no candidate"], ("candidates",))

    def _listed(self) -> Fact:
        return Fact("listed", self.wording.facts["listed"].format(level=f"{self.model.listed:.2f}"), ())

    def _rival(self, slate: Slate, shares: Sequence[float], numbers: Sequence[int]) -> Rival | None:
        """The likeliest of those who do not have the role, nobody among them where somebody has it."""
        others = [number for number in range(len(slate.candidates) + bool(numbers)) if number not in numbers]
        best = max(others, key=lambda number: shares[number], default=None)
        if best is None:
            return None
        if best == len(slate.candidates):
            return Rival(None, round(shares[best], 4), None)
        one = slate.candidates[best]
        return Rival(filler_of(self.stand, one), round(shares[best], 4), self._taken(one, slate.role))

    def _taken(self, one: Candidate, role: str) -> str | None:
        """The other role that the referent or its word has, so that it cannot have this."""
        links = [link for other, some in self.at.chosen.links.items() if other != role for link in some]
        same = [link.role for link in links if link.candidate.key == one.key]
        beside = [link.role for link in links if _at_one_word(link.candidate, one)]
        return next(iter([*same, *beside]), None)


def _at_one_word(one: Candidate, other: Candidate) -> bool:
    return one.here is not None and other.here is not None and one.here.head == other.here.head


def _reason(fact: Fact, shares: Mapping[str, float]) -> Reason:
    share = sum(shares.get(column, 0.0) for column in fact.columns)
    return Reason(fact.name, "", round(share, 4), fact.words)


def _span(analysis: Analysis, said: Statement) -> tuple[int, int]:
    tokens = analysis.views[said.view].tokens
    return tokens[said.trigger[0]].start, tokens[said.trigger[-1]].end
