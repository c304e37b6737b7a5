"""One told claim through all checks, to the record of a claim."""

import re
from collections.abc import Iterator, Sequence

from foedus.careful.answer import ToldClaim
from foedus.careful.proof.fault import Fault
from foedus.careful.proof.frame import check_frame
from foedus.careful.proof.ground import BRACKET, Ground
from foedus.careful.proof.linking import fillers_of
from foedus.careful.proof.measures import Measures
from foedus.careful.proof.placing import Placed, placed
from foedus.careful.proof.prose import check_prose
from foedus.careful.proof.stages import check_stage
from foedus.careful.proof.surety import surety_of
from foedus.careful.proof.voicing import voiced
from foedus.careful.proven import Mended
from foedus.model.claim import Claim, Cue, Evidence, Filler, ReaderMark
from foedus.model.identity import claim_id
from foedus.model.vocabulary import TYPES, Certainty, ZoneKind
from foedus.reader.linker.mention import ANAPHORS
from foedus.reader.matching import Hit
from foedus.reader.unit import Operator
from foedus.reader.view import View
from foedus.reader.voice.composing import ORDER

_ALTERNATIVE = re.compile(r"a[1-9]\d?")
_OWN_ZONES = frozenset({"bracket", "caption", "credit", "headline"})


def assembled(ground: Ground, told: ToldClaim, mark: ReaderMark) -> tuple[Claim, tuple[Mended, ...]]:
    """The claim that a told one proves to be, with what was mended; Fault where a check fails."""
    _check_words_of_contract(told)
    one = placed(ground, told)
    view = ground.view_at(one.trigger.start)
    if view is None:
        raise Fault("not_read", ground.text.words(one.trigger))
    check_prose(view, one.trigger)
    surety = surety_of(ground, one, view)
    over = check_stage(ground, one)
    check_frame(ground, one)
    roles, without = _roles(ground, one)
    voice = voiced(ground, one, surety.heard)
    measured = Measures(ground, one.trigger).of(told.when, told.due, told.quantity, told.value)
    certainty: Certainty = surety.certainty
    if voice.standing == "rumoured":
        certainty = max(certainty, "possible", key=ORDER.index)
    also, left_out = _also(ground, one, view, roles)
    cues = [_trigger(ground, one), *_operator(view, over), *surety.heard.cues, *voice.cues, *measured.cues]
    span = (one.trigger.start, one.trigger.end)
    claim = Claim(
        claim_id(ground.document.sha256, span, told.type, roles, voice.voices),
        ground.document.ref,
        told.type,
        told.stage,
        roles,
        measured.quantity,
        measured.value,
        measured.when,
        measured.due,
        told.polarity,
        certainty,
        voice.standing,
        voice.voices,
        surety.heard.quoted,
        _zone(view, quoted=surety.heard.quoted),
        (_whole(ground, one, view), *also),
        tuple(dict.fromkeys(cues)),
        told.alternative if told.alternative and _ALTERNATIVE.fullmatch(told.alternative) else None,
        mark,
    )
    return claim, (*one.notes, *surety.mended, *voice.mended, *measured.mended, *without, *left_out)


def _check_words_of_contract(told: ToldClaim) -> None:
    spec = TYPES[told.type]
    if told.stage not in spec.stages:
        raise Fault("no_such_stage", f"{told.type}: {told.stage}")
    for filler in told.roles:
        if filler.role not in spec.roles:
            raise Fault("no_such_role", f"{told.type}: {filler.role}")
    if not any(filler.role in spec.core for filler in told.roles):
        raise Fault("no_core", told.trigger.quote)


def _roles(ground: Ground, one: Placed) -> tuple[dict[str, tuple[Filler, ...]], list[Mended]]:
    """The fillers by role, in the contract's order, nobody twice in a role; of the further roles those that are proven.

    A core filler that is not proven is the claim's fault.
    """
    spec = TYPES[one.told.type]
    found: dict[str, dict[tuple[str | None, str], Filler]] = {}
    left_out: list[Mended] = []
    for filler in one.fillers:
        role = filler.told.role
        try:
            some = fillers_of(ground, one.told.type, filler)
        except Fault as fault:
            if role in spec.core:
                raise
            left_out.append(Mended(role, filler.told.quote, "", fault.code))
            continue
        for made in some:
            found.setdefault(role, {}).setdefault((made.entity, "" if made.entity else made.text), made)
    return {role: tuple(found[role].values()) for role in spec.roles if role in found}, left_out


def _trigger(ground: Ground, one: Placed) -> Cue:
    return Cue("trigger", ground.text.words(one.trigger), one.trigger.start, one.trigger.end)


def _operator(view: View, over: Hit[Operator] | None) -> Iterator[Cue]:
    if over is not None:
        start, end = view.tokens[over.tokens[0]].start, view.tokens[over.tokens[-1]].end
        yield Cue("operator", view.text[start:end], start, end)


def _zone(view: View, *, quoted: bool) -> ZoneKind:
    if view.zone in _OWN_ZONES:
        return view.zone
    return "quotation" if quoted else view.zone


def _whole(ground: Ground, one: Placed, view: View) -> Evidence:
    """The trigger's sentence; of an editor's bracket the one that it stands in, since what is spoken of is there."""
    if view.zone != BRACKET:
        return _evidence(view)
    start, end = one.sentence.start, one.sentence.end
    return Evidence(start, end, ground.text.words((start, end)))


def _evidence(view: View) -> Evidence:
    start, end = view.sentence.start, view.sentence.end
    return Evidence(start, end, view.text[start:end])


def _also(
    ground: Ground, one: Placed, own: View, roles: dict[str, tuple[Filler, ...]]
) -> tuple[list[Evidence], list[Mended]]:
    """The further sentences that make it: each has words that can evoke its type, and speaks of who is in it."""
    found: list[Evidence] = []
    left_out: list[Mended] = []
    entities = {filler.entity for some in roles.values() for filler in some if filler.entity}
    for number in dict.fromkeys(one.told.also):
        sentence = ground.numbered.at(number)
        view = ground.view_at(sentence.start) if sentence else None
        if view is own:
            continue
        if view is not None and _makes_it(ground, view, one, entities):
            found.append(_evidence(view))
        else:
            left_out.append(Mended("also", str(number), "", "no words of that sentence can make the statement"))
    return found, left_out


def _makes_it(ground: Ground, view: View, one: Placed, entities: set[str]) -> bool:
    span = (view.sentence.start, view.sentence.end)
    here: Sequence[str | None] = [mention.entity for mention in ground.mentions_in(view, span)]
    pronouns = any(mention.how in ANAPHORS for mention in ground.mentions_in(view, span))
    return bool(ground.hits(view, span, one.told.type)) and (pronouns or bool(entities & set(here)))
