"""How reliable the nearest source of a claim is: the letter of the Admiralty code, with the row or rule that gives it.

The nearest source is the nearest voice; where the outlet speaks itself, the outlet. Who carries the words of another
does not lend him its letter.
"""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.lineage.grading.letters import Letter, Reliability, worst
from foedus.lineage.grading.outlet import Outlet
from foedus.lineage.grading.outlets import Outlets, Row
from foedus.lineage.grading.rules import FILE, Judged, Rules, VoiceRule
from foedus.lineage.grading.sides import Sides, day, taking_part
from foedus.model.claim import Attribution, Claim

_NO_SIDE: frozenset[str] = frozenset()


class Knowledge(NamedTuple):
    """What grading knows of the world: the table, the rules, and for whom entities speak."""

    outlets: Outlets
    rules: Rules
    sides: Sides


def reliability(claim: Claim, known: Knowledge) -> Reliability:
    """The letter of the claim's nearest source."""
    if claim.attribution:
        return _of_voice(claim, claim.attribution[0], known)
    if claim.standing == "rumoured":
        return _by_rule("nobody", "a rumour", known.rules)
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
        return _by_rule("unknown", name, known.rules)
    return _by_rule(_speaking_of(claim, sides, known), name, known.rules)


def _of_unnamed(claim: Claim, name: str, sides: frozenset[str], known: Knowledge) -> Reliability:
    """Somebody of a state or organisation is judged as it, but no better than the rule for him; else not at all."""
    if not sides:
        return _by_rule("unnamed", name, known.rules)
    own = _by_rule(_speaking_of(claim, sides, known), name, known.rules)
    floor = _by_rule("unnamed_of_side", f"somebody of {name}", known.rules)
    letter = worst((own.letter, floor.letter))
    return floor if letter == floor.letter else Reliability(floor.source, letter, own.row, own.reason)


def _of_publisher(claim: Claim, known: Knowledge) -> Reliability:
    name, url = claim.document.outlet, claim.document.url
    row = known.outlets.publisher(name, url)
    if row is None:
        return _by_rule("unknown", name or url or "a page without outlet and address", known.rules)
    if known.outlets.is_foreign(row, url):
        return _by_rule("false_address", f"{row.outlet.name} at {url}", known.rules)
    return _of_row(claim, row, known)


def _of_row(claim: Claim, row: Row, known: Knowledge) -> Reliability:
    """The letter of a row: its own, or of the worst matter in which it is a party."""
    judged = list(_judgements(claim, row.outlet, known))
    letter = worst(one.letter for one in judged)
    whys = dict.fromkeys(one.why for one in judged if one.letter == letter)
    return Reliability(row.outlet.name, letter, row.where, f"{row.outlet.name}: {'; '.join(whys)}")


def _judgements(claim: Claim, outlet: Outlet, known: Knowledge) -> Iterator[Judged]:
    own = {outlet.seat if outlet.entity is None else outlet.entity} - {None}
    involved = taking_part(claim, known.sides)
    if outlet.kind == "official" and own & involved:
        yield known.rules.voices[_speaking_of(claim, frozenset(filter(None, own)), known)]
    else:
        yield Judged(outlet.reliability, outlet.note)
    for interest in outlet.interest:
        about = not interest.about or involved & set(interest.about)
        if about and (not interest.topics or known.rules.is_about(claim, interest.topics)):
            yield Judged(interest.letter, interest.why)


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


def _by_rule(rule: VoiceRule, source: str, rules: Rules) -> Reliability:
    judged = rules.voices[rule]
    letter: Letter = judged.letter
    return Reliability(source, letter, f"rule {rule} of {FILE}", f"{source} {judged.why}")
