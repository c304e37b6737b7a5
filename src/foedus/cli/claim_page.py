"""A claim written out: its sentence with the cues marked, roles with offsets, the voices, and the reasons."""

from collections.abc import Iterator

from foedus.cli.claim_cells import marked_confidence, money, quantity, what
from foedus.model.claim import Attribution, Claim, Cue, Evidence, Filler, When

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def page(claim: Claim, *, colour: bool) -> str:
    """Plain lines; cues stand in square brackets with their kind, in bold on a screen."""
    return "".join(f"{line}\n" for line in _lines(claim, colour))


def _lines(claim: Claim, colour: bool) -> Iterator[str]:
    where = ", ".join(filter(None, (claim.document.outlet, claim.document.published, claim.document.url)))
    yield f"claim {claim.id}: {what(claim)}"
    yield f"document {claim.document.id}" + (f" ({where})" if where else "")
    yield ""
    for evidence in claim.evidence:
        yield f"  {marked(evidence, claim.cues, colour=colour)}"
        yield f"  ({claim.zone}{', quoted' if claim.quoted else ''}, {evidence.start}–{evidence.end})"
    yield ""
    for role, fillers in claim.roles.items():
        for filler in fillers:
            yield f"{role:<12}{_filler(filler)}"
    yield from _measures(claim)
    yield ""
    yield f"{'standing':<12}{claim.standing}, {claim.certainty}, {claim.polarity}"
    for said_by in [_voice(voice) for voice in claim.attribution] or [_own_voice(claim)]:
        yield f"{'said by':<12}{said_by}"
    for cue in claim.cues:
        yield f"{cue.kind:<12}“{cue.text}” {cue.start}–{cue.end}"
    rule = f", rule {claim.reader.rule}" if claim.reader.rule else ""
    sure = marked_confidence(claim)
    yield f"{'reader':<12}{claim.reader.name} {claim.reader.version}{rule}{f', {sure}' if sure else ''}"


def marked(evidence: Evidence, cues: tuple[Cue, ...], *, colour: bool) -> str:
    """The sentence with each cue inside it as `[words|kind]`; of cues that overlap the first in the list wins."""
    taken: list[Cue] = []
    for cue in cues:
        inside = evidence.start <= cue.start < cue.end <= evidence.end
        if inside and all(cue.end <= other.start or other.end <= cue.start for other in taken):
            taken.append(cue)
    text, at = "", evidence.start
    for cue in sorted(taken, key=lambda one: one.start):
        before = evidence.text[at - evidence.start : cue.start - evidence.start]
        words = f"{_BOLD}{cue.text}{_PLAIN}" if colour else cue.text
        text += f"{before}[{words}|{cue.kind}]"
        at = cue.end
    return " ".join((text + evidence.text[at - evidence.start :]).split())


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


def _own_voice(claim: Claim) -> str:
    if claim.standing == "stated":
        return f"{claim.document.outlet or 'the document'}, in its own voice"
    return "nobody whom the text names"


def _voice(voice: Attribution) -> str:
    facts = ", ".join(filter(None, (voice.entity, voice.kind, voice.vehicle, voice.cue and f"cue “{voice.cue}”")))
    said = f", said {voice.said_when}" if voice.said_when else ""
    return f"{voice.name or 'unnamed'} ({facts}{said}) “{voice.text}” {voice.start}–{voice.end}"
