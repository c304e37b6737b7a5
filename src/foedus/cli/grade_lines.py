"""A claim's two grades and the certainty of its text, a line each; none speaks of the reader's confidence."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.ledger.filters import ClaimFilter
from foedus.lineage.grading.bearing import Neighbours, bearing
from foedus.lineage.grading.credibility import credibility
from foedus.lineage.grading.letters import Credibility
from foedus.lineage.grading.origins import Origins
from foedus.lineage.grading.probability import load_probabilities
from foedus.lineage.grading.reliability import Knowledge, reliability
from foedus.lineage.grading.rules import FILE as RULES
from foedus.lineage.grading.scales import DIGITS, LETTERS, Lang
from foedus.lineage.sameness import named
from foedus.model.claim import Claim

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger

_CERTAINTY = {
    "en": ("certainty", "{}{}, as the text puts it", " that it is not so", "left open by the text"),
    "fr": ("certitude", "{}{}, selon le texte", " que non", "laissée ouverte par le texte"),
}
_NAMES = {"en": ("reliability", "credibility"), "fr": ("fiabilité", "crédibilité")}


def grade_lines(claim: Claim, ledger: "Ledger", known: Knowledge, lang: Lang = "en") -> Iterator[str]:
    """Reliability of the source, credibility of the information, certainty of the text: three lines."""
    source, information = _NAMES[lang]
    letter, digit = reliability(claim, known), information_of(claim, ledger, known)
    rule = f"rule {digit.rule} of {RULES}"
    yield f"{source:<12}{letter.letter}, {LETTERS[lang][letter.letter]}: {letter.reason} ({letter.row})"
    yield f"{information:<12}{digit.digit}, {DIGITS[lang][digit.digit]}: {digit.reason} ({rule})"
    yield certainty_line(claim, lang)


def certainty_line(claim: Claim, lang: Lang = "en") -> str:
    """How surely the text puts the statement, or that it is not so, in a word of ICD 203 with its range."""
    name, told, not_so, left_open = _CERTAINTY[lang]
    denied = not_so if claim.polarity == "negated" else ""
    term = load_probabilities().of(claim.certainty)
    return f"{name:<12}{told.format(term.shown(lang), denied) if term else left_open}"


def information_of(claim: Claim, ledger: "Ledger", known: Knowledge) -> Credibility:
    """The digit of a claim in the light of all that the ledger holds; only the pages that bear on it are read."""
    from foedus.lineage.copies import copies  # noqa: PLC0415 - needed only where something bears on the claim
    from foedus.lineage.translations import translations  # noqa: PLC0415

    entities = tuple(sorted({one.entity for one in named(claim)}))
    others = ledger.claims(ClaimFilter(about=entities, with_=entities)) if len(entities) > 1 else ()
    rules = known.rules.credibility
    found = bearing(claim, Neighbours(others).of(claim), rules)
    pages = {page: ledger.document(page) for page in sorted(found.pages | {claim.document.id})} if found.pages else {}
    told = (one for page in pages for one in ledger.claims(ClaimFilter(document=page)))
    edges = [*copies(pages.values()), *translations(pages.values(), told)]
    return credibility(claim, found, Origins(known, pages, edges), rules)
