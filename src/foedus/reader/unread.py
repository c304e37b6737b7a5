"""What of a document was not read, gathered while it is taken apart and told in notes."""

from collections import Counter

from foedus.language.identify import UNDECIDED
from foedus.model.document import Note

CODE, OTHER_LANGUAGE = "not-read", "language"
SEVERAL = 4
"""Languages named one by one at most: junk seems to be in many."""


class Unread:
    """Counts of what was left out, by reason."""

    def __init__(self) -> None:
        self.beyond = 0
        """Characters behind the last one read."""
        self.wordless = 0
        """Characters of stretches that hold next to no words."""
        self.words = False
        """Whether the document has any word."""
        self.langs: Counter[str] = Counter()
        """Paragraphs by language without a lexicon."""
        self.twins: Counter[str] = Counter()
        """Paragraphs by language that others say in the main language."""

    def notes(self, length: int, declared: str, main: str) -> list[Note]:
        """Notes on a document of so many characters, declared to be in a language and mainly in another."""
        told = []
        if not self.words:
            told.append("nothing was read: the text has no words")
        if self.beyond:
            read = length - self.beyond
            told.append(f"only the first {read:,} of {length:,} characters were read: split the document to read all")
        if self.wordless:
            told.append(f"{self.wordless:,} characters in stretches with next to no words were not read")
        told += self._other_languages()
        told += [
            f"{_paragraphs(count)} in {lang!r} not read: the document says the same in {main!r}"
            for lang, count in sorted(self.twins.items())
        ]
        notes = [Note(CODE, text) for text in told]
        if main not in (declared, UNDECIDED) and main not in self.langs and declared not in ("", UNDECIDED):
            notes.append(Note(OTHER_LANGUAGE, f"declared to be in {declared!r}, mostly in {main!r}: read as that"))
        return notes

    def _other_languages(self) -> list[str]:
        unknown = sum(count for lang, count in self.langs.items() if lang in ("", UNDECIDED))
        told = [f"{_paragraphs(unknown)} not read: the language could not be told"] if unknown else []
        named = {lang: count for lang, count in sorted(self.langs.items()) if lang not in ("", UNDECIDED)}
        if len(named) > SEVERAL:
            return [*told, f"{_paragraphs(sum(named.values()))} in {len(named)} languages not read: no lexicon"]
        return [*told, *(f"{_paragraphs(count)} in {lang!r} not read: no lexicon" for lang, count in named.items())]


def _paragraphs(count: int) -> str:
    return "1 paragraph" if count == 1 else f"{count:,} paragraphs"
