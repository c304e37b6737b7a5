"""How far reviewers agree, as a list: over verdicts and corrected fields, all and by type."""

from foedus.model.review import Agreement
from foedus.publish.column import Column, Sheet

_OVER = {"verdict": "verdicts", "field": "corrected fields"}

AGREEMENT: Sheet[Agreement] = Sheet(
    "agreement",
    (
        Column("over", "text", lambda one: _OVER[one.what]),
        Column("type", "text", lambda one: one.type or "all"),
        Column("claims", "whole", lambda one: one.claims),
        Column("units", "whole", lambda one: one.units),
        Column("judgements", "whole", lambda one: one.judgements),
        Column("reviewers", "texts", lambda one: one.reviewers, between=", "),
        Column("of one mind", "whole", lambda one: one.agreed),
        Column("alpha", "number", lambda one: one.alpha, lambda one: "" if one.alpha is None else f"{one.alpha:.3f}"),
        Column("note", "text", lambda one: one.note),
    ),
)
