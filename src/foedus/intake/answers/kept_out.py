"""What proof kept out, a file of JSON lines for each document."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from foedus.careful.numbering import Numbered
from foedus.careful.proven import Rejected
from foedus.intake.answers.files import MOST_BYTES, write_whole
from foedus.intake.answers.records import KeptOut
from foedus.model.document import Document


def records(
    document: Document, numbered: Numbered, reader: tuple[str, str], rejected: Sequence[Rejected], when: str
) -> list[KeptOut]:
    """The rejections of a reader (name, version) as they are kept, with the words of the sentence that each names."""
    return [
        KeptOut(
            document.ref,
            *reader,
            when,
            one.sentence,
            numbered.words(one.sentence) if one.sentence is not None else "",
            one.code,
            one.about,
            one.told,
        )
        for one in rejected
    ]


def replace(path: Path, reader: tuple[str, str], new: Sequence[KeptOut], tell: Callable[[str], None]) -> None:
    """Put a reader's rejections in place of those it had in the file; those of others stay."""
    others = [one for one in read(path, tell) if (one.reader, one.version) != reader]
    write_whole(path, b"".join(msgspec.json.encode(one) + b"\n" for one in (*others, *new)))


def read(path: Path, tell: Callable[[str], None]) -> Iterator[KeptOut]:
    """The rejections of a file; none where it is not there, and a broken line is told and left out."""
    try:
        if path.stat().st_size > MOST_BYTES:
            tell(f"{path} left out: larger than {MOST_BYTES // 1_000_000} MB")
            return
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return
    except OSError as error:
        tell(f"{path} left out: it cannot be read ({error.strerror or error})")
        return
    for number, line in enumerate(lines, 1):
        try:
            yield msgspec.json.decode(line, type=KeptOut)
        except ValueError as error:
            tell(f"{path}, line {number} left out: it cannot be read ({error})")
