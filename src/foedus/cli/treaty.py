"""`foedus treaty`: treaties as data, all of them or one as of a day."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from msgspec import Struct

from foedus.cli.cards import as_cards
from foedus.cli.console import out_is_terminal
from foedus.cli.deliver import deliver
from foedus.cli.in_option import InOption, told_in
from foedus.cli.on_option import OnOption, on_day
from foedus.cli.output import OutOption
from foedus.cli.table import as_table
from foedus.cli.treaties_option import TreatiesOption, treaties

if TYPE_CHECKING:
    from foedus.model.treaty import Treaty


class TreatyFormat(StrEnum):
    """How treaties are written."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[TreatyFormat, typer.Option("--format", help="How to write: text or json.")]


class _Listed(Struct, frozen=True):
    """A treaty in the list; `parties` are those bound on the day, members of organisations among them."""

    id: str
    name: str
    kind: str
    label: str
    in_force: str | None
    holds: bool
    parties: int
    verified: bool


def treaty(
    name: Annotated[
        str | None, typer.Argument(metavar="TREATY", help="Its id, a name in any language, or its organisation.")
    ] = None,
    *,
    on: OnOption = None,
    lang: InOption = None,
    treaties_: TreatiesOption = None,
    format: FormatOption = TreatyFormat.TEXT,
    out: OutOption = None,
) -> None:
    """List treaties, or print one as of a day.

    Of one: its parties by law and in practice on the day, each article in the version in force that day with what it
    obliges to, in our words, exemptions and terms, the other versions, and where it can be checked.

    \b
    Examples:
      foedus treaty
      foedus treaty csto --on 2012-06
      foedus treaty "Budapest Memorandum" --in fr
    """
    known, day, language = treaties(treaties_), on_day(on), told_in(lang)
    if name is None:
        deliver(_list(known.values(), day, language, format), out)
        return
    deliver(_one(name, known, day, language, format, screen=out is None and out_is_terminal()), out)


def _one(name: str, known: "dict[str, Treaty]", day: date, lang: str, format: TreatyFormat, *, screen: bool) -> bytes:
    from foedus.asked.treaties import treaty_named  # noqa: PLC0415 - slow to import, as the next
    from foedus.cli.treaty_page import treaty_page  # noqa: PLC0415 - with the judge's words
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to import as well
    from foedus.judge.treaties.told import told  # noqa: PLC0415 - slow to import as well

    entities = Entities.load()
    found = told(treaty_named(name, known, entities), day, entities, lang)
    if format is TreatyFormat.JSON:
        return msgspec.json.encode(found) + b"\n"
    return as_cards(treaty_page(found, lang), screen=screen)


def _list(known: "Iterable[Treaty]", day: date, lang: str, format: TreatyFormat) -> bytes:
    found = [_listed(one, day, lang) for one in known]
    if format is TreatyFormat.JSON:
        return msgspec.json.encode(found) + b"\n"
    return as_table([_cells(one, lang) for one in found], screen=out_is_terminal())


def _listed(treaty: "Treaty", day: date, lang: str) -> _Listed:
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to import, as the next
    from foedus.judge.treaties.on_day import bound_on  # noqa: PLC0415 - slow to import, as the next
    from foedus.judge.treaties.told import holds  # noqa: PLC0415 - slow to import as well
    from foedus.judge.treaties.wording import treaty_words  # noqa: PLC0415 - slow to import as well
    from foedus.judge.wording import said  # noqa: PLC0415 - slow to import as well

    bound = {key for key, one in bound_on(treaty, day, Entities.load()) if one.in_force}
    return _Listed(
        treaty.id,
        said(treaty.names, lang),
        treaty.kind,
        said(treaty_words().kinds[treaty.kind], lang),
        treaty.in_force,
        holds(treaty, day),
        len(bound),
        treaty.verified,
    )


def _cells(one: _Listed, lang: str) -> dict[str, str]:
    from foedus.judge.treaties.wording import treaty_words  # noqa: PLC0415 - slow to import, as the next
    from foedus.judge.wording import said  # noqa: PLC0415 - slow to import as well

    phrases = treaty_words().phrases
    since = one.in_force if one.in_force and one.holds else said(phrases["no"], lang)
    return {
        "id": one.id,
        said(phrases["treaty"], lang): one.name,
        said(phrases["kind"], lang): one.label,
        said(phrases["in_force"], lang): since,
        said(phrases["parties"], lang).lower(): str(one.parties),
        said(phrases["checked"], lang): said(phrases["yes" if one.verified else "no"], lang),
    }
