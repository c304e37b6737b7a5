"""The body of an ODT file to paragraphs (OpenDocument 1.3, part 3, chapters 4 to 7): what a reader sees of it."""

from foedus.ingest.office.flow import Flow
from foedus.ingest.office.parts import attribute, local

_LEFT_OUT = frozenset(
    """tracked-changes note-citation annotation table-of-content illustration-index table-index object-index
    alphabetical-index bibliography hidden-text hidden-paragraph ruby-text title desc forms scripts
    event-listeners""".split()
)
"""Deletions under review, numbers of footnotes, comments, lists of contents, what is hidden or stands for an image."""
_PARAGRAPHS = frozenset({"p", "h"})
_TITLE = "Title"
_MOST_SPACES = 100


class OdtText(Flow):
    """Reads the part with the content."""

    def __init__(self) -> None:
        super().__init__()
        self.title: str | None = None
        self._is_title = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = local(tag)
        if self.skips(begins=True):
            return
        if name in _LEFT_OUT or (name == "section" and attribute(attributes, "display") == "none"):
            self.skip()
        elif name in _PARAGRAPHS:
            self._is_title = attribute(attributes, "style-name") == _TITLE
            self.begin()
        elif name == "s":
            count = attribute(attributes, "c") or "1"
            self.say(" " * min(int(count), _MOST_SPACES) if count.isdecimal() else " ")
        elif name == "tab":
            self.say(" ")
        elif name == "line-break":
            self.say("\n")

    def end(self, tag: str) -> None:
        """An element ends."""
        if self.skips(begins=False) or local(tag) not in _PARAGRAPHS or not self._open:
            return
        before = len(self.paragraphs)
        self.finish()
        if self._is_title and self.title is None and len(self.paragraphs) > before:
            self.title = self.paragraphs[before]

    def data(self, text: str) -> None:
        """Line breaks of the XML are spaces."""
        self.say(text.replace("\n", " ").replace("\r", " "))
