"""Whom pronouns and descriptions may mean: parties and things named before, by salience (Lappin and Leass 1994).

A subject weighs more than another phrase, the same sentence more than those before, the repeated more than the single.
Several antecedents are kept, each with its rank: the linker chooses, or leaves the role empty.
"""

from collections.abc import Sequence
from typing import NamedTuple

from foedus.language.parse import Token
from foedus.model.vocabulary import Kind, Via
from foedus.reader.kinds import ITEMS, PARTIES
from foedus.reader.lexicon import Lexicon
from foedus.reader.linker.mention import ANAPHORS, How, Mention
from foedus.reader.linker.nouns import Noun
from foedus.reader.view import View

LOOK_BACK = 3
MOST = 2
"""How many antecedents an anaphor keeps."""
_VIAS: dict[How, Via] = {
    "pronoun": "pronoun",
    "possessive": "pronoun",
    "speaker": "speaker",
    "addressee": "addressee",
    "description": "description",
}


class Anaphor(NamedTuple):
    """Words that mean somebody named elsewhere; `kinds` are what they can mean."""

    i: int
    how: How
    kinds: frozenset[Kind]


def pronouns_of(lexicon: Lexicon, view: View) -> list[Anaphor]:
    """The pronouns and possessives of a sentence."""
    first, second, third = (lexicon.cues(name) for name in ("first_person", "second_person", "third_person"))
    found = []
    for token in view.tokens:
        if token.upos not in ("PRON", "DET", "ADJ", "VERB", "AUX") and not token.text.startswith("-"):
            continue
        text = token.text.lower()
        if text in first:
            found.append(Anaphor(token.i, "speaker", PARTIES))
        elif text in second:
            found.append(Anaphor(token.i, "addressee", PARTIES))
        elif text in third:
            possessive = token.upos == "DET" or token.feats.get("Poss") == "Yes" or token.dep in ("det", "nmod:poss")
            found.append(Anaphor(token.i, "possessive" if possessive else "pronoun", PARTIES | ITEMS))
    return found


def described(noun: Noun) -> Anaphor:
    """A definite noun as an anaphor."""
    return Anaphor(noun.i, "description", noun.describes)


def antecedents(
    views: Sequence[View], mentions: Sequence[Sequence[Mention]], view: View, anaphor: Anaphor
) -> list[Mention]:
    """What the anaphor may mean, parties and things apart, the likeliest first."""
    token = view.tokens[anaphor.i]
    found: list[Mention] = []
    agreeing: dict[str, int] = {}
    for kinds in (PARTIES, ITEMS):
        if not kinds & anaphor.kinds:
            continue
        weights: dict[str, tuple[float, Mention]] = {}
        for back in range(min(LOOK_BACK, view.index + 1)):
            other = views[view.index - back]
            for mention in mentions[other.index]:
                if _may_be(mention, token, back) and mention.kind in kinds & anaphor.kinds:
                    entity = mention.entity or ""
                    agrees = agreeing[entity] = agreement(other.tokens[mention.head], token)
                    weight = _weight(other, mention, token, back) + agrees
                    held = weights.get(entity)
                    weights[entity] = (weight, mention) if held is None else (max(weight, held[0]) + 0.25, held[1])
        ranked = sorted(weights.values(), key=lambda pair: -pair[0])[:MOST]
        found += [
            _as(anaphor, token, view.index, one, rank, agreeing[one.entity or ""])
            for rank, (_, one) in enumerate(ranked)
        ]
    return found


def spoken(anaphor: Anaphor, view: View, speaker: Mention) -> Mention:
    """A pronoun of the first person as a mention of who speaks."""
    return _as(anaphor, view.tokens[anaphor.i], view.index, speaker, 0, 0)


def _may_be(mention: Mention, token: Token, back: int) -> bool:
    return mention.entity is not None and mention.how not in ANAPHORS and (back > 0 or mention.start < token.start)


def _weight(view: View, mention: Mention, token: Token, back: int) -> float:
    weight = 3.0 - back + (1.5 if view.is_subject(mention.head) else 0.0)
    weight += 0.3 * (mention.start - view.sentence.start) / max(1, view.sentence.end - view.sentence.start)
    if back == 0 and view.tokens[mention.head].head == token.head:
        weight -= 2.0  # a verb's subject and object are two
    if mention.how == "demonym":
        weight -= 0.5
    return weight


def agreement(one: Token, other: Token) -> int:
    """1 where gender or number of two words agree and none clashes, -1 where one clashes, 0 where nothing is told."""
    told = 0
    for feature in ("Number", "Gender"):
        first, second = one.feats.get(feature), other.feats.get(feature)
        if first and second:
            if first != second:
                return -1
            told = 1
    return told


def _as(  # noqa: PLR0917 - the parts of a mention
    anaphor: Anaphor, token: Token, view: int, known: Mention, rank: int, agrees: int
) -> Mention:
    via = _VIAS[anaphor.how]
    return Mention(
        view, anaphor.i, token.start, token.end, anaphor.how, known.kind, known.entity, via, known.key, rank, agrees
    )
