"""One number in the course of a toll: as of when it was told, for what."""

from msgspec import Struct

from foedus.model.row import Count, RowParty


class TollPoint(Struct, frozen=True):
    """What claims told on one day of one toll; points with the same `series` tell of the same one, in order of time.

    `measure` is casualties, hits or displaced. `by`, `target` and `place` are attacker, target and place, for
    displacement `by` is empty, `target` where people come from and `place` where they go; `what` is what is counted.
    `event` is when it happened and `told` when the page was published, both EDTF, None where unknown. `count` is None
    where the claims give no number but words. `change` says how the number stands to the one told before: first, same,
    grew, fell, open (bounds that allow both) or differs (told on the same day).
    """

    series: int
    measure: str
    by: tuple[RowParty, ...]
    target: tuple[RowParty, ...]
    what: tuple[str, ...]
    place: tuple[RowParty, ...]
    event: str | None
    told: str | None
    count: Count | None
    change: str
    sureness: str
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    reason: str
