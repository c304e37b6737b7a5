"""Common nouns through which somebody acts or is found: ministries, armies, officials, soil, with their state inside.

"Le ministère russe", "army of Mali", "территория Армении": the noun and its owner's name make one mention of the owner.
A noun without an owner is a phrase of its own, or, where it is definite, an anaphor.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from foedus.model.vocabulary import Kind, Via
from foedus.reader.lexicon import Lexicon
from foedus.reader.linker.mention import How, Mention
from foedus.reader.relations import preposition
from foedus.reader.view import View

BESIDE = frozenset({"flat", "appos", "compound", "nmod", "amod", "nmod:poss", "flat:name", "det"})
GENITIVES = frozenset({None, "de", "of", "poss"})
DEPTH = 2


class Noun(NamedTuple):
    """A common noun: by which way its owner speaks through it, and which kinds of party it can describe."""

    i: int
    via: Via | None
    how: How
    describes: frozenset[Kind]
    is_force: bool


def nouns_of(lexicon: Lexicon, view: View) -> Iterator[Noun]:
    """The common nouns of a sentence that are no part of a name, in text order."""
    words = _Words.of(lexicon)
    for token in view.tokens:
        if token.upos not in ("NOUN", "PROPN", "ADJ") or view.name_at(token.i):
            continue
        lemma = view.lemma(token.i)
        if (token.upos == "ADJ" and lemma not in words.all) or lemma in words.times:
            continue
        via, how = words.ways.get(lemma, (None, "noun"))
        yield Noun(token.i, via, how, words.describes.get(lemma, frozenset()), lemma in words.forces)


def owner(view: View, noun: Noun, mentions: Mapping[int, list[Mention]]) -> Mention | None:
    """The mention of the party that the noun belongs to, by the names right beside and under it."""
    level = [noun.i]
    for _ in range(DEPTH):
        below = []
        for i in level:
            for child in view.sentence.dependents(i):
                if child.dep in BESIDE and preposition(view.sentence, child.i) in GENITIVES:
                    below.append(child.i)
        for i in below:
            found = next((one for one in mentions.get(i, ()) if one.kind in ("state", "organisation")), None)
            if found:
                return found
        level = below
    return None


def is_definite(view: View, i: int) -> bool:
    """Whether a determiner says that the thing is known; in a language without articles any noun may be."""
    return any(
        child.feats.get("Definite") == "Def" or child.feats.get("PronType") == "Dem" or child.feats.get("Poss") == "Yes"
        for child in view.sentence.dependents(i, "det", "nmod:poss", "nmod")
    )


class _Words(NamedTuple):
    """The lexicon's nouns by what they do, made once a language."""

    ways: Mapping[str, tuple[Via | None, How]]
    describes: Mapping[str, frozenset[Kind]]
    forces: frozenset[str]
    times: frozenset[str]
    """Words that date: they fill no role."""
    all: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "_Words":
        held = _CACHE.get(id(lexicon))
        if held is None or held[0] is not lexicon:
            held = (lexicon, _made(lexicon))
            _CACHE[id(lexicon)] = held
        return held[1]


_CACHE: dict[int, tuple[Lexicon, _Words]] = {}


def _made(lexicon: Lexicon) -> _Words:
    ways: dict[str, tuple[Via | None, How]] = {}
    for list_name, via, how in (
        ("grounds", "description", "ground"),
        ("officials", "title", "title"),
        ("forces", "metonym", "force"),
        ("institutions", "metonym", "institution"),
    ):
        for word in lexicon.cues(list_name):
            ways[word] = (via, how)  # type: ignore[assignment]  # the table's literals
    for word in lexicon.cues("forces"):
        ways[word] = ("metonym", "force")
    kinds: dict[str, set[Kind]] = {}
    tables: tuple[tuple[str, Kind], ...] = (
        ("state_nouns", "state"),
        ("institutions", "state"),
        ("officials", "state"),
        ("organisation_nouns", "organisation"),
        ("companies", "company"),
    )
    for list_name, kind in tables:
        for word in lexicon.cues(list_name):
            kinds.setdefault(word, set()).add(kind)
    describes = {word: frozenset(some) for word, some in kinds.items()}
    forces = lexicon.cues("forces")
    times = lexicon.cues("time_nouns")
    return _Words(ways, describes, forces, times, frozenset({*ways, *describes, *forces}))
