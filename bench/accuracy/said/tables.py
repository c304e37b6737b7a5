"""The figures of triggers and stages as tables."""

from collections.abc import Iterable, Mapping

from bench.accuracy.report import ORDER, Table
from bench.accuracy.said.construction import CONSTRUCTIONS
from bench.accuracy.said.count import Alarms, Count, Counts, Key
from foedus.model.vocabulary import CLAIM_TYPES

MEASURES = {
    "trigger_f1": "trigger-F1",
    "precision": "P",
    "recall": "R",
    "unit_hits": "hit by a unit",
    "stage": "stage, found",
    "stage_offered": "stage, hit",
}
"""Figures in the order shown, with the names they go by."""

_CUT = ("precision", "recall", "unit_hits", "stage", "stage_offered")


def tables(counts: Counts, near_miss: Mapping[str, Alarms], unrelated: Mapping[str, Alarms]) -> list[Table]:
    """All tables in the order shown."""
    langs = [lang for lang in ORDER if lang in counts.by_lang]
    return [
        _by_language(counts.by_lang, langs),
        _by_type(counts.by_type, langs),
        *(_by_construction(counts.by_construction, lang) for lang in langs),
        _alarm_table(near_miss, unrelated),
    ]


def _by_language(by_lang: Mapping[str, Count], langs: Iterable[str]) -> Table:
    rows = []
    for lang in langs:
        held = by_lang[lang]
        rows.append((lang, str(held.documents), str(held.gold), str(held.claimed), *_shares(held, MEASURES)))
    return Table("Triggers and stages", ("lang", "docs", "gold", "claimed", *MEASURES.values()), rows)


def _by_type(by_type: Mapping[Key, Count], langs: Iterable[str]) -> Table:
    """In each language trigger-F1, share hit by a unit, stage of the found; the gold triggers in brackets."""
    rows = []
    there = list(langs)
    for name in CLAIM_TYPES:
        if any((lang, name) in by_type for lang in there):
            held = [by_type.get((lang, name), Count()) for lang in there]
            rows.append((name, *(_three(one) for one in held)))
    return Table("Trigger-F1 / hit by a unit / stage of the found, by type (gold triggers)", ("type", *there), rows)


def _three(held: Count) -> str:
    figures = held.figures()
    return f"{figures['trigger_f1']:.2f} / {figures['unit_hits']:.2f} / {figures['stage']:.2f} ({held.gold})"


def _by_construction(by_construction: Mapping[Key, Count], lang: str) -> Table:
    rows = []
    for name in CONSTRUCTIONS:
        held = by_construction.get((lang, name))
        if held is not None:
            rows.append((name, str(held.gold), str(held.claimed), *_shares(held, _CUT)))
    columns = ("construction", "gold", "claimed", *(MEASURES[name] for name in _CUT))
    return Table(f"By construction, {lang}", columns, rows)


def _alarm_table(near_miss: Mapping[str, Alarms], unrelated: Mapping[str, Alarms]) -> Table:
    rows = []
    for name, sums in (("near-miss without a claim", near_miss), ("unrelated news", unrelated)):
        for lang in ORDER:
            if lang in sums:
                held = sums[lang]
                each = f"{held.triggers / max(held.documents, 1):.3f}"
                rows.append((f"{name}, {lang}", str(held.documents), str(held.alarmed), str(held.triggers), each))
    return Table("False alarms", ("documents", "docs", "with a trigger", "triggers", "a document"), rows)


def _shares(held: Count, names: Iterable[str]) -> list[str]:
    figures = held.figures()
    return [f"{figures[name]:.3f}" for name in names]
