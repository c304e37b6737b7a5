"""A claim written out: its sentences with the cues marked, roles with offsets, the voices, and the reasons."""

from collections.abc import Iterator, Mapping, Sequence

from foedus.careful.mark import is_careful
from foedus.cli.claim_cells import confidence, marked_confidence, what
from foedus.cli.cue_marks import legend, marked
from foedus.cli.review_of import Reviewed
from foedus.cli.why_voice import why_lines
from foedus.model.claim import Attribution, Claim, Filler, When
from foedus.publish.figures import money, quantity
from foedus.telling.places import Place, places
from foedus.telling.wording import DEFAULT_LANGUAGE, load_voice_reasons

_WIDTH = 12
"""Of the column with the names, where none is longer."""
_UNTOUCHED = Reviewed((), {}, ())


def page(
    claim: Claim,
    *,
    colour: bool,
    lang: str = DEFAULT_LANGUAGE,
    text: str | None = None,
    graded: Sequence[str] = (),
    review: Reviewed = _UNTOUCHED,
) -> str:
    """Plain lines; cues stand in square brackets with their kind, on a screen in colours with a legend.

    `text` is the stored document's, for cues outside the claim's own sentences; `graded` are the lines of reliability
    and credibility, which stand behind who says it; `lang` is that of the reasons; `review` is what people judged:
    where a person's value holds, no reason of the reader's is told for it.
    """
    sections = (_head(claim, review), _sentences(claim, colour, lang, text), _parts(claim, review.hands))
    voice = _voices(claim, lang, graded, review.hands)
    ending = (*_cues(claim, lang), _reader(claim))
    return "\n".join("".join(f"{line}\n" for line in lines) for lines in (*sections, voice, ending))


def _head(claim: Claim, review: Reviewed) -> Iterator[str]:
    where = ", ".join(filter(None, (claim.document.outlet, claim.document.published, claim.document.url)))
    yield f"claim {claim.id}: {what(claim)}"
    yield f"document {claim.document.id}" + (f" ({where})" if where else "")
    yield from review.lines


def _parts(claim: Claim, hands: Mapping[str, str]) -> Iterator[str]:
    """Roles, measures and dates; their names are a column as wide as the longest."""
    width = max(_WIDTH, *(len(role) + 2 for role in claim.roles), 0)
    for role, fillers in claim.roles.items():
        for filler in fillers:
            yield f"{role:<{width}}{_filler(filler)}{_by(hands, f'roles.{role}')}"
    for name, told in _measures(claim, hands):
        yield f"{name:<{width}}{told}"


def _voices(claim: Claim, lang: str, graded: Sequence[str], hands: Mapping[str, str]) -> Iterator[str]:
    colon = load_voice_reasons().signs["colon"][lang]
    for field, told in why_lines(claim, lang):
        # the voices are what the standing's reason tells of
        hand = hands.get(field) or (hands.get("attribution") if field == "standing" else None)
        yield f"{told.partition(colon)[0]}{colon}{hand}" if hand else told
        if field == "standing":
            yield from _sources(claim, lang)
            yield from graded


def _reader(claim: Claim) -> str:
    rule = f", rule {claim.reader.rule}" if claim.reader.rule else ""
    sure = marked_confidence(claim)
    if is_careful(claim.reader.name) and confidence(claim):
        sure += " (calibrated on one model's answers)"
    return f"{'reader':<{_WIDTH}}{claim.reader.name} {claim.reader.version}{rule}{f', {sure}' if sure else ''}"


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
        yield f"{load_voice_reasons().signs['said_by'][lang]:<{_WIDTH}}{said_by}"


def _cues(claim: Claim, lang: str) -> Iterator[str]:
    for cue in claim.cues:
        yield f"{load_voice_reasons().kinds[cue.kind][lang]:<{_WIDTH}}“{cue.text}” {cue.start}–{cue.end}"


def _measures(claim: Claim, hands: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if claim.quantity:
        told = _measure(quantity(claim.quantity), claim.quantity.text, claim.quantity.start)
        yield "quantity", told + _by(hands, "quantity")
    if claim.value:
        yield "value", _measure(money(claim.value), claim.value.text, claim.value.start) + _by(hands, "value")
    for name, when in (("when", claim.when), ("due", claim.due)):
        if when:
            yield name, _date(when, hands.get(name))
    if claim.alternative:
        yield "alternative", f"{claim.alternative}: the text asserts only one claim of this group"


def _measure(value: str, text: str, start: int) -> str:
    return f"{value} “{text}” {start}–{start + len(text)}" if text else value


def _date(when: When, hand: str | None) -> str:
    if when.text:
        return f"{when.edtf} “{when.text}” {when.start}–{when.end}" + (f", {hand}" if hand else "")
    reason = hand or "from the document's date"
    return f"{when.edtf} ({reason})"


def _by(hands: Mapping[str, str], field: str) -> str:
    return f", {hands[field]}" if field in hands else ""


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
