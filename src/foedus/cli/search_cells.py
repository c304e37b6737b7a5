"""What was found, in cells: the words that were searched stand in brackets."""

from collections.abc import Mapping

from foedus.asked.levels import sure_level
from foedus.cli.cards import Card, Line
from foedus.cli.claim_cells import marked_confidence, said, what, who
from foedus.cli.ids import short_id
from foedus.cli.output import Look
from foedus.ledger.asking.search import ClaimHit, DocumentHit
from foedus.ledger.asking.snippets import Snippet
from foedus.publish.claims import claim_sheet


def marked(snippet: Snippet) -> str:
    """The piece of text in one line, with brackets round the hits; overlapping ones share theirs."""
    pieces: list[str] = []
    at = snippet.start
    for start, end in _joined(snippet):
        pieces += [_text(snippet, at, start), "[", _text(snippet, start, end), "]"]
        at = end
    return " ".join("".join((*pieces, _text(snippet, at, snippet.end))).split())


def _joined(snippet: Snippet) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(snippet.hits):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _text(snippet: Snippet, start: int, end: int) -> str:
    return snippet.text[start - snippet.start : end - snippet.start]


def _claim_cells(hit: ClaimHit) -> Mapping[str, str]:
    claim = hit.claim
    return {
        "claim": short_id(claim.id),
        "published": claim.document.published or "",
        "what": what(claim),
        "who": who(claim),
        "said": said(claim),
        "words": _words(hit),
    }


def _claim_full(hit: ClaimHit) -> Mapping[str, str]:
    offsets = (f"{start}–{end}" for snippet in hit.snippets for start, end in snippet.hits)
    return {**claim_sheet(sure_level()).cells(hit.claim), "hits": "; ".join(offsets)}


def _claim_card(hit: ClaimHit) -> Card:
    claim = hit.claim
    head = (short_id(claim.id), claim.document.published, what(claim), said(claim), marked_confidence(claim))
    return [Line(" · ".join(filter(None, head))), Line(who(claim), 1), Line(_words(hit), 2)]


def _words(hit: ClaimHit) -> str:
    return " … ".join(map(marked, hit.snippets))


def _document_cells(hit: DocumentHit) -> Mapping[str, str]:
    ref = hit.document
    return {
        "document": short_id(ref.id),
        "published": ref.published or "",
        "outlet": ref.outlet or "",
        "title": ref.title or "",
        "words": marked(hit.snippet),
    }


def _document_full(hit: DocumentHit) -> Mapping[str, str]:
    ref, snippet = hit.document, hit.snippet
    return dict(_document_cells(hit)) | {
        "document": ref.id,
        "url": ref.url or "",
        "lang": ref.lang,
        "start": str(snippet.start),
        "end": str(snippet.end),
        "hits": "; ".join(f"{start}–{end}" for start, end in snippet.hits),
    }


CLAIMS: Look[ClaimHit] = Look(_claim_cells, _claim_full, _claim_card)
DOCUMENTS: Look[DocumentHit] = Look(_document_cells, _document_full)
