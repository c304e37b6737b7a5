"""Documents and claims for tests, built from own-worded sentences so that every offset is true.

    report = document("Arland delivered 12 tanks to Borland in 2021.")
    told = claim(report, "delivered", supplier="ARL=Arland", recipient="BOR=Borland", item="tanks",
                 quantity="12", when="2021=2021")

Words are looked for in the trigger's sentence, then in the whole text; words that are not there fail the test.
"""

import re
from collections.abc import Mapping, Sequence

from msgspec import UNSET

from foedus.model.claim import Attribution, Claim, Cue, Evidence, Filler, Money, Quantity, ReaderMark, When
from foedus.model.document import Document, Note, make_document
from foedus.model.identity import claim_id
from foedus.model.vocabulary import (
    FREE_TEXT_ROLES,
    UNLINKED_KINDS,
    Certainty,
    ClaimType,
    CueKind,
    Kind,
    Polarity,
    Standing,
    Via,
    VoiceKind,
    ZoneKind,
)

Words = str | Filler
"""Words of the text, as `"Arland"` (unlinked) or `"ARL=Arland"` (entity and words), or a whole filler."""


def document(
    body: str = "Arland delivered tanks to Borland.",
    *,
    lang: str = "en",
    title: str | None = None,
    published: str | None = "2022-05-19",
    outlet: str | None = "The Gazette",
    url: str | None = None,
    source: str | None = None,
    notes: tuple[Note, ...] = (),
) -> Document:
    """A report; its text is the title, a blank line and the body."""
    return make_document(
        body,
        lang=lang,
        title=title,
        published=published,
        outlet=outlet,
        url=url,
        source=source,
        notes=notes,
    )


def filler(
    report: Document,
    words: str,
    *,
    entity: str | None = None,
    kind: Kind = "state",
    name: str | None = None,
    via: Via | None = None,
    near: tuple[int, int] = (0, 0),
) -> Filler:
    """A filler at the first place of its words, inside `near` (offsets) where they stand there."""
    start, end = _find(report.text, words, near)
    return Filler(entity, name or words, kind, words, start, end, via)


def voice(
    report: Document,
    words: str,
    *,
    kind: VoiceKind = "person",
    entity: str | None = None,
    cue: str | None = None,
) -> Attribution:
    """A voice of the attribution chain."""
    start, end = _find(report.text, words, (0, 0))
    name = None if kind == "unnamed" else words
    return Attribution(entity, name, kind, words, start, end, cue)


def claim(
    report: Document | str,
    trigger: str,
    type: ClaimType = "transfer",  # noqa: A002 — the field's own name
    stage: str = "delivered",
    *,
    quantity: str | Quantity | None = None,
    value: Money | None = None,
    when: str | When | None = None,
    due: str | When | None = None,
    polarity: Polarity = "affirmed",
    certainty: Certainty = "certain",
    standing: Standing = "stated",
    attribution: Sequence[Attribution] = (),
    quoted: bool = False,
    zone: ZoneKind = "body",
    cues: Sequence[tuple[CueKind, str]] = (),
    alternative: str | None = None,
    confidence: float | None = None,
    reader: str = "rules",
    version: str = "1",
    rule: str | None = None,
    roles: Mapping[str, Words | Sequence[Words]] | None = None,
    **more_roles: Words | Sequence[Words],
) -> Claim:
    """A claim of the report with true offsets and its contract id.

    Roles are keywords (`from_` for the role `from`) or stand in `roles`; `quantity="12"` is 12 pieces,
    `when="2021"` a date without words and `when="2021-05=in May 2021"` one with. A report given as text is a
    document with default metadata.
    """
    report = document(report) if isinstance(report, str) else report
    at = _find(report.text, trigger, (0, 0))
    near = _sentence(report.text, at)
    given = {role.removesuffix("_"): words for role, words in {**(roles or {}), **more_roles}.items()}
    fillers = {role: _fillers(report, role, words, near) for role, words in given.items()}
    found = [_cue(report, kind, words, near) for kind, words in cues]
    return Claim(
        id=claim_id(report.sha256, at, type, fillers, attribution),
        document=report.ref,
        type=type,
        stage=stage,
        roles=fillers,
        quantity=_quantity(report, quantity, near),
        value=value,
        when=_when(report, when, near),
        due=_when(report, due, near),
        polarity=polarity,
        certainty=certainty,
        standing=standing,
        attribution=tuple(attribution),
        quoted=quoted,
        zone=zone,
        evidence=(Evidence(*near, report.text[slice(*near)]),),
        cues=(Cue("trigger", trigger, *at), *found),
        alternative=alternative,
        reader=ReaderMark(reader, version, rule, UNSET if confidence is None else confidence),
    )


def _find(text: str, words: str, near: tuple[int, int]) -> tuple[int, int]:
    start = text.find(words, *near) if near[1] else -1
    if start < 0:
        start = text.find(words)
    if start < 0:
        raise AssertionError(f"the test's words {words!r} do not stand in {text!r}")
    return start, start + len(words)


def _sentence(text: str, at: tuple[int, int]) -> tuple[int, int]:
    ends = [match.end() for match in re.finditer(r"[.!?](?=\s|$)|\n\n", text)]
    start = max((end for end in ends if end <= at[0]), default=0)
    end = min((end for end in ends if end >= at[1]), default=len(text))
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())


def _fillers(report: Document, role: str, words: Words | Sequence[Words], near: tuple[int, int]) -> tuple[Filler, ...]:
    given = [words] if isinstance(words, str | Filler) else words
    return tuple(_filler(report, role, one, near) for one in given)


def _filler(report: Document, role: str, words: Words, near: tuple[int, int]) -> Filler:
    if isinstance(words, Filler):
        return words
    entity, _, text = words.rpartition("=")
    kind: Kind = "text" if role in FREE_TEXT_ROLES else UNLINKED_KINDS.get(role, "state")
    if entity and kind == "item_class":
        kind = "system"
    return filler(report, text, entity=entity or None, kind=kind, near=near)


def _cue(report: Document, kind: CueKind, words: str, near: tuple[int, int]) -> Cue:
    return Cue(kind, words, *_find(report.text, words, near))


def _quantity(report: Document, given: str | Quantity | None, near: tuple[int, int]) -> Quantity | None:
    if given is None or isinstance(given, Quantity):
        return given
    start, end = _find(report.text, given, near)
    return Quantity(int(given), None, None, "piece", False, given, start, end)


def _when(report: Document, given: str | When | None, near: tuple[int, int]) -> When | None:
    if given is None or isinstance(given, When):
        return given
    edtf, _, words = given.partition("=")
    if not words:
        return When(edtf, None, None, None)
    return When(edtf, words, *_find(report.text, words, near))
