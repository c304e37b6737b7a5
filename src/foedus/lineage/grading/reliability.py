"""How reliable the nearest source of a claim is: the letter of the Admiralty code, with the row or rule that gives it.

The nearest source is the nearest voice; where the outlet speaks itself, the outlet. Who carries the words of another
does not lend him its letter.
"""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.lineage.grading.letters import Reliability, worst
from foedus.lineage.grading.outlets import Outlets, Row
from foedus.lineage.grading.rules import FILE, Judged, Rules, VoiceRule
from foedus.lineage.grading.sides import Sides, day, taking_part
from foedus.lineage.grading.wording import Wording
from foedus.model.claim import Attribution, Claim

_NO_SIDE: frozenset[str] = frozenset()


class Knowledge(NamedTuple):
    """What grading knows of the world: the table, the rules, for whom entities speak; and the words to tell it in."""

    outlets: Outlets
    rules: Rules
    sides: Sides
    wording: Wording


def reliability(claim: Claim, known: Knowledge) -> Reliability:
    """The letter of the claim's nearest source."""
    if claim.attribution:
        return _of_voice(claim, claim.attribution[0], known)
    if claim.standing == "rumoured":
        return _by_rule("nobody", known.wording.say("a_rumour"), known)
    return _of_publisher(claim, known)


def row_of_voice(voice: Attribution, outlets: Outlets) -> Row | None:
    """The row of a voice that is an outlet, an agency or an organisation of the table."""
    if row := outlets.of_entity(voice.entity):
        return row
    if voice.kind == "outlet":
        found = outlets.named(voice.text) or outlets.named(voice.name)
        return found or next(iter(outlets.within(voice.text)), None)
    if voice.kind == "organisation" and voice.entity is None:
        return outlets.named(voice.text) or outlets.named(voice.name)
    return None


def _of_voice(claim: Claim, voice: Attribution, known: Knowledge) -> Reliability:
    name = voice.name or voice.text
    sides = known.sides(voice.entity, day(claim)) if voice.entity else _NO_SIDE
    if voice.kind == "unnamed":
        return _of_unnamed(claim, name, sides, known)
    if row := row_of_voice(voice, known.outlets):
        return _of_row(claim, row, known)
    if not sides or voice.kind == "outlet":
        return _by_rule("unknown", name, known)
    return _by_rule(_speaking_of(claim, sides, known), name, known)


def _of_unnamed(claim: Claim, name: str, sides: frozenset[str], known: Knowledge) -> Reliability:
    """Somebody of a state or organisation is judged as it, but no better than the rule for him; else not at all."""
    if not sides:
        return _by_rule("unnamed", name, known)
    own = _by_rule(_speaking_of(claim, sides, known), name, known)
    floor = _by_rule("unnamed_of_side", known.wording.say("of_side", name=name), known)
    letter = worst((own.letter, floor.letter))
    return floor if letter == floor.letter else Reliability(floor.source, letter, own.row, own.reason)


def _of_publisher(claim: Claim, known: Knowledge) -> Reliability:
    name, url = claim.document.outlet, claim.document.url
    row = known.outlets.publisher(name, url)
    if row is None:
        return _by_rule("unknown", name or url or known.wording.say("a_page"), known)
    if known.outlets.is_foreign(row, url):
        return _by_rule("false_address", known.wording.say("at_address", name=row.outlet.name, url=url), known)
    return _of_row(claim, row, known)


def _of_row(claim: Claim, row: Row, known: Knowledge) -> Reliability:
    """The letter of a row: its own, or of the worst matter in which it is a party."""
    judged = list(_judgements(claim, row, known))
    letter = worst(one.letter for one in judged)
    say, name = known.wording.say, row.outlet.name
    whys = dict.fromkeys(one.why for one in judged if one.letter == letter)
    why = known.wording.joined(whys)
    where = say("row", id=row.outlet.id, file=row.entry.file)
    return Reliability(name, letter, where, say("by_row", name=name, why=why))


def _judgements(claim: Claim, row: Row, known: Knowledge) -> Iterator[Judged]:
    outlet, wording = row.outlet, known.wording
    own = {outlet.seat if outlet.entity is None else outlet.entity} - {None}
    involved = taking_part(claim, known.sides)
    if outlet.kind == "official" and own & involved:
        rule = _speaking_of(claim, frozenset(filter(None, own)), known)
        judged = known.rules.voices[rule]
        yield Judged(judged.letter, wording.of_rule(rule, judged.why))
    else:
        yield Judged(outlet.reliability, wording.of_outlet(outlet, own=row.own))
    for interest in outlet.interest:
        about = not interest.about or involved & set(interest.about)
        if about and (not interest.topics or known.rules.is_about(claim, interest.topics)):
            yield Judged(interest.letter, wording.of_interest(interest, own=row.own))


def _speaking_of(claim: Claim, sides: frozenset[str], known: Knowledge) -> VoiceRule:
    """Which rule holds for a voice of these sides: a party is no judge of its own case."""
    if not sides & taking_part(claim, known.sides):
        return "others_fight" if known.rules.is_about(claim, known.rules.charged) else "others"
    if claim.polarity == "negated" or claim.stage == "rejected":
        return "own_denial"
    effects = known.rules.effects(claim)
    ways: tuple[tuple[VoiceRule, tuple[str, ...]], ...] = (
        ("own_gain", effects.gains),
        ("own_loss", effects.loses),
        ("own_harm", effects.harms),
    )
    return next((rule for rule, roles in ways if sides & taking_part(claim, known.sides, roles)), "own_act")


def _by_rule(rule: VoiceRule, source: str, known: Knowledge) -> Reliability:
    judged, wording = known.rules.voices[rule], known.wording
    reason = wording.say("by_rule", name=source, why=wording.of_rule(rule, judged.why))
    return Reliability(source, judged.letter, wording.say("rule", rule=rule, file=FILE), reason)
