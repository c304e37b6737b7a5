"""What `foedus read` says of a language model: before the first question what it will take, at the end what it took."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.careful.budget import Budget, Prices, Tokens
from foedus.cli.console import counted

if TYPE_CHECKING:
    from foedus.careful.asking import Asking
    from foedus.careful.reader import CarefulReader
    from foedus.intake.planning import Planned


def estimate(plan: "Planned", expected: Tokens, prices: Prices | None) -> str:
    """What is to be asked, and what that is expected to take."""
    besides = [
        f"{plan.stored:,} answered already" if plan.stored else "",
        f"{plan.set_aside:,} not worth a question" if plan.set_aside else "",
        f"{plan.beyond:,} left for another run" if plan.beyond else "",
    ]
    aside = "; ".join(filter(None, besides))
    asked = f"{counted(plan.asked, 'document')} to ask about in {counted(len(plan.requests), 'request')}"
    tokens = f"about {_tokens(expected)}" if plan.requests else "nothing to pay for"
    cost = f", some {_money(prices.cost(expected))}" if prices and plan.requests else ""
    return f"{asked}: {tokens}{cost}{f' ({aside})' if aside else ''}"


def summary(asking: "Asking", reader: "CarefulReader", plan: "Planned", left: int) -> Iterator[str]:
    """What came of it; `left` documents were to be asked about and were not."""
    counts, endpoint, held = asking.counts, asking.endpoint, reader.held
    model, _ = reader.mark
    again = f" ({endpoint.retried:,} of them again)" if endpoint.retried else ""
    repaired = f", {counts.repaired:,} asked to be written anew" if counts.repaired else ""
    why = " (`foedus rejected` says why)" if held.rejected else ""
    yield (
        f"{model}: {counted(endpoint.sent, 'request')} sent{again}, "
        f"{counted(counts.answered, 'answer')} came{repaired}, "
        f"{counts.stored:,} were there; {counted(held.documents, 'document')} read by them, "
        f"{counted(held.proven, 'claim')} proven, {held.rejected:,} rejected{why}; {_taken(asking.budget)}"
    )
    if not_asked := left + plan.beyond:
        why_left = f", as {asking.ended}" if asking.ended else ", as the budget is spent" if left else ""
        yield f"{counted(not_asked, 'document')} left for another run{why_left}: the same command goes on with them"


def _taken(budget: Budget) -> str:
    cost = "" if budget.cost is None else f", cost {_money(budget.cost)}"
    return f"{_tokens(budget.spent)}{cost}"


def _tokens(tokens: Tokens) -> str:
    return f"{tokens.given:,} tokens in and {tokens.answered:,} out"


def _money(sum_: float) -> str:
    return f"{sum_:,.2f}" if sum_ >= 1 or not sum_ else f"{sum_:.2g}"
