"""How the words of a sentence bear on an event: as an argument of its words, inside one, or only near in the tree."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from foedus.reader.linker.event import Event
from foedus.reader.operators import UP
from foedus.reader.phrases import Phrases
from foedus.reader.relations import SUBJECTS, Argument, conjuncts, preposition, slot
from foedus.reader.slots import roles_of, slots_of
from foedus.reader.view import View

INSIDE = frozenset({"flat", "appos", "compound", "nmod", "amod", "nmod:poss", "flat:name", "det", "nummod", "acl"})
"""Relations by which a word belongs to the phrase above it."""
STEPS = 3
NEVER = 9
FARTHEST = 12
OPERATORS_UP = 3
_LABELS = {"subj": SUBJECTS, "obj": ("obj", "iobj"), "iobj": ("iobj", "obl", "obl:arg")}
"""The labels of an operator's argument, by its relation."""


class Bearing(NamedTuple):
    """A word as the event sees it. `relation` and `how` are those of the argument that it is or lies in ("-" for
    none), `steps` how deep it lies; `ranks` say at which place the frame's slot has each role."""

    relation: str
    how: str
    steps: int
    ranks: Mapping[str, int]


NOWHERE = Bearing("-", "-", NEVER, {})


class Bearings:
    """The bearings of one event's sentence."""

    def __init__(self, phrases: Phrases, view: View, event: Event, agent: str) -> None:
        self._view = view
        self._phrases = phrases
        self._event = event
        self._at: dict[int, Bearing] = {}
        for argument in [*_controlled(view, event), *slots_of(phrases, view, event.hit, agent)]:
            for number, i in enumerate(conjuncts(view.sentence, argument.token)):
                if i not in self._at:
                    how = argument.how.partition(" ")[0]
                    self._at[i] = Bearing(argument.relation, f"{how}+" if number else how, 0, self._ranks(argument))
        self.line = _line(view, event.anchor)
        self._depth = {i: depth for depth, i in enumerate(self.line)}

    def of(self, i: int) -> Bearing:
        """The bearing of the word at i."""
        found = self._at.get(i)
        if found:
            return found
        label, k = "", i
        for step in range(1, STEPS + 1):
            token = self._view.tokens[k]
            if token.head == k or (token.dep not in INSIDE and token.dep != "conj"):
                break
            label = label or f"{token.dep} {slot(self._view.sentence, k) or ''}".strip()
            k = token.head
            above = self._at.get(k)
            if above:
                return Bearing(f"{above.relation}>{label}", above.how, step, above.ranks)
            if k == self._event.anchor:
                return Bearing(f"own>{label}", "own", step, {})
        return NOWHERE

    def path(self, i: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Relations up from the event's anchor to the word above both, and down to the word at i."""
        down: list[str] = []
        k = i
        for _ in range(FARTHEST):
            if k in self._depth:
                up = [self._view.tokens[j].dep for j in self.line[: self._depth[k]]]
                return tuple(up), tuple(reversed(down))
            token = self._view.tokens[k]
            down.append(token.dep)
            if token.head == k:
                break
            k = token.head
        return ("far",), ("far",)

    def _ranks(self, argument: Argument) -> Mapping[str, int]:
        ranks: dict[str, int] = {}
        for unit in self._event.units:
            for place, role in enumerate(roles_of(self._phrases, unit, argument)):
                ranks[role] = min(place, ranks.get(role, NEVER))
        return ranks


def _controlled(view: View, event: Event) -> Iterator[Argument]:
    """The subject that an operator gives its complement: "X a promis de livrer", "X autorise Y à livrer"."""
    i = event.anchor
    for _ in range(OPERATORS_UP):
        token = view.tokens[i]
        if token.head == i or token.dep not in UP:
            return
        i = token.head
        over = event.operators.get(i)
        if over is None or i in event.tokens:
            continue
        control = next((sense.control for sense in over.senses if sense.control), None)
        if control is None:
            return
        for child in view.sentence.dependents(i, *_LABELS.get(control, ())):
            if control != "iobj" or preposition(view.sentence, child.i) in (None, "à", "to"):
                yield Argument("subj", child.i, "operator")
        return


def _line(view: View, i: int) -> list[int]:
    """The word and those above it."""
    line = [i]
    while len(line) < FARTHEST:
        head = view.tokens[line[-1]].head
        if head in line:
            break
        line.append(head)
    return line
