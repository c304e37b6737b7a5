"""The body of a DOCX file to paragraphs (ECMA-376, part 1, chapter 17): what a reader of the accepted text sees."""

from collections.abc import Mapping

from foedus.ingest.office.flow import Flow
from foedus.ingest.office.parts import Reader, attribute, local

_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText"})
"""Deletions under review, the old place of what was moved, drawings told a second time, codes of fields."""
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_SAID = {"tab": " ", "cr": "\n", "noBreakHyphen": "-"}
_OFF = frozenset({"0", "false", "off"})


class Styles(Reader):
    """Reads which styles are those of titles and of tables of contents; their names are English in every language."""

    def __init__(self) -> None:
        self.titles: set[str] = set()
        self.contents: set[str] = set()
        self._id = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A style, or its name."""
        if local(tag) == "style":
            self._id = attribute(attributes, "styleId") or ""
        elif local(tag) == "name" and self._id:
            name = (attribute(attributes, "val") or "").casefold()
            if name == "title":
                self.titles.add(self._id)
            if name.startswith(("toc ", "contents ")):
                self.contents.add(self._id)

    def end(self, tag: str) -> None:
        """A style ends."""
        if local(tag) == "style":
            self._id = ""


class DocxText(Flow):
    """Reads the main part, or one with footnotes (then `notes` holds them by number)."""

    def __init__(self, styles: Styles, notes: Mapping[tuple[str, str], list[str]]) -> None:
        super().__init__()
        self.title: str | None = None
        self.notes: dict[tuple[str, str], list[str]] = {}
        self._styles = styles
        self._known = notes
        self._style = ""
        self._carried = ""
        self._in_marks = self._joins_next = self._hidden = self._takes = False
        self._note = ("", "")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = local(tag)
        if self.skips(begins=True):
            return
        if self._in_marks:
            self._mark(name, attributes)
        elif name in _LEFT_OUT:
            self.skip()
        elif name == "p":
            self.begin(self._carried)
            self._carried = self._style = ""
            self._joins_next = False
        elif name == "pPr":
            self._in_marks = True
        elif name in ("footnote", "endnote"):
            self._note = (name, attribute(attributes, "id") or "")
        elif name in _NOTES:
            kind = name.removesuffix("Reference")
            self.after(self._known.get((kind, attribute(attributes, "id") or ""), []))
        else:
            self._in_run(name, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = local(tag)
        if self.skips(begins=False):
            return
        if name == "pPr":
            self._in_marks = False
        elif name == "t":
            self._takes = False
        elif name == "r":
            self._hidden = False
        elif name == "p" and self._open:
            self._end_paragraph()
        elif name in ("footnote", "endnote"):
            self.notes[self._note] = self.paragraphs
            self.paragraphs = []

    def data(self, text: str) -> None:
        """Text counts only where it is marked as some."""
        if self._takes and not self._hidden:
            self.say(text)

    def _mark(self, name: str, attributes: dict[str, str]) -> None:
        """A paragraph's own marks: its style, and whether its end is deleted, which joins the next one to it."""
        if name == "pStyle":
            self._style = attribute(attributes, "val") or ""
        elif name == "del":
            self._joins_next = True

    def _in_run(self, name: str, attributes: dict[str, str]) -> None:
        if name == "t":
            self._takes = True
        elif name == "vanish":
            self._hidden = attribute(attributes, "val") not in _OFF
        elif name == "br" and attribute(attributes, "type") in (None, "textWrapping"):
            self.say("\n")
        elif name in _SAID:
            self.say(_SAID[name])

    def _end_paragraph(self) -> None:
        if self._joins_next:
            self._carried = self.drop()
        elif self._style in self._styles.contents:
            self.drop()
        else:
            before = len(self.paragraphs)
            self.finish()
            if self.title is None and self._style in self._styles.titles and len(self.paragraphs) > before:
                self.title = self.paragraphs[before]
        self._style, self._joins_next = "", False
