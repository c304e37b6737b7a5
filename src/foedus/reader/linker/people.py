"""All mentions of a document by sentence, and its referents: what every role is filled from."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, cast

from foedus.gazetteer.approximate import Approximate
from foedus.gazetteer.entities import Entities
from foedus.gazetteer.names.name import Name
from foedus.gazetteer.names.names import names
from foedus.language.fold import fold
from foedus.model.vocabulary import Kind
from foedus.reader.analysis import Analysis
from foedus.reader.kinds import ITEMS, PARTIES
from foedus.reader.lexicon import Lexicon
from foedus.reader.linker.anaphora import Anaphor, antecedents, described, pronouns_of, spoken
from foedus.reader.linker.mention import Key, Mention, Referent
from foedus.reader.linker.named import mentions_of_name
from foedus.reader.linker.nearby import Nearby
from foedus.reader.linker.nouns import is_definite, nouns_of, owner
from foedus.reader.relations import preposition
from foedus.reader.view import Anchored, View
from foedus.reader.voice import Stretch

GENERAL = "other"
"""The category of classes that hold any arms."""
NEAR = 2
"""How many sentences away a speaker may be named whose quotation goes on."""


class People(NamedTuple):
    """Mentions by sentence, in text order, the referents that they make, and who is near each sentence."""

    mentions: Sequence[Sequence[Mention]]
    referents: Mapping[Key, Referent]
    nearby: Nearby


def people_of(
    analysis: Analysis, lexicons: Mapping[str, Lexicon], voices: Sequence[Sequence[Stretch]], on: date | None
) -> People:
    """Everybody and everything that a document speaks of, on its date."""
    views = analysis.views
    found: list[list[Mention]] = [[] for _ in views]
    _named(views, found, on)
    _guessed(analysis, found)
    for view, lang in zip(views, analysis.langs, strict=True):
        _nouns(lexicons[lang], views, view, found)
        for anaphor in pronouns_of(lexicons[lang], view):
            found[view.index] += _meant(views, view, anaphor, found, voices)
        found[view.index].sort(key=lambda one: (one.start, one.end, one.rank))
    referents = _referents(found)
    return People(found, referents, Nearby(views, found, referents))


def _named(views: Sequence[View], found: list[list[Mention]], on: date | None) -> None:
    entities = Entities.load()
    for view in views:
        for name in view.names:
            found[view.index] += mentions_of_name(entities, view, name, on)


def _guessed(analysis: Analysis, found: list[list[Mention]]) -> None:
    """Names that the gazetteer does not know."""
    views = analysis.views
    if not views:
        return
    known = [name.mention for view in views for name in view.names]
    starts = [view.sentence.start for view in views]
    for guess in names(views[0].text, analysis.langs[0], known):
        view = views[bisect_right(starts, guess.start) - 1]
        if view.sentence.start <= guess.start < view.sentence.end:
            head = view.sentence.head_of(guess.start, guess.end)
            if head is not None and view.name_at(head) is None:
                found[view.index].append(_guess(view, head, guess, analysis.langs[view.index]))


def _guess(view: View, head: int, guess: Name, lang: str) -> Mention:
    """A name that the gazetteer does not know: another spelling of a known one, or itself with a guessed kind."""
    like = Approximate.load().find(guess.text, guess.kind, lang)
    if like is None:
        key = ("guess", fold(guess.text).casefold())
        return Mention(view.index, head, guess.start, guess.end, "guess", guess.kind, None, None, key)
    kind = cast(Kind, Entities.load().kind(like.entity))
    key = ("entity", like.entity)
    return Mention(
        view.index, head, guess.start, guess.end, "guess", kind, like.entity, None, key, likeness=round(like.score, 2)
    )


def _nouns(lexicon: Lexicon, views: Sequence[View], view: View, found: list[list[Mention]]) -> None:
    """Institutions with their owner, descriptions, forces, other phrases."""
    here = found[view.index]
    by_head: dict[int, list[Mention]] = defaultdict(list)
    for one in here:
        by_head[one.head].append(one)
    taken = {i for one in here for i in view.sentence.covering(one.start, one.end)}
    for noun in nouns_of(lexicon, view):
        if noun.i in taken:
            continue
        token = view.tokens[noun.i]
        of = owner(view, noun, by_head) if noun.via else None
        if of is not None:
            start, end = min(token.start, of.start), max(token.end, of.end)
            here.append(Mention(view.index, noun.i, start, end, noun.how, of.kind, of.entity, noun.via, of.key))
            if not noun.is_force:
                continue  # "the territory of Armenia" is Armenia, no phrase beside it
        elif noun.describes and (is_definite(view, noun.i) or not token.text.isascii()):
            here.extend(antecedents(views, found, view, described(noun)))
        kind: Kind = "force" if noun.is_force else "text"
        key = ("words", f"{view.index}:{noun.i}")
        here.append(Mention(view.index, noun.i, token.start, token.end, "noun", kind, None, None, key))
    here[:] = [one for one in here if not (one.how == "class" and _types_a_system(view, one, by_head))]
    for one in [one for one in here if one.how == "class"]:
        systems = antecedents(views, found, view, Anaphor(one.head, "description", ITEMS - {"item_class"}))
        here.extend(system for system in systems if _of_class(system, one))
    here.extend([_inhabitants(view, name) for name in view.names if name.mention.senses[0].form == "inhabitant"])


def _of_class(system: Mention, one: Mention) -> bool:
    """Whether a system can be meant by a class noun: both are of one category, or the noun is of none."""
    entities = Entities.load()
    category = entities.category(one.entity or "")
    return category in (None, GENERAL) or entities.category(system.entity or "") == category


def _inhabitants(view: View, name: Anchored) -> Mention:
    """ "Les Américains" who leave are troops by their words."""
    key = ("words", f"{view.index}:{name.head}")
    return Mention(view.index, name.head, name.mention.start, name.mention.end, "noun", "force", None, None, key)


def _types_a_system(view: View, one: Mention, by_head: Mapping[int, Sequence[Mention]]) -> bool:
    """Whether a class only says what the system right beside it is: "drones suicides Shahed-136"."""
    level = [one.head]
    for _ in range(2):
        level = [
            child.i
            for i in level
            for child in view.sentence.dependents(i, "flat", "appos", "compound", "nmod", "flat:name", "flat:foreign")
            if preposition(view.sentence, child.i) in (None, "de", "of")
        ]
        if any(other.kind == "system" for i in level for other in by_head.get(i, ())):
            return True
    above = view.tokens[one.head]
    return above.dep == "compound" and any(other.kind == "system" for other in by_head.get(above.head, ()))


def _meant(
    views: Sequence[View],
    view: View,
    anaphor: Anaphor,
    found: Sequence[Sequence[Mention]],
    voices: Sequence[Sequence[Stretch]],
) -> list[Mention]:
    if anaphor.how == "speaker":
        speaker = _speaker(views, view, view.tokens[anaphor.i].start, found, voices)
        return [spoken(anaphor, view, speaker)] if speaker else []
    return antecedents(views, found, view, anaphor)


def _speaker(
    views: Sequence[View],
    view: View,
    place: int,
    found: Sequence[Sequence[Mention]],
    voices: Sequence[Sequence[Stretch]],
) -> Mention | None:
    """The party for whom the nearest voice speaks: over the place itself, else of a sentence beside it."""
    told = [
        (
            not voice.start <= place < voice.end,
            abs(other.index - view.index),
            other.index > view.index,
            voice.attribution,
        )
        for other in views[max(0, view.index - NEAR) : view.index + NEAR + 1]
        for voice in voices[other.index]
    ]
    if not told:
        return None
    who = min(told, key=lambda one: one[:3])[3]
    around = [one for some in found[max(0, view.index - NEAR - 1) : view.index + NEAR + 1] for one in some]
    parties = [one for one in around if one.kind in PARTIES and one.entity]
    return next((one for one in parties if one.start < who.end and who.start < one.end), None)


def _referents(found: Sequence[Sequence[Mention]]) -> dict[Key, Referent]:
    by_key: dict[Key, list[Mention]] = defaultdict(list)
    for some in found:
        for one in some:
            by_key[one.key].append(one)
    return {key: Referent(key, some[0].kind, some[0].entity, tuple(some)) for key, some in by_key.items()}
