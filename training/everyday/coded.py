"""One hand's coding as if a reader had made it, so that the bench can hold it against another hand's.

Only what the bench judges is carried over: type, stage, roles, polarity, certainty, standing, and words in their place.
"""

import hashlib

from foedus.learning.corpus.format import CorpusClaim, CorpusDocument, CorpusFiller
from foedus.model.claim import Claim, Cue, DocumentRef, Evidence, Filler, ReaderMark
from foedus.model.vocabulary import Kind

NOT_JUDGED: Kind = "text"
"""The bench looks at keys and words of a filler, never at its kind."""


def core_claims(document: CorpusDocument) -> list[Claim]:
    """The claims that the hand took for core; what it saw in passing is no answer to anything."""
    sha256 = hashlib.sha256(document.text.encode()).hexdigest()
    ref = DocumentRef(sha256[:16], sha256, document.lang, document.published, None, None, None)
    return [_claim(claim, document.text, ref, n) for n, claim in enumerate(document.claims) if claim.core]


def _claim(claim: CorpusClaim, text: str, ref: DocumentRef, number: int) -> Claim:
    start, end = claim.trigger.span(text)
    return Claim(
        id=f"{ref.id}-{number}",
        document=ref,
        type=claim.type,
        stage=claim.stage,
        roles={role: tuple(_filler(one, text) for one in some) for role, some in claim.roles.items()},
        quantity=None,
        value=None,
        when=None,
        due=None,
        polarity=claim.polarity,
        certainty=claim.certainty,
        standing=claim.standing,
        attribution=(),
        quoted=claim.quoted,
        zone="body",
        evidence=(Evidence(start, end, text[start:end]),),
        cues=(Cue("trigger", text[start:end], start, end),),
        alternative=claim.alternative,
        reader=ReaderMark("second hand", "1", None),
    )


def _filler(filler: CorpusFiller, text: str) -> Filler:
    start, end = filler.t.span(text)
    return Filler(filler.e, filler.t.words, NOT_JUDGED, filler.t.words, start, end, filler.via)
