"""Judgements, steps of a history and agreement, as lines and cells."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from foedus.cli.cards import Card, Line
from foedus.cli.claim_cells import card, short_cells
from foedus.cli.console import write

if TYPE_CHECKING:
    from foedus.ledger.review.queue import Waiting
    from foedus.model.review import Agreement, Judgement, Step


def tell_judgements(judged: Sequence["Judgement"], already: Sequence[str] = ()) -> None:
    """One line each: number, what, of which claim, its reading now; `already` are fields that said so before."""
    same = f"; says so already: {', '.join(already)}" if already else ""
    write("".join(f"{_line(one)}{same}\n" for one in judged).encode())


def waiting_cells(one: "Waiting") -> dict[str, str]:
    """A claim that waits: its address short but for a twin, the reading to give as `--expect`, what it says."""
    _, dot, twin = one.address.partition(".")
    cells = short_cells(one.claim)
    return {"claim": cells.pop("claim") + dot + twin, "reading": str(one.reading), **cells}


def waiting_card(one: "Waiting") -> Card:
    """The same in lines, for a screen."""
    head, *rest = card(one.claim, one.review)
    _, dot, twin = one.address.partition(".")
    id, _, what = head.text.partition(" · ")  # noqa: A001 - the field's own name
    return [Line(f"{id}{dot}{twin} · {what} · reading {one.reading}"), *rest]


def step_cells(step: "Step") -> dict[str, str]:
    """One entry of a history."""
    judged = step.judgement
    undone = f"undone by {judged.undone}" if judged and judged.undone else ""
    return {
        "at": step.at[:19].replace("T", " "),
        "what": f"{step.action}{_kin(judged)}" if judged else step.action,
        "by": step.by or "",
        "judgement": str(judged.number) if judged else "",
        "reading": str(step.reading) if step.reading is not None else "",
        "status": step.review or "",
        "changed": ", ".join(step.changed),
        "machine → person": "; ".join(
            f"{one.field}: {_value(one.machine)} → {_value(one.person)}" for one in step.differs
        ),
        "reason": "; ".join(filter(None, ((judged.reason or "") if judged else "", undone))),
    }


def agreement_cells(one: "Agreement") -> dict[str, str]:
    """One line of agreement."""
    return {
        "over": {"verdict": "verdicts", "field": "corrected fields"}[one.what],
        "type": one.type or "all",
        "claims": str(one.claims),
        "units": str(one.units),
        "judgements": str(one.judgements),
        "reviewers": ", ".join(one.reviewers),
        "of one mind": str(one.agreed),
        "alpha": "" if one.alpha is None else f"{one.alpha:.3f}",
        "note": one.note or "",
    }


def _kin(one: "Judgement") -> str:
    """Which other claims a split or a merge was about."""
    detail = one.detail
    for key, how in (("parts", "into this and"), ("from", "off from"), ("merged", "into this:"), ("into", "into")):
        if key in detail:
            other = detail[key]
            return f" {how} {other if isinstance(other, str) else ', '.join(other)}"
    return ""


def _line(one: "Judgement") -> str:
    what = one.claim or " ".join(
        str(one.detail[key]) for key in ("name", "entity", "source", "on") if key in one.detail
    )
    found = f"{one.number}: {one.action} {what}".rstrip()
    if one.undoes is not None:
        found += f", judgement {one.undoes} is taken back"
    if one.after is not None and one.before != one.after:
        found += f", reading {one.after}"
    elif one.claim is not None and one.undoes is None and one.before is not None and one.before == one.after:
        found += ", noted: the claim stays as it is"
    if fields := one.detail.get("fields"):
        found += f" ({', '.join(fields)})"
    if parts := one.detail.get("parts"):
        found += f"; other parts: {', '.join(parts)}"
    if "claims" in one.detail:
        claims = one.detail["claims"]
        found += f", {claims} {'claim' if claims == 1 else 'claims'} changed"
    return found


def _value(value: object) -> str:
    """A field's value in short: names and words rather than records."""
    if value is None:
        return "nothing"
    if isinstance(value, list | tuple):
        return ", ".join(map(_value, value)) or "nothing"
    if isinstance(value, dict):
        for key in ("entity", "name", "edtf", "text"):
            if value.get(key):
                return str(value[key])
    return str(value)
