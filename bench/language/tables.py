"""Every measure of the language room as tables of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench.accuracy.report import Table
from bench.language import languages, morphology, names, parsing, resources, sentences
from bench.language.sentence_peers import OURS, installed

TEST = "test"


def tables(treebanks: Sequence[Path], parsed: Sequence[parsing.Row]) -> Iterator[Table]:
    """One after another; those of the parsers from figures that are there already."""
    yield parsers(parsed)
    yield constructions(parsed)
    yield from costs()
    yield of_sentences(sentences.rows(treebanks))
    yield of_names(names.rows())
    yield of_languages(languages.errors(), languages.mixed())
    yield of_morphology(morphology.rows())


def parsers(found: Sequence[parsing.Row]) -> Table:
    """Attachment and core arguments of every pipeline on every test set."""
    keys = ("upos", "feats", "lemma", "uas", "las", "las_no_stop", "core")
    heads = ("UPOS", "features", "lemma", "UAS", "LAS", "LAS, no final stop", "core arguments F1")
    rows = [(f"{row.pipeline}, {row.gold}", *(share(row.scores.get(key)) for key in keys)) for row in found]
    return Table("Parsers, test sets (gold tokens, all words)", ("pipeline, test set", *heads), rows)


def constructions(found: Sequence[parsing.Row]) -> Table:
    """F1 of core arguments on our own sentences, a row a construction."""
    own = [row for row in found if row.gold == "own"]
    every = sorted({name for row in own for name in row.constructions} - {"all"})
    rows = [(name, *(share(row.constructions[name].f1()) for row in own)) for name in [*every, "all"]]
    return Table("Core arguments by construction (F1, our own test half)", ("", *(row.pipeline for row in own)), rows)


def costs() -> Iterator[Table]:
    """Load time, speed, size, memory."""
    found = resources.costs()
    rows = [
        (
            cost.lang,
            f"{cost.seconds:.2f}",
            f"{cost.words_per_second:,.0f}",
            f"{cost.network / 1e6:.1f}",
            f"{cost.lemmas / 1e6:.1f}",
        )
        for cost in found
    ]
    total = sum(cost.network + cost.lemmas for cost in found)
    rows.append(("all", "", "", f"{total / 1e6:.1f} with lemmas", f"resident memory {resources.memory():.0f} MB"))
    heads = ("pipeline", "seconds to the first parse", "words a second, one thread", "network, MB", "lemmas, MB")
    yield Table("What they cost", heads, rows)


def of_sentences(found: Sequence[sentences.Row]) -> Table:
    """F1 of ends, and in brackets outside quotations."""
    programs = (OURS, *installed())
    rows = []
    for lang, gold in dict.fromkeys((row.lang, row.gold) for row in found):
        line = {row.splitter: row for row in found if (row.lang, row.gold) == (lang, gold)}
        cells = (f"{line[name].f1:.3f} ({line[name].f1_outside_quotes:.3f})" for name in programs)
        rows.append((f"{lang} {gold}", str(line[OURS].ends), *cells))
    return Table("Sentence ends (F1; outside quotations)", ("set", "ends", *programs), rows)


def of_names(found: Iterable[names.Row]) -> Table:
    """Precision, recall and F1 by kind on the test half."""
    rows = [
        (f"{row.lang} {row.kind}, {row.system}", str(row.wanted), *map(share, (row.precision, row.recall, row.f1)))
        for row in found
        if row.part == TEST
    ]
    return Table("Names (exact span and kind, test half)", ("", "names", "P", "R", "F1"), rows)


def of_languages(errors: Iterable[languages.Errors], mixed: Iterable[languages.Mixed]) -> Table:
    """The dangerous errors and the losses, test half."""
    documents = {row.system: row for row in mixed if row.part == TEST}
    rows = []
    for row in errors:
        if row.part != TEST:
            continue
        paragraphs = documents.get(row.system)
        told = f"{paragraphs.right} of {paragraphs.paragraphs}" if paragraphs else ""
        cells = (f"{row.read} of {row.foreign}", f"{row.set_aside + row.confused} of {row.readable}")
        rows.append((row.system, *cells, str(row.undecided + row.left), told))
    heads = ("", "foreign, would be read", "fr, en, ru set aside or confused", "undecided", "mixed documents: right")
    return Table("Language of a line (test half)", heads, rows)


def of_morphology(found: Iterable[morphology.Row]) -> Table:
    """Verb phrases by field and lemmas, test half."""
    rows = [(f"{row.lang} {row.measure}", str(row.asked), share(row.accuracy)) for row in found if row.part == TEST]
    return Table("Verb phrases and lemmas of the field (test half)", ("", "asked", "right"), rows)


def share(value: float | None) -> str:
    """Three digits; nothing where there is no figure."""
    return "" if value is None else f"{value:.3f}".lstrip("0") if value < 1 else "1.000"
