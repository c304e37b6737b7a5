"""Why a claim has its stage, polarity, certainty, standing, quotation and zone: the words that decided, or the default.

All is told from the claim's own record, so that claims of any reader, and of any version, have their reasons.
"""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.model.claim import Attribution, Claim, Cue
from foedus.model.vocabulary import CueKind
from foedus.telling.wording import Texts, Wording, load_voice_reasons


class Reason(NamedTuple):
    """Why a field has its value; `name` and `shown` are field and value in the language asked for."""

    field: str
    name: str
    value: str
    shown: str
    why: str


def reasons(claim: Claim, lang: str) -> Iterator[Reason]:
    """One for each field, in a language of the wordings."""
    wording = load_voice_reasons()
    for name, field in wording.fields.items():
        value = _value(claim, name)
        shown = field.values[value].shown[lang]
        if field.coded and shown != field.values[value].shown["en"]:
            shown = _sign(wording, "code", lang).format(shown=shown, code=value)
        why = _reason(claim, name, lang) or _sign(wording, "undecided", lang)
        yield Reason(name, field.name[lang], value, shown, why)


def undecided(claim: Claim) -> list[str]:
    """The fields whose value no cue of the record and no named default decides, each as `field value`."""
    return [
        f"{name} {_value(claim, name)}"
        for name in load_voice_reasons().fields
        if _reason(claim, name, next(iter(load_voice_reasons().languages()))) is None
    ]


def _value(claim: Claim, name: str) -> str:
    found = getattr(claim, name)
    return found if isinstance(found, str) else ("yes" if found else "no")


def _reason(claim: Claim, name: str, lang: str) -> str | None:
    """What decides a field's value; None where nothing does, and where a value asks for voices and has none."""
    wording = load_voice_reasons()
    field, value = wording.fields[name], _value(claim, name)
    told = list(_told(claim, field.deciding(value), lang))
    told = told or list(_told(claim, field.besides(value), lang))[:1]
    if told:
        return _sign(wording, "reasons", lang).join(dict.fromkeys(told))
    default = field.values[value].default
    return default[lang] if default else None


def _told(claim: Claim, wordings: dict[CueKind, Texts], lang: str) -> Iterator[str]:
    """The wording of each kind of which the claim has cues, with their words."""
    for kind, texts in wordings.items():
        cues = [cue for cue in claim.cues if cue.kind == kind]
        chained = "{chain}" in texts[lang]
        if cues and (claim.attribution or not chained):
            yield texts[lang].format(words=_words(cues, lang), chain=_chain(claim.attribution, lang) if chained else "")


def _chain(voices: tuple[Attribution, ...], lang: str) -> str:
    """The voices, nearest first, each with the words by which it speaks."""
    wording = load_voice_reasons()
    told = []
    for voice in voices:
        sign = _sign(wording, "voice" if voice.cue else "silent_voice", lang)
        told.append(sign.format(name=_quoted(voice.text, lang), cue=_quoted(voice.cue or "", lang)))
    return _sign(wording, "then", lang).join(told)


def _words(cues: list[Cue], lang: str) -> str:
    """The cues' words in the order of the text."""
    words = dict.fromkeys(cue.text for cue in sorted(cues, key=lambda cue: cue.start))
    return _sign(load_voice_reasons(), "list", lang).join(_quoted(one, lang) for one in words)


def _quoted(words: str, lang: str) -> str:
    return _sign(load_voice_reasons(), "quote", lang).format(" ".join(words.split()))


def _sign(wording: Wording, name: str, lang: str) -> str:
    return wording.signs[name][lang]
