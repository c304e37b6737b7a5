"""Who is meant where nothing says it: the party that the passage is about, when one stands out.

For a role that frames and memory leave open, the parties named in and before the sentence are weighed: by distance, by
being subject, by how often the document names them, by standing in the headline (Lappin and Leass 1994, reduced).
The first must lead the second clearly, else the role stays open.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from foedus.model.claim import Filler
from foedus.model.vocabulary import Kind
from foedus.reader.draft import Draft
from foedus.reader.kinds import PARTIES, kinds_for
from foedus.reader.phrases import Phrases
from foedus.reader.relations import preposition
from foedus.reader.view import View

LOOK_BACK = 3
LEAD = 1.0
ACTORS: frozenset[Kind] = frozenset({"state", "company", "armed_group"})
"""Kinds that do things unsaid; an organisation is more often where they are talked about."""
OPEN_ROLES = {
    "transfer": ("supplier", "recipient"),
    "deployment": ("actor",),
    "assistance": ("provider", "recipient"),
    "production": ("producer",),
}


class Salience(NamedTuple):
    """The parties of one document by their weight."""

    phrases: Phrases
    views: Sequence[View]
    counts: Counter[str]
    against: dict[int, set[str | None]]

    @classmethod
    def of(cls, phrases: Phrases, views: Sequence[View]) -> "Salience":
        """Weigh the parties that the document names."""
        counts: Counter[str] = Counter()
        for view in views:
            for name in view.names:
                filler = phrases.of_name(name, PARTIES)
                if filler and filler.entity:
                    counts[filler.entity] += 1
        return cls(phrases, views, counts, {})

    def complete(self, draft: Draft) -> None:
        """Fill open party roles of the draft, one after the other, where a party stands out."""
        subject = draft.unit.frame.get("subj", ())
        for role in sorted(OPEN_ROLES.get(draft.unit.type, ()), key=lambda role: role not in subject[:1]):
            if role in draft.roles or role in draft.filled.occupied:
                continue
            filler = self._best(draft, role)
            if filler:
                draft.roles[role] = [filler]
                draft.filled.reasons[role] = f"unsaid: {filler.text!r} stands out here"

    def _best(self, draft: Draft, role: str) -> Filler | None:
        taken = {filler.entity for fillers in draft.roles.values() for filler in fillers} | self._adversaries(
            draft.view
        )
        inside = _inside_roles(draft)
        weights: dict[str, tuple[float, Filler]] = {}
        for back in range(min(LOOK_BACK, draft.view.index) + 1):
            view = self.views[draft.view.index - back]
            for name in view.names:
                filler = self.phrases.of_name(name, kinds_for(draft.unit.type, role) & ACTORS)
                if not filler or filler.entity is None or filler.entity in taken:
                    continue
                if (back == 0 and name.head in inside) or not self._suits(draft, role, filler):
                    continue
                weight = self._weight(view, name.head, filler, back)
                if filler.entity not in weights or weight > weights[filler.entity][0]:
                    weights[filler.entity] = (weight, filler)
        ranked = sorted(weights.values(), key=lambda pair: -pair[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < LEAD):
            return None
        best = ranked[0][1]
        return Filler(best.entity, best.name, best.kind, best.text, best.start, best.end, "unexpressed")

    def _suits(self, draft: Draft, role: str, filler: Filler) -> bool:
        """Whether the party can hold the role unsaid: of a known system its makers supply, and others receive."""
        entities = self.phrases.entities
        makers = {maker for item in draft.roles.get("item", ()) for maker in entities.makers(item.entity or "")}
        if not makers or role not in ("supplier", "recipient"):
            return True
        makes = filler.entity in makers or entities.state(filler.entity or "") in makers
        return makes == (role == "supplier")

    def _adversaries(self, view: View) -> set[str | None]:
        """Parties against whom the sentence says something is done: they do not receive it."""
        if view.index in self.against:
            return self.against[view.index]
        against = self.phrases.lexicon.cues("adversatives")
        self.against[view.index] = {
            filler.entity
            for name in view.names
            if preposition(view.sentence, name.head) in against and (filler := self.phrases.of_name(name, PARTIES))
        }
        return self.against[view.index]

    def _weight(self, view: View, head: int, filler: Filler, back: int) -> float:
        weight = 3.0 - back + min(self.counts[filler.entity or ""], 4) * 0.5
        weight += 1.0 if view.is_subject(head) else 0.0
        weight += 1.0 if view.zone == "headline" else 0.0
        return weight - (0.5 if filler.via == "demonym" else 0.0)


def _inside_roles(draft: Draft) -> set[int]:
    """Tokens of phrases that already fill roles: of "an ally of Armenia" the ally supplies, Armenia does not."""
    sentence = draft.view.sentence
    found: set[int] = set()
    for fillers in draft.roles.values():
        for filler in fillers:
            if sentence.start <= filler.start < sentence.end and filler.kind == "text":
                head = sentence.head_of(filler.start, filler.end)
                found.update(sentence.subtree(head) if head is not None else ())
    return found
