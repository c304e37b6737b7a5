"""Each row that is read wrongly, told in lines: what it asks, what was heard, by which words."""

from collections.abc import Iterator, Sequence

from bench.voice.hearing import Answer
from bench.voice.judging import right, surety_verdict, voice_verdict
from bench.voice.rows import Row
from foedus.reader.voice.composing import Heard


def missed(answers: Sequence[Answer]) -> list[Answer]:
    """The answers that are not right in everything that their row is judged for."""
    return [answer for answer in answers if not right(*answer)]


def told(answer: Answer) -> str:
    """One miss in a few lines, the last one empty."""
    return "\n".join([*_lines(answer.row, answer.heard), ""])


def _lines(row: Row, heard: Heard | None) -> Iterator[str]:
    text = row.document.text
    yield f"{row.id}  {row.label.construction}"
    yield f"  {text[: row.start]}⟦{row.target}⟧{text[row.end :]}".replace("\n", " ¶ ")
    if heard is None:
        yield "  heard: nothing, the words lie in no parsed sentence"
        return
    if "voice" in row.kinds and not voice_verdict(row, heard).right:
        yield f"  wanted: {' or '.join(_chain(standing, [v.who for v in said]) for standing, said in row.label.chains)}"
        yield f"  heard:  {_chain(heard.standing, [voice.text for voice in heard.voices])}"
    if row.part == "cases" and not row.label.allows("quoted", heard.quoted):
        yield f"  quoted: wanted {_wanted(row, 'quoted')}, heard {heard.quoted}"
    if "surety" in row.kinds and not surety_verdict(row, heard).right:
        for field in ("asserted", "polarity", "certainty"):
            if not row.label.allows(field, getattr(heard, field)):
                yield f"  {field}: wanted {_wanted(row, field)}, heard {getattr(heard, field)}"
    yield f"  cues: {', '.join(f'{cue.kind} {cue.text!r}' for cue in heard.cues) or 'none'}"


def _chain(standing: str, voices: Sequence[str]) -> str:
    return f"{standing} [{' < '.join(voices)}]"


def _wanted(row: Row, field: str) -> str:
    other = getattr(row.label, f"{field}_alt")
    return f"{getattr(row.label, field)}{'' if other is None else f' or {other}'}"
