"""One part of the corpus measured: triggers, stages, false alarms."""

from collections.abc import Collection
from typing import NamedTuple

from bench.accuracy.corpus import LANGS, files_of
from bench.accuracy.report import Table
from bench.accuracy.said.count import FLOORS, Alarms, Counts, alarms, count, near_misses
from bench.accuracy.said.hearing import Heard, hear_all
from bench.accuracy.said.tables import tables
from bench.accuracy.said.unrelated import unrelated
from foedus.learning.corpus.format import read
from foedus.learning.corpus.split import Part


class Measured(NamedTuple):
    """What was heard in the part's documents, the counts over it, and false alarms."""

    heard: list[Heard]
    counts: Counts
    near_miss: dict[str, Alarms]
    unrelated: dict[str, Alarms]

    def tables(self) -> list[Table]:
        """The figures as tables."""
        return tables(self.counts, self.near_miss, self.unrelated)

    def figures(self) -> dict[str, dict[str, float]]:
        """The figures that have floors, by language and over `all`."""
        return {
            lang: {name: held.figures()[name] for name in FLOORS} for lang, held in sorted(self.counts.by_lang.items())
        }


def measure(part: Part, langs: Collection[str] = LANGS) -> Measured:
    """Hear the part's documents and the unrelated articles of the languages."""
    heard = hear_all([read(path) for path in files_of(part, langs)])
    return Measured(heard, count(heard), alarms(near_misses(heard)), alarms(hear_all(unrelated(langs))))
