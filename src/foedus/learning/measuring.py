"""What a reader's claims are worth on annotated texts: core-F1 by language, nothing of any single text."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from foedus.learning.corpus.format import read_folder
from foedus.learning.corpus.material import EVERYDAY, LANGS, Lesson, lesson
from foedus.learning.corpus.split import part_of
from foedus.learning.scoring.gold import from_corpus
from foedus.learning.scoring.tally import Tally, score, tally
from foedus.model.document import make_document
from foedus.reader.read import Reader


def measured(lessons: Iterable[Lesson], reader: Reader) -> dict[str, Tally]:
    """The sums by language, and over `all`; claims in masked words count neither way unless they are annotated."""
    scored = []
    for one in lessons:
        gold = from_corpus(one)
        document = make_document(one.text, lang=one.lang, published=one.published)
        claims = reader.read(document).claims
        annotated = {claim.trigger for claim in gold.claims}
        kept = [
            claim
            for claim in claims
            if not one.is_masked(claim.trigger.start) or (claim.trigger.start, claim.trigger.end) in annotated
        ]
        scored.append(score(gold, kept))
    return tally(scored)


def frozen_test(material: Path) -> Sequence[Lesson]:
    """The test part of the corpus, in a clone beside the material, elsewhere none. It is scored, never learned."""
    folder = material.parent / "bench" / "accuracy" / "gold" / "test"
    return [lesson(one, "test") for lang in LANGS for one in read_folder(folder / lang)]


def everyday_test(material: Path) -> Sequence[Lesson]:
    """The test part of the everyday reports, which lies among the material. Nothing is learned from it."""
    found = (one for lang in LANGS for one in read_folder(material / EVERYDAY / lang))
    return [lesson(one, "test") for one in found if part_of(one.id) == "test"]
