"""The figures of links as tables."""

from collections.abc import Mapping, Sequence

from bench.accuracy.links.count import Counts, Events, Fillers, Key
from bench.accuracy.links.kinds import DISTANCES, KINDS
from bench.accuracy.report import ORDER, Table
from foedus.model.vocabulary import CLAIM_TYPES

_ORDER: tuple[str, ...] = CLAIM_TYPES


def tables(counts: Counts, name: str) -> list[Table]:
    """All tables in the order shown; `name` says which documents."""
    langs = [lang for lang in ORDER if lang in counts.documents]
    return [
        _by_language(counts, langs, name),
        _by_kind(counts.by_kind, langs, name),
        _by_distance(counts.by_distance, langs, name),
        _by_type(counts.by_type, langs, name),
        _by_role(counts.by_role, langs, name),
        _empties(counts, langs, name),
    ]


def _by_language(counts: Counts, langs: Sequence[str], name: str) -> Table:
    rows = []
    for lang in langs:
        held, events, figures = counts.fillers[lang], counts.events[lang], counts.fillers[lang].figures()
        rows.append(
            (
                lang,
                *map(str, (counts.documents[lang], events.events, held.gold, held.claimed, held.free)),
                *(f"{figures[one]:.3f}" for one in ("link_f1", "precision", "recall", "link_ceiling")),
                f"{events.share:.3f}",
            )
        )
    measures = ("link-F1", "P", "R", "among candidates", "whole cores")
    columns = ("lang", "docs", "events", "gold fillers", "links", "free", *measures)
    return Table(f"Links given triggers, {name}", columns, rows)


def _by_kind(by_kind: Mapping[Key, Fillers], langs: Sequence[str], name: str) -> Table:
    rows = []
    for kind in KINDS:
        if any((lang, kind) in by_kind for lang in langs):
            total = by_kind.get(("all", kind), Fillers())
            figures = total.figures()
            shown = (f"{figures[one]:.3f}" for one in ("link_f1", "precision", "recall", "link_ceiling"))
            recalls = (_recall(by_kind.get((lang, kind), Fillers())) for lang in langs if lang != "all")
            rows.append((kind, str(total.gold), str(total.claimed), str(total.free), *shown, *recalls))
    recalls_of = (f"R {lang} (gold)" for lang in langs if lang != "all")
    columns = ("kind of filler", "gold", "links", "free", "link-F1", "P", "R", "among candidates", *recalls_of)
    return Table(f"By kind of filler, {name}", columns, rows)


def _by_distance(by_distance: Mapping[Key, Fillers], langs: Sequence[str], name: str) -> Table:
    rows = []
    for distance in DISTANCES:
        if any((lang, distance) in by_distance for lang in langs):
            held = [by_distance.get((lang, distance), Fillers()) for lang in langs]
            ceiling = f"{by_distance.get(('all', distance), Fillers()).figures()['link_ceiling']:.3f}"
            rows.append((distance, *map(_recall, held), ceiling))
    return Table(f"Recall by distance (gold), {name}", ("distance", *langs, "among candidates"), rows)


def _by_type(by_type: Mapping[Key, Events], langs: Sequence[str], name: str) -> Table:
    rows = []
    for claim_type in CLAIM_TYPES:
        if any((lang, claim_type) in by_type for lang in langs):
            held = [by_type.get((lang, claim_type), Events()) for lang in langs]
            rows.append((claim_type, *(f"{one.share:.2f} ({one.events})" for one in held)))
    return Table(f"Whole cores by type (events), {name}", ("type", *langs), rows)


def _by_role(by_role: Mapping[Key, Fillers], langs: Sequence[str], name: str) -> Table:
    """In each language link-F1 and, in brackets, the gold fillers; over all precision, recall and ceiling too."""
    rows = []
    names = {role for _, role in by_role}
    for role in sorted(names, key=lambda one: (_ORDER.index(one.partition(".")[0]), one)):
        held = [by_role.get((lang, role), Fillers()) for lang in langs]
        f1s = (f"{one.figures()['link_f1']:.2f} ({one.gold})" for one in held)
        total = by_role.get(("all", role), Fillers()).figures()
        rows.append((role, *f1s, *(f"{total[one]:.2f}" for one in ("precision", "recall", "link_ceiling"))))
    return Table(f"Link-F1 by role (gold fillers), {name}", ("role", *langs, "P", "R", "among candidates"), rows)


def _empties(counts: Counts, langs: Sequence[str], name: str) -> Table:
    rows = []
    for lang in langs:
        held = counts.empties[lang]
        shown = (held.open, held.left_open, held.open - held.left_open, held.at_a_cost, held.filled, held.left_empty)
        rows.append((lang, *map(str, shown)))
    columns = (
        "lang",
        "open in the gold",
        "left open",
        "filled",
        "filled at a cost",
        "filled in the gold",
        "left empty",
    )
    return Table(f"Empty roles, {name}", columns, rows)


def _recall(held: Fillers) -> str:
    return f"{held.figures()['recall']:.2f} ({held.gold})"
