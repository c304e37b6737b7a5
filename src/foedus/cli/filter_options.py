"""The filters that claims, register and the other views share: declared once, so that they are alike everywhere."""

import functools
import inspect
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

import typer

from foedus.cli.console import tell
from foedus.cli.levels import METAVAR, WORDS, level
from foedus.model.edtf import parse
from foedus.model.errors import UsageError

Words = list[str] | None


def _options(
    *,
    about: Annotated[
        Words, typer.Option(metavar="NAME", help="Name or key of who or what it is about; may be repeated.")
    ] = None,
    with_: Annotated[
        Words, typer.Option("--with", metavar="NAME", help="A second one that the claim also names.")
    ] = None,
    type: Annotated[
        Words, typer.Option(metavar="TYPE", help="Type of claim: transfer, deployment, agreement, attack …")
    ] = None,
    stage: Annotated[Words, typer.Option(metavar="STAGE", help="Stage: ordered, delivered, signed, denied …")] = None,
    lang: Annotated[Words, typer.Option(metavar="CODE", help="Language of the document, two letters.")] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="It happened on this day or later.")
    ] = None,
    to: Annotated[str | None, typer.Option(metavar="DATE", help="It happened on this day or earlier.")] = None,
    published_by: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only from pages published by this day.")
    ] = None,
    standing: Annotated[
        Words, typer.Option(metavar="STANDING", help="Who says so: stated, attributed, unnamed, rumoured.")
    ] = None,
    min_confidence: Annotated[
        str | None, typer.Option(metavar=METAVAR, help=f"Leave out claims less sure than this: {WORDS}.")
    ] = None,
) -> Any:  # noqa: ANN401 - ClaimFilter; its room is imported only when a command runs
    from foedus.ledger.filters import ClaimFilter  # noqa: PLC0415 - slow to import as well

    return ClaimFilter(
        about=_entities(about),
        with_=_entities(with_),
        types=tuple(type or ()),
        stages=tuple(stage or ()),
        langs=tuple(lang or ()),
        happened_from=_day(from_, "--from"),
        happened_to=_day(to, "--to", latest=True),
        published_by=_day(published_by, "--published-by", latest=True),
        standing=tuple(standing or ()),
        min_confidence=level(min_confidence),
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


def _day(text: str | None, option: str, *, latest: bool = False) -> date | None:
    if text is None:
        return None
    try:
        when = parse(text)
    except ValueError as error:
        raise UsageError(f"{option} {error}") from error
    day = when.latest if latest else when.earliest
    if day is None:
        raise UsageError(f"{option} {text!r} names no day: give one like 2022, 2022-05 or 2022-05-19")
    return day


def _entities(names: Words) -> tuple[str, ...]:
    """Keys of the entities that the names can mean."""
    if not names:
        return ()
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to import as well

    known = Entities.load()
    keys: list[str] = []
    for name in names:
        found = [entity.key for entity in known.find(name)]
        if not found:
            raise UsageError(f"no entity is named {name!r}: look for its name with `foedus entities WORD`")
        if len(found) > 1:
            tell(f"{name!r} can mean {', '.join(found)}: all are looked for")
        keys += found
    return tuple(dict.fromkeys(keys))
