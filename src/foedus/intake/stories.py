"""Stories of a ledger put together to be looked at, of a document that it holds or of one that it does not."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from foedus.intake.ledger_shelf import page_of
from foedus.intake.trial_shelf import TrialShelf
from foedus.ledger.filters import Moment
from foedus.lineage.finder import Finder
from foedus.lineage.finders import FINDERS
from foedus.lineage.pages import Page
from foedus.lineage.stories import Stories
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.errors import UnknownError
from foedus.model.story import Story

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger


class Telling(NamedTuple):
    """A story, and its documents by id, without their texts."""

    story: Story
    documents: dict[str, Document]


def story(ledger: "Ledger", name: str, as_of: Moment = None) -> Telling:
    """The story that the id of a story (of any of its documents), a document or a claim leads to, as of a moment."""
    document = ledger.document_named(name, as_of)
    with ledger.kin(as_of) as kin:
        shelf = TrialShelf(kin)
        try:
            found = Stories(shelf).story_of(document)
        except KeyError:
            raise UnknownError(f"document {document} has no page that was known then") from None
        return Telling(found, {one: told.document for one, told in kin.named(found.members).items()})


def story_on_trial(
    ledger: "Ledger", document: Document, claims: Iterable[Claim], finders: Sequence[Finder] = FINDERS
) -> Telling:
    """The story in which a document would stand that the ledger does not hold; nothing is kept."""
    with ledger.kin() as kin:
        shelf = TrialShelf(kin)
        stories = Stories(shelf, finders)
        stories.add([Page(document, claims)])
        found = stories.story_of(document.id)
        named = {one: told.document for one, told in kin.named(found.members).items()}
        return Telling(found, named | {document.id: document})


def pages(ledger: "Ledger", ids: Iterable[str]) -> dict[str, Page]:
    """Documents with their texts and claims, as lineage looks at them; those that are here."""
    with ledger.kin() as kin:
        return {one: page_of(told) for one, told in kin.told(ids).items()}
