"""The audit log as a list: a batch a row, with every judgement."""

from collections.abc import Mapping

from foedus.model.logged import Judged, Logged
from foedus.publish.column import Column, Sheet

_SHORT = 8
"""Digits of a claim's id."""


def judgement(judged: Judged) -> str:
    """Like `12 reject 81c2aa07: a drill`."""
    of = judged.claim[:_SHORT] if judged.claim else judged.named
    claim = f" {of}" if of else ""
    undone = f" of {judged.undoes}" if judged.undoes else ""
    return f"{judged.number} {judged.action}{undone}{claim}" + (f": {judged.reason}" if judged.reason else "")


def _listed(rows: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(f"{name}={count}" for name, count in rows.items())


BATCHES: Sheet[Logged] = Sheet(
    "audit",
    (
        Column("batch", "whole", lambda one: one.batch),
        Column("at", "text", lambda one: one.at),
        Column("action", "text", lambda one: one.action),
        Column("actor", "text", lambda one: one.actor),
        Column("command", "text", lambda one: one.command),
        Column("reader", "text", lambda one: one.reader),
        Column("wrote", "texts", lambda one: _listed(one.wrote), between=" "),
        Column("ended", "texts", lambda one: _listed(one.ended), between=" "),
        Column("judgements", "texts", lambda one: tuple(map(judgement, one.judged))),
        Column("withdrawn", "texts", lambda one: one.withdrawn, between=" "),
        Column("why", "text", lambda one: one.why),
        Column("link", "text", lambda one: one.hash),
    ),
)
