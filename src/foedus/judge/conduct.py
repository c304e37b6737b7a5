"""Element: what was done, with what dates and permissions change."""

from foedus.judge.evidence import table
from foedus.judge.exempting import Conduct, restraint
from foedus.judge.hearing import Hearing
from foedus.judge.staying import presence
from foedus.judge.verdict import NOT_TO_DO
from foedus.judge.weighing import weigh

__all__ = ["Conduct", "conduct"]


def conduct(hearing: Hearing, viewpoint: str) -> Conduct:
    """The element as a viewpoint has it; None where no report says anything."""
    kind = hearing.duty.obligation.kind
    order = table().order["restraint" if kind in NOT_TO_DO else "conduct"]
    found = weigh("conduct", hearing.found["conduct"], viewpoint, order, hearing.people)
    if found and kind == "restraint":
        return restraint(hearing, viewpoint, found)
    return Conduct(presence(hearing, viewpoint, found) if found and kind == "presence" else found)
