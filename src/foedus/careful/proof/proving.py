"""An answer held against its document: each told claim by itself, then all of them together."""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import structs

from foedus.careful.alike import is_same
from foedus.careful.answer import ToldClaim
from foedus.careful.confidence import weighed
from foedus.careful.numbering import Numbered
from foedus.careful.parse_answer import Parsed
from foedus.careful.proof.assembling import assembled
from foedus.careful.proof.doubles import is_double, merged, twin_of
from foedus.careful.proof.fault import Fault
from foedus.careful.proof.ground import Ground
from foedus.careful.proven import Mended, Proven, Rejected
from foedus.model.claim import Claim, ReaderMark
from foedus.model.document import Document
from foedus.reader.read import Reader

BOTH = "both readers"
ALONE = "model alone"


def prove(  # noqa: PLR0917  # what is proven, and what it is proven by
    document: Document, numbered: Numbered, told: Parsed, reader: Reader, name: str, version: str
) -> Proven:
    """The claims of an answer that the document bears out, and what was kept out or mended, with reasons.

    `name` and `version` are what the claims carry as their reader's.
    """
    if not told.claims:
        return Proven((), _faults(document, told), {}, own=reader.read(document, min_confidence=0.0))
    ground = Ground(document, numbered, reader)
    proven = proven_on(ground, told, ReaderMark(name, version, ALONE))
    own = reader.read(document, min_confidence=0.0, apart=ground.apart)
    kept = own.from_level(reader.default_level).claims
    claims = [weighed(_marked(claim, kept), document, proven.claims, own.claims) for claim in proven.claims]
    return proven._replace(claims=tuple(claims), own=own)


def proven_on(ground: Ground, told: Parsed, mark: ReaderMark) -> Proven:
    """The same for a document that is taken apart, without asking which claims the built-in reader makes too."""
    work = _Work(ground, mark)
    for raw, claim in told.claims:
        work.take(raw, claim)
    claims = tuple(sorted(_with_alternatives(work.claims), key=_place))
    mended = {claim.id: work.mended[claim.id] for claim in claims if work.mended.get(claim.id)}
    rejected = (*_faults(ground.document, told), *work.rejected)
    return Proven(claims, rejected, mended, tuple(dict.fromkeys(_gaps(ground, claims))))


def _faults(document: Document, told: Parsed) -> tuple[Rejected, ...]:
    return tuple(Rejected(document.id, None, "malformed", one.reason, one.raw) for one in told.faults)


class _Work:
    """The claims of one answer as they come."""

    def __init__(self, ground: Ground, mark: ReaderMark) -> None:
        self._ground = ground
        self._mark = mark
        self.claims: list[Claim] = []
        self.rejected: list[Rejected] = []
        self.mended: dict[str, tuple[Mended, ...]] = {}

    def take(self, raw: str, told: ToldClaim) -> None:
        """Prove one claim and put it beside the others, or keep it out."""
        try:
            claim, mended = assembled(self._ground, told, self._mark)
            self._put(claim, mended)
        except Fault as fault:
            sentence = told.trigger.sentence
            self.rejected.append(Rejected(self._ground.document.id, sentence, fault.code, fault.about, raw))

    def _put(self, claim: Claim, mended: tuple[Mended, ...]) -> None:
        if any(is_double(claim, other) for other in self.claims):
            raise Fault("double", claim.trigger.text)
        place = twin_of(claim, self.claims)
        if place is None:
            self.claims.append(claim)
        else:
            other = self.claims[place]
            claim, mended = merged(other, claim), (*self.mended.get(other.id, ()), *mended)
            self.claims[place] = claim
        self.mended[claim.id] = mended


def _with_alternatives(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; an alternative that stands alone is none."""
    told = [claim.alternative for claim in claims]
    return [
        structs.replace(claim, alternative=None) if claim.alternative and told.count(claim.alternative) < 2 else claim
        for claim in claims
    ]


def _marked(claim: Claim, own: Sequence[Claim]) -> Claim:
    """The claim with word of whether the built-in reader makes it too."""
    if any(is_same(claim, other) for other in own):
        return structs.replace(claim, reader=structs.replace(claim.reader, rule=BOTH))
    return claim


def _gaps(ground: Ground, claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """Triggers that no unit of the lexicon knows, with their type."""
    for claim in claims:
        view = ground.view_at(claim.trigger.start)
        if view is not None and not ground.hits(view, (claim.trigger.start, claim.trigger.end), claim.type):
            yield claim.trigger.text, claim.type


def _place(claim: Claim) -> tuple[int, int]:
    return claim.trigger.start, claim.trigger.end


def raw_json(told: ToldClaim) -> str:
    """A told claim as JSON."""
    return msgspec.json.encode(told).decode()
