"""Whose word a claim is: told voices that the text connects, and those that the reader hears over the trigger.

A told voice that the text connects with the statement holds, whomever the reader hears; one that the reader hears is
put in where none was told and it surely governs, or where the told one is surely another. What connects is told in
`connecting`.
"""

from typing import NamedTuple

from msgspec import structs

from foedus.careful.answer import ToldVoice
from foedus.careful.proof.connecting import is_connected
from foedus.careful.proof.fault import Fault
from foedus.careful.proof.governing import voice_governs
from foedus.careful.proof.ground import Ground
from foedus.careful.proof.placing import Placed
from foedus.careful.proof.same_voice import is_same
from foedus.careful.proof.voice_words import voice_words
from foedus.careful.proven import Mended
from foedus.model.claim import Attribution, Cue
from foedus.model.vocabulary import Standing
from foedus.reader.said_when import dated_voices
from foedus.reader.voice import Heard


class Voiced(NamedTuple):
    """The chain that holds, with the standing it makes, cues of told voices, and what was mended."""

    standing: Standing
    voices: tuple[Attribution, ...]
    cues: tuple[Cue, ...]
    mended: tuple[Mended, ...]


def voiced(ground: Ground, one: Placed, heard: Heard) -> Voiced:
    """Whose word a claim is; Fault where a told voice does not stand in the text or nothing connects it."""
    told = one.told
    if told.standing in ("attributed", "unnamed") and not told.voices:
        raise Fault("no_voice", told.standing)
    placed = [_placed(ground, one, voice, heard) for voice in told.voices]
    near = [other for other in placed if other.near]
    if heard.voices and _holds_before(ground, one, heard, placed):
        mended = Mended("attribution", _names(placed) or told.standing, heard.voices[0].text, _cues(heard))
        return _made(ground, one, heard.voices, heard, [], mended)
    if placed and not placed[0].near:
        raise Fault("voice_apart", placed[0].voice.text)
    if near:
        return _made(ground, one, tuple(other.voice for other in near), heard, near)
    if heard.voices:
        return Voiced(told.standing, (), (), ())
    if heard.standing != "stated" and told.standing == "stated":
        return Voiced(heard.standing, (), (), (Mended("standing", told.standing, heard.standing, _cues(heard)),))
    return Voiced(told.standing, (), (), ())


class _PlacedVoice(NamedTuple):
    voice: Attribution
    cue: Cue | None
    near: bool


def _holds_before(ground: Ground, one: Placed, heard: Heard, placed: list[_PlacedVoice]) -> bool:
    """Whether the heard voices hold, not the told ones.

    Told as the outlet's own: where the heard voice surely governs. A told voice that stands near holds, unless it is
    another known one by the same reporting words, or one of those whom the statement is about.
    """
    view = ground.view_at(one.trigger.start)
    if not placed:
        return view is not None and voice_governs(view, one.trigger, heard)
    first = placed[0]
    if not first.near:
        return True
    if any(is_same(other, mine.voice) for other in heard.voices for mine in placed):
        return False
    nearest = heard.voices[0]
    by_cue = first.cue is not None and any(_meet(first.cue, cue) for cue in heard.cues if cue.kind == "voice")
    if by_cue and first.voice.entity and nearest.entity:
        return True
    spoken_of = any(filler.span.overlaps((first.voice.start, first.voice.end)) for filler in one.fillers)
    return spoken_of and view is not None and (by_cue or voice_governs(view, one.trigger, heard))


def _meet(one: Cue, other: Cue) -> bool:
    return one.start < other.end and other.start < one.end


def known(told: ToldVoice, heard: Attribution) -> Attribution:
    """The voice as the reader has it; whether it has a name is the model's to say."""
    if told.kind == "unnamed":
        return structs.replace(heard, name=None, kind="unnamed")
    return structs.replace(heard, kind=told.kind) if heard.kind == "unnamed" and heard.entity is None else heard


def _made(  # noqa: PLR0917 - the parts of the outcome
    ground: Ground,
    one: Placed,
    chain: tuple[Attribution, ...],
    heard: Heard,
    placed: list[_PlacedVoice],
    mended: Mended | None = None,
) -> Voiced:
    nearest = chain[0]
    standing: Standing = "unnamed" if nearest.kind == "unnamed" else "attributed"
    if one.told.standing == "rumoured" and "rumoured" not in (heard.standing, standing) and not heard.voices:
        standing = "rumoured" if not chain else standing
    dated = tuple(dated_voices(chain, ground.analysis, ground.tools, ground.dates))
    notes = [mended] if mended else []
    if not mended and standing != one.told.standing:
        notes.append(Mended("standing", one.told.standing, standing, nearest.text))
    return Voiced(standing, dated, tuple(other.cue for other in placed if other.cue), tuple(notes))


def _placed(ground: Ground, one: Placed, told: ToldVoice, heard: Heard) -> _PlacedVoice:
    """A told voice with its cue where they stand, and whether the text connects it; Fault where they do not stand."""
    words = voice_words(ground, one, told)
    same = next((other for other in heard.voices if is_same(other, words.voice)), None)
    if same is not None:
        return _PlacedVoice(known(told, same), words.cue, near=True)
    if told is not one.told.voices[0]:
        words = words._replace(whose="open")  # who passes words on has none of his own: "X, quoted by Y"
    return _PlacedVoice(words.voice, words.cue, is_connected(ground, one, words, heard))


def _names(placed: list[_PlacedVoice]) -> str:
    return ", ".join(one.voice.text for one in placed)


def _cues(heard: Heard) -> str:
    return "; ".join(cue.text for cue in heard.cues)
