"""Rows of the training matrix: features of every candidate, with rates counted without its own fold."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foedus.learning.decider.labels import Candidates, Place, labels
from foedus.learning.decider.material import FOLDS, Passage
from foedus.reader.deciding.candidates import Candidate
from foedus.reader.deciding.decider import Sight, look
from foedus.reader.deciding.features import Features
from foedus.reader.deciding.rates import Keys, Rates, keys_of


class Seen(NamedTuple):
    """A passage with what its hits offer and the label of each candidate."""

    passage: Passage
    sight: Sight
    labels: Mapping[Place, bool | None]

    @property
    def candidates(self) -> Candidates:
        """Candidates by view and anchor."""
        return self.sight.candidates


class Row(NamedTuple):
    """One candidate: its passage (by number), place, features, label, and how well its unit is known."""

    passage: int
    place: Place
    features: Features
    label: bool | None
    known: str


def see(passage: Passage) -> Seen:
    """The passage with its candidates labelled."""
    sight = look(passage.analysis)
    made = labels(sight.candidates, passage.triggers)
    if passage.lesson.masked:
        made = {place: None if label is False and is_masked(passage, place) else label for place, label in made.items()}
    return Seen(passage, sight, made)


def is_masked(passage: Passage, place: Place) -> bool:
    """Whether nobody knows what a word of the passage claims beside what is annotated."""
    view, anchor, _ = place
    return passage.lesson.is_masked(passage.analysis.views[view].tokens[anchor].start)


def counted(seen: Iterable[Seen]) -> Rates:
    """How often words and units made claims in the passages."""
    rates = Rates()
    for one in seen:
        add(rates, one, 1)
    return rates


def add(rates: Rates, one: Seen, times: int) -> None:
    """Add the passage to the counts, or with -1 take it out."""
    for (view, anchor), some in one.candidates.items():
        lemma = one.passage.analysis.views[view].tokens[anchor].lemma
        decided = [(keys_of(one.passage.lesson.lang, c, lemma), one.labels[view, anchor, c.type]) for c in some]
        for keys, label in decided:
            if label is not None:
                rates.add(keys, label, times=times)
        if decided and any(label is not None for _, label in decided):
            rates.add_word(decided[0][0].any, any(label for _, label in decided), times=times)


def rows(seen: Sequence[Seen], rates: Rates) -> Iterable[Row]:
    """Rows of passages."""
    for number, one in enumerate(seen):
        for (view, anchor), some in one.candidates.items():
            lemma = one.passage.analysis.views[view].tokens[anchor].lemma
            found = one.sight.features(view, anchor, some, rates)
            for candidate, features in zip(some, found, strict=True):
                place = (view, anchor, candidate.type)
                known = acquaintance(rates, keys_of(one.passage.lesson.lang, candidate, lemma), candidate)
                yield Row(number, place, features, one.labels[place], known)


def acquaintance(rates: Rates, keys: Keys, candidate: Candidate) -> str:
    """Whether other passages met the unit, and whether it made a claim there."""
    if keys.unit is None:
        return "operator"
    met, made = rates.counts["unit"].get(keys.unit, (0, 0))
    known = "made claims" if made else "made none" if met else "never met"
    return f"{'weak' if candidate.is_weak else 'strong'}, {known}"


def fresh_odds(train: Iterable[Row], dev: Iterable[Row]) -> dict[str, float]:
    """By how well a unit is known, the odds of a claim on the dev part over those of training rows.

    The lexicon was widened with the training material at hand, so a unit that other training passages do not know
    makes its claim there more often than an unknown one does elsewhere. Weights of claims by these ratios undo that
    (importance weighting under label shift, Saerens and others 2002).
    """
    ratios = {}
    in_train, in_dev = _odds(train), _odds(dev)
    for known, odds in in_train.items():
        ratios[known] = in_dev[known] / odds if known in in_dev else 1.0
    return ratios


def _odds(some: Iterable[Row]) -> dict[str, float]:
    counts: dict[str, list[int]] = {}
    for row in some:
        if row.label is not None:
            pair = counts.setdefault(row.known, [0, 0])
            pair[row.label] += 1
    return {known: (made + 5) / (made_none + 50) for known, (made_none, made) in counts.items()}


def fold_rows(seen: Sequence[Seen]) -> list[Row]:
    """Rows of the whole material, each fold's with rates of the others."""
    found: list[Row] = []
    rates = counted(seen)
    for fold in range(FOLDS):
        mine = [(number, one) for number, one in enumerate(seen) if one.passage.fold == fold]
        for _, one in mine:
            add(rates, one, -1)
        for row in rows([one for _, one in mine], rates):
            found.append(row._replace(passage=mine[row.passage][0]))
        for _, one in mine:
            add(rates, one, 1)
    return found
