"""What people judged of one claim, as its page tells it: who, when and why, and what the reader gave instead."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from foedus.cli.judgement_words import Say, saying
from foedus.model.claim import Claim
from foedus.model.review import PERSON, Difference, Judgement, Step
from foedus.telling.wording import DEFAULT_LANGUAGE

_WIDTH = 12
_DECIDED = ("stage", "polarity", "certainty", "standing", "quoted", "zone", "when", "due")
"""Fields whose page gives a reason, which is the reader's."""


class Reviewed(NamedTuple):
    """The lines that tell of judgements, none where nobody judged; the fields that hold a person's value, each with
    whose it is; and where these differ from the reader's, both values."""

    lines: tuple[str, ...]
    hands: Mapping[str, str]
    differs: tuple[Difference, ...]


def reviewed(claim: Claim, steps: Sequence[Step], lang: str = DEFAULT_LANGUAGE) -> Reviewed:
    """Of a claim and its history, as far as it was known at the moment at which the claim is looked at."""
    say = saying(lang)
    version = next((step for step in reversed(steps) if step.reading is not None), None)
    force = list(_in_force(steps))
    by = _by(steps, force)
    # other cues of a newer reader only say why
    differs = tuple(one for one in version.differs if one.field != "cues" or "cues" in by) if version else ()
    lines = list(_lines(claim, steps, version.review if version else None, force, say))
    if differs:
        lines.insert(1, _below(say("differs"), say("differs from", what=_differences(claim, differs))))
    return Reviewed(tuple(lines), _hands(claim, differs, by, force, say), differs)


def moved(asked: str, claim: Claim, steps: Sequence[Step], lang: str = DEFAULT_LANGUAGE) -> str | None:
    """Why another claim is shown than the one that was asked for, whose history this is; None where it is the same."""
    id = asked.strip().lower().partition(".")[0]  # noqa: A001 - the field's own name
    if claim.id.startswith(id):
        return None
    merged = next((one for one in reversed(list(_in_force(steps))) if "into" in one.detail), None)
    say = saying(lang)
    how = say("merged here", who=_who(merged, say)) if merged else say("read again")
    return f"{say('asked for'):<{_WIDTH}}{steps[0].claim if steps else id}{say('colon')}{how}"


def readers_claim(claim: Claim, differs: Sequence[Difference]) -> Claim:
    """The claim as its reader gives it, with the values of the reader instead of the person's."""
    values = msgspec.to_builtins(claim)
    for one in differs:
        at, field = (values["roles"], one.field[6:]) if one.field.startswith("roles.") else (values, one.field)
        at[field] = one.machine
    values["roles"] = {role: fillers for role, fillers in values["roles"].items() if fillers}
    return msgspec.convert(values, Claim)


def _below(name: str, told: str) -> str:
    return f"  {name:<{_WIDTH - 2}}{told}"


def _lines(
    claim: Claim, steps: Sequence[Step], status: str | None, force: Sequence[Judgement], say: Say
) -> Iterator[str]:
    changing = [one for one in force if one.before != one.after and one.claim is not None]
    links = [one for one in force if one.claim is None]
    verdicts = [one for one in changing if one.action != "merge"] or changing
    last = verdicts[-1] if status and verdicts else None
    ended = _ended(steps)
    if ended:
        yield f"{say('review'):<{_WIDTH}}{say('ended', day=_day(ended.at), end=_end(ended, say))}"
    elif status:
        told_by = say("status by", status=say(status), who=_who(last, say)) if last else say(status)
        yield f"{say('review'):<{_WIDTH}}{told_by}"
    for one in changing:
        yield from _kin(one, say)
    for one in links:
        entity = one.detail.get("entity", say("nothing"))
        yield _below(say("linked"), say("linked to", name=one.detail.get("name"), entity=entity, who=_who(one, say)))
    made = {step.judgement.number for step in steps if step.judgement}
    told = {one.number for one in links} | ({last.number} if last else set())
    if more := len(made - told):
        counted = say("other judgements" if told else "judgements", n=more)
        yield _below(say("history"), f"{counted}{say('colon')}foedus review history {claim.id}")


def _differences(claim: Claim, differs: Sequence[Difference]) -> str:
    from foedus.cli.claim_changes import fields_changed  # noqa: PLC0415 - the database library is slow to import

    return fields_changed(readers_claim(claim, differs), claim)


def _in_force(steps: Sequence[Step]) -> Iterator[Judgement]:
    """Judgements that nothing has taken back by then."""
    known = {step.judgement.number for step in steps if step.judgement}
    for step in steps:
        if step.judgement and step.judgement.action != "undo" and step.judgement.undone not in known:
            yield step.judgement


def _ended(steps: Sequence[Step]) -> Step | None:
    """The step that ended the claim, if nothing brought it back."""
    found = None
    for step in steps:
        left = step.reading is not None or (step.judgement is not None and step.judgement.after is not None)
        found = None if left else step
    return found


def _end(step: Step, say: Say) -> str:
    if step.judgement:
        return say("ended by", action=step.action, who=step.judgement.reviewer, number=step.judgement.number)
    return f"{step.action}, {step.by}" if step.by else step.action


def _kin(one: Judgement, say: Say) -> Iterator[str]:
    """The claims that a split or a merge touched besides."""
    if parts := one.detail.get("parts"):
        yield _below(say("split"), say("other parts", parts=", ".join(parts), who=_who(one, say)))
    if whole := one.detail.get("from"):
        yield _below(say("split"), say("off from", whole=whole))
    if merged := one.detail.get("merged"):
        yield _below(say("merged"), say("into it", claims=", ".join(merged), who=_who(one, say)))


def _by(steps: Sequence[Step], force: Sequence[Judgement]) -> dict[str, str]:
    """Who changed a field, by its name; of several the last."""
    numbers = {one.number for one in force}
    judged = [(step.judgement, step.changed) for step in steps if step.judgement]
    return {field: one.reviewer for one, changed in judged if one.number in numbers for field in changed}


def _hands(
    claim: Claim, differs: Sequence[Difference], by: Mapping[str, str], force: Sequence[Judgement], say: Say
) -> dict[str, str]:
    """Who gave the values that are not the reader's, or held them right where a newer reader gives others."""
    if claim.reader.name == PERSON:
        return dict.fromkeys(_DECIDED, say("given by", who=claim.reader.version))
    last = say("held right by", who=force[-1].reviewer) if force else say("as judged")
    return {one.field: say("corrected by", who=by[one.field]) if one.field in by else last for one in differs}


def _who(one: Judgement, say: Say) -> str:
    """By whom, when, why, and which judgement."""
    key = "who and why" if one.reason else "who"
    return say(key, who=one.reviewer, day=_day(one.at), why=one.reason, number=one.number)


def _day(at: str) -> str:
    return f"{at[:16].replace('T', ' ')} UTC"
