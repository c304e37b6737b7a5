"""A candidate for a role as the linker's first pass sees it: numbers, and the keys of its rates.

NAMES gives the order of the numbers; each can be shown as a reason.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from foedus.language.parse import Token
from foedus.model.vocabulary import Kind
from foedus.reader.kinds import ITEMS, PARTIES, PLACES
from foedus.reader.linker.bearing import NEVER
from foedus.reader.linker.candidates import Candidate, Slate
from foedus.reader.linker.mention import ANAPHORS, How, Mention
from foedus.reader.relations import slot
from foedus.reader.view import View

NAMES = (
    "empty",
    "same sentence",
    "sentences back",
    "sentences ahead",
    "distance",
    "before the event",
    "path length",
    "path up",
    "path down",
    "commas between",
    "verbs between",
    "candidates between",
    "nearer candidates",
    "place by structure",
    "frame gives role",
    "frame gives another",
    "inside an argument",
    "mentions",
    "share of mentions",
    "first named in",
    "in the headline",
    "in the lead",
    "place by recency",
    "place by salience",
    "subject",
    "subject of its clause before",
    "speaker",
    "against",
    "makes the item",
    "arms maker",
    "in quotation alike",
    "rank as antecedent",
    "agrees as antecedent",
    "under another event",
    "other event nearer",
    "candidates",
    "candidates in sentence",
    "best frame",
    "is a state",
    "is a company",
    "is an organisation",
    "is an armed group",
    "is a system",
    "is a class",
    "is a place",
    "is a force",
    "is words",
    "is a guess",
    "is an anaphor",
    "is a demonym",
    "is a capital",
    "is an institution",
    "events in sentence",
    "event is a noun",
    "event is a participle",
    "event is an infinitive",
    "event is passive",
    "has a subject",
    "units known",
    "named in sentence after",
    "words in phrase",
)
FAR = 40.0
_SHARED = NAMES.index("candidates")


class Row(NamedTuple):
    """Numbers in the order of NAMES, and the keys of the rates."""

    numbers: list[float]
    keys: tuple[str, ...]


def rows_of(slate: Slate) -> list[Row]:
    """Rows of all candidates for one role, the empty one last."""
    around = _around(slate)
    told = slate.scene.told
    rows = []
    for one in slate.candidates:
        part = told.get(one.part)
        if part is None:
            part = told[one.part] = _part(slate, one)
        rows.append(_row(around, one, part))
    rows.append(_empty(slate, around))
    return rows


class _Around(NamedTuple):
    """What all candidates of a slate share: its names as the keys have them, places of the candidates, numbers."""

    slate: Slate
    tr: str
    lemma: str
    words: str
    lang: str
    open_keys: tuple[str, str]
    heads: Sequence[int]
    """In order."""
    most: int
    shared: tuple[float, ...]
    of_event: tuple[float, ...]


class _Part(NamedTuple):
    """What a candidate's row has in every role of its event: runs of numbers, ends of keys, bounds of heads."""

    first: list[float]
    inside: tuple[float, ...]
    places: int
    named: tuple[float, ...]
    stands: tuple[float, ...]
    what: tuple[float, ...]
    last: tuple[float, ...]
    keys: tuple[str, ...]
    between: tuple[int, int]
    nearer: tuple[int, int]


def _around(slate: Slate) -> _Around:
    scene, tr = slate.scene, slate.name
    lemma = scene.view.lemma(slate.event.anchor)
    shared = (float(min(len(slate.candidates), 20)), float(min(len(slate.heads), 12)), float(slate.best_frame))
    return _Around(
        slate,
        tr,
        f"{scene.lang}|{lemma}|{tr}",
        f"{scene.lang}|{scene.words}|{tr}",
        f"{scene.lang}|{tr}",
        # how often the role stays empty; counted for the empty candidate alone
        (f"{tr}|{scene.form}|{slate.event.stage}", f"{scene.lang}|{lemma}|{tr}"),
        sorted(slate.heads),
        max(1, slate.most),
        shared,
        _of_event(slate),
    )


def _row(around: _Around, one: Candidate, part: _Part) -> Row:
    slate, tr, keys = around.slate, around.tr, part.keys
    numbers = [*part.first]
    if one.here is not None:
        ranks = one.bearing.ranks
        numbers += (
            _inside(around.heads, part.between),
            _inside(around.heads, part.nearer),
            float(one.place),
            float(ranks.get(slate.role, NEVER)),
            float(bool(ranks) and slate.role not in ranks),
        )
        far = f"{tr}{keys[6]}{min(one.place, 3)}"
        governor = f"{keys[9]}{tr}{keys[5]}"
    else:
        numbers += (-1.0, -1.0, float(one.place), float(NEVER), 0.0)
        far = f"{tr}{keys[6]}{min(one.recency, 3)}"
        governor = tr + keys[5]
    numbers += part.inside
    numbers.append(part.places / around.most)
    numbers += part.named
    numbers += (float(min(one.recency, 9)), float(min(one.salience, 9)))
    numbers += part.stands
    numbers += around.shared
    numbers += part.what
    numbers += around.of_event
    numbers += part.last
    return Row(
        numbers,
        (
            tr + keys[0],
            around.lemma + keys[1],
            tr + keys[2],
            tr + keys[3],
            tr + keys[4],
            governor,
            far,
            around.lang + keys[7],
            around.words + keys[8],
            *around.open_keys,
        ),
    )


def _inside(ordered: Sequence[int], bounds: tuple[int, int]) -> float:
    """How many lie between two bounds."""
    low, high = bounds
    return float(bisect_left(ordered, high) - bisect_right(ordered, low)) if low < high else 0.0


def _part(slate: Slate, one: Candidate) -> _Part:
    event, here, scene, referent, last = slate.event, one.here, slate.scene, one.referent, one.mention
    shown = here or last
    first = [0.0, float(here is not None), float(one.back), float(one.ahead)]
    between = nearer = (0, 0)
    is_subject = one.view.is_subject(shown.head)
    if here is not None:
        distance = here.head - event.anchor
        far = abs(distance)
        between, nearer = (
            (min(event.anchor, here.head), max(event.anchor, here.head)),
            (event.anchor - far, event.anchor + far),
        )
        first += _distances(one, distance, scene.view.tokens[between[0] + 1 : between[1]])
        keys = _keys_here(slate, one, here, distance)
    else:
        first += (FAR, -1.0, FAR, FAR, FAR, -1.0, -1.0)
        keys = _keys_elsewhere(slate, one, is_subject=is_subject)
    return _Part(
        first,
        (float(one.bearing.steps if here else NEVER), float(min(one.places, 12))),
        one.places,
        (float(min(referent.mentions[0].view, 12)), float(one.in_headline), float(one.in_lead)),
        (
            float(here is not None and is_subject),
            float(here is None and is_subject),
            float(one.speaks),
            float(one.against),
            float(one.makes_item),
            float(one.makes_arms),
            float(one.quoted_alike),
            float(shown.rank if shown.how in ANAPHORS else -1),
            float(shown.agrees),
            float(one.under_other),
            float(one.other_nearer),
        ),
        _what(shown.kind, shown.how),
        (float(one.ahead > 0), float(one.width)),
        keys,
        between,
        nearer,
    )


def _distances(one: Candidate, distance: int, between: Sequence[Token]) -> tuple[float, ...]:
    up, down = one.path
    return (
        float(abs(distance)),
        float(distance < 0),
        float(len(up) + len(down)),
        float(len(up)),
        float(len(down)),
        float(len([word for word in between if word.text in _BREAKS])),
        float(len([word for word in between if word.upos == "VERB"])),
    )


def _keys_here(slate: Slate, one: Candidate, here: Mention, distance: int) -> tuple[str, ...]:
    """Ends of the keys of somebody in the sentence, behind type and role; the governor's key begins with the last."""
    event, scene, view, (up, down) = slate.event, slate.scene, slate.scene.view, one.path
    token, here_token = view.tokens[event.anchor], view.tokens[here.head]
    marker = slot(view.sentence, here.head) or "-"
    relation = one.bearing.relation
    return (
        f"|{relation}|{one.bearing.how}|{_kind(here)}",
        f"|{relation}",
        f"|{'^'.join(up)}v{'v'.join(down)}",
        f"|{marker}|{token.upos}|{here_token.dep}",
        f"|{here.how}|{here_token.dep}|{int(distance < 0)}",
        f"|{marker}|{here_token.dep}",
        f"|0|{here.how}|{min(here.rank, 1)}|",
        f"|{_over(view, event.said, event.anchor, here.head)}",
        f"|{relation}",
        f"{scene.lang}|{view.lemma(here_token.head)}|",
    )


def _keys_elsewhere(slate: Slate, one: Candidate, *, is_subject: bool) -> tuple[str, ...]:
    """Ends of the keys of somebody who is not in the sentence, behind type and role."""
    last = one.mention
    subject = int(is_subject)
    upos = slate.scene.view.tokens[slate.event.anchor].upos
    return (
        f"|elsewhere|{_kind(last)}",
        "|elsewhere",
        f"|elsewhere|{one.back}|{one.ahead}",
        f"|elsewhere|{upos}|{subject}",
        f"|{last.how}|elsewhere|{subject}",
        f"|elsewhere|{one.view.tokens[last.head].dep}",
        f"|{one.back}|{last.how}|{subject}|",
        "|elsewhere",
        "|elsewhere",
    )


@cache
def _what(kind: Kind, how: How) -> tuple[float, ...]:
    return (
        float(kind == "state"),
        float(kind == "company"),
        float(kind == "organisation"),
        float(kind == "armed_group"),
        float(kind == "system"),
        float(kind == "item_class"),
        float(kind in ("place", "base")),
        float(kind == "force"),
        float(how == "noun"),
        float(how == "guess"),
        float(how in ANAPHORS),
        float(how == "demonym"),
        float(how == "metonym"),
        float(how in ("institution", "force", "title")),
    )


def _empty(slate: Slate, around: _Around) -> Row:
    blank = [-2.0] * _SHARED
    blank[0] = 1.0
    numbers = [*blank, *around.shared, *([0.0] * 14), *around.of_event, 0.0, 0.0]
    nothing = f"{slate.name}|empty"
    subject = int(slate.scene.has_subject)
    return Row(
        numbers,
        (
            f"{nothing}|{slate.best_frame}",
            f"{slate.scene.lang}|{slate.scene.view.lemma(slate.event.anchor)}|{nothing}",
            f"{nothing}|{slate.event.stage}|{subject}",
            f"{nothing}|{slate.scene.form}",
            f"{nothing}|{min(len(slate.heads), 4)}",
            nothing,
            f"{nothing}|{min(len(slate.candidates), 6)}",
            f"{slate.scene.lang}|{nothing}",
            f"{slate.scene.lang}|{slate.scene.words}|{nothing}",
            *around.open_keys,
        ),
    )


def _of_event(slate: Slate) -> tuple[float, ...]:
    scene = slate.scene
    return (
        float(min(scene.events, 6)),
        float(scene.form == "noun"),
        float(scene.form == "participle"),
        float(scene.form == "infinitive"),
        float(scene.form == "passive"),
        float(scene.has_subject),
        float(bool(slate.event.units)),
    )


def _kind(mention: Mention) -> str:
    if mention.kind in PARTIES:
        return mention.kind if mention.how not in ANAPHORS else "anaphor"
    return "item" if mention.kind in ITEMS else "place" if mention.kind in PLACES else mention.kind


def _over(view: View, said: int, anchor: int, head: int) -> str:
    """How the candidate stands to the word over the event: an operator, else the governor of its anchor."""
    over = said if said != anchor else view.tokens[anchor].head
    token: Token = view.tokens[head]
    if over == anchor:
        return "root"
    if token.head == over:
        return f"{view.lemma(over)}|{token.dep}|{slot(view.sentence, head) or ''}"
    return "over" if over == head else "-"


_BREAKS = frozenset(",;:—–()")
