"""What a verb in its clause says of time, mood, aspect and voice, with the words that say it."""

from typing import Literal, NamedTuple

Tense = Literal["past", "present", "future", "future in the past"]
Mood = Literal["indicative", "conditional", "subjunctive", "imperative", "infinitive", "participle", "gerund"]
Aspect = Literal["simple", "perfect", "progressive", "perfect progressive", "habitual", "perfective", "imperfective"]
Voice = Literal["active", "passive"]
Modality = Literal["possibility", "necessity", "schedule"]


class VerbPhrase(NamedTuple):
    """A verb (by token index) with its auxiliaries and modals.

    `tense` is None for a bare infinitive. Under a modal, tense and mood are the modal's, but "past" over a perfect
    infinitive ("peut avoir livré", "may have sold"). A conditional under a past verb of its clause is "future in the
    past" and indicative. `form` is the grammar's own name of it ("plus-que-parfait"); `reflexive` tells the form, and
    a reflexive passive is passive too. `auxiliaries` are token indices in text order, modals and periphrases included.
    """

    verb: int
    tense: Tense | None
    mood: Mood
    aspect: Aspect | None
    voice: Voice
    reflexive: bool
    modality: Modality | None
    form: str
    auxiliaries: tuple[int, ...]
    reason: str
