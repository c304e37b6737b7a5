"""When what was heard is right: the voice of a row by its standing and chain, the surety by what it claims and how."""

from collections.abc import Sequence
from typing import NamedTuple

from bench.voice.label import Voice
from bench.voice.rows import Kind, Row
from foedus.language.fold import fold
from foedus.model.claim import Attribution
from foedus.reader.dates import load_calendar
from foedus.reader.voice.composing import Heard

_STEM = 3
"""Words of as many equal first letters, and of no more other ones, are forms of one word ("письме", "письмо")."""


class VoiceVerdict(NamedTuple):
    """What is right of who says it; None where the row does not ask.

    `chain` is standing, and every voice in order; `nearest` the first voice alone, whatever the standing; `when` and
    `vehicle` are those of the voices that have one.
    """

    standing: bool
    chain: bool
    nearest: bool | None
    quoted: bool
    when: bool | None
    vehicle: bool | None

    @property
    def right(self) -> bool:
        """Standing and the whole chain."""
        return self.chain


class SuretyVerdict(NamedTuple):
    """What is right of how surely it is said; None where the row does not ask, since the text claims nothing."""

    asserted: bool
    polarity: bool | None
    certainty: bool | None
    right: bool


def voice_verdict(row: Row, heard: Heard | None) -> VoiceVerdict:
    """Of standing, chain, quotation marks, dates and vehicles; asked is the reading that was heard, else the first."""
    label = row.label
    said = heard.voices if heard else ()
    met = [
        (standing, voices)
        for standing, voices in label.chains
        if heard is not None and heard.standing == standing and _same_chain(row, voices, said)
    ]
    _, wanted = (met or label.chains)[0]
    return VoiceVerdict(
        standing=heard is not None and label.allows("standing", heard.standing),
        chain=bool(met),
        nearest=bool(said) and _meets(row, wanted[0], said[0]) if wanted else None,
        quoted=heard is not None and label.allows("quoted", heard.quoted),
        when=_asked("when", row, wanted, said),
        vehicle=_asked("vehicle", row, wanted, said),
    )


def surety_verdict(row: Row, heard: Heard | None) -> SuretyVerdict:
    """Of whether it is claimed at all, affirmed or denied, and how surely."""
    label = row.label
    if heard is None:
        asked = False if label.asserted else None
        return SuretyVerdict(asserted=False, polarity=asked, certainty=asked, right=False)
    asserted = label.allows("asserted", heard.asserted)
    polarity, certainty = label.allows("polarity", heard.polarity), label.allows("certainty", heard.certainty)
    right = asserted and (not heard.asserted or (polarity and certainty))
    if not label.asserted:
        return SuretyVerdict(asserted, None, None, right)
    return SuretyVerdict(asserted, polarity, certainty, right)


def plain(row: Row, kind: Kind) -> bool:
    """Whether one who marks nothing is right: stated by the outlet; claimed, affirmed and certain."""
    label = row.label
    if kind == "voice":
        return ("stated", ()) in label.chains
    marks = {"asserted": True, "polarity": "affirmed", "certainty": "certain"}
    return all(label.allows(field, value) for field, value in marks.items())


def right(row: Row, heard: Heard | None) -> bool:
    """Whether everything that the row is judged for is right; a named case is judged for its quotation marks too."""
    voice, surety = voice_verdict(row, heard), surety_verdict(row, heard)
    asked = {"voice": voice.right, "surety": surety.right}
    return all(asked[kind] for kind in row.kinds) and (row.part != "cases" or voice.quoted)


def _same_chain(row: Row, wanted: Sequence[Voice], said: Sequence[Attribution]) -> bool:
    return len(wanted) == len(said) and all(_meets(row, one, other) for one, other in zip(wanted, said, strict=True))


def _meets(row: Row, wanted: Voice, said: Attribution) -> bool:
    """Whether the voice's words share a place with those of the row, wherever in the text they stand."""
    return any(said.start < end and start < said.end for start, end in row.places(wanted.who))


def _asked(field: str, row: Row, wanted: Sequence[Voice], said: Sequence[Attribution]) -> bool | None:
    """Whether all voices that have the field have it rightly, each in its place of the chain."""
    asked = [(place, words) for place, voice in enumerate(wanted) if (words := getattr(voice, field)) is not None]
    if not asked:
        return None
    same = _same_when if field == "when" else _same_vehicle
    return all(place < len(said) and same(row, words, said[place]) for place, words in asked)


def _same_when(row: Row, words: str, said: Attribution) -> bool:
    """Whether the date of saying is what the date grammar makes of the row's words: what is judged is its place."""
    text, places = fold(row.document.text), row.places(words)
    dates = load_calendar(row.lang).find(text, 0, len(text), row.document.published)
    return any(
        date.when.edtf == said.said_when and (date.when.start or 0) < end and start < (date.when.end or 0)
        for date in dates
        for start, end in places
    )


def _same_vehicle(_row: Row, words: str, said: Attribution) -> bool:
    """Whether a word of the vehicle is a form of one of the row's words."""
    named = fold(said.vehicle or "").lower().split()
    return any(_one_word(one, other) for one in named for other in fold(words).lower().split())


def _one_word(one: str, other: str) -> bool:
    common = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return common >= _STEM and max(len(one), len(other)) - common <= _STEM
