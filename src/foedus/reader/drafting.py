"""From a sentence's hits to drafts: choose the sense whose frame the sentence fills best, decide stage and polarity."""

from collections.abc import Callable

from foedus.model.claim import Cue, Filler
from foedus.model.vocabulary import Kind
from foedus.reader.draft import Draft
from foedus.reader.filled import SHARED_ROLES, Filled
from foedus.reader.frames import fill
from foedus.reader.gates import has_party, passes
from foedus.reader.kinds import kinds_for
from foedus.reader.matcher import Hit
from foedus.reader.operators import Decision, decide
from foedus.reader.relations import SUBJECTS, preposition
from foedus.reader.tools import Tools
from foedus.reader.unit import Operator, Unit
from foedus.reader.view import View

NAMED = frozenset({"organisation", "treaty", "place", "person", "company", "exercise", "mission", "base"})
BODIES = ("institutions", "officials", "organisation_nouns")
Resolve = Callable[[View, int, frozenset[Kind], frozenset[str]], Filler | None]
"""Whom the pronoun at a token of a sentence stands for, given the kinds wanted and the entities already taken."""


def drafts_of(tools: Tools, view: View, before: View | None) -> list[Draft]:
    """Drafts of one sentence, in text order; their voices, dates and unsaid roles are still to come."""
    over: dict[int, Hit[Operator]] = {hit.anchor: hit for hit in tools.operators.hits(view.sentence)}
    drafts = []
    for hit in tools.units.hits(view.sentence):
        if _in_name(view, hit.anchor) or _names_a_body(tools, view, hit.anchor):
            continue
        filled = _best_sense(tools, view, before, hit)
        if filled is None:
            continue
        decision = decide(tools.lexicon, view, hit, filled.unit, over)
        if decision is None:
            continue
        _controlled(tools, view, filled, decision)
        drafts.append(_draft(view, hit, filled, decision))
    return drafts


def _in_name(view: View, i: int) -> bool:
    """Whether the word is part of a proper name: the treaty in "Collective Security Treaty Organization" is none."""
    name = view.name_at(i)
    return name is not None and name.mention.senses[0].kind in NAMED and len(name.tokens) > 1


def _names_a_body(tools: Tools, view: View, i: int) -> bool:
    """Whether the word only says what a body or official is for: "procurement agency", "attack force"."""
    token = view.tokens[i]
    if token.dep != "compound":
        return False
    head = view.tokens[token.head].lemma.lower()
    return any(head in tools.lexicon.cues(name) for name in BODIES)


def _best_sense(tools: Tools, view: View, before: View | None, hit: Hit[Unit]) -> Filled | None:
    """The sense whose own construction fills most roles, among those whose gate is met; ties go to
    more fillers, then to the first."""
    best: Filled | None = None
    most = (-1, -1, -1)
    waiting: Filled | None = None
    for unit in hit.senses:
        filled = fill(tools.phrases, view, hit, unit, agent=tools.agent)
        if passes(tools.lexicon, view, before, filled):
            size = (filled.direct, len(filled.roles), sum(len(fillers) for fillers in filled.roles.values()))
            if size > most:
                best, most = filled, size
        elif waiting is None and not filled.occupied and (filled.direct or _refers_back(view, hit, unit)):
            waiting = filled  # its arms may have been named before: memory will tell
    best = best or waiting
    if best is None or not (has_party(best) or best.roles or _refers_back(view, hit, best.unit)):
        return None
    return best


def _refers_back(view: View, hit: Hit[Unit], unit: Unit) -> bool:
    """Whether a bare event noun goes on with an event told before: "Les livraisons ont commencé en mai"."""
    anchor = view.tokens[hit.anchor]
    if unit.pos != "noun" or anchor.dep not in ("nsubj", "nsubj:pass"):
        return False
    determiners = list(view.sentence.dependents(hit.anchor, "det"))
    return not determiners or any(
        child.feats.get("Definite") == "Def" or child.feats.get("PronType") == "Dem" for child in determiners
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


def _draft(view: View, hit: Hit[Unit], filled: Filled, decision: Decision) -> Draft:
    start, end = view.tokens[hit.tokens[0]].start, view.tokens[hit.tokens[-1]].end
    trigger = Cue("trigger", view.text[start:end], start, end)
    return Draft(
        view,
        hit,
        filled,
        decision.stage,
        decision.polarity,
        decision.certainty,
        "stated",
        [],
        quoted=False,
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
