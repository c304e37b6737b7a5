"""The filters that claims, register and the other views share: declared once, so that they are alike everywhere."""

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from foedus.asked.levels import WORDS
from foedus.cli.console import tell
from foedus.cli.levels import METAVAR

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
    from foedus.asked.filters import Asked, claim_filter  # noqa: PLC0415 - slow to import as well

    asked = Asked(
        about=tuple(about or ()),
        with_=tuple(with_ or ()),
        role=tuple(role or ()),
        voice=tuple(voice or ()),
        type=tuple(type or ()),
        stage=tuple(stage or ()),
        lang=tuple(lang or ()),
        outlet=tuple(outlet or ()),
        text=text,
        from_=from_,
        to=to,
        published_from=published_from,
        published_by=published_by,
        as_of=as_of,
        since=since,
        standing=tuple(standing or ()),
        polarity=tuple(polarity or ()),
        certainty=tuple(certainty or ()),
        zone=tuple(zone or ()),
        quoted=quoted,
        has=tuple(has or ()),
        review=tuple(review or ()),
        min_confidence=min_confidence,
        max_confidence=max_confidence,
    )
    return claim_filter(asked, _option, tell)


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


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
