"""Peers and this project's reader on the same rows: what is denied, what is not certain, what somebody else says."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bench.accuracy.report import Table
from bench.voice.hearing import Answer
from bench.voice.label import Label
from bench.voice.peers.asking import Asked
from bench.voice.peers.peer import Told
from bench.voice.rows import LANGS, Kind
from bench.voice.tally import groups
from foedus.reader.voice.composing import Heard

NO_PEER = "Russian has no peer: no package with rules for it was found on PyPI."
OURS, COMMONER = "Foedus", "always the commoner"


class Question(NamedTuple):
    """One thing that peers are asked: of which rows, which of them are marked by their author, and by a system."""

    title: str
    kind: Kind
    asked: Callable[[Label], bool]
    marked: Callable[[Label], bool]
    ours: Callable[[Heard], bool]
    theirs: Callable[[Told], bool | None]


QUESTIONS = (
    Question(
        "Denied, of the rows that claim something",
        "surety",
        lambda label: label.asserted,
        lambda label: label.polarity == "negated",
        lambda heard: heard.polarity == "negated",
        lambda told: told.negated,
    ),
    Question(
        "Not certain, or not claimed at all",
        "surety",
        lambda _: True,
        lambda label: not label.asserted or label.certainty != "certain",
        lambda heard: not heard.asserted or heard.certainty != "certain",
        lambda told: told.unsure,
    ),
    Question(
        "Not the outlet's own statement",
        "voice",
        lambda _: True,
        lambda label: label.standing != "stated",
        lambda heard: heard.standing != "stated",
        lambda told: told.reported,
    ),
)


class System(NamedTuple):
    """A system, the languages it reads, and what it says of their rows; None where it says nothing."""

    name: str
    langs: tuple[str, ...]
    says: Callable[[Answer, Question], bool | None]


def told_by(asked: Sequence[Asked], command: str) -> str:
    """The line over the tables: which versions, what their words are taken for, and how to run it again."""
    said = "; ".join(f"{one.peer.package} {one.version} ({one.peer.lang}): {one.peer.mapping}" for one in asked)
    return f"{said}. {NO_PEER} `{command}` writes these tables."


def peer_tables(answers: Sequence[Answer], asked: Sequence[Asked]) -> list[Table]:
    """One table a question over open and frozen rows."""
    columns = ("lang", "part", "system", "rows", "marked", "right", "P", "R", "F1")
    there = [
        System(OURS, LANGS, lambda answer, question: question.ours(answer.heard) if answer.heard else None),
        *(_system(one) for one in asked),
    ]
    return [Table(question.title, columns, list(_rows(there, answers, question))) for question in QUESTIONS]


def _system(asked: Asked) -> System:
    return System(
        asked.peer.package, (asked.peer.lang,), lambda answer, question: question.theirs(asked.told[answer.row.id])
    )


def _rows(there: Sequence[System], answers: Sequence[Answer], question: Question) -> Iterator[tuple[str, ...]]:
    for (part, lang), some in groups(answers).items():
        asked = [answer for answer in some if question.kind in answer.row.kinds and question.asked(answer.row.label)]
        if not asked or lang not in LANGS:
            continue
        wanted = [question.marked(answer.row.label) for answer in asked]
        counts = (str(len(asked)), str(sum(wanted)))
        for system in there:
            said = [system.says(answer, question) for answer in asked] if lang in system.langs else []
            if system.name == OURS or not set(said) <= {None}:
                yield (lang, part, system.name, *counts, *_shares(wanted, said))
        commoner = max(sum(wanted), len(wanted) - sum(wanted)) / len(wanted)
        yield (lang, part, COMMONER, *counts, f"{commoner:.3f}", "—", "—", "—")


def _shares(wanted: Sequence[bool], said: Sequence[bool | None]) -> tuple[str, ...]:
    """Share of rows that are right; precision, recall and F1 of the marked ones."""
    right = sum(one == other for one, other in zip(wanted, said, strict=True))
    hits = sum(one and other is True for one, other in zip(wanted, said, strict=True))
    given = sum(other is True for other in said)
    f1 = 2 * hits / (given + sum(wanted)) if given + sum(wanted) else 0.0
    precision, recall = hits / given if given else 0.0, hits / sum(wanted) if sum(wanted) else 0.0
    return tuple(f"{share:.3f}" for share in (right / len(wanted), precision, recall, f1))
