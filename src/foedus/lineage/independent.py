"""From how many origins a statement comes: pages of one text count once, and so do those that cite one source.

Sources of which a person says that one depends on another count once, too. What nothing tells stays unknown: then the
number is a range.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foedus.lineage.citing.outlets import alike, published_by
from foedus.lineage.dependent import Dependent, Stories, Tie
from foedus.lineage.doubtful import Doubt, doubts, surely
from foedus.lineage.edges import JOINING, CopyEdge, joins
from foedus.lineage.joined import Joined
from foedus.lineage.relayed import Relayed
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.story import PLACEHOLDER, is_placeholder


class Counted(NamedTuple):
    """The pages of some claims (ids) grouped into stories, each an origin of its own as far as is known.

    `copied` is how many groups there were by text alone, `cited` how many when those that cite one source were joined,
    `relayed` names these sources, `ties` are the dependences that joined more. `doubts` are stories that may be one.
    """

    stories: Stories
    copied: int
    ties: tuple[Tie, ...]
    cited: int = 0
    relayed: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return sum(map(len, self.stories))

    @property
    def least(self) -> int:
        """How many origins there are at least; at most as many as stories."""
        return surely(self.stories, self.doubts)

    @property
    def origins(self) -> str:
        """`2`, or `1, perhaps 2` where nothing tells."""
        most = len(self.stories)
        return f"{most}" if self.least == most else f"{self.least}, perhaps {most}"

    @property
    def reason(self) -> str:
        """`4 pages, 2 stories (1 copied or translated; 1 not independent: A depends on B); perhaps 1: both from C`."""
        pages, stories = self.pages, len(self.stories)
        less = []
        if pages > self.copied:
            less.append(f"{pages - self.copied} copied or translated")
        if self.copied > self.cited:
            less.append(f"{self.copied - self.cited} from what others cite too: {', '.join(self.relayed)}")
        if self.cited > stories:
            why = ", ".join(f"{one.source} depends on {one.on}" for one in self.ties)
            less.append(f"{self.cited - stories} not independent: {why}")
        joined = f" ({'; '.join(less)})" if less else ""
        doubt = (
            f"; perhaps {self.least}: {', '.join(dict.fromkeys(one.why for one in self.doubts))}" if self.doubts else ""
        )
        return f"{pages} page{'s' * (pages != 1)}, {stories} {'story' if stories == 1 else 'stories'}{joined}{doubt}"


class Independence:
    """What is known of texts that come from others and of sources that depend on others."""

    def __init__(
        self,
        documents: Iterable[Document],
        edges: Iterable[CopyEdge],
        dependences: Iterable[tuple[str, str]] = (),
    ) -> None:
        """`dependences`: pairs of sources, outlets by name or entities by key, the first not independent of the second.

        An outlet of which nobody says so counts as independent; a page without an outlet depends on nobody.
        """
        known = list(documents)
        edges = list(edges)
        self._outlets = {document.id: document.outlet for document in known}
        self._addresses = {document.id: document.url for document in known}
        self._dependent = Dependent(dependences)
        self._relayed = Relayed(edges)
        self._texts = Joined()
        self._copies: set[str] = set()
        self._excerpts: dict[str, list[CopyEdge]] = defaultdict(list)
        for edge in edges:
            if edge.kind == "excerpt" and edge.spans:
                self._excerpts[edge.copy].append(edge)
            elif edge.kind in JOINING or joins(edge):
                self._texts.join(edge.origin, edge.copy)
                self._copies.add(edge.copy)

    def count(self, claims: Iterable[Claim]) -> Counted:
        """The stories in which claims stand, in their order."""
        on_page: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            on_page[claim.document.id].append(claim)
        copied = self._stories(on_page)
        cited, relayed = self._citing(copied, on_page)
        stories, ties = self._dependent.joined(cited, self._sources(on_page)) if self._dependent else (cited, ())
        outlets = {page: self.outlet(some[0]) for page, some in on_page.items()}
        return Counted(stories, len(copied), ties, len(cited), relayed, tuple(doubts(stories, on_page, outlets)))

    def outlet(self, claim: Claim) -> str | None:
        """The outlet of a claim's document, as the ledger knows it, else as the claim was told it."""
        return self._outlets.get(claim.document.id) or claim.document.outlet

    def _stories(self, on_page: Mapping[str, Sequence[Claim]]) -> Stories:
        """Pages joined where one has the statement from another, also by way of pages on which no claim was found."""
        joined = Joined()
        for page, claims in on_page.items():
            for edge in self._excerpts.get(page, ()):
                if _came_along(edge, claims):
                    joined.join(self._texts.find(edge.origin), self._texts.find(page))
        groups: dict[str, list[str]] = defaultdict(list)
        for page in on_page:
            groups[joined.find(self._texts.find(page))].append(page)
        return tuple(tuple(pages) for pages in groups.values())

    def _citing(self, stories: Stories, on_page: Mapping[str, Sequence[Claim]]) -> tuple[Stories, tuple[str, ...]]:
        """Stories joined where they have the statement from one source, held or not, and these sources by name.

        A story has it from there where its first page says so, or any where the first does not say it at all.
        """
        joined, names = Joined(), {}
        own = self._by_outlet(stories)
        for place, story in enumerate(stories):
            for origin in self._cited_origins(story, on_page):
                source = self._source(origin, own)
                names[source] = origin
                joined.join(source, f"story {place}")
        for place, story in enumerate(stories):
            for text in {f"text {self._texts.find(page)}" for page in story} & names.keys():
                joined.join(text, f"story {place}")
        groups: dict[str, list[int]] = defaultdict(list)
        for place in range(len(stories)):
            groups[joined.find(f"story {place}")].append(place)
        relayed = {joined.find(source): self._named(origin) for source, origin in names.items()}
        told = (relayed[name] for name, places in groups.items() if len(places) > 1 and name in relayed)
        return (
            tuple(tuple(page for place in places for page in stories[place]) for places in groups.values()),
            tuple(dict.fromkeys(told)),
        )

    def _source(self, origin: str, own: Mapping[str, str]) -> str:
        """One name for a page, its text, and the outlet of a page that is here."""
        return own.get(alike(origin), alike(origin)) if is_placeholder(origin) else f"text {self._texts.find(origin)}"

    def _cited_origins(self, story: Sequence[str], on_page: Mapping[str, Sequence[Claim]]) -> list[str]:
        """What a story cites for these claims."""
        first = [page for page in story if page not in self._copies] or story
        return list(dict.fromkeys(one for page in first for one in self._relayed.origins(page, on_page[page])))

    def _by_outlet(self, stories: Stories) -> dict[str, str]:
        """The first text of each outlet among the stories, by the outlet's `alike` id."""
        found: dict[str, str] = {}
        for story in stories:
            for page in story:
                for outlet in published_by(self._outlets.get(page), self._addresses.get(page)):
                    found.setdefault(outlet, f"text {self._texts.find(page)}")
        return found

    def _named(self, origin: str) -> str:
        if is_placeholder(origin):
            return f"{origin.removeprefix(PLACEHOLDER)}, not held here"
        return self._outlets.get(origin) or f"document {origin}"

    def _sources(self, on_page: Mapping[str, Sequence[Claim]]) -> dict[str, list[str]]:
        """By page, its outlet and the nearest voices of its claims, as far as these are known entities."""
        found: dict[str, list[str]] = {}
        for page, claims in on_page.items():
            voices = [claim.attribution[0].entity for claim in claims if claim.attribution]
            found[page] = [one for one in (self.outlet(claims[0]), *voices) if one is not None]
        return found


def _came_along(edge: CopyEdge, claims: Sequence[Claim]) -> bool:
    """Whether a statement of the copy stands in words that it has from the origin."""
    return any(span.copy_start <= claim.trigger.start < span.copy_end for span in edge.spans for claim in claims)
