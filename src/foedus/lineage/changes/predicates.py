"""What a sentence says happens: its verbs, who does what to whom, and how surely it is told."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from foedus.language.knowledge import rows
from foedus.language.parse import Sentence
from foedus.language.verbs import Mood, verb_phrase
from foedus.lineage.changes.lines import Line, Lines
from foedus.lineage.changes.phase import Phase, phase
from foedus.lineage.crossing.words import load_ideas
from foedus.reader.relations import Argument, arguments
from foedus.reader.unit import VoiceCueKind
from foedus.reader.voice import Heard

_TELLING: tuple[VoiceCueKind, ...] = (
    *("say", "claim", "know", "announce", "confirm", "think", "doubt", "wish", "warn", "ask", "deny"),
    *("refuse_comment", "not_confirm", "hedge_probable", "hedge_possible", "modal_ability", "unknown"),
)
"""Kinds of cues that tell of something instead of happening themselves."""
_FINITE: frozenset[Mood] = frozenset({"indicative", "conditional", "subjunctive"})
WHO = ("entity", "state", "name")
"""Kinds of facts that can do something, or have it done to them."""
_EVERY_DAY = frozenset({"be", "être", "быть", "have", "avoir", "do", "faire"})


class Predicate(NamedTuple):
    """One action. `types` are the claim types that its word can evoke, `idea` what it stands for in all languages.

    `who` are the entities that it is said of, by relation ("subj", "obj", prepositions), as in the active clause;
    `nouns` the ideas of people and bodies that can act.
    """

    line: Line
    anchor: int
    words: tuple[int, ...]
    lemma: str
    idea: str | None
    types: frozenset[str]
    finite: bool
    heard: Heard
    phase: Phase | None
    who: tuple[tuple[str, frozenset[str]], ...]
    nouns: tuple[tuple[str, frozenset[str]], ...]

    @property
    def is_main(self) -> bool:
        """Whether it heads its sentence, or the statement that a verb of saying opens."""
        return self.line.view.tokens[self.anchor].dep in ("root", "ccomp", "parataxis")

    @property
    def start(self) -> int:
        """Where its words begin in the page's text."""
        return self.line.view.tokens[self.words[0]].start

    @property
    def end(self) -> int:
        """Where they end."""
        return self.line.view.tokens[self.words[-1]].end


def predicates(line: Line, page: Lines) -> tuple[Predicate, ...]:
    """The actions of a sentence in text order; verbs that only tell of another are left out. Worked out once."""
    place = line.view.index
    if place not in page.actions:
        page.actions[place] = tuple(_predicates(line, page))
    return page.actions[place]


def _predicates(line: Line, page: Lines) -> Iterator[Predicate]:
    view, sentence = line.view, line.view.sentence
    tools = page.parsed.tools[line.lang]
    here = page.parsed.hearing.here(view.index)
    evoked: dict[int, set[str]] = {}
    for hit in tools.units.hits(sentence):
        if not hit.nested:
            evoked.setdefault(hit.anchor, set()).update(sense.type for sense in hit.senses)
    for token in sentence.tokens:
        if token.upos != "VERB" or token.lemma.lower() in _EVERY_DAY:
            continue
        telling = any(found.cue.kind in _TELLING for found in here.cues.at.get(token.i, ()))
        if telling and (token.i not in evoked or not _acts(sentence, token.i)):
            continue
        heard = page.parsed.hearing.of(view, [token.i])
        phrase = verb_phrase(sentence, token.i, line.lang)
        words = tuple(sorted({token.i, *(phrase.auxiliaries if phrase else ())}))
        yield Predicate(
            line,
            token.i,
            words,
            token.lemma.lower(),
            load_ideas(line.lang).idea(token.text),
            frozenset(evoked.get(token.i, ())),
            phrase is not None and phrase.mood in _FINITE,
            heard,
            phase(line, token.i, page, heard),
            tuple(_who(line, token.i, page)),
            tuple(_nouns(line, token.i, page)),
        )


def _acts(sentence: Sentence, i: int) -> bool:
    """Whether a verb that can tell of something does something here: it has an object and no clause."""
    has_object = any(sentence.dependents(i, "obj", "nsubj:pass"))
    return has_object and not any(sentence.dependents(i, "ccomp", "xcomp", "parataxis"))


def _nouns(line: Line, i: int, page: Lines) -> Iterator[tuple[str, frozenset[str]]]:
    for argument in _arguments(line, i, page):
        token = line.view.tokens[argument.token]
        keys = {fact.key for fact in line.facts if fact.key in _actors() and fact.start <= token.start < fact.end}
        if keys:
            yield argument.relation, frozenset(keys)


def _arguments(line: Line, i: int, page: Lines) -> Sequence[Argument]:
    tools = page.parsed.tools[line.lang]
    return arguments(line.view.sentence, i, agent=tools.agent, intransitive=tools.lexicon.cues("intransitive"))


def _who(line: Line, i: int, page: Lines) -> Iterator[tuple[str, frozenset[str]]]:
    sentence = line.view.sentence
    for argument in _arguments(line, i, page):
        low = {sentence.tokens[k].start: sentence.tokens[k].end for k in _phrase(line, argument.token)}
        keys = {
            fact.key
            for fact in line.facts
            if fact.kind in WHO and any(fact.start < end and start < fact.end for start, end in low.items())
        }
        if keys:
            yield argument.relation, frozenset(keys)


@cache
def _actors() -> frozenset[str]:
    return frozenset(cells[0] for cells in rows(files("foedus") / "data" / "lineage" / "actors.tsv"))


def _phrase(line: Line, i: int) -> Iterable[int]:
    """The words of a phrase without the clauses in it."""
    sentence = line.view.sentence
    found, ahead = {i}, [i]
    while ahead:
        for child in sentence.dependents(ahead.pop()):
            if child.dep not in ("acl", "acl:relcl", "advcl", "ccomp", "parataxis", "punct") and child.i not in found:
                found.add(child.i)
                ahead.append(child.i)
    return sorted(found)


def matched(first: Sequence[Predicate], second: Sequence[Predicate]) -> list[tuple[Predicate, Predicate]]:
    """Actions that answer to each other, each in one pair: the same idea, then the same word, then the same type, then
    those that head their sentences."""
    left, right = list(first), list(second)
    found: list[tuple[Predicate, Predicate]] = []
    for alike in (_same_idea, _same_lemma, _same_type, _both_main):
        for one in list(left):
            other = next((two for two in right if alike(one, two)), None)
            if other is not None:
                found.append((one, other))
                left.remove(one)
                right.remove(other)
    return found


def same_act(one: Predicate, other: Predicate) -> bool:
    """Whether two actions say the same, rather than only stand in the same place of their sentences."""
    return _same_idea(one, other) or _same_lemma(one, other) or _same_type(one, other)


def opposite_ideas(one: Predicate, other: Predicate) -> bool:
    """Whether the two are known to say different things: the one denied may be the other."""
    return one.idea is not None and other.idea is not None and one.idea != other.idea


def _same_idea(one: Predicate, other: Predicate) -> bool:
    return one.idea is not None and one.idea == other.idea


def _same_lemma(one: Predicate, other: Predicate) -> bool:
    return one.line.lang == other.line.lang and one.lemma == other.lemma


def _same_type(one: Predicate, other: Predicate) -> bool:
    return bool(one.types & other.types) and (one.idea is None or other.idea is None)


def _both_main(one: Predicate, other: Predicate) -> bool:
    return one.is_main and other.is_main
