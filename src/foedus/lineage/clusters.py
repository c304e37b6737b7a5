"""Claims that say the same, wherever they stand."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from foedus.lineage.sameness import core_roles, dates_differ, named, numbers_differ, same_matter
from foedus.lineage.stages import same_step
from foedus.model.claim import Claim, Filler


class Cluster(Struct, frozen=True):
    """Claims of which each says the same as every other, in the order given; the label is of the fullest one."""

    label: str
    claims: tuple[Claim, ...]


def says_the_same(first: Claim, second: Claim) -> bool:
    """Same matter, step and polarity, and neither number nor date against it."""
    return (
        same_matter(first, second)
        and same_step(first.type, first.stage, second.stage)
        and first.polarity == second.polarity
        and not numbers_differ(first, second)
        and not dates_differ(first, second)
    )


def clusters(claims: Iterable[Claim]) -> list[Cluster]:
    """Each claim in one cluster, alone where none says the same.

    A claim joins the first cluster all of whose members say the same as it: what is vague links no two claims
    that differ. Only clusters that share an entity in the same role are looked at.
    """
    members: list[list[Claim]] = []
    by_name: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for claim in {claim.id: claim for claim in claims}.values():
        keys = [(claim.type, role, entity) for role, entity in sorted(named(claim))]
        near = sorted({number for key in keys for number in by_name[key]})
        own = next((n for n in near if all(says_the_same(claim, member) for member in members[n])), None)
        if own is None:
            own = len(members)
            members.append([])
        members[own].append(claim)
        for key in keys:
            if own not in by_name[key][-1:]:
                by_name[key].append(own)
    return [Cluster(label(max(some, key=lambda claim: len(named(claim)))), tuple(some)) for some in members]


def label(claim: Claim) -> str:
    """A claim in names: `transfer delivered: supplier A, recipient B`; the text's words where no entity is known."""
    stage = claim.stage if claim.polarity == "affirmed" else f"not {claim.stage}"
    roles = ((role, [_name(filler) for filler in claim.fillers(role)]) for role in core_roles(claim))
    parts = [f"{role} {' and '.join(dict.fromkeys(names))}" for role, names in roles if names]
    return f"{claim.type} {stage}" + (f": {', '.join(parts)}" if parts else "")


def _name(filler: Filler) -> str:
    return filler.name if filler.entity else f"“{filler.text}”"
