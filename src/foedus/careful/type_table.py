"""The codebook's table of types: what each is, its roles and its stages, in words (data/careful/types.yaml)."""

from collections.abc import Iterator, Mapping
from importlib.resources import files

from msgspec import Struct

from foedus.knowledge.yaml_file import YamlFile
from foedus.model.vocabulary import TYPES, ClaimType


class TypeEntry(Struct, frozen=True, forbid_unknown_fields=True, rename={"meaning": "is"}):
    """What a type of claim is; who fills each role; what each stage means."""

    meaning: str
    roles: dict[str, str]
    stages: dict[str, str]


TypeTable = Mapping[ClaimType, TypeEntry]


def load_type_table() -> TypeTable:
    """The table as shipped. Raises DataError where a type, role or stage of the contract is missing or unknown."""
    name = "data/careful/types.yaml"
    file = YamlFile(files("foedus") / "data" / "careful" / "types.yaml", name)
    table = file.shaped(dict[ClaimType, TypeEntry])
    for claim_type, spec in TYPES.items():
        if claim_type not in table:
            file.fault_at("", f"there is no entry for the type {claim_type}")
        entry = table[claim_type]
        if tuple(entry.roles) != spec.roles:
            file.fault_at(f".{claim_type}.roles", f"the roles are, in this order: {' '.join(spec.roles)}")
        if tuple(entry.stages) != spec.stages:
            file.fault_at(f".{claim_type}.stages", f"the stages are, in this order: {' '.join(spec.stages)}")
    return table


def told_types(table: TypeTable) -> str:
    """The table as text, a paragraph for each type."""
    return "\n".join(["# Types, roles, stages", "", "Core roles are set in capitals.", "", *_lines(table)])


def _lines(table: TypeTable) -> Iterator[str]:
    for claim_type, entry in table.items():
        core = TYPES[claim_type].core
        roles = "; ".join(f"{role.upper() if role in core else role}: {who}" for role, who in entry.roles.items())
        stages = "; ".join(f"{stage}: {meaning}" for stage, meaning in entry.stages.items())
        yield f"## {claim_type}\n{entry.meaning}\nRoles: {roles}.\nStages: {stages}.\n"
