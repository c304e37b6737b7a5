"""A document's garble, by every kind of sign."""

from collections.abc import Iterator, Sequence

from foedus.reader.analysis import Analysis
from foedus.reader.garble.agreement import disagreeing
from foedus.reader.garble.assessment import Assessment, assessed
from foedus.reader.garble.foreign import foreign
from foedus.reader.garble.knowledge import Knowledge, knowledge
from foedus.reader.garble.marks import doubled
from foedus.reader.garble.names import impossible, nicknames
from foedus.reader.garble.quotes import mismatched
from foedus.reader.garble.suspect import Suspect
from foedus.reader.garble.wordings import broken, calques
from foedus.reader.view import View


def assess(text: str, analysis: Analysis) -> Assessment:
    """How garbled the sentences are that were read; a document of which nothing was read is not suspect.

    `text` is the document's, `analysis` is of it. Paragraphs in another language than most are left out: they are
    quoted, or only taken for that language. Claims are never dropped for it.
    """
    found: list[Suspect] = []
    words = 0
    main = max(sorted(set(analysis.langs)), key=analysis.langs.count, default="")
    known = knowledge(main)
    for lang, views in _paragraphs(analysis):
        if known is None or lang != main:
            continue
        start, end = views[0].sentence.start, views[-1].sentence.end
        words += sum(token.text[:1].isalnum() for view in views for token in view.tokens)
        found += doubled(text, start, end, known)
        found += mismatched(text, start, end)
        for view in views:
            found += _of_sentence(text, view, lang, known)
    return assessed(_apart(found, len(text)), words)


def _paragraphs(analysis: Analysis) -> Iterator[tuple[str, list[View]]]:
    """The sentences of each paragraph in each language, in text order."""
    views: list[View] = []
    before: tuple[int, str] | None = None
    for view, lang in zip(analysis.views, analysis.langs, strict=True):
        if views and before != (view.paragraph, lang):
            yield before[1] if before else lang, views
            views = []
        before = view.paragraph, lang
        views.append(view)
    if views and before:
        yield before[1], views


def _of_sentence(text: str, view: View, lang: str, known: Knowledge) -> Iterator[Suspect]:
    start, end = view.sentence.start, view.sentence.end
    yield from impossible(text, view, lang, known)
    yield from nicknames(text, view, lang)
    yield from calques(text, start, end, known)
    yield from broken(text, start, end, known)
    yield from foreign(text, view, lang, known)
    yield from disagreeing(text, view, lang, known)


def _apart(found: Sequence[Suspect], length: int) -> list[Suspect]:
    """The suspects in text order; of those that overlap the first found, as the surer signs come first."""
    taken = bytearray(length)
    kept: list[Suspect] = []
    for one in found:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept)
