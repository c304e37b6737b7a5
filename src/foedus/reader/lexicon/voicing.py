"""Cues of voice: words that say who speaks, how surely, or that it is not so; one group for each kind and frame."""

from collections.abc import Iterator, Mapping
from typing import get_args

from foedus.model.vocabulary import Certainty, Polarity, Standing
from foedus.reader.lexicon.entry import Entry
from foedus.reader.lexicon.faults import Faults
from foedus.reader.lexicon.files import LexiconFile
from foedus.reader.lexicon.words import split_words
from foedus.reader.unit import Pos, SmallWords, VoiceCue, VoiceCueKind

FOLDER = "voice"
_POS: Mapping[str, Pos] = {
    "verb": "verb",
    "noun": "noun",
    "adjective": "adjective",
    "adverb": "adverb",
    "preposition": "adverb",
}
"""Prepositions stand where they stand, like adverbs."""
_SPEAKERS = ("speaker", "source", "document", "outlet")
_RELATIONS = frozenset({*_SPEAKERS, "statement", "accused", "addressee", "condition", "vehicle"})
_VALUES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(VoiceCueKind),
    "standing": get_args(Standing),
    "certainty": get_args(Certainty),
    "polarity": get_args(Polarity),
}
FIELDS = frozenset({*_VALUES, *_RELATIONS, *_POS, "drop"})


class VoiceGroup(Entry):
    """A group of cues of voice."""

    def texts(self) -> Iterator[tuple[str, Pos]]:
        """Its cues as they are written, with the part of speech that they stand as."""
        return ((text, pos) for field, pos in _POS.items() for text in self.data.get(field, ()))


def voice_groups(file: LexiconFile, faults: Faults) -> list[VoiceGroup]:
    """The groups of a file. DataError names file, line, what is wrong and what is allowed."""
    if not isinstance(file.data, list):
        file.fault("expected a list of groups, each with 'kind', relations and words")
    found = []
    for entry, data in enumerate(file.data, 1):
        with faults.part():
            group = VoiceGroup(file, entry, data)
            _check(group)
            found.append(group)
    return found


def cues_of(lang: str, group: VoiceGroup, small: SmallWords) -> Iterator[VoiceCue]:
    """The cues of a group."""
    data = group.data
    speaker = frozenset(relation for role in _SPEAKERS for relation in data.get(role, ()))
    for text, pos in group.texts():
        words = split_words(lang, text, pos, small)
        if words is None:
            group.fault(f"cue {text!r} would match everything: it has no word of its own", text)
        yield VoiceCue(
            f"{lang}:voice:{text}",
            text,
            pos,
            data["kind"],
            speaker,
            frozenset(data.get("statement", ())),
            frozenset(data.get("addressee", ())),
            data.get("standing"),
            data.get("certainty"),
            data.get("polarity"),
            frozenset(),
            words,
        )


def _check(group: VoiceGroup) -> None:
    data = group.data
    if not isinstance(data, dict):
        group.fault("a group is a mapping with kind, relations and words")
    for field in data.keys() - FIELDS:
        group.fault(f"field {field!r} is none of {', '.join(sorted(FIELDS))}", str(field))
    for field, allowed in _VALUES.items():
        value = data.get(field)
        if value not in allowed and (value is not None or field == "kind"):
            group.fault(f"{field} {value!r} is none of {', '.join(allowed)}", str(value))
    if not isinstance(data.get("drop", False), bool):
        group.fault(f"drop {data['drop']!r} is neither true nor false", str(data["drop"]))
    for field in (*sorted(_RELATIONS), *_POS):
        if not isinstance(data.get(field, []), list):
            group.fault(f"{field} {data[field]!r} is no list: write [{data[field]}]", field)
    if not any(group.texts()):
        group.fault(f"a group has words under {', '.join(_POS)}")
    for text, pos in group.texts():
        if not isinstance(text, str):
            group.fault(f"cue {text!r} is no word to YAML: write it in quotes", pos)
