"""Whether a side itself says that the duty was breached: then dates and permissions do not excuse it in its eyes."""

from foedus.judge.hearing import Hearing
from foedus.model.finding import RECORD


def charges(hearing: Hearing, viewpoint: str) -> bool:
    """Whether a viewpoint that is no outlet's speaks of a breach."""
    return any(
        hit.line.id == "duty-breached" and viewpoint in hit.one.viewpoints and viewpoint != RECORD
        for hit in hearing.found["conduct"]
    )
