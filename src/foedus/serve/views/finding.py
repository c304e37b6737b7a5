"""One finding in full: its rule, its case as a dossier tells it, every claim that is cited."""

from msgspec import Struct

from foedus.ledger.filters import ClaimFilter
from foedus.serve.house import House
from foedus.serve.rules import rules_of
from foedus.serve.views.dossier import CaseView, case_view
from foedus.serve.views.findings import RuleWords, told_rule
from foedus.serve.views.found_finding import found_finding
from foedus.serve.views.telling_finding import ToldFinding, in_full


class FindingView(Struct, frozen=True):
    """A finding as of a batch; `case` is None of one that asks of no duty."""

    told: ToldFinding
    rule: RuleWords
    case: CaseView | None
    as_of: int


def finding_view(house: House, name: str, which: ClaimFilter, lang: str) -> FindingView:
    """The finding of an id, or of its beginning."""
    one, found = found_finding(house, name, which)
    batch = found.moment.batch
    told, judged = in_full(house, one, batch, lang)
    case = case_view(told.case, judged, house.entities, lang) if told.case and judged else None
    return FindingView(told, told_rule(rules_of(house.settings)[one.rule], lang), case, batch)
