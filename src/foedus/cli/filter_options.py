"""The filters that claims, register and the other views share: declared once, so that they are alike everywhere."""

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from foedus.cli.console import tell
from foedus.cli.levels import METAVAR, WORDS, level
from foedus.cli.moments import day, moment
from foedus.model.errors import UsageError

Words = list[str] | None

AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="As the ledger knew it at the end of this day, or at an instant."),
]


def _options(
    *,
    about: Annotated[
        Words, typer.Option(metavar="NAME", help="Name or key of who or what it is about; may be repeated.")
    ] = None,
    with_: Annotated[
        Words, typer.Option("--with", metavar="NAME", help="A second one that the claim also names.")
    ] = None,
    role: Annotated[
        Words, typer.Option(metavar="ROLE=NAME", help="Who fills a role: supplier=Russia, item=S-400 …")
    ] = None,
    voice: Annotated[Words, typer.Option(metavar="NAME", help="Who says it, by name or key.")] = None,
    type: Annotated[
        Words, typer.Option(metavar="TYPE", help="Type of claim: transfer, deployment, agreement, attack …")
    ] = None,
    stage: Annotated[Words, typer.Option(metavar="STAGE", help="Stage: ordered, delivered, signed, denied …")] = None,
    lang: Annotated[Words, typer.Option(metavar="CODE", help="Language of the document, two letters.")] = None,
    outlet: Annotated[
        Words, typer.Option(metavar="NAME", help="Who published it; case and accents do not count.")
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Words of its sentences; see foedus search for more.")
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="It happened on this day or later.")
    ] = None,
    to: Annotated[str | None, typer.Option(metavar="DATE", help="It happened on this day or earlier.")] = None,
    published_from: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only from pages published on this day or later.")
    ] = None,
    published_by: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only from pages published by this day.")
    ] = None,
    as_of: AsOfOption = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Learned by the ledger on this day or later, or after an instant."),
    ] = None,
    standing: Annotated[
        Words, typer.Option(metavar="STANDING", help="Who says so: stated, attributed, unnamed, rumoured.")
    ] = None,
    polarity: Annotated[Words, typer.Option(metavar="POLARITY", help="affirmed or negated.")] = None,
    certainty: Annotated[
        Words, typer.Option(metavar="CERTAINTY", help="How surely: certain, probable, possible, unknown.")
    ] = None,
    zone: Annotated[
        Words, typer.Option(metavar="ZONE", help="Where in the text: headline, lead, body, quotation …")
    ] = None,
    quoted: Annotated[
        bool | None, typer.Option("--quoted/--not-quoted", help="Between quotation marks, or not.")
    ] = None,
    has: Annotated[
        Words, typer.Option(metavar="PART", help="Only with this part: quantity, value, when, due, alternative.")
    ] = None,
    review: Annotated[
        Words,
        typer.Option(metavar="STATUS", help="Review: unreviewed, accepted, corrected, added, or rejected ones too."),
    ] = None,
    min_confidence: Annotated[
        str | None, typer.Option(metavar=METAVAR, help=f"Leave out claims less sure than this: {WORDS}.")
    ] = None,
    max_confidence: Annotated[
        str | None, typer.Option(metavar=METAVAR, help="Leave out claims surer than this, and those without any level.")
    ] = None,
) -> Any:  # noqa: ANN401 - ClaimFilter; its room is imported only when a command runs
    from foedus.ledger.filters import ClaimFilter  # noqa: PLC0415 - slow to import as well

    return ClaimFilter(
        about=_entities(about),
        with_=_entities(with_),
        roles=_roles(role),
        voices=_voices(voice),
        types=tuple(type or ()),
        stages=tuple(stage or ()),
        langs=tuple(lang or ()),
        outlets=tuple(outlet or ()),
        text=text,
        happened_from=day(from_, "--from"),
        happened_to=day(to, "--to", latest=True),
        published_from=day(published_from, "--published-from"),
        published_by=day(published_by, "--published-by", latest=True),
        as_of=moment(as_of, "--as-of", latest=True),
        learned_since=moment(since, "--since"),
        standing=tuple(standing or ()),
        polarity=tuple(polarity or ()),
        certainty=tuple(certainty or ()),
        zones=tuple(zone or ()),
        quoted=quoted,
        has=tuple(has or ()),
        review=tuple(review or ()),
        min_confidence=level(min_confidence),
        max_confidence=level(max_confidence, "--max-confidence"),
    )


def with_filters(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose parameter `which` is filled from the shared filter options."""
    own = inspect.signature(command)
    shared = inspect.signature(_options).parameters

    @functools.wraps(command)
    def run(**given: Any) -> None:  # noqa: ANN401 - typer passes each option by name
        filters = {name: given.pop(name) for name in shared}
        command(which=_options(**filters), **given)

    kept = [parameter for name, parameter in own.parameters.items() if name != "which"]
    options = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in shared.values()]
    first = [parameter for parameter in kept if parameter.default is inspect.Parameter.empty]
    rest = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in kept if parameter not in first]
    signature = own.replace(parameters=[*first, *options, *rest])
    run.__signature__ = signature  # type: ignore[attr-defined]  # typer reads it; mypy knows none on functions
    run.__annotations__ = {name: parameter.annotation for name, parameter in signature.parameters.items()}
    return run


def _entities(names: Words) -> tuple[str, ...]:
    """Keys of the entities that the names can mean."""
    keys: list[str] = []
    for name in names or ():
        found = _named(name)
        if not found:
            raise UsageError(f"no entity is named {name!r}: look for its name with `foedus entities WORD`")
        if len(found) > 1:
            tell(f"{name!r} can mean {', '.join(found)}: all are looked for")
        keys += found
    return tuple(dict.fromkeys(keys))


def _roles(given: Words) -> tuple[tuple[str, str], ...]:
    """Roles with the keys of the entities that may fill them."""
    pairs: list[tuple[str, str]] = []
    for one in given or ():
        role, equals, name = one.partition("=")
        if not (equals and name):
            raise UsageError(f"--role {one!r} names no entity: write it like supplier=Russia")
        pairs += [(role, key) for key in _entities([name])]
    return tuple(dict.fromkeys(pairs))


def _voices(names: Words) -> tuple[str, ...]:
    """The names as given, for many a source is no known entity, and the keys that they can mean."""
    return tuple(dict.fromkeys(key for name in names or () for key in (name, *_named(name))))


def _named(name: str) -> list[str]:
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to import as well

    return [entity.key for entity in Entities.load().find(name)]
