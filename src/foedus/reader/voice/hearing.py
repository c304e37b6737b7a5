"""Who says the words at a place of a document, and how surely: the voices of one document."""

from collections.abc import Collection, Mapping, Sequence

from foedus.gazetteer.entities import Entities
from foedus.language.parse import Token
from foedus.reader.analysis import Analysis
from foedus.reader.lexicon import Lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.matching import Matcher
from foedus.reader.unit import VoiceCue, VoiceCueKind
from foedus.reader.view import View
from foedus.reader.voice.antecedent import BACK, speaker_before
from foedus.reader.voice.asides import asides
from foedus.reader.voice.collecting import Here, effects_over
from foedus.reader.voice.composing import Heard, composed
from foedus.reader.voice.cues import cues_in
from foedus.reader.voice.effect import Effect
from foedus.reader.voice.effects import GOES_ON, SAYING, word_cue
from foedus.reader.voice.speakers import Speakers, first_person, third_person
from foedus.reader.voice.stretch import Stretch, stretches_of

NEAR = 2
"""How many sentences around a quotation its speaker may be named in."""
LONGEST = 40
"""How many sentences a quotation is followed over: work must not grow with the square of the document."""


TELLING: frozenset[VoiceCueKind] = frozenset({"say", "claim", "announce", "confirm", "know"})
"""Kinds by which a sentence gives the source of the one before."""


class Hearing:
    """The voices of one document; `lexicons` and `matchers` by language."""

    def __init__(
        self, analysis: Analysis, lexicons: Mapping[str, Lexicon], matchers: Mapping[str, Matcher[VoiceCue]]
    ) -> None:
        self._analysis = analysis
        self._lexicons = lexicons
        self._matchers = matchers
        self._entities = Entities.load()
        self._here: dict[int, Here] = {}
        self._opening: dict[int, int] = {}
        for view in analysis.views:
            self._opening.setdefault(view.paragraph, view.index)

    def here(self, index: int) -> Here:
        """A sentence with what its words are told by."""
        found = self._here.get(index)
        if found is None:
            view, lang = self._analysis.views[index], self._analysis.langs[index]
            lexicon = self._lexicons[lang]
            cues = cues_in(self._matchers[lang], view.sentence)
            speakers = Speakers(view, lexicon, self._entities, cues)
            found = Here(view, lang, lexicon, cues, speakers, asides(view, lexicon, cues, speakers))
            self._here[index] = found
        return found

    def of(self, view: View, target: Sequence[int], skipped: Collection[str] = ()) -> Heard:
        """Voice and surety of a target: token indices of a sentence. Effects for a reason in `skipped` do not count."""
        tokens = view.tokens
        start, end = tokens[min(target)].start, tokens[max(target)].end
        head = view.sentence.head_of(start, end)
        over = effects_over(self.here(view.index), target, min(target) if head is None else head)
        effects = [self._resolved(view, effect) for effect in over if effect.reason not in skipped]
        quote = self._analysis.quote_at(start, end)
        if quote is not None:
            outside = any(effect.voice and not quote.start <= effect.cue.start < quote.end for effect in effects)
            if not outside:
                effects += self._of_quotation(view, quote.start, quote.end)
        if not any(effect.voice or effect.standing for effect in effects):
            effects += self._resumed(view) or self._of_paragraph(view)
        return composed(effects, quoted=quote is not None)

    def _resumed(self, view: View) -> list[Effect]:
        """Who is said in the next sentence to have said this: "Об этом сообщил X", "so says X"."""
        views = self._analysis.views
        after = views[view.index + 1] if view.index + 1 < len(views) else None
        if after is None or after.paragraph != view.paragraph:
            return []
        here = self.here(after.index)
        for i in sorted(here.cues.anchored):
            some = here.cues.anchored[i]
            telling = next((one for one in some if one.cue.kind in TELLING and one.cue.pos == "verb"), None)
            if telling is None or not self._points_back(here, i):
                continue
            speaker = here.speakers.of_verb(after.tokens[i], telling.cue.speaker)
            if speaker is not None and here.speakers.may_speak(speaker):
                return [self._resolved(after, self._quoting(here, after.tokens[i], speaker))]
        return []

    def _points_back(self, here: Here, verb: int) -> bool:
        """Whether what a verb of saying says is what was said before: "this", "об этом"; and no clause of its own."""
        sentence = here.view.sentence
        pointing = here.lexicon.cues("pointing_back")
        below = [*sentence.dependents(verb, "obj", "obl", "obl:arg", "nsubj", "advmod", "iobj")]
        return not any(sentence.dependents(verb, "ccomp")) and any(
            normal(here.view.tokens[k].text) in pointing for one in below for k in (one.i, *sentence.children[one.i])
        )

    def _of_paragraph(self, view: View) -> list[Effect]:
        """Who is named before the colon that opens the paragraph, as in an interview."""
        first = self._opening[view.paragraph]
        here = self.here(first)
        label = next((aside for aside in here.asides if aside.is_label), None) if first < view.index else None
        if label is None:
            return []
        voice = here.speakers.attribution(label.speaker, ":")
        cue = word_cue("voice", label.speaker)
        return [Effect(cue, "whose words the paragraph gives", voice=voice)]

    def at(self, start: int, end: int) -> Heard | None:
        """The same for a stretch of the document's text; None where no sentence that was parsed holds it."""
        for view in self._analysis.views:
            if view.sentence.start <= start < view.sentence.end:
                target = view.sentence.covering(start, end)
                return self.of(view, target) if target else None
        return None

    def spoken(self) -> list[list[Stretch]]:
        """By sentence, who speaks for which stretch of text: reported clauses and what asides speak for."""
        return [self._stretches(view) for view in self._analysis.views]

    def _stretches(self, view: View) -> list[Stretch]:
        found = [
            Stretch(start, end, voice)
            for start, end, effect in stretches_of(self.here(view.index))
            if (voice := self._resolved(view, effect).voice) is not None
        ]
        return sorted(found, key=lambda stretch: stretch.end - stretch.start)

    def _resolved(self, view: View, effect: Effect) -> Effect:
        """The effect with its speaker's name where a pronoun speaks."""
        voice, lexicon = effect.voice, self._lexicons[self._analysis.langs[view.index]]
        if effect.reason == GOES_ON:
            last = speaker_before(self.here, view.index, effect.cue.start, effect.cue.text)
            return effect._replace(voice=last, standing=effect.standing if last else None)
        if voice is None:
            return effect
        if first_person(lexicon, voice):
            return effect._replace(voice=None, standing=None)
        if not third_person(lexicon, voice):
            return effect
        beside = any(view.tokens[aside.tokens[0]].start == effect.cue.start for aside in self.here(view.index).asides)
        human = voice.text.lower().strip("-") in lexicon.cues("human_pronouns")
        back = view.index - 1 if beside else view.index  # what is told around an aside names nobody who speaks it
        named = speaker_before(self.here, back, voice.start, effect.cue.text, person=human)
        return effect._replace(voice=named) if named else effect

    def _of_quotation(self, view: View, start: int, end: int) -> list[Effect]:
        """The speaker of a quotation: in a sentence that it touches, or in the next or last one of the paragraph."""
        views = self._analysis.views
        near = views[max(0, view.index - LONGEST) : view.index + LONGEST + 1]
        touching = [other for other in near if other.sentence.end > start and other.sentence.start < end + 2]
        around = [
            other
            for other in near
            if other.paragraph == view.paragraph and 0 < abs(other.index - view.index) <= NEAR and other not in touching
        ]
        for other in [*touching, *sorted(around, key=lambda other: abs(other.index - view.index))]:
            found = self._speaking(other, start, end)
            if found is not None:
                return [self._resolved(other, found)]
        return self._of_earlier(view)

    def _of_earlier(self, view: View) -> list[Effect]:
        """The speaker of the last quotation before: speech goes on over paragraphs and captions."""
        for other in reversed(self._analysis.views[max(0, view.index - BACK) : view.index]):
            quote = self._analysis.quote_touching(other.sentence.start, other.sentence.end)
            found = self._speaking(other, quote.start, quote.end) if quote is not None else None
            if found is not None:
                return [self._resolved(other, found)]
        return []

    def _speaking(self, view: View, start: int, end: int) -> Effect | None:
        """The first reporting verb of a sentence outside the quotation, or put into it, with its speaker."""
        here = self.here(view.index)
        for aside in here.asides:
            place = view.tokens[min(aside.words)].start
            if start <= place < end and (aside.found is None or aside.found.cue.pos == "verb"):
                return self._quoting(here, view.tokens[min(aside.tokens)], aside.speaker)
        for i in sorted(here.cues.anchored):
            token = view.tokens[i]
            quoting = any(
                one.cue.kind in SAYING and one.cue.pos == "verb" and "quote" in one.cue.statement
                for one in here.cues.anchored[i]
            )
            if not quoting or start <= token.start < end:
                continue
            speaker = here.speakers.of_verb(token)
            if speaker is not None and not start <= speaker.start < end:
                return self._quoting(here, token, speaker)
            before = speaker_before(self.here, view.index, min(start, token.start), token.text)
            if before is not None:
                return Effect(word_cue("voice", token), "the last speaker goes on", voice=before)
        return None

    def _quoting(self, here: Here, verb: Token, speaker: Token) -> Effect:
        voice = here.speakers.attribution(speaker, verb.text, verb.i)
        return Effect(word_cue("voice", verb), "a quotation", voice=voice)
