"""A finished draft to the claim record."""

from foedus.model.claim import Claim, Cue, Evidence, ReaderMark
from foedus.model.document import Document
from foedus.model.identity import claim_id
from foedus.model.vocabulary import TYPES, ZoneKind
from foedus.reader.draft import Draft
from foedus.reader.view import View


def assemble(document: Document, draft: Draft, name: str, version: str) -> Claim:
    """The claim of a draft; roles in the contract's order, cues with the trigger first."""
    spec = TYPES[draft.unit.type]
    roles = {role: tuple(draft.roles[role]) for role in spec.roles if draft.roles.get(role)}
    attribution = tuple(draft.voices)
    return Claim(
        claim_id(document.sha256, draft.span, draft.unit.type, roles, attribution),
        document.ref,
        draft.unit.type,
        draft.stage,
        roles,
        draft.quantity,
        draft.value,
        draft.when,
        draft.due,
        draft.polarity,
        draft.certainty,
        draft.standing,
        attribution,
        draft.quoted,
        _zone(draft),
        tuple(_evidence(draft)),
        tuple(_distinct(draft.cues)),
        None,
        ReaderMark(name, version, draft.unit.id),
    )


def _zone(draft: Draft) -> ZoneKind:
    if draft.view.zone in ("bracket", "caption", "credit", "headline"):
        return draft.view.zone
    return "quotation" if draft.quoted else draft.view.zone


def _evidence(draft: Draft) -> list[Evidence]:
    views = {view.index: view for view in (draft.view, *draft.also)}
    return [_sentence(view) for view in views.values()]


def _sentence(view: View) -> Evidence:
    start, end = view.sentence.start, view.sentence.end
    return Evidence(start, end, view.text[start:end])


def _distinct(cues: list[Cue]) -> list[Cue]:
    return list(dict.fromkeys(cues))
