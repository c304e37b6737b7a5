"""Who says it: the voices of a sentence and the stretch of text that each governs.

Voices come from reporting verbs with their clause ("X a déclaré que …"), phrases of source ("selon X"),
quotations with a speaker, and rumour words. A stretch without a voice is the outlet's own.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from foedus.gazetteer.entities import Entities
from foedus.language.parse import Token
from foedus.model.claim import Attribution, Cue
from foedus.model.vocabulary import Standing, VoiceKind
from foedus.reader.lexicon import Lexicon
from foedus.reader.relations import SUBJECTS, VERBAL, preposition
from foedus.reader.view import Anchored, View

CLAUSES = ("ccomp", "xcomp", "obj", "parataxis", "csubj")


class Voice(NamedTuple):
    """One voice over text[start:end] of its sentence; `standing` is what it makes of a statement there."""

    start: int
    end: int
    standing: Standing
    attribution: Attribution | None
    cue: Cue
    denies: bool


class Voices(NamedTuple):
    """Finds voices with the reporting words of one language."""

    lexicon: Lexicon
    entities: Entities

    def of_all(self, views: Sequence[View]) -> list[list[Voice]]:
        """Voices of each sentence, narrowest stretch first; a pronoun speaks for the last speaker named before it."""
        found: list[list[Voice]] = []
        last: Attribution | None = None
        for view in views:
            voices = []
            for voice in sorted(self._of(view), key=lambda voice: voice.cue.start):
                speaker = voice.attribution
                if speaker and speaker.text.lower().strip("-") in self.lexicon.cues("third_person"):
                    voice = self._spoken_by(voice, last or self._person_before(views, view, speaker.start))
                if voice.attribution:
                    last = voice.attribution
                voices.append(voice)
            found.append(sorted(voices, key=lambda voice: voice.end - voice.start))
        return found

    def _of(self, view: View) -> list[Voice]:
        return [*self._reported(view), *self._sources(view), *self._rumours(view)]

    def _spoken_by(self, voice: Voice, speaker: Attribution | None) -> Voice:
        """The voice with the naming mention of its speaker; unchanged where nobody was named."""
        if speaker is None:
            return voice
        named = structs.replace(speaker, cue=voice.cue.text)
        standing: Standing = "unnamed" if named.kind == "unnamed" else "attributed"
        return voice._replace(attribution=named, standing=standing)

    def _person_before(self, views: Sequence[View], view: View, place: int) -> Attribution | None:
        """The last person named before the place, in this sentence or the two before."""
        for other in reversed(views[max(0, view.index - 2) : view.index + 1]):
            for name in reversed(other.names):
                person = next((sense for sense in name.mention.senses if sense.kind == "person"), None)
                if person and name.mention.start < place:
                    mention = name.mention
                    shown = self.entities.english_name(person.entity)
                    return Attribution(person.entity, shown, "person", mention.text, mention.start, mention.end)
        return None

    def _reported(self, view: View) -> Iterator[Voice]:
        says, denies = self.lexicon.cues("says"), self.lexicon.cues("denies")
        announces = self.lexicon.cues("announces")
        for token in view.tokens:
            lemma = token.lemma.lower()
            if token.upos not in VERBAL or lemma not in says | denies | announces:
                continue
            speaker = self._speaker(view, token)
            if speaker is None:
                continue
            for child in view.sentence.dependents(token.i, *CLAUSES):
                if child.dep == "obj" and lemma not in denies | announces:
                    continue
                inside = view.sentence.subtree(child.i)
                start, end = view.tokens[inside[0]].start, view.tokens[inside[-1]].end
                yield self._voice(view, speaker, token, (start, end), denies=lemma in denies)
            if token.dep == "parataxis":  # "X, a déclaré Y": the verb hangs below what it reports
                yield self._voice(view, speaker, token, (view.sentence.start, token.start), denies=lemma in denies)

    def speaker_of(self, view: View, quote: tuple[int, int]) -> tuple[Token, Token] | None:
        """Speaker and verb of the sentence's first reporting verb that stands outside the quotation."""
        for token in view.tokens:
            outside = not quote[0] <= token.start < quote[1]
            if outside and token.upos in VERBAL and token.lemma.lower() in self.lexicon.cues("says"):
                speaker = self._speaker(view, token)
                if speaker:
                    return speaker, token
        return None

    def _speaker(self, view: View, verb: Token) -> Token | None:
        subject = next(iter(view.sentence.dependents(verb.i, *SUBJECTS)), None)
        if subject is None and verb.dep in ("conj", "xcomp", "advcl") and verb.head != verb.i:
            subject = next(iter(view.sentence.dependents(verb.head, *SUBJECTS)), None)
        if subject is None and verb.dep in ("acl", "acl:relcl"):
            subject = view.tokens[verb.head]
        return subject

    def _sources(self, view: View) -> Iterator[Voice]:
        """ "Selon X", "according to X", "d'après X": the phrase's noun speaks for the whole clause."""
        for token in view.tokens:
            lead = preposition(view.sentence, token.i)
            if lead is None or not {lead, lead.split("_")[0]} & self.lexicon.cues("source_prepositions"):
                continue
            case = next(iter(view.sentence.dependents(token.i, "case")))
            yield self._voice(view, token, case, (view.sentence.start, view.sentence.end), denies=False)

    def _rumours(self, view: View) -> Iterator[Voice]:
        for token in view.tokens:
            lemma = token.lemma.lower()
            if lemma in self.lexicon.cues("rumours") or token.text.lower() in self.lexicon.cues("rumours"):
                cue = Cue("rumour", token.text, token.start, token.end)
                yield Voice(view.sentence.start, view.sentence.end, "rumoured", None, cue, denies=False)

    def _voice(self, view: View, speaker: Token, cue: Token, stretch: tuple[int, int], *, denies: bool) -> Voice:
        lemma = speaker.lemma.lower()
        if lemma in self.lexicon.cues("rumours"):
            return Voice(*stretch, "rumoured", None, Cue("rumour", speaker.text, speaker.start, speaker.end), denies)
        mark = Cue("voice", cue.text, cue.start, cue.end)
        attribution = self.attribution(view, speaker, cue)
        standing: Standing = "unnamed" if attribution.kind == "unnamed" else "attributed"
        return Voice(*stretch, standing, attribution, mark, denies)

    def attribution(self, view: View, speaker: Token, cue: Token) -> Attribution:
        """The voice record of a speaker: named person or party, document, outlet, or an unnamed source."""
        lemma = speaker.lemma.lower()
        name = self._name(view, speaker)
        state = _entity_of(name)
        kind: VoiceKind
        if name and any(sense.kind == "person" for sense in name.mention.senses):
            kind = "person"
            state = next(sense.entity for sense in name.mention.senses if sense.kind == "person")
        elif lemma in self.lexicon.cues("unnamed_sources"):
            kind = "unnamed"
        elif lemma in self.lexicon.cues("documents"):
            kind = "document"
        elif lemma in self.lexicon.cues("outlets"):
            kind = "outlet"
        elif name and name.mention.senses[0].kind == "state":
            kind = "state"
        elif lemma in self.lexicon.cues("officials"):
            kind = "person"
        else:
            kind = "organisation"
        if name and (name.head == speaker.i or kind in ("person", "state")):
            start, end = name.mention.start, name.mention.end
        else:
            start, end = speaker.start, speaker.end
        text = view.text[start:end]
        shown = self.entities.english_name(state) if state else text
        return Attribution(state, shown, kind, text, start, end, cue.text)

    def _name(self, view: View, speaker: Token) -> Anchored | None:
        own = view.name_at(speaker.i)
        if own:
            return own
        for child in view.sentence.dependents(speaker.i, "flat", "appos", "nmod", "amod", "compound"):
            if view.name_at(child.i):
                return view.name_at(child.i)
        return None


def _entity_of(name: Anchored | None) -> str | None:
    return name.mention.senses[0].entity if name else None


def governing(voices: Sequence[Voice], start: int, end: int) -> list[Voice]:
    """Voices whose stretch holds the span and whose own words lie outside it, nearest (narrowest) first."""
    return [
        voice
        for voice in voices
        if voice.start <= start
        and end <= voice.end
        and not (voice.attribution and start <= voice.attribution.start < end)
    ]
