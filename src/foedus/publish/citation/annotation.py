"""A citation as a Web Annotation (W3C Web Annotation Data Model, 2017): the claim on the exact characters it stands on.

The source is named by the hash of its text (RFC 6920), so that the offsets mean the same wherever that text is kept;
selectors count Unicode code points, as the model's own offsets do.
"""

import base64
from collections.abc import Iterator
from typing import Any

import msgspec

from foedus.model.claim import Claim, Evidence
from foedus.publish.citation.cited import Cited

MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters of prefix and suffix: enough to find the words again in a text that changed elsewhere."""

Json = dict[str, Any]
"""A node of the annotation; Any because nodes nest."""


def annotation(cited: Cited) -> Json:
    """The annotation as its JSON-LD has it: a target for each sentence that tells the claim."""
    claim = cited.claim
    targets = [_target(cited, one) for one in _sentences(claim, cited.sentence)]
    return {
        "@context": _CONTEXT,
        "id": cited.address,
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"type": "Software", "name": f"{claim.reader.name} {claim.reader.version}"},
        "body": [
            {"type": "TextualBody", "value": _told(claim), "format": "text/plain", "language": "en"},
            {"id": f"{cited.address}.json", "type": "Dataset", "format": "application/json"},
        ],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def annotation_json(cited: Cited) -> bytes:
    """The same as a file."""
    return msgspec.json.format(msgspec.json.encode(annotation(cited)), indent=2) + b"\n"


def _sentences(claim: Claim, first: Evidence) -> Iterator[Evidence]:
    """That of the trigger before the others."""
    yield first
    yield from (one for one in claim.evidence if one is not first)


def _target(cited: Cited, sentence: Evidence) -> Json:
    document = cited.claim.document
    source: Json = {
        "id": _named_by_hash(document.sha256),
        "type": "Text",
        "format": "text/plain",
        "cached": cited.source,
    }
    if document.lang != "und":
        source["language"] = document.lang
    if document.url:
        source["via"] = document.url
    return {"type": "SpecificResource", "source": source, "selector": [_quote(cited.text, sentence), _place(sentence)]}


def _quote(text: str | None, sentence: Evidence) -> Json:
    quote: Json = {"type": "TextQuoteSelector", "exact": sentence.text}
    if text is not None:
        quote["prefix"] = text[max(0, sentence.start - _AROUND) : sentence.start]
        quote["suffix"] = text[sentence.end : sentence.end + _AROUND]
    return quote


def _place(sentence: Evidence) -> Json:
    return {"type": "TextPositionSelector", "start": sentence.start, "end": sentence.end}


def _named_by_hash(sha256: str) -> str:
    """`ni:///sha-256;` and the hash in base64 for addresses."""
    return f"ni:///sha-256;{base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip('=')}"


def _told(claim: Claim) -> str:
    """What is claimed, in the contract's words: `transfer delivered: supplier Arland, item tanks; attributed`."""
    stage = claim.stage if claim.polarity == "affirmed" else f"not {claim.stage}"
    roles = ", ".join(f"{role} {one.name}" for role, some in claim.roles.items() for one in some)
    return f"{claim.type} {stage}{f': {roles}' if roles else ''}; {claim.standing}, {claim.certainty}"
