"""A candidate for a role as the linker's first pass sees it: numbers, and the keys of its rates.

NAMES gives the order of the numbers; each can be shown as a reason.
"""

from typing import NamedTuple

from foedus.language.parse import Token
from foedus.reader.kinds import ITEMS, PARTIES, PLACES
from foedus.reader.linker.bearing import NEVER
from foedus.reader.linker.candidates import Candidate, Slate
from foedus.reader.linker.mention import ANAPHORS, Mention
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


class Row(NamedTuple):
    """Numbers in the order of NAMES, and the keys of the rates."""

    numbers: list[float]
    keys: tuple[str, ...]


def rows_of(slate: Slate) -> list[Row]:
    """Rows of all candidates for one role, the empty one last."""
    rows = [_row(slate, one) for one in slate.candidates]
    rows.append(_empty(slate))
    return rows


def _row(slate: Slate, one: Candidate) -> Row:
    event, here = slate.event, one.here
    scene = slate.scene
    referent = one.referent
    last = one.mention
    count = len({(mention.view, mention.head) for mention in referent.mentions})
    numbers = [0.0, float(here is not None), float(one.back), float(one.ahead)]
    keys: tuple[str, ...]
    tr, lang = slate.name, scene.lang
    token = scene.view.tokens[event.anchor]
    lemma, words = scene.view.lemma(event.anchor), scene.words
    if here is not None:
        up, down = one.path
        view, head = scene.view, here.head
        low, high = sorted((event.anchor, head))
        between = view.tokens[low + 1 : high]
        distance = head - event.anchor
        numbers += [
            float(abs(distance)),
            float(distance < 0),
            float(len(up) + len(down)),
            float(len(up)),
            float(len(down)),
            float(sum(word.text in _BREAKS for word in between)),
            float(sum(word.upos == "VERB" for word in between)),
            float(sum(low < other < high for other in slate.heads)),
            float(sum(abs(other - event.anchor) < abs(distance) for other in slate.heads)),
            float(one.place),
            float(one.bearing.ranks.get(slate.role, NEVER)),
            float(bool(one.bearing.ranks) and slate.role not in one.bearing.ranks),
            float(one.bearing.steps),
        ]
        here_token = view.tokens[head]
        marker = slot(view.sentence, head) or "-"
        governor = view.tokens[here_token.head]
        relation, how = one.bearing.relation, one.bearing.how
        kind = _kind(here)
        keys = (
            f"{tr}|{relation}|{how}|{kind}",
            f"{lang}|{lemma}|{tr}|{relation}",
            f"{tr}|{'^'.join(up)}v{'v'.join(down)}",
            f"{tr}|{marker}|{token.upos}|{here_token.dep}",
            f"{tr}|{here.how}|{here_token.dep}|{int(distance < 0)}",
            f"{lang}|{governor.lemma.lower()}|{tr}|{marker}|{here_token.dep}",
            f"{tr}|0|{here.how}|{min(here.rank, 1)}|{min(one.place, 3)}",
            f"{lang}|{tr}|{_over(scene.view, event.said, event.anchor, head)}",
            f"{lang}|{words}|{tr}|{relation}",
        )
    else:
        numbers += [FAR, -1.0, FAR, FAR, FAR, -1.0, -1.0, -1.0, -1.0, float(one.place), float(NEVER), 0.0, float(NEVER)]
        kind = _kind(last)
        subject = int(one.view.is_subject(last.head))
        keys = (
            f"{tr}|elsewhere|{kind}",
            f"{lang}|{lemma}|{tr}|elsewhere",
            f"{tr}|elsewhere|{one.back}|{one.ahead}",
            f"{tr}|elsewhere|{token.upos}|{subject}",
            f"{tr}|{last.how}|elsewhere|{subject}",
            f"{tr}|elsewhere|{one.view.tokens[last.head].dep}",
            f"{tr}|{one.back}|{last.how}|{subject}|{min(one.recency, 3)}",
            f"{lang}|{tr}|elsewhere",
            f"{lang}|{words}|{tr}|elsewhere",
        )
    shown = here or last
    numbers += [
        float(min(count, 12)),
        count / max(1, slate.most),
        float(min(referent.mentions[0].view, 12)),
        float(one.in_headline),
        float(one.in_lead),
        float(min(one.recency, 9)),
        float(min(one.salience, 9)),
        float(here is not None and scene.view.is_subject(here.head)),
        float(here is None and one.view.is_subject(last.head)),
        float(one.speaks),
        float(one.against),
        float(one.makes_item),
        float(one.makes_arms),
        float(one.quoted_alike),
        float(shown.rank if shown.how in ANAPHORS else -1),
        float(shown.agrees),
        float(one.under_other),
        float(one.other_nearer),
    ]
    numbers += _shared(slate)
    numbers += [
        float(shown.kind == "state"),
        float(shown.kind == "company"),
        float(shown.kind == "organisation"),
        float(shown.kind == "armed_group"),
        float(shown.kind == "system"),
        float(shown.kind == "item_class"),
        float(shown.kind in ("place", "base")),
        float(shown.kind == "force"),
        float(shown.how == "noun"),
        float(shown.how == "guess"),
        float(shown.how in ANAPHORS),
        float(shown.how == "demonym"),
        float(shown.how == "metonym"),
        float(shown.how in ("institution", "force", "title")),
    ]
    numbers += _of_event(slate)
    numbers += [float(one.ahead > 0), float(one.width)]
    return Row(numbers, (*keys, *_open_keys(slate)))


def _empty(slate: Slate) -> Row:
    blank = [-2.0] * NAMES.index("candidates")
    blank[0] = 1.0
    numbers = [*blank, *_shared(slate), *([0.0] * 14), *_of_event(slate), 0.0, 0.0]
    tr = slate.name
    nothing = f"{tr}|empty"
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
            *_open_keys(slate),
        ),
    )


def _open_keys(slate: Slate) -> tuple[str, str]:
    """Keys of how often the role stays empty; counted for the empty candidate alone."""
    lemma = slate.scene.view.lemma(slate.event.anchor)
    return (
        f"{slate.name}|{slate.scene.form}|{slate.event.stage}",
        f"{slate.scene.lang}|{lemma}|{slate.name}",
    )


def _shared(slate: Slate) -> list[float]:
    return [float(min(len(slate.candidates), 20)), float(min(len(slate.heads), 12)), float(slate.best_frame)]


def _of_event(slate: Slate) -> list[float]:
    scene = slate.scene
    return [
        float(min(scene.events, 6)),
        float(scene.form == "noun"),
        float(scene.form == "participle"),
        float(scene.form == "infinitive"),
        float(scene.form == "passive"),
        float(scene.has_subject),
        float(bool(slate.event.units)),
    ]


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
