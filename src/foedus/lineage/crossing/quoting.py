"""Quotations of one page that answer to those of another, in whatever language."""

from foedus.lineage.crossing.facts import Facts

_QUOTE_RATIO = 1.9
"""How much longer a quotation may be in one language than in the other."""


def answering(one: Facts, other: Facts) -> tuple[float, float]:
    """The share of quotations, of the page with fewer, that answer to one of the other in order; of those that do not.

    Both are 0 where a page quotes nobody.
    """
    few, many = sorted((one, other), key=lambda facts: len(facts.quotations))
    if not few.quotations:
        return 0.0, 0.0
    met = at = 0
    for place, quote in enumerate(few.quotations):
        for further in range(at, len(many.quotations)):
            there = many.quotations[further]
            ratio = max(quote.words, there.words) / min(quote.words, there.words)
            facts, others = few.by_quotation[place], many.by_quotation[further]
            least = min(len(facts), len(others))
            if ratio <= _QUOTE_RATIO and 2 * len(facts & others) >= least and (facts & others or not least):
                met, at = met + 1, further + 1
                break
    return met / len(few.quotations), 1 - met / len(few.quotations)
