"""Told claims made wrong in one way each, as a careless or misled model would tell them."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import structs

from bench.careful.ideal import Ideal
from foedus.careful.answer import Quote, ToldClaim, ToldVoice
from foedus.careful.numbering import Numbered
from foedus.careful.proof.stages import stage_ranks
from foedus.model.vocabulary import FREE_TEXT_ROLES, NEGATIVE_STAGES, TYPES

KINDS = (
    "swapped roles",
    "flipped polarity",
    "stage one further",
    "quote of another sentence",
    "trigger of another sentence",
    "invented quote",
    "wrong voice",
    "voice dropped",
)
INVENTED = "zweiundvierzig Panzerhaubitzen"


class Corrupted(NamedTuple):
    """A claim told wrongly, in which way, and the fields in which a mending would put it right."""

    kind: str
    told: ToldClaim
    fields: frozenset[str] = frozenset()
    sentence: int | None = None
    """The sentence in which the trigger may be found after all, since it stands there alone."""


def corrupted(ideal: Ideal, numbered: Numbered) -> Iterator[Corrupted]:
    """The corruptions that an ideal answer allows, one field each."""
    told = [one for _, one in ideal.claims]
    for one in told:
        yield from _swapped(one)
        if one.stage not in NEGATIVE_STAGES:
            other = "negated" if one.polarity == "affirmed" else "affirmed"
            yield Corrupted("flipped polarity", structs.replace(one, polarity=other))
        yield from _further(one)
        yield from _moved(one, numbered)
        yield Corrupted("invented quote", _first_filler(one, INVENTED))
        yield from _voices(one, told)


def _swapped(one: ToldClaim) -> Iterator[Corrupted]:
    """The first two core roles that have fillers change places, where both stand in the trigger's sentence.

    Where the same words fill both nothing would change.
    """
    core = [role for role in TYPES[one.type].core if role not in FREE_TEXT_ROLES]
    here = {
        filler.role for filler in one.roles if filler.sentence == one.trigger.sentence and filler.via != "unexpressed"
    }
    some = [role for role in core if role in here]
    if len(some) < 2:
        return
    first, second = ({filler.quote for filler in one.roles if filler.role == role} for role in some[:2])
    if first == second:
        return
    swap = {some[0]: some[1], some[1]: some[0]}
    roles = tuple(structs.replace(filler, role=swap.get(filler.role, filler.role)) for filler in one.roles)
    yield Corrupted("swapped roles", structs.replace(one, roles=roles))


def _further(one: ToldClaim) -> Iterator[Corrupted]:
    ranks = stage_ranks(one.type)
    if one.stage in ranks:
        later = next((stage for stage, rank in ranks.items() if rank == ranks[one.stage] + 1), None)
        if later is not None:
            yield Corrupted("stage one further", structs.replace(one, stage=later))


def _moved(one: ToldClaim, numbered: Numbered) -> Iterator[Corrupted]:
    """Right words with the number of the sentence before or after: a filler's, the trigger's."""
    number = one.trigger.sentence
    other = number - 1 if number > 1 else number + 1
    if numbered.at(other) is None or other == number:
        return
    trigger = Quote(other, one.trigger.quote)
    yield Corrupted("trigger of another sentence", structs.replace(one, trigger=trigger), sentence=number)
    away = next((filler for filler in one.roles if filler.sentence != number), None)
    if away is not None:
        roles = tuple(structs.replace(filler, sentence=number) if filler is away else filler for filler in one.roles)
        if away.quote not in numbered.words(number):
            yield Corrupted("quote of another sentence", structs.replace(one, roles=roles))


def _first_filler(one: ToldClaim, quote: str) -> ToldClaim:
    first, *rest = one.roles
    return structs.replace(one, roles=(structs.replace(first, quote=quote), *rest))


def _voices(one: ToldClaim, told: list[ToldClaim]) -> Iterator[Corrupted]:
    """Somebody else of the document speaks; or the outlet does."""
    if not one.voices:
        return
    stated = structs.replace(one, voices=(), standing="stated")
    yield Corrupted("voice dropped", stated, frozenset({"attribution", "standing"}))
    mine = one.voices[0].quote
    for other in told:
        for filler in other.roles:
            if filler.kind == "state" and mine not in filler.quote and filler.quote not in mine:
                voice = ToldVoice(filler.sentence, filler.quote, "state", one.voices[0].cue, None, None)
                wrong = structs.replace(one, voices=(voice,), standing="attributed")
                yield Corrupted("wrong voice", wrong, frozenset({"attribution"}))
                return
