"""A claim that is judged: the page behind the forms, above all where something hinders."""

from msgspec import Struct

from foedus.serve.house import House
from foedus.serve.views.panel import Page, Panel, panel
from foedus.serve.views.review_form import Edited, Form, differing, edited, form_of, over


class Both(Struct, frozen=True):
    """A field that was changed meanwhile, or typed: what it said when it was looked at, what now, what was typed."""

    field: str
    seen: str
    now: str
    typed: str


class Judging(Struct, frozen=True):
    """What is done with a claim (`accept`, `correct`, `reject`), and where one goes on."""

    action: str
    back: str


class Typed(Struct, frozen=True):
    """What came with a judgement that could not be kept: the fields, the reason, the problem.

    `seen` is what the claim said when it was opened, where it changed since.
    """

    form: Form | None = None
    seen: Form | None = None
    reason: str = ""
    opinion: bool = False
    problem: str = ""


class JudgeView(Struct, frozen=True):
    """A claim, and what to do with it; `problem` says why it could not be kept.

    With `stale` the claim changed since it was opened: `both` has each field's values, and asking again goes by the
    claim as it is now.
    """

    told: Panel
    action: str
    edited: Edited
    problem: str
    stale: bool
    both: tuple[Both, ...]
    reason: str
    opinion: bool
    back: str


def judge_view(house: House, given: str, page: Page, judging: Judging, typed: Typed) -> JudgeView:
    """The claim of an id as it holds now, with what was typed laid over it."""
    told = panel(house, given, page, None, blind=typed.opinion)
    now = form_of(told.claim)
    form = over(now, typed.form, typed.seen or now) if typed.form else None
    return JudgeView(
        told,
        judging.action,
        edited(told.claim, told.history, form, now),
        typed.problem,
        typed.seen is not None,
        _both(typed.seen, now, form) if typed.seen else (),
        typed.reason,
        typed.opinion,
        judging.back or f"/claims/{told.address}",
    )


def _both(seen: Form, now: Form, typed: Form | None) -> tuple[Both, ...]:
    """What somebody else changed, and what was typed."""
    mine = differing(typed, now) if typed else ()
    fields = dict.fromkeys([*differing(seen, now), *mine])
    return tuple(
        Both(one, seen.line(one), now.line(one), typed.line(one) if typed and one in mine else "")
        for one in fields
        if not one.endswith("_words")
    )
