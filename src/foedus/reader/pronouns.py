"""Whom pronouns and descriptions stand for: by salience of the parties named before, and by the speaker in quotations.

Salience after Lappin and Leass (1994), much reduced: a subject before a non-subject, the nearer sentence before the
farther. Two candidates of equal weight leave the role empty.
"""

from collections.abc import Sequence
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.language.parse import Token
from foedus.model.claim import Filler
from foedus.model.vocabulary import Kind, Via
from foedus.reader.lexicon import Lexicon
from foedus.reader.phrases import Phrases
from foedus.reader.view import View

LOOK_BACK = 3


class Candidate(NamedTuple):
    """A party named before, with its weight."""

    weight: float
    filler: Filler


class Pronouns(NamedTuple):
    """Resolves pronouns of one document; `speakers` maps a sentence to the party that speaks in its quotes."""

    lexicon: Lexicon
    phrases: Phrases
    views: Sequence[View]
    speakers: dict[int, Filler]
    tellers: dict[int, Filler]
    """The same for sentences that somebody is said to have told, quoted or not."""

    def resolve(self, view: View, i: int, kinds: frozenset[Kind], taken: frozenset[str]) -> Filler | None:
        """The party that the pronoun at token i stands for, none of the `taken` entities; None where it stays open."""
        text = view.tokens[i].text.lower()
        if text in self.lexicon.cues("first_person"):
            return _through(self.speakers.get(view.index), "speaker")
        if text in self.lexicon.cues("second_person"):
            speaker = self.speakers.get(view.index)
            others = taken | ({speaker.entity} if speaker and speaker.entity else set())
            return self._nearest(view, i, kinds, frozenset(others), "addressee")
        if text in self.lexicon.cues("third_person"):
            return self._nearest(view, i, kinds, taken, "pronoun")
        described = self.phrases.described_kinds(view.lemma(i)) & kinds
        if described and _own(view, i) and view.index in self.tellers:  # "a diplomat says that his country …"
            return _through(self.tellers[view.index], "description")
        if described:
            return self._nearest(view, i, described, taken, "description")
        return None

    def _nearest(self, view: View, i: int, kinds: frozenset[Kind], taken: frozenset[str], via: Via) -> Filler | None:
        best: dict[str, Candidate] = {}
        for back in range(LOOK_BACK):
            index = view.index - back
            if index < 0:
                break
            other = self.views[index]
            for name in other.names:
                if back == 0 and name.head >= i:
                    continue
                filler = self.phrases.of_name(name, kinds)
                if not filler or not filler.entity or filler.entity in taken or filler.via == "demonym":
                    continue
                if _disagree(view, i, other, name.head) or _known_otherwise(
                    self.phrases.entities, self.lexicon.lang, view.tokens[i], filler
                ):
                    continue
                weight = 3.0 - back + (3.0 if other.is_subject(name.head) else 0.0)
                weight += 0.5 if _agree(view, i, other, name.head) else 0.0
                known = best.get(filler.entity)
                if known is None or weight > known.weight:
                    best[filler.entity] = Candidate(weight, filler)
        ranked = sorted(best.values(), key=lambda candidate: -candidate.weight)
        if not ranked or (len(ranked) > 1 and ranked[0].weight == ranked[1].weight):
            return None
        if via == "description":
            token, found = view.tokens[i], ranked[0].filler
            return Filler(found.entity, found.name, found.kind, token.text, token.start, token.end, via)
        return _through(ranked[0].filler, via)


def _disagree(view: View, i: int, other: View, head: int) -> bool:
    """Whether pronoun and name differ in gender or number, as far as both show them."""
    pronoun, name = view.tokens[i].feats, other.tokens[head].feats
    if view.tokens[i].upos == "DET":
        return False
    return any(
        pronoun.get(feature) and name.get(feature) and pronoun[feature] != name[feature]
        for feature in ("Gender", "Number")
    )


def _agree(view: View, i: int, other: View, head: int) -> bool:
    """Whether pronoun and name show the same gender."""
    gender = view.tokens[i].feats.get("Gender")
    return gender is not None and gender == other.tokens[head].feats.get("Gender")


def _known_otherwise(entities: Entities, lang: str, pronoun: Token, filler: Filler) -> bool:
    """Whether the state's own gender excludes the pronoun: "elle" is not Azerbaijan."""
    entity = entities.get(filler.entity or "") if lang == "fr" and filler.via is None else None
    gender = pronoun.feats.get("Gender")
    return bool(entity and entity.fr_gender and gender and pronoun.upos == "PRON" and gender != entity.fr_gender)


def _own(view: View, i: int) -> bool:
    return any(child.feats.get("Poss") == "Yes" for child in view.sentence.dependents(i, "det", "nmod"))


def _through(filler: Filler | None, via: Via) -> Filler | None:
    if filler is None:
        return None
    return Filler(filler.entity, filler.name, filler.kind, filler.text, filler.start, filler.end, via)
