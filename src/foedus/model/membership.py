"""How a member stands to an organisation on a day."""

from msgspec import Struct

from foedus.model.row import RowParty


class Membership(Struct, frozen=True):
    """One member, one organisation, on the day that was asked for.

    `status` is member, frozen, leaving or left; sought or denied where claims tell of no more than that. `since` is the
    date that the claims behind it give, EDTF, None where they give none. `uncertain` says that it may not be so on that
    day, with the reason. `claims` speak for it, `against` are the ids of those that do not fit.
    """

    member: RowParty
    organisation: RowParty
    status: str
    since: str | None
    uncertain: bool
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    against: tuple[str, ...]
    reason: str
