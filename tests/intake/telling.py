"""Own-worded pages of a few stories: a first telling, copies of it, a cut of it, and others that are about else."""

from collections.abc import Iterable
from random import Random

from foedus.intake.comparing import Comparing
from foedus.ledger.store import Ledger
from foedus.lineage.copying.finder import CopyFinder
from foedus.lineage.pages import Page
from foedus.lineage.stories import stories_of
from foedus.model.document import Document
from foedus.model.story import Story
from tests.factories import document

FINDERS = (CopyFinder(),)

_WORDS = (
    "shipyard harbour crew crane dock hull minister budget harvest bridge railway council festival tunnel forest "
    "orchard museum clinic stadium bakery lantern ferry quarry vineyard library workshop garden market valley island"
).split()


def text(story: int, sentences: int = 8) -> str:
    """A text of its own for every number, the same for the same."""
    chance = Random(story)  # noqa: S311 - chosen words, to be chosen again
    said = (" ".join(chance.choices(_WORDS, k=12)).capitalize() + "." for _ in range(sentences))
    return " ".join(said)


def page(story: int, place: int, day: int = 1) -> Document:
    """The page of a story at a place: the first is the origin, each other a copy with a line of its own."""
    own = "" if place == 0 else f" Read more from our correspondent number {place} below."
    return document(
        text(story) + own,
        published=f"2024-03-{day:02}" if day else None,
        outlet=f"Outlet {place}",
        source=f"{story}-{place}.txt",
    )


def put(ledger: Ledger, documents: Iterable[Document], batch: int = 3) -> None:
    """Documents into the ledger, a few in a batch, not compared yet."""
    given = list(documents)
    for start in range(0, len(given), batch):
        ledger.add([(one, []) for one in given[start : start + batch]], note="read reports/")


def compare(ledger: Ledger) -> list[str]:
    """Bring the stories up to date: the documents that were compared."""
    return list(Comparing(ledger, tell=print, finders=FINDERS).all())


def kept(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """The stories of several documents that the ledger lists, with their members."""
    with ledger.kin() as kin:
        return {one.id: tuple(sorted(kin.together([one.id[2:]]))) for one in ledger.stories(limit=1000).stories}


def expected(documents: Iterable[Document]) -> list[Story]:
    """The stories of several pages among some documents, put together without a ledger."""
    return [story for story in stories_of(map(Page, documents), FINDERS) if len(story.members) > 1]
