"""Who has what, where, on a day."""

from msgspec import Struct

from foedus.model.row import Count, RowParty


class Position(Struct, frozen=True):
    """One holder, one item, one place (named `unknown` where no claim says), on the day that was asked for.

    `basis` is deployment or holding; `status` the stage of the latest claim behind it (ongoing, done, withdrawing,
    in_service, used, held, delivering, delivered). `since` is the earliest date that the claims give, EDTF; `counts` is
    what the latest of them say. `uncertain` says that it may not be so on that day, with the reason. `claims` speak for
    it, `against` are the ids of those that deny it or may end it.
    """

    holder: RowParty
    item: RowParty
    place: RowParty
    basis: str
    status: str
    counts: tuple[Count, ...]
    since: str | None
    uncertain: bool
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    against: tuple[str, ...]
    reason: str
