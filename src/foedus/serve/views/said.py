"""Who else says what a claim says, and who says otherwise: by outlet and voice, with the grades that follow from it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from foedus.gazetteer.entities import Entities
from foedus.gazetteer.sides import sides
from foedus.ledger.asking.paging import Kept
from foedus.ledger.filters import Moment
from foedus.lineage.grading.bearing import Against, Bearing, Neighbours, bearing
from foedus.lineage.grading.credibility import credibility
from foedus.lineage.grading.letters import Credibility, Reliability
from foedus.lineage.grading.origins import Origins
from foedus.lineage.grading.outlets import load_outlets
from foedus.lineage.grading.probability import load_probabilities
from foedus.lineage.grading.reliability import Knowledge, reliability
from foedus.lineage.grading.rules import load_rules
from foedus.lineage.grading.wording import Lang, load_wording
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.serve.house import House
from foedus.serve.views.cards import Card, card, voice_name
from foedus.serve.views.of_origins import OfOrigins, independence, told
from foedus.serve.views.others import others

PAGES = 20
"""Documents whose texts are looked through for credit lines: more would take longer than a person waits."""


class Voice(Struct, frozen=True):
    """All that one voice says of it in one outlet; `outlet` or `voice` is null where nobody is named."""

    outlet: str | None
    voice: str | None
    cards: tuple[Card, ...]


class Clash(Struct, frozen=True):
    """A claim that cannot be right together with this one, and why; `kind` is the conflict's."""

    kind: str
    reason: str
    card: Card


class Grades(Struct, frozen=True):
    """Reliability of the source, credibility of the information, and how likely the text itself puts it."""

    reliability: Reliability
    reliability_means: str
    credibility: Credibility
    credibility_means: str
    likelihood: str


class Said(Struct, frozen=True):
    """What the ledger has on one claim.

    `same` say all of it and `part` less than all, both without the claim itself; `against` stand against it, `details`
    only in number or date. `origins` counts those from which what says the same comes, the claim itself included.
    `looked_at` is how many claims were compared, `cut` whether there are more, `pages_cut` whether credit lines were
    looked for in some of the texts only.
    """

    same: tuple[Voice, ...]
    part: tuple[Voice, ...]
    against: tuple[Clash, ...]
    details: tuple[Clash, ...]
    origins: OfOrigins
    comparable: bool
    looked_at: int
    cut: bool
    pages_cut: bool
    grades: Grades


def said(house: House, claim: Claim, lang: str, as_of: Moment) -> Said:
    """Compare a claim with those of its parties told near its day."""
    known = knowledge(house, "fr" if lang == "fr" else "en")
    beside = others(house.ledger, claim, as_of)
    found = bearing(claim, Neighbours(beside.claims).of(claim), known.rules.credibility)
    documents, pages_cut = _documents(house, claim, found, as_of)
    pages = {claim.document.id, *found.pages}
    edges = house.ledger.edges(pages, as_of)
    dependent = [(one.source, one.on) for one in house.ledger.dependences(as_of)]
    counted = told(independence(house.ledger, pages, as_of, edges).count([claim, *found.same]), lang)
    cards = _Cards(house, beside.kept, lang)
    digit = credibility(claim, found, Origins(known, documents, edges, dependent), known)
    return Said(
        _voices(house, found.same, cards),
        _voices(house, found.part, cards),
        tuple(_clash(one, cards) for one in found.against),
        tuple(_clash(one, cards) for one in found.details),
        counted,
        beside.comparable,
        len(beside.claims),
        beside.cut,
        pages_cut,
        _grades(claim, digit, known, "fr" if lang == "fr" else "en"),
    )


def _documents(house: House, claim: Claim, found: Bearing, as_of: Moment) -> tuple[dict[str, Document], bool]:
    """The texts of the claims that count, the claim's own first."""
    pages = sorted(found.pages - {claim.document.id})
    taken = [claim.document.id, *pages][:PAGES]
    return {page: house.ledger.document(page, as_of) for page in taken}, len(pages) >= PAGES


class _Cards(NamedTuple):
    """Makes the cards of claims that were met."""

    house: House
    kept: Mapping[str, Kept]
    lang: str

    def of(self, claim: Claim) -> Card:
        """In the language of the page."""
        house = self.house
        return card(claim, house.entities, self.lang, house.settings.sure, self.kept.get(claim.id))


def _voices(house: House, claims: Iterable[Claim], cards: _Cards) -> tuple[Voice, ...]:
    """By outlet and nearest voice, what was published first before the rest."""
    held: dict[tuple[str | None, str | None], list[Claim]] = defaultdict(list)
    for one in sorted(claims, key=lambda one: one.document.published or "~"):
        voice = one.attribution[0] if one.attribution else None
        name = voice_name(voice, house.entities, cards.lang) if voice else None
        held[one.document.outlet, name].append(one)
    return tuple(Voice(*key, tuple(map(cards.of, some))) for key, some in held.items())


def _clash(one: Against, cards: _Cards) -> Clash:
    return Clash(one.conflict.kind, one.conflict.reason, cards.of(one.claim))


def _grades(claim: Claim, digit: Credibility, known: Knowledge, lang: Lang) -> Grades:
    letter, say = reliability(claim, known), known.wording.say
    term = load_probabilities().of(claim.certainty)
    way = "not_as_the_text" if claim.polarity == "negated" else "as_the_text"
    likely = say(way, term=term.shown(lang)) if term else say("left_open")
    return Grades(letter, known.wording.letters[letter.letter], digit, known.wording.digits[digit.digit], likely)


def knowledge(house: House, lang: Lang) -> Knowledge:
    """What sources are graded by, with the words of a language: the shipped tables, under those of the settings."""
    return _knowledge(house.settings.outlets)._replace(wording=load_wording(lang))


@cache
def _knowledge(own: Path | None) -> Knowledge:
    entities, rules = Entities.load(), load_rules(own)
    outlets = load_outlets(rules, own, lambda key: entities.get(key) is not None)
    return Knowledge(outlets, rules, lambda key, on: sides(entities, key, on), load_wording())
