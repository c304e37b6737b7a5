"""A document with its gold triggers as events, as the linker's training sees it; test documents too."""

from typing import NamedTuple

from training.corpus.format import CorpusClaim, CorpusDocument
from training.decider.material import Passage, fold_of, triggers
from training.linker.material import Told, told

from bench.accuracy.split import part_of
from foedus.gazetteer.scanner import Scanner
from foedus.model.document import make_document
from foedus.reader.analysis import Analysis, analyse
from foedus.reader.read import READABLE


class Given(NamedTuple):
    """A document, its claims as events, and the claims whose trigger lies in no parsed sentence."""

    document: CorpusDocument
    told: Told
    unread: tuple[CorpusClaim, ...]


def given(scanner: Scanner, document: CorpusDocument) -> Given:
    """The document parsed in full: what has a trigger is never sifted out, so that only the links are measured."""
    made = make_document(document.text, lang=document.lang, published=document.published)
    analysis = analyse(made, scanner, READABLE, {}, sift=False)
    passage = Passage(
        document.id,
        document.lang,
        exemplar=False,
        part=part_of(document.id),
        fold=fold_of(document.id),
        published=document.published,
        analysis=analysis,
        triggers=tuple(triggers(analysis, document.text, document.claims)),
    )
    unread = tuple(claim for claim in document.claims if not _is_read(analysis, claim, document.text))
    return Given(document, told(passage, document.text, document.claims), unread)


def _is_read(analysis: Analysis, claim: CorpusClaim, text: str) -> bool:
    start, end = claim.trigger.span(text)
    return any(
        view.sentence.start <= start < view.sentence.end and view.sentence.head_of(start, end) is not None
        for view in analysis.views
    )
