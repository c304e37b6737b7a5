"""A claim written out: its sentences with the cues marked, roles with offsets, the voices, and the reasons."""

from collections.abc import Iterator, Sequence

from foedus.cli.claim_cells import marked_confidence, money, quantity, what
from foedus.cli.cue_marks import legend, marked
from foedus.cli.cue_places import Place, places
from foedus.cli.voice_reasons import DEFAULT_LANGUAGE, load_voice_reasons
from foedus.cli.why_voice import why_lines
from foedus.model.claim import Attribution, Claim, Filler, When


def page(
    claim: Claim,
    *,
    colour: bool,
    lang: str = DEFAULT_LANGUAGE,
    text: str | None = None,
    graded: Sequence[str] = (),
) -> str:
    """Plain lines; cues stand in square brackets with their kind, on a screen in colours with a legend.

    `text` is the stored document's, for cues outside the claim's own sentences; `graded` are the lines of reliability
    and credibility, which stand behind who says it; `lang` is that of the reasons.
    """
    return "".join(f"{line}\n" for line in _lines(claim, colour, lang, text, graded))


def _lines(claim: Claim, colour: bool, lang: str, text: str | None, graded: Sequence[str]) -> Iterator[str]:
    where = ", ".join(filter(None, (claim.document.outlet, claim.document.published, claim.document.url)))
    yield f"claim {claim.id}: {what(claim)}"
    yield f"document {claim.document.id}" + (f" ({where})" if where else "")
    yield ""
    yield from _sentences(claim, colour, lang, text)
    yield ""
    for role, fillers in claim.roles.items():
        for filler in fillers:
            yield f"{role:<12}{_filler(filler)}"
    yield from _measures(claim)
    yield ""
    for field, told in why_lines(claim, lang):
        yield told
        if field == "standing":
            yield from _sources(claim, lang)
            yield from graded
    yield ""
    yield from _cues(claim, lang)
    rule = f", rule {claim.reader.rule}" if claim.reader.rule else ""
    sure = marked_confidence(claim)
    yield f"{'reader':<12}{claim.reader.name} {claim.reader.version}{rule}{f', {sure}' if sure else ''}"


def _sentences(claim: Claim, colour: bool, lang: str, text: str | None) -> Iterator[str]:
    """Each sentence that decides something in one line, with its place below it."""
    names = {kind: texts[lang] for kind, texts in load_voice_reasons().kinds.items()}
    found = list(places(claim, text))
    for number, place in enumerate(found):
        yield f"  {marked(place.text, place.start, place.marks, names, colour=colour)}"
        yield f"  ({_where(claim, place, number, lang)}, {place.start}–{place.end})"
    if colour:
        yield f"  {legend([mark for place in found for mark in place.marks], names)}"


def _where(claim: Claim, place: Place, number: int, lang: str) -> str:
    wording = load_voice_reasons()
    if number:
        return wording.signs["again" if place.own else "elsewhere"][lang]
    zone = wording.fields["zone"].values[claim.zone].shown[lang]
    return f"{zone}, {wording.signs['quoted'][lang]}" if claim.quoted else zone


def _sources(claim: Claim, lang: str) -> Iterator[str]:
    for said_by in [_voice(voice) for voice in claim.attribution] or [_own_voice(claim, lang)]:
        yield f"{load_voice_reasons().signs['said_by'][lang]:<12}{said_by}"


def _cues(claim: Claim, lang: str) -> Iterator[str]:
    for cue in claim.cues:
        yield f"{load_voice_reasons().kinds[cue.kind][lang]:<12}“{cue.text}” {cue.start}–{cue.end}"


def _measures(claim: Claim) -> Iterator[str]:
    if claim.quantity:
        yield _measure("quantity", quantity(claim.quantity), claim.quantity.text, claim.quantity.start)
    if claim.value:
        yield _measure("value", money(claim.value), claim.value.text, claim.value.start)
    for name, when in (("when", claim.when), ("due", claim.due)):
        if when:
            yield _date(name, when)
    if claim.alternative:
        yield f"{'alternative':<12}{claim.alternative}: the text asserts only one claim of this group"


def _measure(name: str, value: str, text: str, start: int) -> str:
    return f"{name:<12}{value} “{text}” {start}–{start + len(text)}"


def _date(name: str, when: When) -> str:
    words = f" “{when.text}” {when.start}–{when.end}" if when.text else " (from the document's date)"
    return f"{name:<12}{when.edtf}{words}"


def _filler(filler: Filler) -> str:
    key = filler.entity or "not linked"
    way = f", via {filler.via}" if filler.via else ""
    return f"{filler.name} ({key}, {filler.kind}{way}) “{filler.text}” {filler.start}–{filler.end}"


def _own_voice(claim: Claim, lang: str) -> str:
    signs = load_voice_reasons().signs
    if claim.standing != "stated":
        return signs["nobody"][lang]
    outlet = claim.document.outlet
    return signs["own_voice"][lang].format(outlet=outlet) if outlet else signs["own_document"][lang]


def _voice(voice: Attribution) -> str:
    facts = ", ".join(filter(None, (voice.entity, voice.kind, voice.vehicle, voice.cue and f"cue “{voice.cue}”")))
    said = f", said {voice.said_when}" if voice.said_when else ""
    return f"{voice.name or 'unnamed'} ({facts}{said}) “{voice.text}” {voice.start}–{voice.end}"
