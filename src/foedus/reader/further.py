"""Roles beside the core, by the frame alone: places, purposes, what was struck, the text's own words.

The linker fills the core; what is left of a unit's slots goes to the further roles that the frame gives them.
"""

from collections.abc import Collection, Iterable

from foedus.model.claim import Filler
from foedus.reader.kinds import core_roles, kinds_for
from foedus.reader.phrases import Phrases
from foedus.reader.relations import Argument
from foedus.reader.slots import roles_of
from foedus.reader.unit import Unit
from foedus.reader.view import View


def further_roles(
    phrases: Phrases, view: View, arguments: Iterable[Argument], unit: Unit, taken: Collection[tuple[int, int]]
) -> dict[str, list[Filler]]:
    """Fillers of the roles that the linker does not fill, from the event's arguments; `taken` are the spans that it
    gave away."""
    core = set(core_roles(unit.type))
    found: dict[str, list[Filler]] = {}
    for argument in arguments:
        token = view.tokens[argument.token]
        if any(start < token.end and token.start < end for start, end in taken):
            continue
        for role in roles_of(phrases, unit, argument):
            if role in core or role in found:
                continue
            fillers = phrases.fillers(view, argument.token, kinds_for(unit.type, role), unit.type, role)
            if fillers:
                found[role] = fillers
                break
    return found
