"""Whose word a claim is, as marks: two claims that share a mark may come from one origin.

Marks are the story that the page belongs to, the outlets that publish it, are cited or credited, their owners, the
powers that control them, and the voices with those for whom they speak. A source that a person marks as dependent on
another bears the marks of that other too. Independence is what is left where nothing is shared: it can be missed (an
owner whom the table does not know), so that a 1 is no proof.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from foedus.language.zones import zones
from foedus.lineage.dependent import Dependent, Tie
from foedus.lineage.edges import JOINING, CopyEdge
from foedus.lineage.grading.naming import folded, host
from foedus.lineage.grading.outlet import VOICES_OF_POWER, Outlet
from foedus.lineage.grading.reliability import Knowledge, row_of_voice
from foedus.lineage.grading.sides import day
from foedus.lineage.joined import Joined
from foedus.model.claim import Attribution, Claim
from foedus.model.document import Document

Marks = frozenset[str]

_SAME_WORD = ("story", "outlet", "voice", "source")
"""Marks whose holders repeat each other; the rest (owner, side, unnamed) may be bound and still have looked apart."""


class Origins:
    """Marks of claims, from the table of outlets and from the documents that are at hand."""

    def __init__(
        self,
        known: Knowledge,
        documents: Mapping[str, Document],
        edges: Iterable[CopyEdge],
        dependences: Iterable[tuple[str, str]] = (),
    ) -> None:
        """`dependences`: pairs of an outlet's name or an entity's key and another of which it is not independent."""
        self._known = known
        self._documents = documents
        self._excerpts: dict[str, list[CopyEdge]] = defaultdict(list)
        self._stories = Joined()
        self._credits: dict[str, Marks] = {}
        self._own: dict[str, Marks] = {}
        pairs = list(dependences)
        self._dependent = Dependent(pairs)
        self._depended_on = {on for _, on in pairs}
        for edge in edges:
            if edge.kind == "excerpt":
                self._excerpts[edge.copy].append(edge)
            elif edge.kind in JOINING:
                self._stories.join(edge.origin, edge.copy)

    def marks(self, claim: Claim) -> Marks:
        """All marks of a claim, with those of the sources on which its own depend."""
        return self._own_marks(claim).union(*(self._borrowed(claim, tie.on) for tie in self._ties(claim)))

    def apart(self, claims: Sequence[Claim], *, beside: Iterable[Claim] = ()) -> list[Claim]:
        """Claims that share no mark with each other nor with those `beside`, the first come first taken."""
        taken = {mark for claim in beside for mark in self.marks(claim)}
        found = []
        for claim in claims:
            marks = self.marks(claim)
            if not marks & taken:
                found.append(claim)
                taken |= marks
        return found

    def is_repeat(self, first: Claim, second: Claim) -> bool:
        """Whether one has the statement from the other, or both from one outlet or voice."""
        shared = self.marks(first) & self.marks(second)
        return any(mark.partition(" ")[0] in _SAME_WORD for mark in shared)

    def tie(self, first: Claim, second: Claim) -> Tie | None:
        """The dependence for which alone two claims are not independent; None where they are, or are not without it."""
        if self._own_marks(first) & self._own_marks(second):
            return None
        for one, other in ((first, second), (second, first)):
            for tie in self._ties(one):
                if self._borrowed(one, tie.on) & self.marks(other):
                    return tie
        return None

    def _own_marks(self, claim: Claim) -> Marks:
        if claim.id not in self._own:
            voices = (mark for voice in claim.attribution for mark in self._of_voice(claim, voice))
            publisher = self._of_name(claim.document.outlet, claim.document.url)
            # as a person named it, whatever the table makes of its name and address
            named = (f"source {one}" for one in _sources(claim) if one in self._depended_on)
            self._own[claim.id] = frozenset([*self._of_page(claim), *publisher, *voices, *named])
        return self._own[claim.id]

    def _ties(self, claim: Claim) -> list[Tie]:
        """On whom the outlet and the voices of a claim depend."""
        return [Tie(source, on) for source in _sources(claim) for on in self._dependent.on(source)]

    def _borrowed(self, claim: Claim, source: str) -> Marks:
        """The marks of what comes from a source, an outlet by name or an entity by key."""
        sides = (f"side {side}" for side in self._known.sides(source, day(claim)))
        row = self._known.outlets.of_entity(source)
        return frozenset(
            [f"source {source}", *self._of_name(source, None), *sides, *(_of_outlet(row.outlet) if row else ())]
        )

    def _of_page(self, claim: Claim) -> Iterator[str]:
        page, at = claim.document.id, claim.trigger.start
        yield f"story {self._stories.find(page)}"
        for edge in self._excerpts[page]:
            if any(span.copy_start <= at < span.copy_end for span in edge.spans):
                yield f"story {self._stories.find(edge.origin)}"
        yield from self._credited(page)

    def _of_name(self, name: str | None, url: str | None) -> Iterator[str]:
        """The outlet that bears a name or an address, and those that the name joins with it."""
        row = self._known.outlets.publisher(name, url)
        if row:
            yield from _of_outlet(row.outlet)
        else:
            # pages of which nobody knows who published them cannot be told apart
            yield f"outlet {folded(name or '') or host(url) or 'unknown'}"
        yield from (mark for row in self._known.outlets.joined(name) for mark in _of_outlet(row.outlet))

    def _credited(self, page: str) -> Marks:
        """Outlets named in the credit lines and datelines of a page."""
        if page not in self._credits:
            document = self._documents.get(page)
            self._credits[page] = frozenset(self._read_credits(document)) if document else frozenset()
        return self._credits[page]

    def _read_credits(self, document: Document) -> Iterator[str]:
        for zone in zones(document.text, document.title, document.lang):
            if zone.kind in ("credit", "dateline"):
                for row in self._known.outlets.within(document.text[zone.start : zone.end]):
                    yield from _of_outlet(row.outlet)

    def _of_voice(self, claim: Claim, voice: Attribution) -> Iterator[str]:
        if row := row_of_voice(voice, self._known.outlets):
            yield from _of_outlet(row.outlet)
        if voice.entity:
            yield from (f"side {side}" for side in self._known.sides(voice.entity, day(claim)))
        elif voice.kind != "unnamed":
            yield f"voice {folded(voice.name or voice.text)}"
        if voice.kind == "unnamed":
            # two sources without a name may be one man
            yield "unnamed"


def _sources(claim: Claim) -> list[str]:
    """The outlet by name and the voices by entity, each once."""
    found = [claim.document.outlet, *(voice.entity for voice in claim.attribution)]
    return [one for one in dict.fromkeys(found) if one]


def _of_outlet(outlet: Outlet) -> Iterator[str]:
    yield f"outlet {outlet.id}"
    if outlet.owner:
        yield f"owner {folded(outlet.owner)}"
    if outlet.entity:
        yield f"side {outlet.entity}"
    if outlet.seat and (outlet.control in VOICES_OF_POWER or outlet.kind in ("official", "state_media")):
        yield f"side {outlet.seat}"
