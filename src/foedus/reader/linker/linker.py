"""Links events to those who fill their roles: candidates, two passes, choice."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from foedus.reader.deciding.trees import Floats, Ints, probability
from foedus.reader.kinds import core_roles
from foedus.reader.linker.bearing import Bearings
from foedus.reader.linker.candidates import Slate, Stand, slates_of
from foedus.reader.linker.choose import Chosen, choose
from foedus.reader.linker.event import Event
from foedus.reader.linker.features import Row, rows_of
from foedus.reader.linker.memory import EMPTY, Continued, continued, tops
from foedus.reader.linker.mention import Key
from foedus.reader.linker.model import Model
from foedus.reader.linker.second import second_rows
from foedus.reader.phrases import Phrases
from foedus.reader.view import View


class Linked(NamedTuple):
    """An event with its links, its slates and rows for the reasons, and the event that it goes on with."""

    event: Event
    slates: Sequence[Slate]
    chosen: Chosen
    rows: Mapping[str, Floats]
    """By role: the second pass's rows, in the order of the candidates, the empty one last."""
    goes_on: Continued | None


def slates(stand: Stand, events: Sequence[Event], phrases: Mapping[str, tuple[Phrases, str]]) -> list[list[Slate]]:
    """The slates of every event; `phrases` and the passive's preposition by language."""
    found = []
    for event in events:
        known, agent = phrases[stand.langs[event.view]]
        bearings = Bearings(known, stand.views[event.view], event, agent)
        found.append(slates_of(stand, event, bearings, core_roles(event.type), events))
    return found


def link(
    model: Model, stand: Stand, events: Sequence[Event], phrases: Mapping[str, tuple[Phrases, str]]
) -> list[Linked]:
    """All events of a document, in text order, with their links."""
    made = slates(stand, events, phrases)
    flat = [(slate, rows_of(slate)) for some in made for slate in some]
    if not flat:
        return [
            Linked(event, some, choose((), {}, {}, 1.0), {}, None) for event, some in zip(events, made, strict=True)
        ]
    rows = [row for _, some in flat for row in some]
    names = [slate.name for slate, some in flat for _ in some]
    matrix, shares = first_pass(model, names, rows)
    first = _by_event(made, shares)
    lists = [lists_of(stand.views[event.view], some) for event, some in zip(events, made, strict=True)]
    around = second_rows(events, first, lists, stand.entities)
    beside = np.array([row for some in _flat_rows(made, around) for row in some], dtype=np.float32)
    matrix = np.hstack([matrix, beside])
    starts = np.cumsum([0, *(len(some) for _, some in flat[:-1])])
    second = _by_event(made, competing(model.second.log_odds(matrix), starts))
    goes_on = continued(events, [tops(one) for one in second])
    by_role = _matrix_by_role(made, matrix)
    return [
        Linked(event, some, choose(some, share, joined, model.listed), own, before)
        for event, some, share, joined, own, before in zip(events, made, second, lists, by_role, goes_on, strict=True)
    ]


def first_pass(model: Model, names: Sequence[str], rows: Sequence[Row]) -> tuple[Floats, Floats]:
    """Columns of the trees and the probability of each row: the geometric mean of trees and sparse weights."""
    numbers = np.array([row.numbers for row in rows], dtype=np.float32)
    rates = np.array([model.rates.of(row.keys) for row in rows], dtype=np.float32)
    matrix: Floats = np.hstack([numbers, rates])
    trees = probability(model.first.log_odds(matrix))
    sparse = probability(model.linear.log_odds(names, numbers, rows))
    mean: Floats = np.sqrt(trees * sparse)
    return matrix, mean


def competing(scores: Floats, starts: Ints) -> Floats:
    """Scores to probabilities that sum to one within each slate; `starts` are the slates' first rows."""
    sizes = np.diff(np.append(starts, len(scores)))
    powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    shares: Floats = (powers / np.repeat(np.add.reduceat(powers, starts), sizes)).astype(np.float32)
    return shares


def lists_of(view: View, some: Sequence[Slate]) -> dict[Key, int]:
    """The word that heads the list in which each referent of the sentence stands."""
    found: dict[Key, int] = {}
    for slate in some:
        for one in slate.candidates:
            if one.here:
                i = one.here.head
                for _ in range(len(view.tokens)):
                    if view.tokens[i].dep != "conj":
                        break
                    i = view.tokens[i].head
                found[one.key] = i
    return found


def _by_event(made: Sequence[Sequence[Slate]], shares: Floats) -> list[dict[str, dict[Key, float]]]:
    found: list[dict[str, dict[Key, float]]] = []
    at = 0
    listed = shares.tolist()
    for some in made:
        roles: dict[str, dict[Key, float]] = {}
        for slate in some:
            keys = [*(one.key for one in slate.candidates), EMPTY]
            roles[slate.role] = dict(zip(keys, listed[at : at + len(keys)], strict=True))
            at += len(keys)
        found.append(roles)
    return found


def _flat_rows(
    made: Sequence[Sequence[Slate]], around: Sequence[Mapping[str, Mapping[Key, list[float]]]]
) -> list[list[list[float]]]:
    return [
        [rows[slate.role][key] for key in (*(one.key for one in slate.candidates), EMPTY)]
        for some, rows in zip(made, around, strict=True)
        for slate in some
    ]


def _matrix_by_role(made: Sequence[Sequence[Slate]], matrix: Floats) -> list[dict[str, Floats]]:
    found: list[dict[str, Floats]] = []
    at = 0
    for some in made:
        rows: dict[str, Floats] = {}
        for slate in some:
            rows[slate.role] = matrix[at : at + len(slate.candidates) + 1]
            at += len(slate.candidates) + 1
        found.append(rows)
    return found
