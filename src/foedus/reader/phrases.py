"""A noun phrase to fillers: the name at its head, the names beside and inside it, whom its words stand for.

The order of trust is the language's: a name heading the phrase, a name in apposition to a common noun ("le fabricant
turc Baykar"), an institution with its state ("le ministère russe", "army of Mali"), an adjective of origin
("pilotes congolais"), and at last the bare words.
"""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.gazetteer.mention import Sense
from foedus.model.claim import Filler
from foedus.model.vocabulary import Kind, Via
from foedus.reader.kinds import ITEMS, PARTIES, takes_words
from foedus.reader.lexicon import Lexicon
from foedus.reader.relations import conjuncts, preposition
from foedus.reader.view import Anchored, View

CLAUSES = ("acl", "acl:relcl", "advcl", "parataxis", "ccomp", "csubj", "conj", "cc", "punct")
BESIDE = ("flat", "appos", "compound", "nmod", "dep", "nummod")
GENITIVES = frozenset({None, "de", "of", "poss"})
INSIDE = 4


class Phrases(NamedTuple):
    """Resolves phrases of one language with what is known of entities and words."""

    lexicon: Lexicon
    entities: Entities

    def fillers(self, view: View, head: int, kinds: frozenset[Kind], claim_type: str, role: str) -> list[Filler]:
        """Fillers of the phrase at token `head` and of those coordinated with it; empty where nothing fits."""
        found: list[Filler] = []
        for i in conjuncts(view.sentence, head):
            found.extend(self._one(view, i, kinds, claim_type, role))
        return _distinct(found)

    def is_force(self, view: View, i: int) -> bool:
        """Whether the word at i is a noun for troops."""
        return view.lemma(i) in self.lexicon.cues("forces")

    def _one(self, view: View, i: int, kinds: frozenset[Kind], claim_type: str, role: str) -> list[Filler]:
        if not kinds:
            return [self.words(view, i)]
        if kinds & ITEMS and role != "target":
            return self._items(view, i, kinds)
        party = self._party(view, i, kinds)
        if party:
            return [party]
        noun = view.tokens[i].upos in ("NOUN", "PROPN")
        if noun and (takes_words(claim_type, role) or (kinds & PARTIES and self._acts(view, i))):
            return [self.words(view, i)]
        return []

    def _acts(self, view: View, i: int) -> bool:
        """Whether an unknown phrase names somebody who acts: a country, company, institution that has no known name."""
        lemma = view.lemma(i)
        acting = lemma in self.lexicon.cues("institutions") or lemma in self.lexicon.cues("companies")
        return acting and not self._definite(view, i)

    def _definite(self, view: View, i: int) -> bool:
        return any(
            child.feats.get("Definite") == "Def"
            or child.feats.get("PronType") == "Dem"
            or child.feats.get("Poss") == "Yes"
            for child in view.sentence.dependents(i, "det", "nmod")
        )

    # parties and places

    def _party(self, view: View, i: int, kinds: frozenset[Kind]) -> Filler | None:
        name = view.name_at(i)
        if name:
            filler = self.of_name(name, kinds)
            if filler:
                return filler
        beside = [other for other in self._inside(view, i) if other.head != i]
        if view.tokens[i].upos == "PRON" and beside:  # "celles de la République", "that of Poland"
            return self.of_name(beside[0], kinds)
        for other in beside:  # a name that renames the noun: "the manufacturer Baykar", "le groupe Wagner"
            if view.tokens[other.head].dep in ("flat", "appos", "compound") or not _prepositional(view, other):
                filler = self.of_name(other, kinds, names_only=True)
                if filler:
                    return filler
        via = self._stands_for(view, i)
        for other in beside:
            sense = _pick(other, kinds)
            if sense and (via or sense.via == "demonym"):
                return self._filler(view, i, other, sense, via or "demonym")
        return None

    def _stands_for(self, view: View, i: int) -> Via | None:
        """How a common noun lets a state speak through it: institution, office, or place."""
        lemma = view.lemma(i)
        if lemma in self.lexicon.cues("institutions") or lemma in self.lexicon.cues("forces"):
            return "metonym"
        if lemma in self.lexicon.cues("officials"):
            return "title"
        if lemma in self.lexicon.cues("grounds"):
            return "description"
        return None

    def of_name(self, name: Anchored, kinds: frozenset[Kind], *, names_only: bool = False) -> Filler | None:
        """The filler that a name makes for a role of these kinds; a person in office stands for the state."""
        sense = _pick(name, kinds)
        mention = name.mention
        if sense and sense.kind == "item_class" and not self.entities.is_arms(sense.entity):
            return None  # "military aid", fuel, food: no word for arms
        if sense and not (names_only and sense.via == "demonym"):
            return Filler(
                sense.entity,
                self.entities.english_name(sense.entity),
                sense.kind,
                mention.text,
                mention.start,
                mention.end,
                sense.via,
            )
        person = next((sense for sense in mention.senses if sense.kind == "person"), None)
        if person and kinds & PARTIES and "state" in kinds:
            owners = self.entities.acts_for(person.entity)
            state = next((owner for owner in owners if self.entities.kind(owner) == "state"), None)
            if state:
                name_of = self.entities.english_name(state)
                return Filler(state, name_of, "state", mention.text, mention.start, mention.end, "title")
        return None

    def _filler(self, view: View, i: int, other: Anchored, sense: Sense, via: Via) -> Filler:
        start = min(view.tokens[i].start, other.mention.start)
        end = max(view.tokens[i].end, other.mention.end)
        text = view.text[start:end]
        return Filler(sense.entity, self.entities.english_name(sense.entity), sense.kind, text, start, end, via)

    # items

    def _items(self, view: View, i: int, kinds: frozenset[Kind]) -> list[Filler]:
        systems = [
            filler
            for name in self._with_conjuncts(view, self._inside(view, i))
            if (filler := self.of_name(name, kinds - {"item_class"})) and filler.kind == "system"
        ]
        if systems:
            return systems
        name = view.name_at(i)
        if name and (filler := self.of_name(name, kinds)):
            return [self._widened(view, name, filler)]
        if self.is_force(view, i) and "force" in kinds:
            return [self.words(view, i)]
        if view.lemma(i) in self.lexicon.cues("measures"):
            for child in view.sentence.dependents(i, "nmod", "obl"):
                if preposition(view.sentence, child.i) in ("de", "of", "en", None):
                    return self._items(view, child.i, kinds)
        return []

    def _with_conjuncts(self, view: View, names: Iterator[Anchored]) -> Iterator[Anchored]:
        """Names with those coordinated with them: "un nombre d'Iskander et de S-400"."""
        for name in names:
            for k in conjuncts(view.sentence, name.head):
                other = view.name_at(k)
                if other:
                    yield other

    def _widened(self, view: View, name: Anchored, filler: Filler) -> Filler:
        """A class noun with the adjectives that stand right behind or before it: "missiles antichars"."""
        end = filler.end
        last = name.tokens[-1]
        for token in view.tokens[last + 1 :]:
            if token.dep != "amod" or token.head not in name.tokens or view.name_at(token.i):
                break
            end = token.end
        return Filler(
            filler.entity, filler.name, filler.kind, view.text[filler.start : end], filler.start, end, filler.via
        )

    # words

    def words(self, view: View, i: int) -> Filler:
        """The phrase's own words, without its clauses, as a filler without entity."""
        inside = sorted(self._tokens_inside(view, i, limit=12))
        run = [i]
        for k in reversed([k for k in inside if k < i]):
            if k != run[0] - 1:
                break
            run.insert(0, k)
        for k in [k for k in inside if k > i]:
            if k != run[-1] + 1:
                break
            run.append(k)
        while len(run) > 1 and view.tokens[run[0]].upos in ("DET", "ADP", "PUNCT"):
            run.pop(0)
        start, end = view.tokens[run[0]].start, view.tokens[run[-1]].end
        text = view.text[start:end]
        return Filler(None, text, "force" if self.is_force(view, i) else "text", text, start, end, None)

    def _is_origin(self, view: View, i: int, k: int) -> bool:
        """Whether a genitive tells where troops are taken from, not whose they are: "retirer ses soldats du Niger"."""
        name = view.name_at(k) if self.is_force(view, i) else None
        return name is not None and preposition(view.sentence, k) == "de" and name.mention.senses[0].via is None

    def _inside(self, view: View, i: int) -> Iterator[Anchored]:
        """Names at and below the head, nearest first, not those under another preposition or clause."""
        seen: set[int] = set()
        for k in self._walk(view, i, INSIDE):
            name = view.name_at(k)
            if name and name.head == k and k not in seen:
                seen.add(k)
                yield name

    def _walk(self, view: View, i: int, depth: int) -> Iterator[int]:
        yield i
        if not depth:
            return
        for child in view.sentence.dependents(i):
            if child.dep in (*BESIDE, "amod", "nmod:poss") and preposition(view.sentence, child.i) in GENITIVES:
                yield from self._walk(view, child.i, depth - 1)

    def _tokens_inside(self, view: View, i: int, limit: int) -> set[int]:
        found, stack = {i}, [i]
        while stack and len(found) < limit:
            for child in view.sentence.dependents(stack.pop()):
                if child.dep in CLAUSES or preposition(view.sentence, child.i) not in GENITIVES:
                    continue
                if not self._is_origin(view, i, child.i):
                    found.add(child.i)
                    stack.append(child.i)
        return found


def _pick(name: Anchored, kinds: frozenset[Kind]) -> Sense | None:
    """The likeliest sense of a name that the role can take; uncertain senses only where nothing certain stands."""
    fitting = [sense for sense in name.mention.senses if sense.kind in kinds]
    certain = [sense for sense in fitting if sense.certain]
    chosen = certain or fitting
    return chosen[0] if chosen else None


def _prepositional(view: View, name: Anchored) -> bool:
    return preposition(view.sentence, name.head) is not None


def _distinct(fillers: list[Filler]) -> list[Filler]:
    seen: set[tuple[str | None, str]] = set()
    kept = []
    for filler in fillers:
        key = (filler.entity, "" if filler.entity else filler.text)
        if key not in seen:
            seen.add(key)
            kept.append(filler)
    return kept
