"""A cell of the register with what stands behind it: the claims that say so, those left out, and the rule."""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from foedus.model.claim import Claim
from foedus.model.row import RegisterRow
from foedus.publish.figures import quantity
from foedus.register.standing import weigh
from foedus.serve.views.register_reasons import reason_in

FIELDS = ("number_ordered", "order_years", "delivery_years", "number_delivered", "status")
"""Cells of the page's table that open, as fields of a RegisterRow."""

_SHOWN = 5
"""Claims of a cell that are shown with their words; the others are a link."""
_SHOWN_OUT = 2
"""Of these, such as are left out."""


class Behind(Struct, frozen=True):
    """A claim behind a cell: what it says of it, in which words, who says so, on which page.

    `says` is a number or an EDTF date, empty where it is the claim's stage. `out` is why it does not count for what
    the cell says, empty where it does.
    """

    id: str
    says: str
    stage: str
    quote: str
    lang: str
    document: str
    outlet: str | None
    published: str | None
    standing: str
    voices: tuple[str, ...]
    out: Literal["", "denies", "hedged"]


class CellView(Struct, frozen=True):
    """`more` is how many claims stand behind it that are not shown; `reason` is the rule, as the register gives it, and
    `told` the same in the language of the page."""

    field: str
    unsure: bool
    reason: str
    told: str
    behind: tuple[Behind, ...]
    more: int


def cells(row: RegisterRow, claims: Mapping[str, Claim], lang: str) -> dict[str, CellView]:
    """The cells of a row; `claims` are those of the row by id."""
    return {field: _cell(row, field, claims, lang) for field in FIELDS}


def _cell(row: RegisterRow, field: str, claims: Mapping[str, Claim], lang: str) -> CellView:
    saying, against = row.cells.get(field, ()), row.against.get(field, ())
    out = [one for one in against if one not in saying]
    shown_out = out[:_SHOWN_OUT]
    shown = [*saying[: _SHOWN - len(shown_out)], *shown_out]
    return CellView(
        field,
        unsure=field in row.uncertain or (field == "status" and not _is_sure(claims[one] for one in saying)),
        reason=row.reasons.get(field, ""),
        told=reason_in(row.reasons.get(field, ""), lang),
        behind=tuple(_behind(claims[one], field, out=one in shown_out) for one in shown),
        more=len(saying) + len(out) - len(shown),
    )


def _is_sure(claims: Iterable[Claim]) -> bool:
    """Whether one of the claims is certain, and said by somebody with a name."""
    return any(weigh(claim).sure for claim in claims)


def _behind(claim: Claim, field: str, *, out: bool) -> Behind:
    return Behind(
        id=claim.id,
        says=_says(claim, field),
        stage=claim.stage,
        quote=claim.evidence[0].text,
        lang=claim.document.lang,
        document=claim.document.id,
        outlet=claim.document.outlet,
        published=claim.document.published,
        standing=claim.standing,
        voices=tuple(voice.name or voice.text for voice in claim.attribution),
        out="" if not out else "denies" if claim.polarity == "negated" else "hedged",
    )


def _says(claim: Claim, field: str) -> str:
    if field.startswith("number"):
        return quantity(claim.quantity)
    if field == "order_years":
        return claim.when.edtf if claim.when else ""
    if field == "delivery_years":
        when = claim.when if claim.stage in ("delivering", "delivered") else claim.due
        return when.edtf if when else ""
    return ""
