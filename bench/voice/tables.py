"""The figures as tables."""

from collections.abc import Sequence

from bench.accuracy.report import Table
from bench.voice.hearing import Answer
from bench.voice.known import NO_REASON
from bench.voice.misses import missed
from bench.voice.rows import Kind
from bench.voice.tally import FIELDS, Share, by, count, groups, whole

_HEADS = {
    "right": "right",
    "standing": "standing",
    "nearest": "nearest voice",
    "quoted": "quoted",
    "when": "said when",
    "vehicle": "vehicle",
    "asserted": "asserted",
    "polarity": "polarity",
    "certainty": "certainty",
    "plain": "nothing marked",
    "unheard": "unheard",
}
_TITLES: dict[Kind, str] = {"voice": "Who says it", "surety": "How surely"}


def by_language(answers: Sequence[Answer]) -> list[Table]:
    """One table a kind: shares by part and language."""
    return [_table(answers, kind) for kind in FIELDS]


def case_table(answers: Sequence[Answer]) -> Table:
    """The named cases: rows that are right in everything, and how many of the cases have no wrong row."""
    rows = []
    for (part, lang), some in groups(answers).items():
        if part == "cases":
            cases = by(some, lambda answer: answer.row.id.rpartition("-")[0])
            held = Share(len(cases), sum(whole(each).right == len(each) for each in cases.values()))
            rows.append((lang, *_shown(whole(some)), *_shown(held)))
    return Table("Named cases", ("lang", "rows", "right", "cases", "all rows right"), rows)


def by_construction(answers: Sequence[Answer]) -> Table:
    """Rows right by language and construction, the worst first."""
    rows = []
    for lang in dict.fromkeys(answer.row.lang for answer in answers):
        some = [answer for answer in answers if answer.row.lang == lang]
        found = by(some, lambda answer: answer.row.label.construction)
        ordered = sorted(found.items(), key=lambda item: (whole(item[1]).share or 0, item[0]))
        rows += [(lang, name, *_shown(whole(each))) for name, each in ordered]
    return Table("By construction", ("lang", "construction", "rows", "right"), rows)


def failing_cases(answers: Sequence[Answer], why: dict[str, str]) -> Table:
    """The rows of named cases that are read wrongly, with the reason."""
    wrong = [answer.row for answer in missed(answers) if answer.row.part == "cases"]
    rows = [(row.id, row.label.construction, why.get(row.id, NO_REASON)) for row in wrong]
    return Table("Named cases that are read wrongly", ("row", "construction", "why"), rows)


def _table(answers: Sequence[Answer], kind: Kind) -> Table:
    rows = []
    for (part, lang), some in groups(answers).items():
        counted = count(some, kind)
        if counted["right"].asked:
            shares = [_share(counted[field]) for field in (*FIELDS[kind], "plain")]
            rows.append((part, lang, str(counted["right"].asked), *shares, str(counted["unheard"].right)))
    heads = (_HEADS[field] for field in (*FIELDS[kind], "plain", "unheard"))
    return Table(_TITLES[kind], ("part", "lang", "rows", *heads), rows)


def _shown(share: Share) -> tuple[str, str]:
    return str(share.asked), _share(share)


def _share(share: Share) -> str:
    return "—" if share.share is None else f"{share.share:.3f}"
