"""Why claims are lost: each missed or wrong claim with the first step that failed.

Reasons of a missed claim, in this order: `role …` (found, these core roles wrong), `taken` (its trigger's claim
answers another gold claim), `type …` (a claim of another type stands there), `trigger` (none stands there).
Of a wrong claim: `misquoted`, `role …`, `surplus` (the gold claim there is answered already), `type …`, `invented`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from bench.accuracy.triggers import overlaps
from foedus.learning.scoring.gold import GoldClaim
from foedus.learning.scoring.matching import count_role, judged_roles
from foedus.learning.scoring.tally import Scored
from foedus.model.claim import Claim


class Miss(Struct, frozen=True, omit_defaults=True):
    """One loss; `wanted` and `got` describe the claims in short, `around` is the text about the trigger."""

    document: str
    lang: str
    kind: str
    reason: str
    wanted: dict[str, object] | None = None
    got: dict[str, object] | None = None
    around: str = ""


def misses(scored: Scored) -> Iterator[Miss]:
    """Losses of one document: the core claims that were not found, then the claims that are wrong."""
    by_gold = {pair.gold: pair for pair in scored.pairs}
    by_claim = {pair.claim: pair for pair in scored.pairs}
    for number, gold in enumerate(scored.gold.claims):
        pair = by_gold.get(number)
        if gold.core and not (pair and pair.full):
            claim = scored.claims[pair.claim] if pair else _claim_there(gold, scored)
            yield _miss(scored, "missed", _why_missed(gold, claim, paired=pair is not None), gold, claim)
    for number, claim in enumerate(scored.claims):
        pair = by_claim.get(number)
        if pair and (pair.full or not scored.gold.claims[pair.gold].core):
            continue
        answered = scored.gold.claims[pair.gold] if pair else _gold_there(claim, scored)
        reason = "misquoted" if number in scored.broken else _why_wrong(answered, claim, paired=pair is not None)
        yield _miss(scored, "wrong", reason, answered, claim)


def reasons(scored: Iterable[Scored]) -> Counter[tuple[str, str]]:
    """How often each (kind, reason) occurs; several roles wrong count as one reason of their own."""
    return Counter((miss.kind, miss.reason) for one in scored for miss in misses(one))


def as_line(miss: Miss) -> bytes:
    """One JSON line without its end."""
    return msgspec.json.encode(miss)


def _claim_there(gold: GoldClaim, scored: Scored) -> Claim | None:
    over = [claim for claim in scored.claims if overlaps(gold, claim)]
    return next((claim for claim in over if claim.type in gold.types), over[0] if over else None)


def _gold_there(claim: Claim, scored: Scored) -> GoldClaim | None:
    under = [gold for gold in scored.gold.claims if overlaps(gold, claim)]
    return next((gold for gold in under if claim.type in gold.types), under[0] if under else None)


def _why_missed(gold: GoldClaim, claim: Claim | None, *, paired: bool) -> str:
    if claim is None:
        return "trigger"
    if claim.type not in gold.types:
        return f"type {gold.type}→{claim.type}"
    wrong = _wrong_roles(gold, claim)
    return f"role {wrong}" if paired or wrong else "taken"


def _why_wrong(gold: GoldClaim | None, claim: Claim, *, paired: bool) -> str:
    if gold is None:
        return "invented"
    if claim.type not in gold.types:
        return f"type {gold.type}→{claim.type}"
    wrong = _wrong_roles(gold, claim)
    return f"role {wrong}" if paired or wrong else "surplus"


def _wrong_roles(gold: GoldClaim, claim: Claim) -> str:
    """`supplier- item+`: fillers missing in one role, too many in the other, `±` for both."""
    said = []
    for role in judged_roles(gold.type):
        _, missing, extra = count_role(gold, claim, role)
        if missing or extra:
            said.append(role + ("±" if missing and extra else "-" if missing else "+"))
    return " ".join(said)


def _miss(scored: Scored, kind: str, reason: str, gold: GoldClaim | None, claim: Claim | None) -> Miss:
    text = scored.gold.text
    start, end = (gold and gold.trigger) or ((claim.trigger.start, claim.trigger.end) if claim else (0, 0))
    around = f"{text[max(0, start - 160) : start]}⟦{text[start:end]}⟧{text[end : end + 160]}"
    return Miss(scored.gold.id, scored.gold.lang, kind, reason, _wanted(gold, text), _got(claim), around)


def _wanted(gold: GoldClaim | None, text: str) -> dict[str, object] | None:
    if gold is None:
        return None
    trigger = text[slice(*gold.trigger)] if gold.trigger else None
    return {
        "type": gold.type,
        "stage": gold.stages[0],
        "trigger": trigger,
        "core": gold.core,
        "roles": {role: ["=".join(answers) for answers in some] for role, some in gold.roles.items()},
    }


def _got(claim: Claim | None) -> dict[str, object] | None:
    if claim is None:
        return None
    return {
        "type": claim.type,
        "stage": claim.stage,
        "trigger": claim.trigger.text,
        "rule": claim.reader.rule,
        "roles": {
            role: [f"{filler.entity or ''}={filler.text}" for filler in some] for role, some in claim.roles.items()
        },
    }
