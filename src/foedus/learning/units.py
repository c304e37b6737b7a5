"""Units to be: the words of a trigger that no unit of the lexicon covers, and a lexicon file with them.

The frame is the widest of the type (`data/lexicon/frames.yaml`), the stage the commonest; the units are weak, since
they may mean it only in their context.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from foedus.learning.decider.material import Trigger
from foedus.model.vocabulary import TYPES, ClaimType
from foedus.reader.lexicon import Lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.matching import Hit
from foedus.reader.unit import Pos, Unit
from foedus.reader.view import View

GATES: Mapping[str, str] = {"transfer": "arms", "production": "arms", "possession": "arms", "deployment": "force"}
POS: Mapping[str, Pos] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
FURTHER = frozenset({"NOUN", "ADJ", "ADP", "ADV", "VERB"})
COMMON = frozenset("avoir être have be do быть get faire".split())
"""Words that stand in every sentence: by themselves they tell of nothing."""
_LETTERS = re.compile(r"[a-zà-ÿœа-я' -]+")
WIDTH = 118


class Word(NamedTuple):
    """A unit to be."""

    text: str
    pos: Pos


@cache
def frames() -> Mapping[str, Mapping[str, str]]:
    """The widest frame of each type, by language."""
    found: Mapping[str, Mapping[str, str]] = yaml.safe_load(
        (files("foedus") / "data" / "lexicon" / "frames.yaml").read_text(encoding="utf-8")
    )
    return found


def is_known(trigger: Trigger, hits: Iterable[Hit[Unit]]) -> bool:
    """Whether a unit of the trigger's type stands there."""
    return any(hit.anchor in trigger.tokens and any(unit.type == trigger.type for unit in hit.senses) for hit in hits)


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


def entry(lang: str, claim_type: ClaimType, words: Mapping[Word, Mapping[str, int]]) -> str:
    """A lexicon file with words of one type as weak units; `words` with how often they had each stage."""
    frame = frames()[lang][claim_type]
    families: dict[str, dict[Pos, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word, stages in sorted(words.items()):
        families[min(stages, key=lambda stage: (-stages[stage], stage))][word.pos].append(word.text)
    lines = [f"type: {claim_type}\nfamilies:\n"]
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
