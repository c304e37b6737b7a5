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
                pronoun = speaker and speaker.text.lower().strip("-") in self.lexicon.cues("third_person")
                before = last or (self._person_before(views, view, speaker.start) if speaker else None)
                voices.append(self._spoken_by(voice, before) if pronoun else voice)
                last = voices[-1].attribution or last
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
            clauses = [
                child
                for child in view.sentence.dependents(token.i, *CLAUSES)
                if child.dep != "obj" or lemma in denies | announces
            ]
            for child in clauses or self._astray(view, token):
                inside = view.sentence.subtree(child.i)
                start, end = view.tokens[inside[0]].start, view.tokens[inside[-1]].end
                yield self._voice(view, speaker, token, (start, end), denies=lemma in denies)
            yield from self._accusing(view, speaker, token)
            before = _reported_before(view, token)
            if before:
                yield self._voice(view, speaker, token, (view.sentence.start, before), denies=lemma in denies)

    def _astray(self, view: View, verb: Token) -> list[Token]:
        """The reported clause where the parse hung it on a noun between: "said in a statement then that …"."""
        inside = set(view.sentence.subtree(verb.i))
        return [
            clause
            for clause in view.tokens[verb.i + 1 :]
            if clause.i in inside
            and clause.dep in ("acl", "acl:relcl", "advcl", "ccomp")
            and any(
                mark.lemma.lower() in self.lexicon.cues("complementisers")
                for mark in view.sentence.dependents(clause.i, "mark")
            )
        ][:1]

    def _accusing(self, view: View, speaker: Token, verb: Token) -> Iterator[Voice]:
        """What somebody is said to have done: "accused Kinshasa of harbouring …"."""
        for accused in view.sentence.dependents(verb.i, "obj"):
            for clause in view.sentence.dependents(accused.i, "acl"):
                if any(view.sentence.dependents(clause.i, "mark")):
                    inside = view.sentence.subtree(clause.i)
                    stretch = (view.tokens[inside[0]].start, view.tokens[inside[-1]].end)
                    yield self._voice(view, speaker, verb, stretch, denies=False)

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
        if subject is None and _reported_before(view, verb):  # inverted, and taken for an object: ", states a report"
            after = [child for child in view.sentence.dependents(verb.i, "obj", "nmod", "obl") if child.i > verb.i]
            times = self.lexicon.cues("time_nouns")
            bare = [child for child in after if preposition(view.sentence, child.i) is None]
            subject = next((child for child in bare if child.lemma.lower() not in times), None)
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
            if token.feats.get("PronType") == "Rel" or token.lemma.lower() in ("lequel", "which"):
                continue  # "reports according to which": nobody is named
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
        elif lemma in self.lexicon.cues("unnamed_sources") and _nameless(view, speaker):
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
            start, end = _full_name(view, speaker)
        text = view.text[start:end]
        shown = self.entities.english_name(state) if state else text
        vehicle = next(
            (
                child.lemma.lower()
                for child in view.sentence.dependents(cue.i, "obl", "obl:arg", "nmod")
                if child.lemma.lower() in self.lexicon.cues("vehicles")
            ),
            None,
        )
        return Attribution(state, shown, kind, text, start, end, cue.text, vehicle)

    def _name(self, view: View, speaker: Token) -> Anchored | None:
        own = view.name_at(speaker.i)
        if own or speaker.upos == "PROPN":
            return own
        persons = [
            name
            for child in view.sentence.dependents(speaker.i, "flat", "appos", "nmod")
            if (name := view.name_at(child.i)) and any(sense.kind == "person" for sense in name.mention.senses)
        ]
        owners = [
            name
            for child in view.sentence.dependents(speaker.i, "nmod", "amod", "compound")
            if (name := view.name_at(child.i)) and preposition(view.sentence, child.i) in (None, "de", "of", "poss")
        ]
        return next(iter(persons or owners), None)


def _reported_before(view: View, verb: Token) -> int | None:
    """Where a reporting clause that follows what it reports begins ("…, diplomats say"); else None."""
    if (
        verb.head == verb.i
        or verb.head > verb.i
        or verb.dep not in ("parataxis", "conj", "advcl", "appos", "dep", "acl")
    ):
        return None
    if any(view.sentence.dependents(verb.i, "ccomp", "xcomp", "mark", "cc")):
        return None
    start = next(view.tokens[i].start for i in view.sentence.subtree(verb.i) if view.tokens[i].upos != "PUNCT")
    before = view.text[view.sentence.start : start].rstrip()
    return start if before and before[-1] in ",»”\"'–—" else None


def _nameless(view: View, speaker: Token) -> bool:
    """Whether an official or source comes without name and office: "un responsable", "officials", "a source"."""
    if any(child.upos == "PROPN" for child in view.sentence.dependents(speaker.i, "flat", "appos")):
        return False
    determiners = list(view.sentence.dependents(speaker.i, "det", "nmod"))
    definite = any(child.feats.get("Definite") == "Def" or child.feats.get("Poss") == "Yes" for child in determiners)
    return not definite or speaker.feats.get("Number") == "Plur"


def _full_name(view: View, speaker: Token) -> tuple[int, int]:
    """Start and end of an unknown name with all its parts ("Viktor Kladov", "Washington Post")."""
    parts = [speaker]
    if speaker.upos == "PROPN":
        parts += [child for child in view.sentence.dependents(speaker.i, "flat", "compound") if child.upos == "PROPN"]
    return min(part.start for part in parts), max(part.end for part in parts)


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
