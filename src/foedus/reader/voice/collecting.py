"""What governs a word: the effects of every cue on its way to the root, nearest first.

A step up lets through what is said of the word above where the word below is its complement; a relative clause, an
adverbial one or a second clause beside it is not under the first one's negation, hedge or voice.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from foedus.language.parse import Sentence, Token
from foedus.reader.lexicon import Lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.relations import SUBJECTS, VERBAL, preposition, uncontracted
from foedus.reader.unit import VoiceCueKind
from foedus.reader.view import View
from foedus.reader.voice.aside import Aside
from foedus.reader.voice.cues import Cues, Found
from foedus.reader.voice.effect import Effect
from foedus.reader.voice.effects import NAMED, SAYING, Spoken, effects_of, word_cue
from foedus.reader.voice.marks import CONDITION, mark_effects
from foedus.reader.voice.moods import mood_effects
from foedus.reader.voice.particles import negation_of
from foedus.reader.voice.speakers import Speakers
from foedus.reader.voice.way import CLAUSE, COMPLEMENTISERS, INFINITIVE, THAT, Step, goes_through, is_finite, names, way

ADVERBIAL = frozenset({"main", "verb", "noun", "head"})
"""Relations of a cue that stands beside what it modifies."""
SILENT: frozenset[VoiceCueKind] = frozenset({"condition", "restrict"})
"""Kinds that decide nothing of what they stand beside: they keep other words from doing so."""
DOUBTING: frozenset[VoiceCueKind] = frozenset({"rumour", "hedge_probable", "hedge_possible"})
"""Kinds of words of rumour and doubt; those of several words may hold a particle that alone would be a mood."""
AUXILIARY = frozenset({"bare_inf", "pp", "inf"})
_BETWEEN = ("obl", "obj", "iobj", "obl:arg", "obl:agent", "obl:mod")
_VAGUE = frozenset({"obj", "comp", "subj"})


class Here(NamedTuple):
    """A sentence with everything that its words are told by."""

    view: View
    lang: str
    lexicon: Lexicon
    cues: Cues
    speakers: Speakers
    asides: Sequence[Aside]


def effects_over(here: Here, target: Sequence[int], head: int) -> list[Effect]:
    """Effects over the target (token indices, with their head), nearest first."""
    return list(_Collector(here, frozenset(target)).over(head))


def _in_phrases(here: Here) -> frozenset[int]:
    """The words of longer cues of rumour and doubt: "будто бы"."""
    found = (one for some in here.cues.anchored.values() for one in some if one.cue.kind in DOUBTING)
    return frozenset(i for one in found if len(one.tokens) > 1 for i in one.tokens)


class _Collector:
    """One walk up; `used` are words that an effect has taken already."""

    def __init__(self, here: Here, own: frozenset[int]) -> None:
        self._here = here
        self._own = own
        negations = here.lexicon.cues("negations")
        self._used = {i for i in own if normal(here.view.tokens[i].text) not in negations}
        self._negation: Token | None = None
        self._in_asides = {i for aside in here.asides for i in aside.tokens}
        self._in_phrases = _in_phrases(here)

    def over(self, head: int) -> Iterator[Effect]:
        """The effects, nearest first."""
        sentence = self._here.view.sentence
        steps = [_said(sentence, step) for step in way(sentence, head)]
        on_way = {head, *(step.above for step in steps)}
        through = True
        carried: frozenset[str] = frozenset()
        left = False
        yield from self._denied(head)
        yield from self._beside(head, steps[0] if steps else None, on_way, through=True)
        for k, step in enumerate(steps):
            yield from self._aside(head, on_way, inside=step.below)
            if step.dep in ("acl", "acl:relcl") and normal(sentence.tokens[step.above].lemma) in self._case_nouns:
                yield Effect(word_cue("condition", sentence.tokens[step.above]), "a case supposed", unasserted=True)
            left = left or self._leaves(step)
            spoken, carried = self._above(step, carried, through=through)
            if left:
                continue  # the outlet's own again: a relative clause, a second main clause
            yield from spoken
            if step.dep == "conj":
                if not any(sentence.dependents(step.below, "mark")):
                    yield from self._conditions(step.above)
                continue  # what stands over the first of two clauses stands over both
            taken = bool(spoken) or sentence.tokens[step.above].upos == "PRON"  # "того, что"
            through = through and (taken or goes_through(sentence, step))
            if any(effect.voice is not None or effect.reason in SAYING for effect in spoken):
                through = False
            yield from self._beside(step.above, steps[k + 1] if k + 1 < len(steps) else None, on_way, through=through)
        yield from self._aside(head, on_way)

    def _leaves(self, step: Step) -> bool:
        """Whether a clause is the outlet's own again: a relative one, or a second one beside a reported one, which has
        its own subject and lacks the first one's conjunction ("a assuré que …, et l'Autriche a expulsé …")."""
        sentence = self._here.view.sentence
        if step.dep == "acl:relcl":
            return "selon_lequel" not in names(sentence, step)
        if step.dep != "conj" or not any(sentence.dependents(step.below, *SUBJECTS)):
            return False
        marked = any(uncontracted(mark) in THAT for mark in sentence.dependents(step.above, "mark"))
        own = any(sentence.dependents(step.below, "mark"))
        first = sentence.tokens[sentence.subtree(step.below)[0]]
        behind = any(token.text == "," for token in sentence.tokens[max(0, first.i - 1) : first.i + 2])
        reporting = any(one.cue.kind in SAYING for one in self._here.cues.at.get(step.below, ()))
        return (marked or reporting) and not own and behind

    @property
    def _case_nouns(self) -> frozenset[str]:
        return self._here.lexicon.cues("case_nouns")

    def _conditions(self, i: int) -> Iterator[Effect]:
        """The condition that stands over the first of two clauses stands over the second too."""
        here = self._here
        effects = mark_effects(here.lexicon, here.view, i, "conj", self._used)
        yield from (effect for effect in effects if effect.unasserted and effect.reason == CONDITION)

    def _told(self, step: Step | None) -> bool:
        """Whether the clause is what somebody said in the past."""
        if step is None or step.dep != "ccomp":
            return False
        group = [
            self._here.view.tokens[step.above],
            *self._here.view.sentence.dependents(step.above, "aux", "aux:pass"),
        ]
        past = any(word.feats.get("Tense") in ("Past", "Imp") for word in group)
        return past and any(one.cue.kind in SAYING for one in self._here.cues.at.get(step.above, ()))

    def _denied(self, head: int) -> Iterator[Effect]:
        """Where the words themselves deny: "Kigali le nie", their subject says that it is not so."""
        for one in self._here.cues.anchored.get(head, ()):
            if one.cue.kind == "deny" and set(one.cue.words.words) & self._here.lexicon.cues("denying"):
                yield from self._voiced(self._spoken(one, CLAUSE))
                return

    def _aside(self, head: int, on_way: set[int], inside: int | None = None) -> Iterator[Effect]:
        """Voices put into the sentence that speak for the word; with `inside` only those in the clause of that word."""
        for aside in self._here.asides:
            if not aside.governs(head, on_way) or not self._used.isdisjoint(aside.tokens):
                continue
            if inside is None or self._holds(inside, aside):
                self._used.update(aside.tokens)
                yield from self._put_in(aside)

    def _put_in(self, aside: Aside) -> Iterator[Effect]:
        here = self._here
        if aside.found is not None:
            yield from self._voiced(Spoken(aside.found, aside.speaker, None, clause=True))
        elif aside.cue is not None:
            voice = here.speakers.attribution(aside.speaker, aside.cue.text)
            yield Effect(aside.cue, "a voice beside it", voice=voice)

    def _holds(self, i: int, aside: Aside) -> bool:
        """Whether an aside stands between the words of a reported clause."""
        words = self._here.view.sentence.subtree(i)
        return words[0] <= min(aside.words) and max(aside.words) <= words[-1]

    def _above(self, step: Step, carried: frozenset[str], *, through: bool) -> tuple[list[Effect], frozenset[str]]:
        """What the word above says of its complement, by the cue whose frame takes it most exactly; and the clause that
        goes on up where a noun hangs between it and its cue ("заявление главы … о том, что")."""
        step = self._over_object(step)
        relations = names(self._here.view.sentence, step)
        nominal = step.dep.startswith(("nmod", "obl"))
        if nominal:
            relations |= carried
        fitting = [
            (self._fit(one, relations), one)
            for one in self._here.cues.at.get(step.above, ())
            if self._own.isdisjoint(one.tokens) and self._used.isdisjoint(one.tokens) and one.cue.kind != "vehicle"
        ]
        fitting = [(fit, one) for fit, one in fitting if fit and not self._is_told(one)]
        on = (relations if nominal else carried | relations) & CLAUSE
        if not fitting or step.dep == "conj":
            return self._unlisted(step), on
        spoken = self._spoken(max(fitting, key=lambda pair: pair[0])[1], relations)
        effects = [effect for effect in self._voiced(spoken) if through or effect.voice or effect.standing]
        if effects:
            self._used.update(spoken.found.tokens)
            if spoken.negation is not None:
                self._used.add(spoken.negation.i)
        return effects, frozenset()

    def _is_told(self, one: Found) -> bool:
        """Whether a word for somebody without a name is whom a verb tells: "informed the deputies that"."""
        noun = self._here.view.tokens[one.anchor]
        return one.cue.kind == "source_unnamed" and noun.dep in ("obj", "iobj", "obl:arg", "obl")

    def _over_object(self, step: Step) -> Step:
        """The step to the verb where the parse hung its complement on its object: "accuse X d'abriter …"."""
        tokens = self._here.view.tokens
        over = tokens[step.above]
        if step.dep not in ("acl", "nmod", "obl") or over.dep not in _BETWEEN or over.head == over.i:
            return step
        other = Step(step.below, "xcomp" if step.dep == "acl" else step.dep, over.head)
        relations = names(self._here.view.sentence, other) - _VAGUE
        told = any(
            one.cue.kind in SAYING and relations & one.cue.statement for one in self._here.cues.at.get(over.head, ())
        )
        here = any(relations & one.cue.statement for one in self._here.cues.at.get(over.i, ()))
        return other if told and not here else step

    def _unlisted(self, step: Step) -> list[Effect]:
        """A verb that the lexicon does not have, with a person or party as its subject and a clause as what it says."""
        here = self._here
        verb = here.view.tokens[step.above]
        sentence = here.view.sentence
        marked = any(uncontracted(mark) in THAT for mark in sentence.dependents(step.below, "mark"))
        bare = (
            here.lexicon.words["bare_clauses"]
            and is_finite(sentence, step.below)
            and any(sentence.dependents(step.below, *SUBJECTS))
        )
        if (
            not is_finite(sentence, verb.i)
            or step.dep != "ccomp"
            or not (marked or bare)
            or verb.upos not in VERBAL
            or here.cues.at.get(verb.i)
        ):
            return []
        speaker = here.speakers.of_verb(verb)
        if speaker is None or not here.speakers.may_speak(speaker):
            return []
        voice = here.speakers.attribution(speaker, verb.text, verb.i)
        return [Effect(word_cue("voice", verb), "a clause of what it says", voice=voice)]

    def _fit(self, one: Found, relations: frozenset[str]) -> int:
        """How well a cue's frame takes a complement: 0 not at all, more for an exact relation and a longer cue."""
        shared = relations & one.cue.statement
        length = 2 * len(one.tokens) + bool(one.cue.speaker)
        if shared - _VAGUE:
            return 20 + length
        if "quote" in one.cue.statement and "clause" in relations:
            return 15 + length
        if shared and not (relations & INFINITIVE and shared <= {"obj"} and one.cue.pos == "verb"):
            return 10 + length
        if shared:
            return 5 + length
        predicate = one.cue.pos == "adjective" and "head" in one.cue.statement
        return 4 if predicate and relations & {"subj", "clause"} else 0

    def _spoken(self, one: Found, relations: frozenset[str]) -> Spoken:
        here = self._here
        anchor = here.view.tokens[one.anchor]
        speaker: Token | None = None
        if one.cue.kind in NAMED:
            speaker = anchor
        elif one.cue.kind in SAYING:
            speaker = here.speakers.of_verb(anchor, one.cue.speaker) if one.cue.pos == "verb" else self._owner(one)
        negation = negation_of(here.lexicon, here.view, one.anchor)
        if negation is not None and (negation.i in one.tokens or negation.i in self._used):
            negation = None
        return Spoken(
            one, speaker, negation, clause="clause" in relations, nominal=not relations & (CLAUSE | INFINITIVE)
        )

    def _owner(self, one: Found) -> Token | None:
        """Whose saying a noun is: "the minister's claim that", "l'annonce de Paris"; else its support verb's."""
        here = self._here
        sentence = here.view.sentence
        for child in sentence.dependents(one.anchor, "nmod", "nmod:poss", "obl", "amod", "compound", "obl:agent"):
            if child.i in self._own or (child.dep in ("amod", "compound") and not here.view.name_at(child.i)):
                continue
            if preposition(sentence, child.i) in (None, "de", "of", "by", "par", "from", "poss"):
                return child
        noun = here.view.tokens[one.anchor]
        above = here.view.tokens[noun.head]
        if noun.dep in ("obj", "obl", "xcomp") and above.upos in VERBAL:
            return here.speakers.of_verb(above)
        return None

    def _voiced(self, spoken: Spoken) -> Iterator[Effect]:
        """The effects of a cue, and the voices behind its speaker: "a note seen by X"."""
        here = self._here
        yield from effects_of(here.view, here.speakers, here.lexicon, spoken)
        if spoken.speaker is not None:
            for cue, behind in here.speakers.behind(spoken.speaker):
                voice = here.speakers.attribution(behind, cue.text)
                yield Effect(cue, "who brings it", voice=voice)

    def _beside(self, i: int, step: Step | None, on_way: set[int], *, through: bool) -> Iterator[Effect]:
        """Effects of the words beside one on the way: negation, hedges, auxiliaries, moods, marks."""
        here = self._here
        self._negation = None
        if through:
            negation = negation_of(here.lexicon, here.view, i)
            if negation is not None and negation.i not in self._used:
                self._negation = negation
                self._used.add(negation.i)
                yield Effect(word_cue("negation", negation), "negated", flips=True)
            used, told = self._used | self._in_asides, self._told(step)
            yield from mood_effects(here.lexicon, here.lang, here.view, i, used, self._in_phrases, told=told)
            yield from mark_effects(here.lexicon, here.view, i, step.dep if step else "root", self._used)
        group = [i, *(child.i for child in here.view.sentence.dependents(i, "aux", "aux:pass", "cop"))]
        for k in group:
            for child in here.view.sentence.dependents(k):
                if child.i not in on_way:
                    yield from self._modifier(child, through=through)

    def _modifier(self, child: Token, *, through: bool) -> Iterator[Effect]:
        """What a word beside says: an adverb, an adjective, an auxiliary."""
        wanted = AUXILIARY if child.dep.startswith("aux") else ADVERBIAL
        for one in self._near(child):
            if one.cue.speaker or one.cue.kind in NAMED or not one.cue.statement & wanted:
                continue
            if one.cue.kind in SILENT or (one.cue.kind == "rumour" and self._has_subject(one)):
                continue
            if not self._own.isdisjoint(one.tokens) or not self._used.isdisjoint(one.tokens):
                continue
            if through or one.cue.kind == "rumour":
                negation = self._negation if one.cue.kind == "modal_ability" else None
                self._used.update(one.tokens)
                yield from self._voiced(Spoken(one, None, negation))

    def _has_subject(self, one: Found) -> bool:
        """Whether a phrase of rumour has somebody who says it after all: "как утверждают издания"."""
        anchor = self._here.view.tokens[one.anchor]
        return anchor.upos in VERBAL and any(self._here.view.sentence.dependents(one.anchor, "nsubj"))

    def _near(self, child: Token) -> list[Found]:
        """Cues anchored at a word beside, and phrases whose preposition or attribute hangs on it."""
        here = self._here
        found = list(here.cues.anchored.get(child.i, ()))
        for below in here.view.sentence.dependents(child.i, "case", "mark", "fixed", "advmod", "amod", "nmod"):
            found += [
                one
                for one in here.cues.anchored.get(below.i, ())
                if one.cue.pos == "adverb" and "main" in one.cue.statement and child.i in one.tokens
            ]
        return sorted(found, key=lambda one: -len(one.tokens))


def _said(sentence: Sentence, step: Step) -> Step:
    """The step to the verb where the parse hung the reported clause elsewhere: on a noun between ("said in a statement
    that …"), or as a second clause beside the verb ("said that …, and that …")."""
    below, over = sentence.tokens[step.below], sentence.tokens[step.above]
    first = sentence.tokens[sentence.subtree(step.below)[0]]
    if step.dep == "conj" and over.i < below.i:
        marks = [mark for mark in sentence.dependents(below.i, "mark") if uncontracted(mark) in COMPLEMENTISERS]
        beside = over.upos in VERBAL and not any(sentence.dependents(over.i, "mark"))
        return Step(step.below, "ccomp", step.above) if marks and beside else step
    if step.dep == "advcl" and over.i < first.i and uncontracted(first) in THAT and first.head == step.below:
        return Step(step.below, "ccomp", step.above)
    if step.dep not in ("acl", "acl:relcl") or over.dep not in _BETWEEN or over.head == over.i:
        return step
    clause = first.i > over.i and uncontracted(first) in COMPLEMENTISERS and first.head == step.below
    rest = (child for child in sentence.dependents(step.below) if child is not first)
    relative = any(child.feats.get("PronType") == "Rel" for child in rest)
    return Step(step.below, "ccomp", over.head) if clause and not relative else step
