"""Write `units/TYPE_seen.yaml`: `python -m training.lexicon.seen` from the repository's root.

A trigger of the training part or of an exemplar that no unit of its type covers becomes a weak unit: its head word, and
the whole expression where it is a verb with one or two further words. The frame is the type's widest
(`src/foedus/data/lexicon/frames.yaml`), the stage the commonest in the gold. Words that other files list are left out.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable

from bench.accuracy.corpus import ROOT

from foedus.learning.corpus.material import LANGS, lessons
from foedus.learning.decider.material import Passage, passages
from foedus.learning.units import Word, entry, is_known, words_of
from foedus.model.vocabulary import ClaimType
from foedus.reader.lexicon import Lexicon, load_lexicon
from foedus.reader.matching import Matcher

DATA = ROOT / "src" / "foedus" / "data" / "lexicon"
HEAD = """# Words met as triggers of type {type} in the training material and in no other file: they mean it only
# in their context, so they are weak. Written by `python -m training.lexicon.seen`; a word that proves itself
# moves to another file with a frame of its own.
"""


Stages = dict[ClaimType, dict[Word, Counter[str]]]


def stages_of(lexicon: Lexicon, some: Iterable[Passage]) -> Stages:
    """Words of triggers that no unit covers, by type, with the stages they had."""
    matcher = Matcher(lexicon.lang, lexicon.units, lexicon.small)
    found: Stages = defaultdict(lambda: defaultdict(Counter))
    for passage in some:
        hits = {view.index: matcher.hits(view.sentence) for view in passage.analysis.views}
        for trigger in passage.triggers:
            if not is_known(trigger, hits[trigger.view]):
                for word in words_of(lexicon, passage.analysis.views[trigger.view], trigger):
                    found[trigger.type][word][trigger.stage] += 1
    return found


def main() -> int:
    """Write the files of every language, from a lexicon without them."""
    for file in DATA.glob("*/units/*_seen.yaml"):
        file.unlink()
    for lang in LANGS:
        lexicon = load_lexicon(lang)
        listed = {(unit.text, unit.pos, unit.type) for unit in lexicon.units}
        some = [passage for passage in passages(lessons(ROOT / "training", [lang])) if passage.lesson.part == "train"]
        count = 0
        for claim_type, words in stages_of(lexicon, some).items():
            kept = {word: told for word, told in words.items() if (word.text, word.pos, claim_type) not in listed}
            count += len(kept)
            if kept:
                text = HEAD.format(type=claim_type) + entry(lang, claim_type, kept)
                (DATA / lang / "units" / f"{claim_type}_seen.yaml").write_text(text, encoding="utf-8")
        print(f"{lang}: {count} units")
    return 0


if __name__ == "__main__":
    sys.exit(main())
