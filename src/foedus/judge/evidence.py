"""The table of evidence: which claims speak for which value of an element (`data/judge/evidence.yaml`)."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from msgspec import Struct

from foedus.judge.said import Said
from foedus.knowledge.yaml_file import YamlFile
from foedus.model.finding import Value
from foedus.model.treaty import ObligationKind
from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES, ClaimType, Polarity

FILE = "evidence.yaml"
Who = Literal[
    "obligor",
    "bound",
    "beneficiary",
    "against",
    "toward",
    "territory",
    "home",
    "zone",
    "excluded",
    "treaty",
    "parties",
    "both",
]
People = Mapping[str, frozenset[str]]
"""Who is who in a case: entity keys by `Who`."""
_ELEMENTS = ("trigger", "scope", "request", "conduct")
_MAY_LACK, _MUST_LACK = "?", "-"


class Line(Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """One line of the table; itself and no other, so that lines are quickly found again."""

    id: str
    says: Value
    type: ClaimType
    stages: tuple[str, ...]
    roles: dict[str, str]
    polarity: Polarity = "affirmed"
    by: Literal["obligor", "beneficiary", "party", "other", "organ"] | None = None
    has: tuple[str, ...] = ()
    dated: bool = False

    def fits(self, one: Said, people: People) -> bool:
        """Whether a claim of its type, stage and polarity is one of those that the line means."""
        if self.dated and not one.dated:
            return False
        for role in self.has:
            if role not in one.keys:
                return False
        for role, who in self.roles.items():
            if not (_lacks(role, one) if who == _MUST_LACK else _fits(who, one.keys.get(role), people)):
                return False
        return True


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """Lines by element, and within it by trigger or by kind of duty; `any` holds for all."""

    order: dict[str, tuple[Value, ...]]
    civil: frozenset[str]
    trigger: dict[str, tuple[Line, ...]]
    scope: dict[str, tuple[Line, ...]]
    implied: tuple[Line, ...]
    """What words on the duty itself imply of trigger and place."""
    allowing: tuple[Line, ...]
    """What permits a transfer all the same."""
    exercises: tuple[Line, ...]
    """Exercises, whose forces neither attack nor help."""
    request: dict[str, tuple[Line, ...]]
    conduct: dict[ObligationKind, tuple[Line, ...]]


@cache
def table() -> Table:
    """The shipped table; DataError with the line where it does not hold together."""
    file = YamlFile(files("foedus") / "data" / "judge" / FILE, FILE)
    found = file.shaped(Table)
    for element in _ELEMENTS:
        for key, lines in getattr(found, element).items():
            for at, line in enumerate(lines):
                if fault := _fault(line, found.order[element]):
                    file.fault_at(f".{element}.{key}[{at}]", fault)
    for name in ("implied", "allowing", "exercises"):
        for at, line in enumerate(getattr(found, name)):
            if fault := _fault(line, found.order["trigger"]):
                file.fault_at(f".{name}[{at}]", fault)
    return found


def _fault(line: Line, order: tuple[Value, ...]) -> str | None:
    spec = TYPES[line.type]
    if strange := [stage for stage in line.stages if stage not in spec.stages]:
        return f"{line.type} has no stage {strange[0]!r}"
    if strange := [role for role in (*line.roles, *line.has) if role not in spec.roles]:
        return f"{line.type} has no role {strange[0]!r}"
    if strange := [who for who in line.roles.values() if who.removesuffix("?") not in (*get_args(Who), "-")]:
        return f"{strange[0]!r} is nobody: {', '.join(get_args(Who))}, with ? where it may be missing"
    return None if line.says in order else f"{line.says} has no place in `order`"


def _lacks(role: str, one: Said) -> bool:
    """Whether a role is missing: one of words is there with any words, others only with somebody who is known."""
    return role not in one.keys if role in FREE_TEXT_ROLES else not one.keys.get(role)


def _fits(who: str, keys: frozenset[str] | None, people: People) -> bool:
    if not keys:
        return who.endswith(_MAY_LACK)
    if who == "both":
        return not keys.isdisjoint(people["obligor"]) and not keys.isdisjoint(people["beneficiary"])
    return not keys.isdisjoint(people[who.removesuffix(_MAY_LACK)])
