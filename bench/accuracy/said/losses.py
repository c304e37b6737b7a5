"""Every trigger that is missed, claimed for nothing or given another stage, with the first step that failed.

Of a missed trigger: `unread` (no parsed sentence holds it), `no unit` (nothing of its type stands there), `other type`
(the word makes a claim of another type), `not chosen`. Of a false alarm: `second` (its gold trigger is found already),
`other type`, `nothing there`. Of a found trigger: `stage`.
"""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from bench.accuracy.said.hearing import Claimed, Heard, Trigger
from bench.accuracy.said.pairing import pair

AROUND = 160
"""Characters shown on either side."""


class Loss(Struct, frozen=True, omit_defaults=True):
    """One loss; `type` and `stage` are the gold's or, of a false alarm, the decider's; `got` is what stands against
    it."""

    document: str
    lang: str
    style: str
    kind: str
    reason: str
    type: str
    stage: str
    construction: str
    around: str
    got: str = ""
    probability: float = 0.0


def losses(heard: Heard) -> Iterator[Loss]:
    """Losses of one document."""
    paired = pair(heard.triggers, heard.claimed)
    for trigger in paired.missed:
        reason, other = _why_missed(heard, trigger)
        yield _loss(heard, "missed", reason, trigger, other)
    for trigger, claimed in paired.found:
        if claimed.stage not in trigger.stages:
            yield _loss(heard, "stage", "stage", trigger, claimed)
    for claimed in paired.wrong:
        reason, gold = _why_wrong(heard, claimed)
        yield _loss(heard, "false alarm", reason, claimed, gold)


def as_line(loss: Loss) -> bytes:
    """One JSON line without its end."""
    return msgspec.json.encode(loss)


def _why_missed(heard: Heard, trigger: Trigger) -> tuple[str, Claimed | None]:
    if trigger.words.view < 0:
        return "unread", None
    other = next((one for one in heard.claimed if one.words.meet(trigger.words) and one.type != trigger.type), None)
    if trigger.offered is None:
        return "no unit", other
    return ("other type", other) if other else ("not chosen", trigger.offered)


def _why_wrong(heard: Heard, claimed: Claimed) -> tuple[str, Trigger | None]:
    there = [trigger for trigger in heard.triggers if trigger.words.meet(claimed.words)]
    if not there:
        return "nothing there", None
    same = next((trigger for trigger in there if trigger.type == claimed.type), None)
    return ("second", same) if same else ("other type", there[0])


def _loss(heard: Heard, kind: str, reason: str, told: Trigger | Claimed, got: Trigger | Claimed | None) -> Loss:
    document = heard.document
    start, end = told.span
    text = document.text
    around = f"{text[max(0, start - AROUND) : start]}⟦{text[start:end]}⟧{text[end : end + AROUND]}"
    sure = next((one.probability for one in (told, got) if isinstance(one, Claimed)), 0.0)
    return Loss(
        document.id,
        document.lang,
        document.style,
        kind,
        reason,
        told.type,
        _stage(told),
        told.construction,
        around,
        f"{got.type} {_stage(got)}" if got else "",
        round(sure, 3),
    )


def _stage(told: Trigger | Claimed) -> str:
    return told.stage if isinstance(told, Claimed) else "/".join(sorted(told.stages))
