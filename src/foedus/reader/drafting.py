"""From linked statements to drafts: the sense whose frame gave the links, further roles, cues of the stage."""

from collections.abc import Mapping, Sequence

from foedus.model.claim import Cue
from foedus.reader.deciding.statements import Statement
from foedus.reader.draft import Draft
from foedus.reader.further import further_roles
from foedus.reader.linker.candidates import Stand
from foedus.reader.linker.filling import filler_of
from foedus.reader.linker.linker import Linked
from foedus.reader.operators import stage_cues
from foedus.reader.phrases import Phrases
from foedus.reader.relations import Argument
from foedus.reader.slots import roles_of, slots_of
from foedus.reader.tools import Tools
from foedus.reader.unit import Unit


def draft_of(tools: Tools, stand: Stand, statement: Statement, linked: Linked) -> Draft:
    """The draft of one statement; voice, surety and dates are still to come."""
    view = stand.views[statement.view]
    arguments = slots_of(tools.phrases, view, statement.hit, tools.agent)
    unit = _best_sense(tools.phrases, arguments, statement, linked)
    links = linked.chosen.links
    roles = {role: [filler_of(stand, link.candidate) for link in some] for role, some in links.items()}
    taken = [
        (link.candidate.here.start, link.candidate.here.end)
        for some in links.values()
        for link in some
        if link.candidate.here
    ]
    roles |= further_roles(tools.phrases, view, arguments, unit, taken)
    tokens = statement.trigger
    start, end = view.tokens[tokens[0]].start, view.tokens[tokens[-1]].end
    trigger = Cue("trigger", view.text[start:end], start, end)
    return Draft(
        view,
        statement.hit,
        unit,
        tokens,
        roles,
        linked.chosen.shares,
        linked.chosen.rivals,
        statement.stage.stage,
        statement.stage.probability,
        "affirmed",
        "certain",
        "stated",
        [],
        quoted=False,
        probability=statement.probability,
        cues=[trigger, *stage_cues(tools.lexicon, view, statement)],
    )


def _best_sense(phrases: Phrases, arguments: Sequence[Argument], statement: Statement, linked: Linked) -> Unit:
    """The sense whose frame gives most links their role; ties go to the first."""
    if len(statement.senses) == 1:
        return statement.senses[0]
    heads = {
        role: {link.candidate.here.head for link in some if link.candidate.here}
        for role, some in linked.chosen.links.items()
    }

    def agreeing(unit: Unit) -> int:
        given = [(role, one.token) for one in arguments for role in roles_of(phrases, unit, one)[:1]]
        return sum(token in heads.get(role, ()) for role, token in given)

    return max(statement.senses, key=agreeing)


def drafts_of(
    tools_of: Mapping[str, Tools],
    langs: Sequence[str],
    stand: Stand,
    said: Sequence[Statement],
    links: Sequence[Linked],
) -> list[Draft]:
    """Drafts of a document's statements, in their order."""
    return [draft_of(tools_of[langs[one.view]], stand, one, linked) for one, linked in zip(said, links, strict=True)]
