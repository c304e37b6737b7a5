"""A batch of documents into the ledger: new texts and pages, and what becomes of the statements of each text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from foedus.ledger.create_search import index_documents
from foedus.ledger.reading.incoming import Added, Batch, Incoming, incoming_of
from foedus.ledger.reading.reads import LastRead, last_reads, note_reads
from foedus.ledger.reading.statements import as_held, bring
from foedus.ledger.reading.texts import Text, held_texts, in_parts
from foedus.ledger.records import document_values, page_values
from foedus.ledger.tables import documents, outlets, pages
from foedus.ledger.writing.transaction import Writing
from foedus.model.document import Document


def write_documents(writing: Writing, batch: Batch) -> Added:
    """Write a batch: texts that are not held yet, pages, statements, and who has read what.

    A text that comes several times in a batch is one text: of its readings the last that found anything counts.
    """
    seen: dict[str, list[Incoming]] = defaultdict(list)
    for one in incoming_of(batch):
        seen[one.document.sha256].append(one)
    texts = held_texts(writing.connection, list(seen))
    withdrawn = tuple(sha256 for sha256, text in texts.items() if text.withdrawn is not None)
    for sha256 in withdrawn:
        del seen[sha256]
    known = {sha256 for sha256 in seen if sha256 in texts}
    texts |= _new_texts(writing, [some[0].document for sha256, some in seen.items() if sha256 not in known])
    for sha256, some in seen.items():
        for one in some:
            texts[sha256].see(one)
    held = [texts[sha256] for sha256 in seen]
    added, corrected = _write_pages(writing, held)
    old = [text.number for text in held if text.named.sha256 in known]
    last = last_reads(writing.connection, old)
    read = {sha256: [one for one in some if not one.only_seen] for sha256, some in seen.items()}
    readings = {sha256: _reading(some, texts[sha256], last) for sha256, some in read.items() if some}
    counted = {texts[sha256]: one for sha256, one in readings.items() if one is not None}
    renamed = [texts[sha256] for sha256, some in read.items() if not some and 0 in texts[sha256].changed]
    came = bring(writing, counted | as_held(writing.connection, renamed), old)
    reads = note_reads(writing, counted, last)
    return Added(
        documents=len(seen) - len(known),
        claims=came.new + came.changed,
        known=sum(len(some) for some in seen.values()) - (len(seen) - len(known)),
        pages=added,
        corrected=corrected,
        ended=came.ended,
        changed=came.changed,
        reads=reads,
        withdrawn=withdrawn,
        misread=tuple(sha256 for sha256, one in readings.items() if one is None),
    )


def _new_texts(writing: Writing, new: Sequence[Document]) -> dict[str, Text]:
    """Texts that come for the first time, their pages still to be seen."""
    numbers = writing.add(documents, [document_values(document) for document in new])
    numbered = list(zip(numbers, new, strict=True))
    index_documents(writing, [(number, document.text) for number, document in numbered])
    return {document.sha256: Text(number) for number, document in numbered}


def _write_pages(writing: Writing, texts: Sequence[Text]) -> tuple[int, int]:
    """New pages, and known ones that are corrected: how many of each."""
    ended = {text.held[place].number: text.number for text in texts for place in text.changed}
    rows = [
        {"document": text.number, "page": place + 1, **page_values(text.pages[place])}
        for text in texts
        for place in (*text.changed, *range(len(text.held), len(text.pages)))
    ]
    _name_outlets(writing, {row["outlet"] for row in rows} - {None})
    writing.end(pages, ended)
    writing.add(pages, rows)
    return len(rows) - len(ended), sum(text.corrected for text in texts)


def _name_outlets(writing: Writing, names: Iterable[str]) -> None:
    """Outlets that no page has named before."""
    asked = sorted(names)
    known = {
        name
        for some in in_parts(asked)
        for name in writing.connection.scalars(select(outlets.c.name).where(outlets.c.name.in_(some)))
    }
    writing.add(outlets, [{"name": name} for name in asked if name not in known])


def _reading(read: Sequence[Incoming], text: Text, last: Mapping[int, LastRead]) -> Incoming | None:
    """The reading of a text that counts.

    None where each was read as something that it is not named by now, or stands behind the last reading.
    """
    ref, before = text.named.ref, last.get(text.number)
    usable = [
        one
        for one in read
        if (one.read_as is None or one.read_as == ref)
        and not (one.behind is not None and before is not None and before.is_by(one.behind))
    ]
    found = [one for one in usable if one.claims]
    return next(reversed(found or usable), None)
