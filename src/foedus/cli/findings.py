"""`foedus findings`: what the rules find in the ledger, judged by the treaties."""

from typing import TYPE_CHECKING, Annotated

import typer

from foedus.asked.levels import WORDS, level
from foedus.asked.moments import moment
from foedus.cli.comparing import tell_uncompared
from foedus.cli.console import counted, tell
from foedus.cli.filter_options import AsOfOption
from foedus.cli.finding_cells import card, cells
from foedus.cli.in_option import InOption, told_in
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.levels import METAVAR
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.cli.rules_option import RulesOption, rule_limits, rules
from foedus.cli.treaties_option import TreatiesOption, treaties

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from foedus.judge.rules.rule import Rule
    from foedus.model.claim import Claim
    from foedus.model.finding import Finding


def findings(
    about: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only findings on this state or organisation; repeatable.")
    ] = None,
    *,
    rule: Annotated[list[str] | None, typer.Option(metavar="RULE", help="Only this rule; may be repeated.")] = None,
    as_of: AsOfOption = None,
    min_confidence: Annotated[
        str | None, typer.Option(metavar=METAVAR, help=f"Leave out claims less sure than this: {WORDS}.")
    ] = None,
    lang: InOption = None,
    rules_: RulesOption = None,
    treaties_: TreatiesOption = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List what the rules find.

    Each rule asks one question of all claims: an ally's request and what followed, arms for an ally's adversary, a
    delivery against an embargo … Where a duty may have been owed, every side's verdict stands with it, never one
    alone. foedus judge tells the whole of a commitment.

    \b
    Examples:
      foedus findings
      foedus findings --about Armenia --in fr
      foedus findings --rule transfer-against-an-embargo --format jsonl
    """
    from foedus.asked.findings import AskedFindings  # noqa: PLC0415 - slow to import, as the next
    from foedus.asked.parties import party_named  # noqa: PLC0415 - slow to import as well
    from foedus.gazetteer.entities import Entities  # noqa: PLC0415 - slow to import as well
    from foedus.judge.origins import origins  # noqa: PLC0415 - slow to import as well
    from foedus.judge.sitting import Books, sit  # noqa: PLC0415 - slow to import as well
    from foedus.ledger.filters import ClaimFilter  # noqa: PLC0415 - slow to import as well

    language = told_in(lang)
    asked, limits = _chosen(rules(rules_), rule or ()), rule_limits()
    which = ClaimFilter(as_of=moment(as_of, "--as-of", latest=True), min_confidence=level(min_confidence))
    entities = Entities.load()
    wanted = AskedFindings(about=tuple(party_named(name, "--about", entities) for name in about or ()))
    books = Books(treaties(treaties_), asked, entities, limits)
    with open_ledger(ledger) as store:
        claims = {claim.id: claim for claim in store.claims(which)}
        edges = store.edges({claim.document.id for claim in claims.values()}, which.as_of)
        dependences = [(one.source, one.on) for one in store.dependences(which.as_of)]
        tell_uncompared(store)
    _tell_undated(claims.values())
    found = filter(wanted.holds, sit(claims.values(), books, origins(edges, dependences)))
    look: Look[Finding] = Look(
        lambda one: cells(one, entities),
        card=lambda one: card(one, asked[one.rule], claims, entities, language),
        always_cards=True,
    )
    emit(found, look, format=format, out=out, nothing="no rule finds anything")


def _tell_undated(claims: "Iterable[Claim]") -> None:
    """One line where claims have no day, neither their own nor their document's: most rules ask for one."""
    pages = {one.document.id for one in claims if one.when is None and not one.document.published}
    if pages:
        what = counted(len(pages), "document has", "documents have")
        tell(f"{what} no date: rules that ask for a day leave out what they tell without one")


def _chosen(known: "Mapping[str, Rule]", names: "list[str] | tuple[()]") -> "dict[str, Rule]":
    """The rules of some names, all without any; UsageError names those that there are."""
    from foedus.asked.findings import rule_named  # noqa: PLC0415 - slow to import

    wanted = {rule_named(name, "--rule", known) for name in names}
    return {name: rule for name, rule in known.items() if name in wanted or not wanted}
