"""A claim's two grades and how likely its text puts it, a line each; none speaks of the reader's confidence."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.cli.origins_option import dependent_sources
from foedus.ledger.filters import ClaimFilter
from foedus.lineage.grading.bearing import Neighbours, bearing
from foedus.lineage.grading.credibility import credibility
from foedus.lineage.grading.letters import Credibility
from foedus.lineage.grading.origins import Origins
from foedus.lineage.grading.probability import load_probabilities
from foedus.lineage.grading.reliability import Knowledge, reliability
from foedus.lineage.grading.rules import FILE as RULES
from foedus.lineage.grading.wording import Lang, load_wording
from foedus.lineage.sameness import named
from foedus.model.claim import Claim

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger

_WIDTH = 12


def grade_lines(claim: Claim, ledger: "Ledger", known: Knowledge, lang: Lang = "en") -> Iterator[str]:
    """Reliability of the source, credibility of the information, likelihood that the text gives it: three lines."""
    known = known._replace(wording=load_wording(lang))
    say = known.wording.say
    letter, digit = reliability(claim, known), information_of(claim, ledger, known)
    meaning = known.wording.letters[letter.letter]
    name = f"{say('reliability'):<{_WIDTH}}"
    yield say("line", name=name, grade=letter.letter, meaning=meaning, reason=letter.reason, where=letter.row)
    where = say("rule", rule=digit.rule, file=RULES)
    meaning, name = known.wording.digits[digit.digit], f"{say('credibility'):<{_WIDTH}}"
    yield say("line", name=name, grade=digit.digit, meaning=meaning, reason=digit.reason, where=where)
    yield likelihood_line(claim, lang)


def likelihood_line(claim: Claim, lang: Lang = "en") -> str:
    """How surely the text puts the statement, or that it is not so, in a word of ICD 203 with its range."""
    say, term = load_wording(lang).say, load_probabilities().of(claim.certainty)
    told = "not_as_the_text" if claim.polarity == "negated" else "as_the_text"
    return f"{say('likelihood'):<{_WIDTH}}{say(told, term=term.shown(lang)) if term else say('left_open')}"


def information_of(claim: Claim, ledger: "Ledger", known: Knowledge) -> Credibility:
    """The digit of a claim in the light of all that the ledger holds; only the pages that bear on it are read."""
    entities = tuple(sorted({one.entity for one in named(claim)}))
    others = ledger.claims(ClaimFilter(about=entities, with_=entities)) if len(entities) > 1 else ()
    found = bearing(claim, Neighbours(others).of(claim), known.rules.credibility)
    pages = {page: ledger.document(page) for page in sorted(found.pages | {claim.document.id})} if found.pages else {}
    edges = ledger.edges(pages)
    return credibility(claim, found, Origins(known, pages, edges, dependent_sources(ledger)), known)
