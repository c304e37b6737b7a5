"""The course of deals as a list: what is said to have happened or to come, when, and how surely."""

from foedus.model.timeline import TimelineEntry
from foedus.publish.column import Column, Sheet

TIMELINE: Sheet[TimelineEntry] = Sheet(
    "timeline",
    (
        Column("supplier", "text", lambda one: str(one.supplier)),
        Column("supplier_key", "text", lambda one: one.supplier.entity),
        Column("recipient", "text", lambda one: str(one.recipient)),
        Column("recipient_key", "text", lambda one: one.recipient.entity),
        Column("item", "text", lambda one: str(one.item)),
        Column("item_key", "text", lambda one: one.item.entity),
        Column("when", "text", lambda one: one.when),
        Column("what", "text", lambda one: one.what),
        Column("number", "text", lambda one: str(one.count) if one.count else None),
        Column("sureness", "text", lambda one: one.sureness),
        Column("uncertain", "yes", lambda one: one.uncertain),
        Column("told", "text", lambda one: one.told),
        Column("outlets", "texts", lambda one: one.outlets),
        Column("claims", "texts", lambda one: one.claims, between=" "),
        Column("against", "texts", lambda one: one.against, between=" "),
        Column("contradictions", "texts", lambda one: one.contradictions),
        Column("reason", "text", lambda one: one.reason),
    ),
)
"""Entries that claims of one deal say alike."""
