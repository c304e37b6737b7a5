"""Attached: which date, number and sum the reader gives to what a gold trigger tells, given that trigger's sentence."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bench.time.agreement import agreeing_dates, same_figures
from bench.time.attached_tally import Tally
from bench.time.gold import FIELDS, Expression, of_each_claim
from foedus.gazetteer.scanner import Scanner
from foedus.language import pipelines
from foedus.language.fold import fold
from foedus.learning.corpus.format import CorpusClaim, CorpusDocument, CorpusMoney, CorpusQuantity, CorpusWhen
from foedus.model.claim import Filler, Money, Quantity, When
from foedus.model.document import make_document
from foedus.reader.analysis import analyse
from foedus.reader.dates import Found
from foedus.reader.quantities import Counted, first_of
from foedus.reader.timing import COUNTED, PAID, Telling, dated, priced
from foedus.reader.tools import Tools, load_tools

Given = When | Quantity | Money | None


class Loss(NamedTuple):
    """One that is wrong, missing or too much."""

    document: str
    field: str
    trigger: str
    gold: str
    given: str


Table = dict[tuple[str, str], Tally]
"""(language, field) → tally; a gold whose words stand in another sentence than the trigger is left out."""


def measured(parts: Iterable[CorpusDocument]) -> tuple[Table, list[Loss]]:
    """Tallies by language and field, and what was lost."""
    table: Table = {}
    lost: list[Loss] = []
    scanner = Scanner.load()
    for document in parts:
        for field, gold, given, trigger in _of_document(document, scanner):
            right = gold is not None and given is not None and _right(gold, given)
            tally = Tally(int(gold is not None), int(given is not None), int(right))
            table[document.lang, field] = table.get((document.lang, field), Tally()).plus(tally)
            if not right:
                words = document.text[gold.start : gold.end] if gold else "—"
                lost.append(Loss(document.id, field, trigger, words, str(given.text if given else "—")))
    return table, lost


def _of_document(document: CorpusDocument, scanner: Scanner) -> Iterator[tuple[str, Expression | None, Given, str]]:
    made = make_document(document.text, lang=document.lang, published=document.published)
    analysis = analyse(made, scanner, frozenset(pipelines.languages()), {}, sift=False)
    tools = load_tools(document.lang)
    text = fold(document.text)
    found = tools.calendar.find(text, 0, len(text), document.published)
    for claim, wanted in of_each_claim(document):
        start, end = claim.trigger.span(document.text)
        view = next((one for one in analysis.views if one.sentence.start <= start < one.sentence.end), None)
        head = view.sentence.head_of(start, end) if view else None
        if view is None or head is None:
            continue
        sentence = view.sentence
        golds = {one.field: one for one in wanted}
        telling = Telling(view, head, frozenset(sentence.covering(start, end)), claim.stage)
        given = _given(document, claim, tools, found, telling)
        for field in FIELDS:
            gold, one = golds.get(field), given[field]
            outside = gold is not None and not sentence.start <= gold.start < sentence.end
            unworded = getattr(claim, field) is not None and gold is None
            if not (outside or unworded) and (gold or one):
                yield field, gold, one, claim.trigger.words


def _given(
    document: CorpusDocument, claim: CorpusClaim, tools: Tools, found: list[Found], telling: Telling
) -> dict[str, Given]:
    view, sentence = telling.view, telling.view.sentence
    inside = [
        date for date in found if sentence.start <= (date.when.start or 0) and (date.when.end or 0) <= sentence.end
    ]
    when, due = dated(telling, inside, tools.lexicon, document.published)
    counted = Counted(tools.lexicon, view, inside)
    items = []
    for filler in (filler for role in COUNTED for filler in claim.roles.get(role, ())):
        start, end = filler.t.span(document.text)
        if sentence.start <= start < sentence.end:
            items.append(Filler(filler.e, filler.t.words, "text", filler.t.words, start, end))
    return {
        "when": when.when if when else None,
        "due": due.when if due else None,
        "quantity": first_of(counted, items) if items else counted.of_trigger(telling.anchor),
        "value": priced(telling, counted.sums) if claim.type in PAID else None,
    }


def _right(gold: Expression, given: When | Quantity | Money) -> bool:
    meaning = gold.meaning
    if isinstance(meaning, CorpusWhen):
        return isinstance(given, When) and agreeing_dates(meaning.edtf, given.edtf)
    if isinstance(meaning, CorpusMoney):
        same = isinstance(given, Money) and same_figures(meaning, (given.amount, given.min, given.max))
        return same and isinstance(given, Money) and meaning.currency == given.currency
    assert isinstance(meaning, CorpusQuantity)
    return isinstance(given, Quantity) and same_figures(meaning, (given.value, given.min, given.max))
