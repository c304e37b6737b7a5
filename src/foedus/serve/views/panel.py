"""One claim opened: its record with names, why it has its values, what became of it, how to cite it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from foedus.careful.mark import is_careful
from foedus.ledger.asking.paging import Kept
from foedus.ledger.filters import Moment
from foedus.model.claim import Claim
from foedus.model.errors import ConflictError, UnknownError, UsageError
from foedus.model.review import Judgement, Step
from foedus.publish.citation.plain import plain
from foedus.serve.house import House
from foedus.serve.views.cards import Card, card
from foedus.serve.views.citing import cited
from foedus.serve.views.holding import twins
from foedus.serve.views.review_form import Edited, edited, suggested
from foedus.serve.views.review_read import as_read
from foedus.telling.marks import SOURCE
from foedus.telling.reasons import reasons
from foedus.telling.wording import load_voice_reasons


class Page(Struct, frozen=True):
    """The page that a claim is told on: its language, and the base of the server's addresses."""

    lang: str
    base: str


class Why(Struct, frozen=True):
    """Why a field has its value: `name` and `shown` are field and value in the language of the page."""

    field: str
    name: str
    value: str
    shown: str
    why: str


class Panel(Struct, frozen=True):
    """A claim with all that is told of it.

    `address` is its id, with the number of its twin where it has one; `reading` is the token that a judgement gives
    back, null where the claim holds no more or is looked at as of a moment; `review` what people judged; `names` those
    of its entities in the language of the page; `citation` is in that language too.
    """

    address: str
    reading: int | None
    review: str | None
    ended: str | None
    """Why it holds no more."""
    twins: tuple[str, ...]
    """Addresses of all claims of the text that came with its id, where it is not the only one."""
    card: Card
    claim: Claim
    names: dict[str, str]
    kinds: dict[str, str]
    """Of its cues, and of the words that name its voices, in the language of the page."""
    reasons: tuple[Why, ...]
    history: tuple[Step, ...]
    citation: str

    def edited(self) -> Edited:
        """Its fields as a form has them."""
        return edited(self.claim, self.history)

    def words(self) -> tuple[str, ...]:
        """Words of its sentences, as a form suggests them."""
        return suggested(self.claim)

    def by_model(self) -> bool:
        """Whether a language model told it, so that its confidence is calibrated on one model's answers."""
        return is_careful(self.claim.reader.name)

    def in_force(self) -> Judgement | None:
        """The last judgement of it that was not taken back."""
        judged = [step.judgement for step in self.history if step.judgement]
        return next((one for one in reversed(judged) if one.action != "undo" and one.undone is None), None)


class Located(Struct, frozen=True):
    """A claim as it was found; `exact` names it among its twins too."""

    claim: Claim
    exact: str
    address: str
    reading: int | None
    review: str | None
    ended: str | None


def panel(house: House, given: str, page: Page, as_of: Moment, *, blind: bool = False) -> Panel:
    """The claim of an id, its beginning, or the address of a twin; UnknownError names the nearest.

    `blind` tells of it what the reader gave, and nothing of what people made of it.
    """
    lang = page.lang
    found = located(house, given, as_of)
    steps = tuple(house.ledger.history(found.exact, as_of))
    claim = found.claim
    if blind:
        claim, steps, found = as_read(claim, steps) or claim, (), replace(found, review=None)
    return Panel(
        found.address,
        found.reading,
        found.review or _judged(steps),
        found.ended,
        twins(house.ledger, claim.id, as_of),
        card(claim, house.entities, lang, house.settings.sure, _kept(found)),
        claim,
        {key: house.entities.name(key, lang) for key in dict.fromkeys(_entities(claim))},
        {kind: shown[lang] for kind, shown in load_voice_reasons().kinds.items() if kind in _kinds(claim)},
        tuple(Why(*one) for one in reasons(claim, lang)),
        steps,
        plain(cited(claim, found.address, page.base), "fr" if lang == "fr" else "en"),
    )


def located(house: House, given: str, as_of: Moment) -> Located:
    """The claim that is meant. Of twins an id without a number means the first."""
    id, _, twin = given.strip().partition(".")  # noqa: A001 - its name
    if as_of is not None:
        if twin:
            raise UsageError(f"as_of takes an id without the number of a twin, not {given}")
        claim = house.ledger.claim(id, as_of)
        return Located(claim, claim.id, claim.id, None, None, None)
    if not twin:
        claim = house.ledger.claim(id)
        id = claim.id  # noqa: A001 - its name
    try:
        held = house.ledger.version(f"{id}.{twin}" if twin else id)
    except ConflictError as error:
        return Located(house.ledger.claim(id), f"{id}.{twin or 0}", given, None, None, str(error))
    except UnknownError:
        if twin:
            raise
        held = house.ledger.version(f"{id}.0")
    exact = f"{held.address.id}.{held.address.twin}"
    return Located(held.claim, exact, str(held.address), held.reading, held.review, None)


def _kept(found: Located) -> Kept | None:
    return Kept(found.address, found.reading, found.review) if found.reading is not None else None


def _judged(steps: Sequence[Step]) -> str | None:
    """What people had judged of the last version."""
    return next((step.review for step in reversed(steps) if step.reading is not None), None)


def _kinds(claim: Claim) -> frozenset[str]:
    return frozenset([*(cue.kind for cue in claim.cues), *([SOURCE] if claim.attribution else [])])


def _entities(claim: Claim) -> Iterator[str]:
    for fillers in claim.roles.values():
        yield from (one.entity for one in fillers if one.entity)
    yield from (one.entity for one in claim.attribution if one.entity)
