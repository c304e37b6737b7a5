"""A document with its gold triggers as events, as the linker's training sees it; test documents too."""

from typing import NamedTuple

from foedus.gazetteer.scanner import Scanner
from foedus.learning.corpus.format import CorpusClaim, CorpusDocument
from foedus.learning.corpus.material import lesson
from foedus.learning.corpus.split import part_of
from foedus.learning.decider.material import parsed
from foedus.learning.decider.rows import see
from foedus.learning.linker.material import Told, told
from foedus.reader.analysis import Analysis


class Given(NamedTuple):
    """A document, its claims as events, and the claims whose trigger lies in no parsed sentence."""

    document: CorpusDocument
    told: Told
    unread: tuple[CorpusClaim, ...]


def given(scanner: Scanner, document: CorpusDocument) -> Given:
    """The document parsed in full: what has a trigger is never sifted out, so that only the links are measured."""
    passage = parsed(lesson(document, part_of(document.id)), scanner)
    unread = tuple(claim for claim in document.claims if not _is_read(passage.analysis, claim, document.text))
    return Given(document, told(see(passage)), unread)


def _is_read(analysis: Analysis, claim: CorpusClaim, text: str) -> bool:
    start, end = claim.trigger.span(text)
    return any(
        view.sentence.start <= start < view.sentence.end and view.sentence.head_of(start, end) is not None
        for view in analysis.views
    )
