"""Paragraphs whose sentence ends are known: own gold, and treebanks whose sentences are joined again."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from foedus.model.errors import DataError, UsageError

LANGS = ("fr", "en", "ru")
GOLD = Path(__file__).parent / "gold" / "sentences"
GLUED = "~"
"""At a line's end: the next sentence follows without a space, as in text that lost its line breaks."""
GROUP = 5
"""Sentences a paragraph, where a treebank does not mark paragraphs or documents."""


class Paragraph(NamedTuple):
    """A paragraph's text, and the offsets behind its sentences, without the last, which is given with it."""

    text: str
    ends: tuple[int, ...]


class ParagraphSet(NamedTuple):
    """The paragraphs of one gold file or treebank; `name` is its file's, `lang` a language code."""

    name: str
    lang: str
    own: bool
    paragraphs: list[Paragraph]


def own_sets() -> Iterator[ParagraphSet]:
    """The own-worded gold, by language, dev before test."""
    for lang in LANGS:
        for part in ("dev", "test"):
            file = GOLD / f"{lang}-{part}.txt"
            yield ParagraphSet(f"own {part}", lang, True, gold_paragraphs(file.read_text(encoding="utf-8")))


def gold_paragraphs(text: str) -> list[Paragraph]:
    """Paragraphs of a gold file: a sentence a line, an empty line between paragraphs, comments behind `#`."""
    lines = "\n".join(line.strip() for line in text.splitlines() if not line.startswith("#"))
    return [joined(block.splitlines()) for block in lines.split("\n\n") if block.strip()]


def treebank_sets(folders: Iterable[Path]) -> Iterator[ParagraphSet]:
    """The test parts LANG/*-test.conllu of the folders. Raises UsageError for a folder that holds none."""
    for folder in folders:
        files = [(lang, file) for lang in LANGS for file in sorted((folder / lang).glob("*-test.conllu"))]
        if not files:
            raise UsageError(f"{folder}: no treebank found; expected files like fr/fr_gsd-ud-test.conllu")
        for lang, file in files:
            yield ParagraphSet(file.stem.replace("-ud", ""), lang, False, _treebank(file))


def joined(sentences: Sequence[str]) -> Paragraph:
    """Sentences to a paragraph, a space between them unless the mark for a lost space ends one."""
    text = ""
    ends = []
    for number, sentence in enumerate(sentences):
        text += sentence.removesuffix(GLUED)
        if number < len(sentences) - 1:
            ends.append(len(text))
            text += "" if sentence.endswith(GLUED) else " "
    return Paragraph(text, tuple(ends))


def _treebank(file: Path) -> list[Paragraph]:
    groups: list[list[str]] = [[]]
    marked = False
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith(("# newdoc", "# newpar")):
            marked = True
            groups.append([])
        elif line.startswith("# text = "):
            groups[-1].append(line.removeprefix("# text = ").strip())
    if not any(groups):
        raise DataError(f"{file}: no line '# text = …', so no sentences")
    if not marked:
        whole = groups[0]
        groups = [whole[at : at + GROUP] for at in range(0, len(whole), GROUP)]
    return [joined(group) for group in groups if group]
