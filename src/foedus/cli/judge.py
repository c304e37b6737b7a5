"""`foedus judge`: the dossier of a commitment, what was owed and how each side holds it was kept."""

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from foedus.asked.levels import WORDS, level
from foedus.asked.moments import Moment, day, moment
from foedus.cli.comparing import tell_uncompared
from foedus.cli.console import out_is_terminal, tell
from foedus.cli.deliver import deliver
from foedus.cli.filter_options import AsOfOption
from foedus.cli.in_option import InOption, told_in
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.levels import METAVAR
from foedus.cli.output import OutOption
from foedus.cli.treaties_option import TreatiesOption, treaties
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    from foedus.judge.judging import Question
    from foedus.judge.trial import Days
    from foedus.ledger.store import Ledger
    from foedus.model.dossier import ToldDossier
    from foedus.model.treaty import Treaty


class DossierFormat(StrEnum):
    """How a dossier is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


def judge(
    treaty: Annotated[
        str, typer.Option("--treaty", metavar="TREATY", help="Its id, a name in any language, or its organisation.")
    ],
    about: Annotated[
        str, typer.Option("--about", metavar="NAME", help="To whom it was owed; of an embargo, whom it aims at.")
    ],
    *,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From this day on; else since the treaty is in force.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Up to this day; else that of --as-of, or today.")
    ] = None,
    against: Annotated[
        str | None, typer.Option(metavar="NAME", help="The adversary; else whom claims tell to have been one.")
    ] = None,
    article: Annotated[str | None, typer.Option(metavar="NUMBER", help="Only this article.")] = None,
    as_of: AsOfOption = None,
    min_confidence: Annotated[
        str | None, typer.Option(metavar=METAVAR, help=f"Leave out claims less sure than this: {WORDS}.")
    ] = None,
    lang: InOption = None,
    treaties_: TreatiesOption = None,
    ledger: LedgerOption = None,
    format: Annotated[
        DossierFormat, typer.Option("--format", help="How to write: text, markdown, html or json.")
    ] = DossierFormat.TEXT,
    out: OutOption = None,
) -> None:
    """Judge a commitment: who kept it, according to whom.

    For each occasion on which a duty of the treaty may have been owed: the verdict of every side that has a word in it,
    of what is on record and of the text itself; each element with the claims that it rests on; what no report tells;
    and every claim with its words. With --as-of as the ledger knew it then, and what changed it since.

    \b
    Examples:
      foedus judge --treaty csto --about Armenia --from 2020 --to 2024
      foedus judge --treaty csto --about ARM --against AZE --article 4 --in fr
      foedus judge --treaty eu-arms-embargo-russia --about RUS --format html --out dossier.html
    """
    language = told_in(lang)
    then = moment(as_of, "--as-of", latest=True)
    asked = _asked(treaty, about, (from_, to or as_of), (against, article), treaties(treaties_))
    with open_ledger(ledger) as store:
        found = _answer(asked, store, then, level(min_confidence), language)
        tell_uncompared(store)
    if not found.dossier.cases:
        tell(f"no claim tells of an occasion for a duty of {asked.treaty.id} about {asked.about} in these days")
    deliver(_written(found, language, format, out), out)


def _asked(
    treaty: str,
    about: str,
    days: tuple[str | None, str | None],
    narrower: tuple[str | None, str | None],
    known: "dict[str, Treaty]",
) -> "Question":
    from foedus.asked.parties import party_named  # noqa: PLC0415 - slow to import, as the next
    from foedus.asked.treaties import article_named, treaty_named  # noqa: PLC0415 - slow to import as well
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to import as well
    from foedus.judge.judging import Question  # noqa: PLC0415 - slow to import as well

    entities = Entities.load()
    found = treaty_named(treaty, known, entities)
    against, article = narrower
    return Question(
        found,
        party_named(about, "--about", entities),
        _days(found, *days),
        party_named(against, "--against", entities) if against is not None else None,
        article_named(article, found) if article is not None else None,
    )


def _days(treaty: "Treaty", first: str | None, last: str | None) -> "Days":
    from foedus.judge.trial import Days  # noqa: PLC0415 - slow to import as well
    from foedus.model.edtf import parse  # noqa: PLC0415 - with it

    began = treaty.in_force or treaty.signed
    since = day(first, "--from") or (parse(began).earliest if began else None) or date.min
    until = day(last and last.partition("T")[0], "--to", latest=True) or datetime.now(UTC).date()
    if since > until:
        raise UsageError(f"--from {since} lies after --to {until}: turn them round")
    return Days(since, until)


def _answer(asked: "Question", store: "Ledger", then: Moment, least: float | None, lang: str) -> "ToldDossier":
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to import, as the next
    from foedus.judge.answer import answer  # noqa: PLC0415 - slow to import as well
    from foedus.ledger.filters import ClaimFilter  # noqa: PLC0415 - slow to import as well

    return answer(asked, store, ClaimFilter(as_of=then, min_confidence=least), Entities.load(), lang)


def _written(told: "ToldDossier", lang: str, format: DossierFormat, out: Path | None) -> bytes:
    from foedus.cli.dossier_text import as_text  # noqa: PLC0415 - with the judge's words
    from foedus.publish.dossier.html import as_html  # noqa: PLC0415 - slow to import as well
    from foedus.publish.dossier.markdown import as_markdown  # noqa: PLC0415 - with the judge's words

    match format:
        case DossierFormat.JSON:
            return msgspec.json.encode(told) + b"\n"
        case DossierFormat.MARKDOWN:
            return as_markdown(told, lang).encode()
        case DossierFormat.HTML:
            return as_html(told, lang).encode()
        case DossierFormat.TEXT:
            return as_text(told, lang, screen=out is None and out_is_terminal())
