"""Lines of a message that are not its own: quoted ones (`>`), and the signature below `-- `."""

from typing import NamedTuple

_LONGEST_ATTRIBUTION = 3
_LONGEST_SIGNATURE = 15


class Own(NamedTuple):
    """The message's own text, and how many quoted lines were left out."""

    text: str
    quoted: int


def own_text(text: str) -> Own:
    """Without quoted lines and signature; where all is quoted, as in what was passed on, the quotation is the text."""
    lines = _without_signature(text.splitlines())
    kept: list[str] = []
    quoted = 0
    for line in lines:
        if line.startswith(">"):
            if quoted == 0 or not kept or kept[-1]:
                _drop_attribution(kept)
            quoted += 1
        else:
            kept.append(line)
    own = "\n".join(kept).strip("\n")
    if own.strip() or not quoted:
        return Own(own, quoted)
    return Own("\n".join(line.lstrip("> ") for line in lines).strip("\n"), 0)


def _without_signature(lines: list[str]) -> list[str]:
    for at in range(len(lines) - 1, max(len(lines) - 2 - _LONGEST_SIGNATURE, -1), -1):
        if lines[at] == "-- ":
            return lines[:at]
    return lines


def _drop_attribution(kept: list[str]) -> None:
    """The paragraph that says who wrote what is quoted below it: short, with a day or an address, and a colon."""
    end = len(kept)
    while end and not kept[end - 1].strip():
        end -= 1
    start = end
    while start and kept[start - 1].strip():
        start -= 1
    paragraph = "".join(kept[start:end])
    told = any(character.isdigit() or character == "@" for character in paragraph)
    if end - start <= _LONGEST_ATTRIBUTION and paragraph.rstrip().endswith(":") and told:
        del kept[start:]
