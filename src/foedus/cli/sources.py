"""`foedus sources`: how well each statement is sourced."""

from typing import TYPE_CHECKING

from foedus.cli.comparing import tell_uncompared
from foedus.cli.filter_options import with_filters
from foedus.cli.ids import short_ids
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.origins_option import dependent_sources
from foedus.cli.outlets_option import OutletsOption, knowledge
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter
    from foedus.lineage.grading.statements import GradedStatement


@with_filters
def sources(
    which: "ClaimFilter",
    ledger: LedgerOption = None,
    outlets: OutletsOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List how each statement is sourced.

    On how many pages it stands, from how many stories (copies and translations of one text are one story, and so are
    the stories of sources that `foedus review depend` marks), the best standing that it has, and who says it; what most
    stories say comes first. Behind each source stands its letter of reliability, in a column of its own the digit of
    credibility: two things, never one.

    \b
    Examples:
      foedus sources --about "S-400"
      foedus sources --type transfer --format csv --out sources.csv
    """
    from foedus.ledger.filters import ClaimFilter  # noqa: PLC0415 - slow to import as well
    from foedus.lineage.grading.statements import graded  # noqa: PLC0415 - slow to import as well
    from foedus.lineage.sourcing import sourcing  # noqa: PLC0415 - slow to import as well

    known = knowledge(outlets)
    with open_ledger(ledger) as store:
        documents, claims = list(store.documents(which.as_of)), list(store.claims(ClaimFilter(as_of=which.as_of)))
        edges = store.edges((document.id for document in documents), which.as_of)
        tell_uncompared(store)
        dependent = dependent_sources(store, which.as_of)
        statements = sourcing(store.claims(which), documents, edges, dependent)
    found = graded(statements, claims, documents, edges, known, dependences=dependent)
    emit(found, Look(_short, _full), format=format, out=out, nothing="no claim matches")


def _short(one: "GradedStatement") -> dict[str, str]:
    return {
        "statement": one.label,
        "pages": str(len(one.pages)),
        "stories": str(len(one.stories)),
        "best": one.highest,
        "said by (reliability)": ", ".join(f"{source.source} ({source.letter})" for source in one.reliability),
        "credibility": str(one.credibility.digit),
        "claims": short_ids(one.claims),
    }


def _full(one: "GradedStatement") -> dict[str, str]:
    standings = "; ".join(f"{standing} {count}" for standing, count in one.standings.items())
    return {
        "statement": one.label,
        "pages": str(len(one.pages)),
        "stories": str(len(one.stories)),
        "best": one.highest,
        "said by": ", ".join(one.voices),
        "reliability": "; ".join(f"{source.source} {source.letter}" for source in one.reliability),
        "reliability reason": "; ".join(source.reason for source in one.reliability),
        "credibility": str(one.credibility.digit),
        "credibility reason": one.credibility.reason,
        "standings": standings,
        "claims": " ".join(one.claims),
        "documents": " ".join(one.pages),
        "reason": one.reason,
    }
