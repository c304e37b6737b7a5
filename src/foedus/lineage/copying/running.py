"""Which words stand in running text: menus, headlines and lists of them tell no story.

A line counts if it has a full stop and at least six words, or twenty words however it ends. A line that was only
broken for its width goes on in the next one, which begins with a small letter.
"""

import numpy as np

from foedus.lineage.copying.letters import NEWLINE, STOP, letters
from foedus.lineage.copying.words import Cut, Flags, Places

LEAST_WORDS = 6
"""Of a line that ends with a full stop, a question or exclamation mark, dots or a semicolon."""

MANY_WORDS = 20
"""From which a line is text even without a stop, as where it was cut off."""


def in_running_text(words: Cut) -> Flags:
    """By word."""
    if not len(words.starts):
        return np.zeros(0, dtype=np.bool_)
    first = np.unique(np.append(0, words.starts.searchsorted(words.marks[NEWLINE])))
    first = first[first < len(words.starts)]
    last = np.append(first[1:], len(words.starts)) - 1
    stopped = _stopped(words, last)
    begins = ~letters().small.take(words.codes.take(words.starts[first]))
    begins[1:] |= stopped[:-1]
    begins[np.isin(first, words.first)] = True
    group = np.cumsum(begins) - 1
    size = np.bincount(group, last - first + 1)
    ended = stopped[np.append(np.flatnonzero(begins)[1:], len(begins)) - 1]
    counts = (ended & (size >= LEAST_WORDS)) | (size >= MANY_WORDS)
    return np.repeat(counts[group], last - first + 1)


def _stopped(words: Cut, last: Places) -> Flags:
    """Whether a stop stands between the last word of each line and the next word of its text."""
    stops = np.append(words.marks[STOP], len(words.codes))
    ends = words.ends[last]
    next_word = np.append(words.starts[last[:-1] + 1], len(words.codes))
    next_text = np.append(words.offsets, len(words.codes))[words.offsets.searchsorted(ends, "left")]
    found: Flags = stops[stops.searchsorted(ends)] < np.minimum(next_word, next_text)
    return found
