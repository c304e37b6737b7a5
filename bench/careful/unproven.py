"""Told claims as they would stand in a ledger without proof: words located where that can be, entities linked."""

from collections.abc import Iterable

from foedus.careful.answer import Quote, ToldClaim, ToldFiller
from foedus.careful.proof.fault import Fault
from foedus.careful.proof.ground import Ground
from foedus.careful.proof.linking import fillers_of
from foedus.careful.proof.placing import PlacedFiller
from foedus.careful.proof.words import Span
from foedus.model.claim import Claim, Cue, Evidence, Filler, ReaderMark
from foedus.model.identity import claim_id
from foedus.model.vocabulary import TYPES

_MARK = ReaderMark("careful/unproven", "0", None)
_NOWHERE = Span(0, 1)
_INVENTED = "\0"
"""Stands in no text: a claim with it as evidence does not reproduce its text, which makes it wrong."""


def unproven(ground: Ground, told: Iterable[ToldClaim]) -> list[Claim]:
    """A claim for each told one, in order.

    A quotation is looked for in its sentence, then in the whole text. One that stands nowhere makes the claim wrong,
    as do a stage or a role that the type does not have. No other check is made.
    """
    return [_Made(ground, one).claim() for one in told]


class _Made:
    """The work on one claim."""

    def __init__(self, ground: Ground, told: ToldClaim) -> None:
        self._ground = ground
        self._told = told
        self._sound = True

    def claim(self) -> Claim:
        told, ground = self._told, self._ground
        spec = TYPES[told.type]
        trigger = self._place(told.trigger)
        roles: dict[str, tuple[Filler, ...]] = {}
        for filler in told.roles:
            if filler.role in spec.roles:
                roles[filler.role] = (*roles.get(filler.role, ()), *self._fillers(filler))
            else:
                self._sound = False
        stage = told.stage if told.stage in spec.stages else spec.stages[0]
        self._sound = self._sound and stage == told.stage
        return Claim(
            id=claim_id(ground.document.sha256, trigger, told.type, roles, ()),
            document=ground.document.ref,
            type=told.type,
            stage=stage,
            roles=roles,
            quantity=None,
            value=None,
            when=None,
            due=None,
            polarity=told.polarity,
            certainty=told.certainty,
            standing=told.standing,
            attribution=(),
            quoted=False,
            zone="body",
            evidence=(Evidence(*trigger, ground.text.words(trigger) if self._sound else _INVENTED),),
            cues=(Cue("trigger", ground.text.words(trigger), *trigger),),
            alternative=None,
            reader=_MARK,
        )

    def _place(self, quote: Quote) -> Span:
        sentence = self._ground.numbered.at(quote.sentence)
        there = self._ground.text.places(quote.quote, sentence.start, sentence.end) if sentence else []
        places = there or self._ground.text.places(quote.quote)
        if not places:
            self._sound = False
        return places[0] if places else _NOWHERE

    def _fillers(self, told: ToldFiller) -> list[Filler]:
        span = self._place(Quote(told.sentence, told.quote))
        names = self._place(told.stands_for) if told.stands_for else None
        try:
            return fillers_of(self._ground, self._told.type, PlacedFiller(told, span, names))
        except Fault:
            words = self._ground.text.words(names or span)
            return [Filler(None, words, told.kind, words, *(names or span), told.via)]
