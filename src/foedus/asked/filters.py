"""Filters as users write them, the same words on the command line and in the page's addresses."""

from collections.abc import Callable

from msgspec import Struct

from foedus.asked.levels import level
from foedus.asked.moments import day, moment
from foedus.asked.names import Tell, entities, roles, voices
from foedus.ledger.filters import ClaimFilter

Words = tuple[str, ...]


class Asked(Struct, frozen=True, omit_defaults=True):
    """Every filter in the user's words; nothing is checked yet. The names are those of docs/commands.md."""

    about: Words = ()
    with_: Words = ()
    role: Words = ()
    voice: Words = ()
    type: Words = ()
    stage: Words = ()
    lang: Words = ()
    outlet: Words = ()
    text: str | None = None
    from_: str | None = None
    to: str | None = None
    published_from: str | None = None
    published_by: str | None = None
    as_of: str | None = None
    since: str | None = None
    standing: Words = ()
    polarity: Words = ()
    certainty: Words = ()
    zone: Words = ()
    quoted: bool | None = None
    has: Words = ()
    review: Words = ()
    min_confidence: str | None = None
    max_confidence: str | None = None


def claim_filter(asked: Asked, spelt: Callable[[str], str], tell: Tell) -> ClaimFilter:
    """What the words mean; UsageError where they mean nothing.

    `spelt` gives a filter's name as its user wrote it (`published_by`: `--published-by`), for messages; `tell` takes
    what the user should know of how names were understood.
    """
    return ClaimFilter(
        about=entities(asked.about, tell),
        with_=entities(asked.with_, tell),
        roles=roles(asked.role, spelt("role"), tell),
        voices=voices(asked.voice),
        types=asked.type,
        stages=asked.stage,
        langs=asked.lang,
        outlets=asked.outlet,
        text=asked.text,
        happened_from=day(asked.from_, spelt("from")),
        happened_to=day(asked.to, spelt("to"), latest=True),
        published_from=day(asked.published_from, spelt("published_from")),
        published_by=day(asked.published_by, spelt("published_by"), latest=True),
        as_of=moment(asked.as_of, spelt("as_of"), latest=True),
        learned_since=moment(asked.since, spelt("since")),
        standing=asked.standing,
        polarity=asked.polarity,
        certainty=asked.certainty,
        zones=asked.zone,
        quoted=asked.quoted,
        has=asked.has,
        review=asked.review,
        min_confidence=level(asked.min_confidence, spelt("min_confidence")),
        max_confidence=level(asked.max_confidence, spelt("max_confidence")),
    )
