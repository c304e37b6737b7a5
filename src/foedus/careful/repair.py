"""One more round for an answer that cannot be read: the fault is told, and the same is asked again."""

from typing import Any

from foedus.careful.parse_answer import LONGEST, Parsed, parsed
from foedus.careful.request import Request

_SHOWN = 3
"""Faults that are told; a model that gets these right mostly gets the others right."""
_CUT = "It ends before the JSON does. Write compact JSON without line breaks or indentation, and all of it."


def is_whole(answer: str) -> bool:
    """Whether the envelope of an answer could be read to its end, whatever single claims are like."""
    found = parsed(answer)
    return not found.cut and not any(fault.raw == answer[:LONGEST] for fault in found.faults)


def fault_of(answer: str) -> str | None:
    """What is wrong with an answer, as its model is told; None where all of it can be read."""
    found = parsed(answer)
    if found.is_sound:
        return None
    reasons = list(dict.fromkeys(fault.reason for fault in found.faults))[:_SHOWN]
    return " ".join([*(f"{reason}." for reason in reasons), *([_CUT] if found.cut else [])])


def repairing(request: Request, answer: str, fault: str) -> dict[str, Any]:
    """The body that asks again: the request, the answer and what is wrong with it."""
    told = (
        f"Your answer could not be read. {fault} Give the whole answer to the same task again: one JSON object of the "
        "form described above, and nothing before or after it."
    )
    messages = [
        *request.body["messages"],
        {"role": "assistant", "content": answer},
        {"role": "user", "content": told},
    ]
    return {**request.body, "messages": messages}


def better(first: str, second: str) -> str | None:
    """The answer of two that says more and can be read to its end; None where neither can."""
    whole = [(_claims(parsed(answer)), answer) for answer in (second, first) if is_whole(answer)]
    return max(whole, key=lambda one: one[0])[1] if whole else None


def _claims(answer: Parsed) -> tuple[bool, int]:
    return answer.is_sound, len(answer.claims)
