"""Who speaks: the word that a cue has as its speaker, and the record of that voice."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.language.parse import Token
from foedus.model.claim import Attribution, Cue
from foedus.model.vocabulary import VoiceKind
from foedus.reader.lexicon import Lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.relations import SUBJECTS, preposition, slot
from foedus.reader.unit import VoiceCueKind
from foedus.reader.view import Anchored, View
from foedus.reader.voice.cues import Cues

_AFTER = ("obj", "nmod", "obl", "flat", "dep", "xcomp", "ccomp", "appos", "obl:arg", "iobj")
_QUOTES = frozenset('«»“”"„')
_FLAT = ("flat", "flat:name", "flat:foreign")
_SPEAKING = frozenset({"person", "state", "organisation", "company", "armed_group", "place"})
_TOLD = ("nmod", "nmod:poss", "obl", "obl:arg", "flat", "appos", "obj", "iobj", "amod", "det")
_BREAKING = {-1: ("PUNCT", "VERB", "ADP", "SCONJ", "ADV"), 1: ("PUNCT", "VERB", "SCONJ")}
"""What ends a speaker's phrase to the left and to the right of its noun."""
BODIES = ("institutions", "organisation_nouns", "companies", "speaking_bodies")
"""Word lists of bodies of people: such a body is named even with an indefinite article."""
_KINDS: dict[VoiceCueKind, VoiceKind] = {"document": "document", "outlet": "outlet", "vehicle": "document"}


class Speakers(NamedTuple):
    """Tells speakers of one sentence with the words of its language."""

    view: View
    lexicon: Lexicon
    entities: Entities
    cues: Cues

    def of_verb(self, verb: Token, relations: Collection[str] = ()) -> Token | None:
        """Who speaks by a verb: its subject, own or shared, the agent of its passive, or the place or paper that speaks
        ("в Пентагоне сообщили", "говорится в письме"); `relations` are those that the lexicon names."""
        sentence = self.view.sentence
        if verb.dep.startswith("aux") and verb.head != verb.i:
            return self.of_verb(self.view.tokens[verb.head], relations)  # "fait savoir"
        passive = any(sentence.dependents(verb.i, "aux:pass", "nsubj:pass"))
        subjects = [child for child in sentence.dependents(verb.i, *SUBJECTS) if not self._quoted(child, verb)]
        if subjects and self._inverted(verb) is not None:
            subjects = [child for child in subjects if normal(child.text) not in self.lexicon.cues("first_person")]
        own = min(subjects, key=lambda child: abs(child.i - verb.i), default=None)  # of two the far one is reported
        vague = own is not None and normal(own.text).strip("-") in self.lexicon.cues("nobody")
        if own is not None and not passive and not vague:
            return own
        agent = next(
            (child for child in sentence.dependents(verb.i, "obl:agent", "obl") if self._is_agent(child)), None
        )
        if agent is not None:
            return agent
        after = self._inverted(verb) if own is None and not passive else None
        placed = self._placed(verb, relations, vague=after is None and (vague or own is None))
        if after is not None:
            return placed or after
        if placed is not None or passive or own is not None:
            return placed
        return self._shared(verb)

    def _is_agent(self, child: Token) -> bool:
        return child.dep == "obl:agent" or preposition(self.view.sentence, child.i) == self.lexicon.words["agent"]

    def _placed(self, verb: Token, relations: Collection[str], *, vague: bool) -> Token | None:
        """A phrase that speaks: by the cue's own frame, or where nobody is subject the house in which it is said."""
        sentence = self.view.sentence
        for child in sentence.dependents(verb.i, "obl", "nmod", "obl:arg", "obl:mod", "advmod", "iobj"):
            marks = {slot(sentence, child.i), preposition(sentence, child.i)}
            if marks & set(relations):
                return child
            if vague and marks & self.lexicon.cues("speaking_places") and self.may_speak(child):
                return child
        return None

    def may_speak(self, token: Token) -> bool:
        """Whether the word is one for somebody who can say something: a person, a party, an office, a source."""
        name = self.view.name_at(token.i)
        if name is not None:
            return any(sense.kind in _SPEAKING for sense in name.mention.senses)
        if token.upos == "PROPN":
            return True
        kinds = {one.cue.kind for one in self.cues.at.get(token.i, ())}
        if kinds & {"source_unnamed", "outlet", "document"}:
            return True
        return token.upos == "NOUN" and (self._is_body(token) or self.is_office(token))

    def is_office(self, token: Token) -> bool:
        """Whether the word is an office: "secretary", "министр"."""
        lemma = normal(token.lemma)
        return lemma in self.lexicon.cues("officials") or lemma in self.lexicon.cues("unique_offices")

    def may_bring(self, token: Token) -> bool:
        """Whether the word can be an outlet or a paper that brings news: no place, no state."""
        name = self.view.name_at(token.i)
        placed = name is not None and name.mention.senses[0].kind in ("state", "place")
        return self.may_speak(token) and not placed

    def is_country(self, token: Token) -> bool:
        """Whether the word is the plain name of a state: as a label it says where, not who."""
        name = self.view.name_at(token.i)
        return (
            name is not None
            and all(sense.kind in ("state", "place") for sense in name.mention.senses[:1])
            and any(sense.form == "name" for sense in name.mention.senses[:1])
        )

    def _shared(self, verb: Token) -> Token | None:
        if verb.dep in ("conj", "xcomp", "advcl", "parataxis") and verb.head != verb.i:
            return self.of_verb(self.view.tokens[verb.head])
        if verb.dep in ("acl", "acl:relcl", "amod"):
            return self.view.tokens[verb.head]
        return None

    def of_phrase(self, tokens: Sequence[int]) -> Token | None:
        """Whose words a source phrase gives: what its preposition marks, or what hangs on its noun."""
        sentence = self.view.sentence
        nouns = [i for i in tokens if sentence.tokens[i].upos == "NOUN"]
        if nouns and any(one.cue.kind == "source_unnamed" for one in self.cues.at.get(nouns[-1], ())):
            return sentence.tokens[nouns[-1]]  # "de source diplomatique": the source itself
        for i in tokens:
            token = sentence.tokens[i]
            if token.dep in ("case", "mark", "advmod", "fixed") and token.head not in tokens and token.head > i:
                return self._told(sentence.tokens[token.head])
        for i in sorted(tokens, reverse=True):
            for child in sentence.dependents(i, *_TOLD):
                if child.i not in tokens and (child.dep not in ("amod", "det") or self._is_pointer(child)):
                    return self._told(child)
        return None

    def _is_pointer(self, child: Token) -> bool:
        """Whether an attribute names or stands for somebody: "the Polish claim", "по его словам"."""
        form = normal(child.text)
        return self.view.name_at(child.i) is not None or form in (
            self.lexicon.cues("third_person") | self.lexicon.cues("same_speaker")
        )

    def _told(self, speaker: Token) -> Token | None:
        """A relative pronoun speaks for nobody: "reports according to which"."""
        return None if speaker.feats.get("PronType") == "Rel" else speaker

    def _quoted(self, subject: Token, verb: Token) -> bool:
        """Whether a quotation mark stands between: the subject is of what is quoted."""
        low, high = sorted((subject.i, verb.i))
        return subject.i < verb.i and any(token.text in _QUOTES for token in self.view.tokens[low + 1 : high])

    def _inverted(self, verb: Token) -> Token | None:
        """A subject after its verb that was taken for an object: ", states a report"."""
        sentence = self.view.sentence
        times = self.lexicon.cues("time_nouns")
        for child in sentence.dependents(verb.i, *_AFTER):
            bare = preposition(sentence, child.i) is None and child.upos in ("NOUN", "PROPN", "X")
            named = child.feats.get("Case", "Nom") in ("Nom", "Acc")
            if child.i > verb.i and bare and named and child.lemma.lower() not in times:
                return child
        return None

    def after(self, tokens: Sequence[int]) -> Token | None:
        """The subject behind a saying of several words: ", croit savoir le site"."""
        found = (self._inverted(self.view.tokens[i]) for i in tokens)
        return next((token for token in found if token is not None and token.i not in tokens), None)

    def behind(self, speaker: Token) -> Iterator[tuple[Cue, Token]]:
        """Who brings a speaker's words: "a note seen by X", "a banker quoted by Y"."""
        sentence = self.view.sentence
        for clause in sentence.dependents(speaker.i, "acl", "acl:relcl", "amod", "advcl"):
            bringing = normal(clause.lemma) in self.lexicon.cues("bringing")
            if not bringing or clause.feats.get("VerbForm") == "Fin":
                continue
            agents = sentence.dependents(clause.i, "obl:agent", "obl")
            agent = next(
                (
                    one
                    for one in agents
                    if one.dep == "obl:agent" or preposition(sentence, one.i) in (self.lexicon.words["agent"], None)
                ),
                None,
            )
            if agent is not None and self.may_speak(agent):
                yield Cue("voice", clause.text, clause.start, clause.end), agent

    def is_rumour(self, speaker: Token) -> bool:
        """Whether the speaker is a rumour."""
        return any(
            one.cue.kind == "rumour" and one.cue.standing == "rumoured" for one in self.cues.at.get(speaker.i, ())
        )

    def attribution(self, speaker: Token, cue: str, verb: int | None = None) -> Attribution:
        """The voice record of a speaker: named person or party, document, outlet, or an unnamed source."""
        name = self._name(speaker)
        person = _person(name)
        kinds = {one.cue.kind for one in self.cues.at.get(speaker.i, ())}
        entity = person or (name.mention.senses[0].entity if name else None)
        kind = self._kind(speaker, name, person is not None, kinds)
        own = name is not None and ((name.head == speaker.i and _is_name(name)) or person is not None)
        start, end = (name.mention.start, name.mention.end) if name and own else self._words(speaker)
        text = self.view.text[start:end]
        shown = (self.entities.english_name(entity) if entity else None) or text
        return Attribution(entity, shown, kind, text, start, end, cue, self._vehicle(verb))

    def _kind(self, speaker: Token, name: Anchored | None, person: bool, kinds: set[VoiceCueKind]) -> VoiceKind:
        if person:
            return "person"
        if name is not None and name.head == speaker.i and _is_name(name):
            return "state" if name.mention.senses[0].kind == "state" else "organisation"
        if speaker.upos == "NOUN" and self._nameless(speaker, "source_unnamed" in kinds):
            return "unnamed"
        listed = next((voice for kind, voice in _KINDS.items() if kind in kinds), None)
        office = self.is_office(speaker)
        alone = name is None and speaker.upos == "PROPN" and any(self.view.sentence.dependents(speaker.i, *_FLAT))
        return listed or ("person" if office or alone else "organisation")

    def _vehicle(self, verb: int | None) -> str | None:
        if verb is None:
            return None
        for child in self.view.sentence.dependents(verb, "obl", "obl:arg", "nmod", "obl:mod", "advmod"):
            if any(one.cue.kind in ("vehicle", "document") for one in self.cues.at.get(child.i, ())):
                return child.lemma.lower()
        return None

    def _name(self, speaker: Token) -> Anchored | None:
        own = self.view.name_at(speaker.i)
        if own or speaker.upos == "PROPN":
            return own
        sentence = self.view.sentence
        persons = [
            name
            for child in sentence.dependents(speaker.i, "flat", "appos", "nmod", "flat:name")
            if (name := self.view.name_at(child.i)) and _person(name)
        ]
        owners = [
            name
            for child in sentence.dependents(speaker.i, "nmod", "amod", "compound", "nmod:poss")
            if (name := self.view.name_at(child.i)) and preposition(sentence, child.i) in (None, "de", "of", "poss")
        ]
        return next(iter(persons or owners), None)

    def _nameless(self, speaker: Token, human: bool) -> bool:
        """Whether a speaker comes without name and office: "un responsable", "officials", "a source".

        Who stands with an indefinite article and is no body of people is such; of words for people also the plural,
        and where a language has no articles, what has no office beside it.
        """
        sentence = self.view.sentence
        if any(child.upos == "PROPN" for child in sentence.dependents(speaker.i, "flat", "appos", "flat:name")):
            return False
        plural = speaker.feats.get("Number") == "Plur"
        body = self._is_body(speaker) or any(one.cue.kind in _KINDS for one in self.cues.at.get(speaker.i, ()))
        determiners = list(sentence.dependents(speaker.i, "det", "nmod:poss", "nmod"))
        indefinite = any(child.feats.get("Definite") == "Ind" for child in determiners)
        if not human:
            return indefinite and not plural and not body
        if not self.lexicon.words["articles"]:
            return plural or normal(speaker.lemma) not in self.lexicon.cues("unique_offices")
        definite = any(
            child.feats.get("Definite") == "Def" or child.feats.get("Poss") == "Yes" for child in determiners
        ) or any(
            child.text.lower() in self.lexicon.cues("definite_prepositions")
            for child in sentence.dependents(speaker.i, "case")
        )
        office = normal(speaker.lemma) in self.lexicon.cues("officials") and any(sentence.dependents(speaker.i, "amod"))
        bodied = office or any(
            self._named_below(child) for child in sentence.dependents(speaker.i, "nmod", "amod", "compound")
        )
        return not definite or (plural and not bodied)

    def _named_below(self, token: Token) -> bool:
        """Whether a name stands in the complement: "the experts of the United Nations"."""
        return self.view.name_at(token.i) is not None or any(
            self.view.tokens[i].upos == "PROPN" for i in self.view.sentence.subtree(token.i)
        )

    def _is_body(self, token: Token) -> bool:
        lemma = normal(token.lemma)
        return any(lemma in self.lexicon.cues(name) for name in BODIES)

    def _words(self, speaker: Token) -> tuple[int, int]:
        """Start and end of a speaker's words: an unknown name with all its parts, else the phrase around the noun."""
        sentence = self.view.sentence
        parts = [speaker]
        if speaker.upos == "PROPN":
            parts += [child for child in sentence.dependents(speaker.i, *_FLAT, "compound") if child.upos == "PROPN"]
            return _spanned(parts)
        named = [child for child in sentence.dependents(speaker.i, *_FLAT, "appos") if child.upos == "PROPN"]
        named += [
            below
            for child in sentence.dependents(speaker.i, "appos", "nmod")
            for below in sentence.dependents(child.i, *_FLAT, "appos", "nmod")
            if below.upos == "PROPN" and preposition(sentence, child.i) is None
        ]
        if named:
            first = named[0]
            return _spanned([first, *named[1:], *sentence.dependents(first.i, *_FLAT)])
        return _spanned(self._phrase(speaker))

    def _phrase(self, speaker: Token) -> list[Token]:
        """The noun with the words around it that belong to it, up to a mark or a clause."""
        sentence = self.view.sentence
        inside = set(sentence.subtree(speaker.i))
        for child in sentence.dependents(speaker.i, "acl", "acl:relcl", "appos", "conj", "parataxis"):
            inside -= set(sentence.subtree(child.i))
        parts = [speaker]
        for step in (-1, 1):
            i = speaker.i + step
            while i in inside and self.view.tokens[i].upos not in _BREAKING[step]:
                if self.view.tokens[i].dep != "det" or step > 0:
                    parts.append(self.view.tokens[i])
                i += step
        return parts


def _spanned(parts: Sequence[Token]) -> tuple[int, int]:
    return min(part.start for part in parts), max(part.end for part in parts)


def _is_name(name: Anchored) -> bool:
    """Whether the words name somebody, not only by an office."""
    return name.mention.senses[0].via != "title"


def _person(name: Anchored | None) -> str | None:
    if name is None:
        return None
    return next((sense.entity for sense in name.mention.senses if sense.kind == "person"), None)


def third_person(lexicon: Lexicon, attribution: Attribution) -> bool:
    """Whether a voice is a pronoun, whose speaker was named before."""
    text = attribution.text.lower().replace("’", "'").strip("- ")
    return text in lexicon.cues("third_person") or text in lexicon.cues("same_speaker")


def first_person(lexicon: Lexicon, attribution: Attribution) -> bool:
    """Whether a voice is "I" or "we": who speaks the quotation."""
    return attribution.text.lower().replace("’", "'").strip("- ") in lexicon.cues("first_person")
