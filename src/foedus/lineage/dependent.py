"""Stories that are not independent of each other, because a person knows that their sources are not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foedus.lineage.joined import Joined

Stories = tuple[tuple[str, ...], ...]
"""Each the ids of its documents."""


class Tie(NamedTuple):
    """A story that was counted with another one, by its place, and the two sources of which a person says why."""

    source: str
    on: str


class Dependent:
    """Which sources (outlets by name, entities by key) depend on which, also by way of others."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        """`known`: pairs of a source and what it depends on."""
        on: dict[str, list[str]] = defaultdict(list)
        for source, other in known:
            on[source].append(other)
        self._reached = {source: _reached(source, on) for source in list(on)}

    def __bool__(self) -> bool:
        return bool(self._reached)

    def on(self, source: str) -> tuple[str, ...]:
        """On whom a source depends, also by way of others, the nearest first."""
        return self._reached.get(source, ())

    def joined(self, stories: Stories, sources: Mapping[str, Iterable[str]]) -> tuple[Stories, tuple[Tie, ...]]:
        """The stories, each that depends on another one made one with it, and by which sources.

        `sources` are those of a document. A story that depends on two others is counted with the first alone: they
        stay independent of each other. Where none of the others is what it depends on, it is counted with one that
        depends on the same.
        """
        told = [list(dict.fromkeys(one for page in story for one in sources[page])) for story in stories]
        joined, ties = Joined(), []
        for place in range(len(stories)):
            found = self._other(place, told)
            if found is not None and joined.find(str(place)) != joined.find(str(found[0])):
                joined.join(str(found[0]), str(place))
                ties.append(found[1])
        groups: dict[str, list[str]] = defaultdict(list)
        for place, story in enumerate(stories):
            groups[joined.find(str(place))].extend(story)
        return tuple(map(tuple, groups.values())), tuple(dict.fromkeys(ties))

    def _other(self, place: int, told: Sequence[Sequence[str]]) -> tuple[int, Tie] | None:
        """The story with which one is counted, and why; what it holds itself it needs no other for."""
        ahead = [(source, on) for source in told[place] for on in self.on(source)]
        if any(on in told[place] for _, on in ahead):
            return None
        for source, on in ahead:
            for other, others in enumerate(told):
                if on in others:
                    return other, Tie(source, on)
        for source, on in ahead:
            for other, others in enumerate(told[:place]):
                if any(on in self.on(one) for one in others):
                    return other, Tie(source, on)
        return None


def _reached(source: str, on: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """On whom a source depends, through any number of others, the nearest first."""
    reached: dict[str, None] = {}
    ahead = [source]
    while ahead:
        ahead = [other for one in ahead for other in on.get(one, ()) if other not in reached and other != source]
        reached |= dict.fromkeys(ahead)
    return tuple(reached)
