"""A corpus document's annotations as the answer of a model without fault: each claim told by quotations."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from foedus.careful.answer import Quote, ToldClaim, ToldDate, ToldFiller, ToldMoney, ToldQuantity, ToldVoice
from foedus.careful.numbering import Numbered, NumberedSentence
from foedus.gazetteer.entities import Entities
from foedus.gazetteer.mention import Mention
from foedus.gazetteer.scanner import Scanner
from foedus.learning.corpus.format import (
    Anchor,
    CorpusClaim,
    CorpusDocument,
    CorpusFiller,
    CorpusMoney,
    CorpusQuantity,
    CorpusVoice,
    CorpusWhen,
)
from foedus.model.vocabulary import FREE_TEXT_ROLES, UNLINKED_KINDS, ClaimType, Kind
from foedus.reader.kinds import kinds_for


class Ideal(NamedTuple):
    """Told claims beside the annotated ones; left out are those whose trigger or voice no sentence holds."""

    claims: tuple[tuple[CorpusClaim, ToldClaim], ...]
    untold: int


def ideal(document: CorpusDocument, numbered: Numbered) -> Ideal:
    """The ideal answer to one document."""
    teller = _Teller(document, numbered)
    told = [(claim, teller.claim(claim)) for claim in document.claims]
    whole = tuple((claim, one) for claim, one in told if one is not None)
    return Ideal(whole, len(told) - len(whole))


class _Teller:
    """Tells the claims of one document."""

    def __init__(self, document: CorpusDocument, numbered: Numbered) -> None:
        self._text = document.text
        self._numbered = numbered
        self._names: Sequence[Mention] = _scanner().scan(document.text, document.lang)

    def claim(self, claim: CorpusClaim) -> ToldClaim | None:
        """The claim in quotations; None where no sentence holds its trigger or voice."""
        trigger = self._quote(claim.trigger)
        if trigger is None:
            return None
        roles = [
            filler
            for role, some in claim.roles.items()
            for one in some
            if (filler := self._filler(claim.type, role, one, claim.trigger)) is not None
        ]
        voices = [voice for one in claim.voice or () if (voice := self._voice(one)) is not None]
        if claim.standing in ("attributed", "unnamed") and not voices:
            return None
        return ToldClaim(
            claim.type,
            claim.stage,
            trigger,
            tuple(roles),
            self._quantity(claim.quantity),
            self._money(claim.value),
            self._date(claim.when),
            self._date(claim.due),
            claim.polarity,
            claim.certainty,
            claim.standing,
            tuple(voices),
            (),
            claim.alternative,
        )

    def _sentence(self, span: tuple[int, int]) -> NumberedSentence | None:
        found = self._numbered.holding(span[0])
        return found if found is not None and span[1] <= found.end else None

    def _quote(self, anchor: Anchor | None) -> Quote | None:
        span = anchor.span(self._text) if anchor else None
        sentence = self._sentence(span) if span else None
        return Quote(sentence.number, self._text[slice(*span)]) if span and sentence else None

    def _filler(self, claim_type: ClaimType, role: str, filler: CorpusFiller, trigger: Anchor) -> ToldFiller | None:
        quote = self._quote(filler.t)
        if quote is None:
            return None
        kind = _kind(claim_type, role, filler)
        named = None
        if filler.e is not None and role not in FREE_TEXT_ROLES:
            named = self._naming(filler.e, filler.t.span(self._text), trigger.span(self._text)[0])
        return ToldFiller(role, quote.sentence, quote.quote, kind, filler.via, named)

    def _naming(self, entity: str, span: tuple[int, int], near: int) -> Quote | None:
        """Where the text names the entity, nearest before a place, else nearest after; None where the words do."""
        places = [one for one in self._names if any(_means(entity, sense.entity) for sense in one.senses)]
        if any(one.start < span[1] and span[0] < one.end for one in places):
            return None
        before = [one for one in places if one.start < near]
        best = before[-1] if before else places[0] if places else None
        sentence = self._sentence((best.start, best.end)) if best else None
        return Quote(sentence.number, best.text) if best and sentence else None

    def _voice(self, voice: CorpusVoice) -> ToldVoice | None:
        quote = self._quote(voice.t)
        told = self._quote(voice.cue)
        cue = told.quote if told and quote and told.sentence == quote.sentence else None
        return ToldVoice(quote.sentence, quote.quote, voice.k, cue, voice.vehicle, None) if quote else None

    def _quantity(self, told: CorpusQuantity | None) -> ToldQuantity | None:
        quote = self._quote(told.t) if told else None
        if told is None or quote is None:
            return None
        return ToldQuantity(quote.sentence, quote.quote, told.value, told.min, told.max, told.unit, told.approximate)

    def _money(self, told: CorpusMoney | None) -> ToldMoney | None:
        quote = self._quote(told.t) if told else None
        amount = next((one for one in (told.amount, told.min, told.max) if one is not None), None) if told else None
        if told is None or quote is None or amount is None:
            return None
        return ToldMoney(quote.sentence, quote.quote, amount, told.min, told.max, told.currency, told.approximate)

    def _date(self, told: CorpusWhen | None) -> ToldDate | None:
        return ToldDate(told.edtf, self._quote(told.t)) if told else None


@cache
def _means(wanted: str, entity: str) -> bool:
    return wanted == entity or Entities.load().family(entity) == wanted


def _kind(claim_type: ClaimType, role: str, filler: CorpusFiller) -> Kind:
    """What the annotators' key is; of words without a key what fills such a role."""
    known = Entities.load().get(filler.e) if filler.e else None
    kinds = kinds_for(claim_type, role)
    if known is not None and known.kind in kinds:
        return known.kind
    return "text" if role in FREE_TEXT_ROLES else UNLINKED_KINDS.get(role, "state")


@cache
def _scanner() -> Scanner:
    return Scanner.load()
