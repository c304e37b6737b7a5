"""Text and the gazetteer's mentions → names that the gazetteer does not know, each with its reason."""

from collections.abc import Callable, Iterator, Sequence

from foedus.gazetteer.mention import Mention
from foedus.gazetteer.names.acronyms import Definition, definitions
from foedus.gazetteer.names.beside import Beside
from foedus.gazetteer.names.bodies import body
from foedus.gazetteer.names.candidates import candidates_of
from foedus.gazetteer.names.designations import designations
from foedus.gazetteer.names.exercises import editions, exercise
from foedus.gazetteer.names.forces import named, numbered
from foedus.gazetteer.names.known import Known
from foedus.gazetteer.names.later import again, coordinated
from foedus.gazetteer.names.name import RANKS, Name, NameKind
from foedus.gazetteer.names.persons import person, speaker, two_words
from foedus.gazetteer.names.shapes import Candidate
from foedus.gazetteer.names.things import acronym, company, outlet, place, system, unsure
from foedus.gazetteer.names.words import Words

_RULES: tuple[Callable[[Beside], Name | None], ...] = (
    exercise,
    named,
    body,
    outlet,
    system,
    company,
    person,
    place,
    unsure,
    speaker,
    two_words,
    acronym,
)
"""In this order; the first that gives a name decides."""


def names(text: str, lang: str, known: Sequence[Mention]) -> list[Name]:
    """Names in the order of the text, none overlapping, none that a sure mention of `known` already covers.

    A name may hold mentions that are shorter than itself (an adjective in an organisation's name, a type before its
    nickname); such a mention is part of the name. Where the language has no words, those of the first are used.
    """
    words = Words.load(lang)
    mentions = Known(known)
    defined = list(definitions(text))
    free: list[Candidate] = []
    guesses = [*numbered(text, lang, words), *designations(text, words, mentions), *editions(text, mentions)]
    candidates = list(candidates_of(text, words, mentions))
    for candidate in candidates:
        at = Beside.of(text, lang, words, mentions, candidate)
        found = next((name for rule in _RULES if (name := rule(at))), None)
        if found:
            guesses.append(found)
        else:
            free.append(candidate)
    guesses += _defined(words, mentions, defined, guesses)
    guesses += again(text, candidates, guesses, defined)
    chosen = _choose(guesses, mentions)
    further = coordinated(text, free, chosen, words, mentions)
    return _choose([*chosen, *further], mentions)


def _defined(words: Words, known: Known, defined: Sequence[Definition], guesses: Sequence[Name]) -> Iterator[Name]:
    """Both sides of a definition; no treaty."""
    for one in defined:
        if "treaty" in words.classes(one.long.split()[0]):
            continue
        kind = _kind(one, known, guesses)
        yield Name(one.start, one.end, one.long, kind, one.start, "definition", one.short)
        yield Name(one.short_start, one.short_end, one.short, kind, one.short_start, "definition", one.long, one.long)


def _kind(one: Definition, known: Known, guesses: Sequence[Name]) -> NameKind:
    """The force that the long form was judged, a system where it begins with a class of arms, else an organisation."""
    if any(name.start == one.start and name.kind == "force" for name in guesses):
        return "force"
    mention = known.starting(one.start)
    return "system" if mention and mention.senses[0].kind == "item_class" else "organisation"


def _choose(guesses: Sequence[Name], known: Known) -> list[Name]:
    """The surest of those that overlap, the longest of those that are as sure; sorted."""
    kept: list[Name] = []
    taken: set[int] = set()
    for name in sorted(guesses, key=lambda name: (RANKS[name.rule], name.start - name.end, name.start)):
        if not known.allows(name.start, name.end):
            continue
        span = range(name.start, name.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(name)
    return sorted(kept)
