"""From a sentence's statements to drafts: choose the sense whose frame the sentence fills best, decide polarity."""

from collections.abc import Callable, Iterable

from foedus.model.claim import Cue, Filler
from foedus.model.vocabulary import Kind
from foedus.reader.deciding.statements import Statement
from foedus.reader.draft import Draft
from foedus.reader.filled import SHARED_ROLES, Filled
from foedus.reader.frames import fill
from foedus.reader.kinds import kinds_for
from foedus.reader.operators import Decision, decide
from foedus.reader.relations import SUBJECTS, preposition
from foedus.reader.tools import Tools
from foedus.reader.view import View

Resolve = Callable[[View, int, frozenset[Kind], frozenset[str]], Filler | None]
"""Whom the pronoun at a token of a sentence stands for, given the kinds wanted and the entities already taken."""


def drafts_of(tools: Tools, view: View, said: Iterable[Statement]) -> list[Draft]:
    """Drafts of one sentence's statements, in their order; voices, dates and unsaid roles are still to come."""
    return [draft for statement in said if (draft := _draft(tools, view, statement))]


def _best_sense(tools: Tools, view: View, statement: Statement) -> Filled:
    """The sense whose own construction fills most roles; ties go to more fillers, then to the first."""
    senses = [fill(tools.phrases, view, statement.hit, unit, agent=tools.agent) for unit in statement.senses]
    return max(
        senses,
        key=lambda filled: (
            filled.direct,
            len(filled.roles),
            sum(len(fillers) for fillers in filled.roles.values()),
        ),
    )


def _controlled(tools: Tools, view: View, filled: Filled, decision: Decision) -> None:
    """An operator's subject or addressee becomes the trigger's subject: "X a promis de livrer", "X autorise Y à …"."""
    roles = filled.unit.frame.get("subj")
    if decision.control is None or not roles:
        return
    relation, operator = decision.control
    slot = filled.slots.get(roles[0])
    shared = slot is not None and slot.how in ("control", "clause above")
    if roles[0] in filled.roles and (relation == "subj" or not shared):
        return
    labels = {"subj": SUBJECTS, "obj": ("obj", "iobj"), "iobj": ("iobj", "obl", "obl:arg")}.get(relation, ())
    for child in view.sentence.dependents(operator, *labels):
        if relation == "iobj" and preposition(view.sentence, child.i) not in (None, "à", "to"):
            continue
        fillers = tools.phrases.fillers(
            view, child.i, kinds_for(filled.unit.type, roles[0]), filled.unit.type, roles[0]
        )
        if fillers:
            filled.roles[roles[0]] = fillers
            filled.reasons[roles[0]] = f"{relation} of the operator"
            return
        if tools.phrases.is_anaphor(view, child.i):
            filled.roles.pop(roles[0], None)
            filled.pronouns[roles[0]] = child.i
            return


def _draft(tools: Tools, view: View, statement: Statement) -> Draft:
    filled = _best_sense(tools, view, statement)
    decision = decide(tools.lexicon, view, statement, filled.unit)
    _controlled(tools, view, filled, decision)
    tokens = statement.trigger
    start, end = view.tokens[tokens[0]].start, view.tokens[tokens[-1]].end
    trigger = Cue("trigger", view.text[start:end], start, end)
    return Draft(
        view,
        statement.hit,
        tokens,
        filled,
        statement.stage.stage,
        decision.polarity,
        decision.certainty,
        "stated",
        [],
        quoted=False,
        probability=statement.probability,
        cues=[trigger, *decision.cues],
    )


def resolve_pronouns(draft: Draft, resolve: Resolve) -> None:
    """Give the roles whose slot holds a pronoun the party it stands for."""
    for role, token in list(draft.filled.pronouns.items()):
        taken = frozenset(
            filler.entity for fillers in draft.roles.values() for filler in fillers if filler.entity is not None
        )
        filler = resolve(draft.view, token, kinds_for(draft.unit.type, role), taken)
        if filler and (role not in draft.roles or role in SHARED_ROLES):
            draft.roles[role] = [*draft.roles.get(role, ()), filler]
            draft.filled.reasons[role] = f"{draft.view.tokens[token].text!r} stands for {filler.text!r}"
        if filler:
            del draft.filled.pronouns[role]
