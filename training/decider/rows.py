"""Rows of the training matrix: features of every candidate, with rates counted without its own fold."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foedus.reader.deciding.decider import Sight, look
from foedus.reader.deciding.features import Features
from foedus.reader.deciding.rates import Keys, Rates, keys_of
from training.decider.labels import Candidates, Place, labels
from training.decider.material import FOLDS, Passage


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
    """One candidate: its passage (by number), place, features and label."""

    passage: int
    place: Place
    features: Features
    label: bool | None


def see(passage: Passage) -> Seen:
    """The passage with its candidates labelled."""
    sight = look(passage.analysis)
    return Seen(passage, sight, labels(sight.candidates, passage.triggers))


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
        decided = [(keys_of(one.passage.lang, c, lemma), one.labels[view, anchor, c.type]) for c in some]
        for keys, label in decided:
            if label is not None:
                rates.add(keys, label, times=times)
        if decided and any(label is not None for _, label in decided):
            rates.add_word(decided[0][0].any, any(label for _, label in decided), times=times)


def rows(seen: Sequence[Seen], rates: Rates, *, bare: bool) -> Iterable[Row]:
    """Rows of passages; with `bare` candidates are left out that only this very material made units of."""
    for number, one in enumerate(seen):
        for (view, anchor), some in one.candidates.items():
            lemma = one.passage.analysis.views[view].tokens[anchor].lemma
            kept = [c for c in some if not bare or _known(rates, keys_of(one.passage.lang, c, lemma), c.is_weak)]
            if not kept:
                continue
            found = one.sight.features(view, anchor, kept, rates)
            for candidate, features in zip(kept, found, strict=True):
                place = (view, anchor, candidate.type)
                yield Row(number, place, features, one.labels[place])


def _known(rates: Rates, keys: Keys, weak: bool) -> bool:
    """Whether a weak unit would be in the lexicon without this material: some other passage made it one."""
    return not weak or (keys.unit is not None and rates.counts["unit"].get(keys.unit, (0, 0))[1] > 0)


def fold_rows(seen: Sequence[Seen]) -> list[Row]:
    """Rows of the whole material, each fold's with rates of the others."""
    found: list[Row] = []
    rates = counted(seen)
    for fold in range(FOLDS):
        mine = [(number, one) for number, one in enumerate(seen) if one.passage.fold == fold]
        for _, one in mine:
            add(rates, one, -1)
        for row in rows([one for _, one in mine], rates, bare=True):
            found.append(row._replace(passage=mine[row.passage][0]))
        for _, one in mine:
            add(rates, one, 1)
    return found
