"""From a sentence's statements to drafts: choose the sense whose frame the sentence fills best, decide polarity."""

from collections.abc import Callable, Collection, Iterable

from foedus.model.claim import Cue, Filler
from foedus.model.vocabulary import TYPES, ClaimType, Kind
from foedus.reader.complement import complement
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
    statements = list(said)
    told = {(statement.hit.anchor, statement.type) for statement in statements}
    return [_draft(tools, view, statement, told) for statement in statements]


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


def _add(filled: Filled, below: Filled) -> None:
    """Give a unit the roles that only the event in its complement knows."""
    taken = {filler.entity for fillers in filled.roles.values() for filler in fillers if filler.entity}
    for role, fillers in below.roles.items():
        if role not in filled.roles and role not in filled.pronouns and not any(one.entity in taken for one in fillers):
            filled.roles[role] = fillers
            filled.reasons[role] = f"from {below.unit.text!r} below"


def _read(tools: Tools, view: View, statement: Statement) -> tuple[Filled, Decision]:
    """Roles and decisions of a statement by the frame of its hit."""
    filled = _best_sense(tools, view, statement)
    decision = decide(tools.lexicon, view, statement, filled.unit)
    _controlled(tools, view, filled, decision)
    return filled, decision


def _leads(view: View, statement: Statement, filled: Filled, anchor: int, below: Filled) -> bool:
    """Whether a word only leads to the event at `anchor` below it: it is one of the operators, has no thing of its own,
    and the event knows no less of the core."""
    if statement.hit.anchor not in statement.operators or len(statement.hit.content) > 1:
        return False
    slot, place = filled.slots.get("item"), view.tokens[anchor].start
    if slot and (slot.token != anchor or any(one.start <= place < one.end for one in filled.roles["item"])):
        return False
    core = TYPES[filled.unit.type].core
    own, others = (sum(role in one.roles or role in one.pronouns for role in core) for one in (filled, below))
    return others >= own


def _draft(tools: Tools, view: View, statement: Statement, told: Collection[tuple[int, ClaimType]]) -> Draft:
    filled, decision = _read(tools, view, statement)
    below = complement(tools.units, view, statement.hit, statement.type)
    if below is not None and (below.anchor, statement.type) not in told:
        inner = statement._replace(hit=below, senses=below.senses)
        event, decided = _read(tools, view, inner)
        if _leads(view, statement, filled, below.anchor, event):
            statement, filled, decision = inner, event, decided
        else:
            _add(filled, event)
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
