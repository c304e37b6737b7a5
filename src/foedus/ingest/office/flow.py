"""Elements of a text in XML to its paragraphs: what both office formats have in common."""

from foedus.ingest.office.parts import Reader


class Flow(Reader):
    """Collects paragraphs; one that lies in another (a footnote, a text box) follows it."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._open: list[list[str]] = []
        self._within: list[str] = []
        self._skipped = 0

    def skip(self) -> None:
        """Leaves out the element that has just begun, with all in it."""
        self._skipped = 1

    def skips(self, begins: bool) -> bool:
        """Whether an element that begins or ends lies in one that is left out."""
        if self._skipped == 0:
            return False
        self._skipped += 1 if begins else -1
        return True

    def begin(self, text: str = "") -> None:
        """A paragraph begins."""
        self._open.append([text])

    def say(self, text: str) -> None:
        """Text of the innermost paragraph; outside of any there is none."""
        if self._open and not self._skipped:
            self._open[-1].append(text)

    def after(self, paragraphs: list[str]) -> None:
        """Paragraphs that follow the one that is open."""
        self._within += paragraphs

    def drop(self) -> str:
        """Ends a paragraph that is none of the text by itself; what it said."""
        return "".join(self._open.pop())

    def finish(self) -> None:
        """A paragraph ends."""
        text = _tidy(self.drop())
        if self._open:
            self._within += filter(None, [text])
            return
        self.paragraphs += filter(None, [text, *self._within])
        self._within = []

    def close(self) -> None:
        """The part is over: what lay in a paragraph that was never closed is kept."""
        while self._open:
            self.finish()


def _tidy(text: str) -> str:
    """Each line with single spaces."""
    return "\n".join(line for part in text.splitlines() if (line := " ".join(part.split())))
