"""One entry in the course of a deal: what is said to have happened or to come, when, and how surely."""

from msgspec import Struct

from foedus.model.row import Count, RowParty


class TimelineEntry(Struct, frozen=True):
    """What claims of one deal (supplier, recipient, item) say alike.

    `what` is the stage that they tell, or `due` for a delivery that is to come. `when` is EDTF as told, None where no
    claim dates it; an entry with a date that is open on one side stands at its bound, those without a date come last.
    `sureness` is plain, rumoured, possible, unclear or denied, `uncertain` says that number and date are in doubt.
    `told` is the date of the first page that says so. `against` are the ids of claims that contradict, with the reasons
    in `contradictions`; `outlets` and `claims` are those behind the entry.
    """

    supplier: RowParty
    recipient: RowParty
    item: RowParty
    when: str | None
    what: str
    count: Count | None
    sureness: str
    uncertain: bool
    told: str | None
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    against: tuple[str, ...]
    contradictions: tuple[str, ...]
    reason: str
