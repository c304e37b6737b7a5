"""What `foedus lexicon coverage` counts over texts: sentences, hits, and how often each unit is met."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from foedus.cli.console import counted, tell
from foedus.cli.errors import DONE, NOTHING_READ, PARTLY
from foedus.cli.lexicon_texts import analysed, check_language
from foedus.cli.progress import progress
from foedus.cli.table import Row
from foedus.ingest.document import UNKNOWN_LANGUAGE
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem
from foedus.ingest.sources import read_sources
from foedus.intake.reports import Reports
from foedus.language.identify import document_language
from foedus.model.document import Document
from foedus.model.vocabulary import CLAIM_TYPES
from foedus.reader.analysis import Analysis
from foedus.reader.tools import load_tools
from foedus.reader.unit import Unit

FREQUENT = 30
"""How many of the most frequent units are listed, by their words."""
UnitKey = tuple[str, str, str]
"""Type, text and part of speech."""


@dataclass
class Counts:
    """One language's numbers. A hit with senses of two types counts once as a hit, and once for each type and unit."""

    units: Sequence[UnitKey]
    documents: int = 0
    sentences: int = 0
    hits: int = 0
    nested: int = 0
    operators: int = 0
    types: Counter[str] = field(default_factory=Counter)
    met: Counter[UnitKey] = field(default_factory=Counter)

    @property
    def frequent(self) -> list[tuple[UnitKey, int]]:
        """The words of the most frequent units, those of several types once with all of them, and their hits."""
        types: dict[tuple[str, str], list[str]] = defaultdict(list)
        hits: Counter[tuple[str, str]] = Counter()
        for (claim_type, *words), number in self.met.most_common():
            text, pos = words
            types[text, pos].append(claim_type)
            hits[text, pos] = max(hits[text, pos], number)
        return [((", ".join(types[words]), *words), number) for words, number in hits.most_common(FREQUENT)]

    @property
    def unused(self) -> list[UnitKey]:
        """Units that no text has, in the lexicon's order."""
        return [unit for unit in self.units if unit not in self.met]


class Done(NamedTuple):
    """The counts by language, and what the command ends with."""

    counts: Mapping[str, Counts]
    exit_code: int


def counted_over(paths: Sequence[str], lang: str | None, own: Path | None, *, shown: bool) -> Done:
    """Counts over all documents of files, folders and standard input; what cannot be read is told."""
    check_language(lang)
    reports, counts, read, failed, others = Reports(tell), dict[str, Counts](), 0, 0, Counter[str]()
    with progress(read_sources(paths, Options(Metadata(lang=lang))), shown=shown) as items:
        for file, result in items:
            if isinstance(result, Problem):
                failed += 1
                reports.tell(file, result.message)
                continue
            analysis = analysed(_with_language(result))
            if analysis.views:
                read += 1
                _add(counts, analysis, own)
            else:
                others[result.lang] += 1
    reports.close()
    if others:
        tell(f"{counted(others.total(), 'document')} without a sentence in a language that has a lexicon")
    return Done(dict(sorted(counts.items())), NOTHING_READ if not read else PARTLY if failed else DONE)


def table(counts: Mapping[str, Counts]) -> Iterator[Row]:
    """Rows for each language: totals, hits by type, the most frequent units."""
    for lang, found in counts.items():
        for what in ("documents", "sentences", "hits", "nested", "operators"):
            yield _row(lang, what if what != "nested" else "hits in longer ones", getattr(found, what))
        for claim_type in sorted(CLAIM_TYPES, key=lambda one: -found.types[one]):
            yield _row(lang, "hits by type", found.types[claim_type], (claim_type, "", ""))
        for unit, number in found.frequent:
            yield _row(lang, "unit", number, unit)
        yield _row(lang, "units met", len(found.met))
        yield _row(lang, "units unused", len(found.unused))


def unused_units(counts: Mapping[str, Counts]) -> Iterator[Row]:
    """Rows of the units that no text has."""
    for lang, found in counts.items():
        for claim_type, text, pos in found.unused:
            yield {"lang": lang, "type": claim_type, "unit": text, "pos": pos}


def _row(lang: str, what: str, number: int, unit: UnitKey = ("", "", "")) -> Row:
    claim_type, text, pos = unit
    return {"lang": lang, "what": what, "type": claim_type, "unit": text, "pos": pos, "count": str(number)}


def _with_language(document: Document) -> Document:
    if document.lang != UNKNOWN_LANGUAGE:
        return document
    return replace(document, lang=document_language(document.text).lang)


def _add(counts: dict[str, Counts], analysis: Analysis, own: Path | None) -> None:
    for lang in set(analysis.langs):
        units = load_tools(lang, own).lexicon.units
        counts.setdefault(lang, Counts(tuple(dict.fromkeys(map(_key, units))))).documents += 1
    for view, lang in zip(analysis.views, analysis.langs, strict=True):
        tools, found = load_tools(lang, own), counts[lang]
        found.sentences += 1
        found.operators += len(tools.operators.hits(view.sentence))
        for hit in tools.units.hits(view.sentence):
            found.hits += 1
            found.nested += hit.nested
            found.types.update({unit.type for unit in hit.senses})
            found.met.update({_key(unit) for unit in hit.senses})


def _key(unit: Unit) -> UnitKey:
    return unit.type, unit.text, unit.pos
