"""What can be asked of a server: one method for each part of the API."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, Unpack
from urllib.parse import quote

from foedus.client.filters import DossierFilters, Filters, FindingFilters, RegisterFilters
from foedus.client.reviewing import Reviewing
from foedus.model.answers import Citation, Course, Head, KeptClaim, ListedDocument, ListedEntity, OneClaim, ServerState
from foedus.model.change import Change
from foedus.model.claim import Claim
from foedus.model.contradiction import Contradiction
from foedus.model.document import Document
from foedus.model.dossier import ToldDossier
from foedus.model.entity import Entity
from foedus.model.facets import Facets
from foedus.model.finding import Finding
from foedus.model.listed_treaty import ListedTreaty
from foedus.model.logged import Logged
from foedus.model.membership import Membership
from foedus.model.network import NetworkRow
from foedus.model.position import Position
from foedus.model.review import Step
from foedus.model.row import RegisterRow
from foedus.model.story import Story
from foedus.model.timeline import TimelineEntry
from foedus.model.told_story import ListedStory, StoryChange
from foedus.model.told_treaty import ToldTreaty
from foedus.model.toll import TollPoint

if TYPE_CHECKING:
    from foedus.client.http import Http


class Client:
    """An open connection. Lists are iterators that fetch page after page; `limit` is the size of a page.

    Every method raises ClientError where the server gives no answer (`errors.py`).
    """

    def __init__(self, http: "Http", close: Callable[[], None]) -> None:
        """As `connect` made it."""
        self._http = http
        self._close = close
        self.review = Reviewing(http)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the connection."""
        self._close()

    def server(self) -> ServerState:
        """The server, and who you are to it."""
        return self._http.get("/server", ServerState)

    def claims(
        self, *, order: Literal["newest", "oldest"] = "newest", **filters: Unpack[Filters]
    ) -> Iterator[KeptClaim]:
        """Claims under filters, all as of the moment of the first page."""
        return self._http.pages("/claims", KeptClaim, order=order, **filters)

    def every_claim(self, **filters: Unpack[Filters]) -> Iterator[Claim]:
        """The same as one stream, without how they are held: quicker for many."""
        return self._http.lines("/claims.jsonl", Claim, **filters)

    def save_claims(
        self, file: str | Path, form: Literal["csv", "jsonl", "parquet"] = "csv", **filters: Unpack[Filters]
    ) -> Path:
        """The same as a file."""
        place = Path(file)
        self._http.saved(f"/claims.{form}", place, **filters)
        return place

    def counts(self, **filters: Unpack[Filters]) -> Facets:
        """How many claims there are of each kind."""
        return self._http.get("/claims/counts", Facets, **filters)

    def claim(self, id: str, *, as_of: str | None = None) -> OneClaim:  # noqa: A002 - its name
        """One claim by its id, the beginning of one, or the address of a twin."""
        return self._http.get(f"/claims/{_part(id)}", OneClaim, as_of=as_of)

    def history(self, id: str, *, as_of: str | None = None) -> list[Step]:  # noqa: A002 - its name
        """Every version and judgement of a claim."""
        return list(self._http.pages(f"/claims/{_part(id)}/history", Step, as_of=as_of))

    def citation(self, id: str, *, lang: str = "en") -> Citation:  # noqa: A002 - its name
        """A claim to cite."""
        return self._http.get(f"/claims/{_part(id)}/citation", Citation, **{"in": lang})

    def documents(self, **filters: Unpack[Filters]) -> Iterator[ListedDocument]:
        """Documents with claims of the filters; with `q` those whose whole texts have the words."""
        return self._http.pages("/documents", ListedDocument, **filters)

    def document(self, id: str, *, as_of: str | None = None) -> Document:  # noqa: A002 - its name
        """One document with its text."""
        return self._http.get(f"/documents/{_part(id)}", Document, as_of=as_of)

    def document_claims(self, id: str, **filters: Unpack[Filters]) -> Iterator[KeptClaim]:  # noqa: A002 - its name
        """The claims of one document, in the order of its text."""
        return self._http.pages(f"/documents/{_part(id)}/claims", KeptClaim, **filters)

    def entities(self, q: str | None = None, *, kind: str | None = None) -> list[ListedEntity]:
        """Entities that a name can mean; without one those that claims speak of most."""
        return list(self._http.pages("/entities", ListedEntity, q=q, kind=kind))

    def entity(self, key: str) -> Entity:
        """One entity by its key, or a name that is its alone."""
        return self._http.get(f"/entities/{_part(key)}", Entity)

    def stories(self, **filters: Unpack[Filters]) -> Iterator[ListedStory]:
        """Stories of several pages, told last first, in which a claim of the filters stands."""
        return self._http.pages("/stories", ListedStory, **filters)

    def story(self, id: str, *, as_of: str | None = None, published_by: str | None = None) -> Story:  # noqa: A002 - its name
        """The story of an id, or of any document in it."""
        return self._http.get(f"/stories/{_part(id)}", Story, as_of=as_of, published_by=published_by)

    def story_changes(
        self,
        id: str,  # noqa: A002 - its name
        first: str | None = None,
        second: str | None = None,
        *,
        as_of: str | None = None,
    ) -> Iterator[StoryChange]:
        """What pages say otherwise than the ones that they come from; of two documents, what the second does."""
        path = f"/stories/{_part(id)}/changes"
        return self._http.pages(path, StoryChange, first=first, second=second, as_of=as_of)

    def treaties(
        self, about: str | None = None, *, kind: str | None = None, on: str | None = None, lang: str = "en"
    ) -> Iterator[ListedTreaty]:
        """Treaties by name: those that concern a state or organisation, or are of a kind."""
        return self._http.pages("/treaties", ListedTreaty, about=about, kind=kind, on=on, **{"in": lang})

    def treaty(self, id: str, *, on: str | None = None, lang: str = "en") -> ToldTreaty:  # noqa: A002 - its name
        """One treaty as of a day, in words."""
        return self._http.get(f"/treaties/{_part(id)}", ToldTreaty, on=on, **{"in": lang})

    def dossier(self, treaty: str, party: str, *, lang: str = "en", **asked: Unpack[DossierFilters]) -> ToldDossier:
        """What was owed to a party under a treaty, and how each side holds it was kept."""
        path = f"/treaties/{_part(treaty)}/about/{_part(party)}"
        return self._http.get(path, ToldDossier, **{"in": lang}, **asked)

    def findings(self, **filters: Unpack[FindingFilters]) -> Iterator[Finding]:
        """What the rules find, rule by rule, all as of the moment of the first page."""
        return self._http.pages("/findings", Finding, **filters)

    def finding(
        self,
        id: str,  # noqa: A002 - its name
        *,
        as_of: str | None = None,
        published_by: str | None = None,
        min_confidence: str | float | None = None,
    ) -> Finding:
        """One finding by its id, or the beginning of one."""
        asked = {"as_of": as_of, "published_by": published_by, "min_confidence": min_confidence}
        return self._http.get(f"/findings/{_part(id)}", Finding, **asked)

    def register(self, **filters: Unpack[RegisterFilters]) -> Iterator[RegisterRow]:
        """Rows of the transfer register."""
        return self._http.pages("/register", RegisterRow, **filters)

    def deal(self, supplier: str, recipient: str, item: str, *, as_of: str | None = None) -> Course:
        """One deal by the keys of its parties; `-` where one is unknown."""
        path = "/".join(map(_part, (supplier, recipient, item)))
        return self._http.get(f"/deals/{path}", Course, as_of=as_of)

    def timeline(self, **filters: Unpack[Filters]) -> Iterator[TimelineEntry]:
        """The course of each deal, in order of date."""
        return self._http.pages("/timeline", TimelineEntry, **filters)

    def positions(self, on: str | None = None, **filters: Unpack[Filters]) -> Iterator[Position]:
        """Who has what where on a day."""
        return self._http.pages("/positions", Position, on=on, **filters)

    def memberships(self, on: str | None = None, **filters: Unpack[Filters]) -> Iterator[Membership]:
        """Who stands how to which organisation on a day."""
        return self._http.pages("/memberships", Membership, on=on, **filters)

    def tolls(self, **filters: Unpack[Filters]) -> Iterator[TollPoint]:
        """Killed, hit and displaced, as of the days on which the numbers were told."""
        return self._http.pages("/tolls", TollPoint, **filters)

    def network(self, **filters: Unpack[Filters]) -> Iterator[NetworkRow]:
        """Who supplies what to whom, the whole ledger."""
        return self._http.pages("/network", NetworkRow, **filters)

    def contradictions(self, **filters: Unpack[Filters]) -> Iterator[Contradiction]:
        """Pairs of claims that cannot both be right."""
        return self._http.pages("/contradictions", Contradiction, **filters)

    def changes(self, *, until: str | None = None, **filters: Unpack[Filters]) -> Iterator[Change]:
        """What changed since a moment (`since`)."""
        return self._http.pages("/changes", Change, until=until, **filters)

    def audit(
        self, *, since: str | None = None, actor: str | None = None, action: list[str] | None = None
    ) -> Iterator[Logged]:
        """What was written, batch by batch."""
        return self._http.pages("/audit", Logged, since=since, actor=actor, action=action)

    def head(self) -> Head:
        """The last link of the hash chain."""
        return self._http.get("/audit/head", Head)


def _part(word: str) -> str:
    return quote(word, safe="")
