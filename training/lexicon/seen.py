"""Write `units/TYPE_seen.yaml`: `python -m training.lexicon.seen` from the repository's root.

A trigger of the training part or of an exemplar that no unit of its type covers becomes a weak unit: its head word, and
the whole expression where it is a verb with one or two further words. The frame is the type's widest
(`training/lexicon/frames.yaml`), the stage the commonest in the gold. Words that other files list are left out.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml
from bench.accuracy.corpus import ROOT

from foedus.learning.corpus.material import LANGS, lessons
from foedus.learning.decider.material import Passage, Trigger, passages
from foedus.model.vocabulary import TYPES, ClaimType
from foedus.reader.lexicon import Lexicon, load_lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.matching import Matcher
from foedus.reader.unit import Pos
from foedus.reader.view import View

DATA = ROOT / "src" / "foedus" / "data" / "lexicon"
FRAMES = Path(__file__).parent / "frames.yaml"
GATES: Mapping[str, str] = {"transfer": "arms", "production": "arms", "possession": "arms", "deployment": "force"}
POS: Mapping[str, Pos] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
FURTHER = frozenset({"NOUN", "ADJ", "ADP", "ADV", "VERB"})
COMMON = frozenset("avoir être have be do быть get faire".split())
"""Words that stand in every sentence: by themselves they tell of nothing."""
_LETTERS = re.compile(r"[a-zà-ÿœа-я' -]+")
WIDTH = 118
HEAD = """# Words met as triggers of type {type} in the training material and in no other file: they mean it only
# in their context, so they are weak. Written by `python -m training.lexicon.seen`; a word that proves itself
# moves to another file with a frame of its own.
type: {type}
families:
"""


class Word(NamedTuple):
    """A unit to be."""

    text: str
    pos: Pos


Stages = dict[ClaimType, dict[Word, Counter[str]]]


def stages_of(lexicon: Lexicon, some: Iterable[Passage]) -> Stages:
    """Words of triggers that no unit covers, by type, with the stages they had."""
    matcher = Matcher(lexicon.lang, lexicon.units, lexicon.small)
    found: Stages = defaultdict(lambda: defaultdict(Counter))
    for passage in some:
        hits = {view.index: matcher.hits(view.sentence) for view in passage.analysis.views}
        for trigger in passage.triggers:
            known = any(
                hit.anchor in trigger.tokens and any(unit.type == trigger.type for unit in hit.senses)
                for hit in hits[trigger.view]
            )
            if not known:
                for word in words_of(lexicon, passage.analysis.views[trigger.view], trigger):
                    found[trigger.type][word][trigger.stage] += 1
    return found


def words_of(lexicon: Lexicon, view: View, trigger: Trigger) -> Iterator[Word]:
    """The head of a trigger, and the whole of it where it is a short verbal expression."""
    tokens, small = view.tokens, lexicon.small
    inside = sorted(trigger.tokens)
    content = [i for i in inside if tokens[i].upos in POS and normal(tokens[i].lemma) not in small.function | COMMON]
    if not content:
        return
    head = trigger.head if trigger.head in content else content[0]
    pos = POS[tokens[head].upos]
    text = _with_reflexive(lexicon, view, head)
    if _LETTERS.fullmatch(text):
        yield Word(text, pos)
    rest = [i for i in inside if i > head and tokens[i].upos in FURTHER and not view.name_at(i)]
    meaning = [i for i in rest if tokens[i].upos != "ADP"]
    if pos == "verb" and 1 <= len(meaning) <= 2 and len(rest) <= 4 and inside[0] >= head - 1:
        whole = " ".join([text, *(normal(tokens[i].text) for i in rest)])
        if _LETTERS.fullmatch(whole):
            yield Word(whole, "verb")


def _with_reflexive(lexicon: Lexicon, view: View, head: int) -> str:
    lemma = normal(view.tokens[head].lemma)
    pronouns = [
        child
        for child in view.sentence.dependents(head)
        if lexicon.small.contracted.get(normal(child.text), normal(child.text)) in lexicon.small.reflexives
    ]
    if not pronouns:
        return lemma
    return f"s'{lemma}" if lemma[0] in "aeiouyéèêh" else f"se {lemma}"


def text_of(claim_type: ClaimType, words: Mapping[Word, Counter[str]], frame: str) -> str:
    """The file of one type."""
    families: dict[str, dict[Pos, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word, stages in sorted(words.items()):
        families[min(stages, key=lambda stage: (-stages[stage], stage))][word.pos].append(word.text)
    lines = [HEAD.format(type=claim_type)]
    for stage in TYPES[claim_type].stages:
        if stage in families:
            lines.append(f"  - stage: {stage}\n    gate: {GATES.get(claim_type, 'mil')}\n    weak: true\n")
            for pos, units in sorted(families[stage].items(), reverse=True):
                lines.append(f'    {pos}:\n      frame: "{frame}"\n      units:\n{_listed(units)}\n')
    return "".join(lines)


def _listed(units: Sequence[str]) -> str:
    indent, line, lines = " " * 8, "[", []
    for number, unit in enumerate(units):
        item = f'"{unit}"' + ("]" if number == len(units) - 1 else ",")
        if len(indent) + len(line) + len(item) > WIDTH:
            lines.append(indent + line.rstrip())
            line = " "
        line += f"{item} "
    return "\n".join([*lines, indent + line.rstrip()])


def main() -> int:
    """Write the files of every language, from a lexicon without them."""
    frames = yaml.safe_load(FRAMES.read_text(encoding="utf-8"))
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
                text = text_of(claim_type, kept, frames[lang][claim_type])
                (DATA / lang / "units" / f"{claim_type}_seen.yaml").write_text(text, encoding="utf-8")
        print(f"{lang}: {count} units")
    return 0


if __name__ == "__main__":
    sys.exit(main())
