"""What an office file says of itself: its title, and when it was made."""

import re

from foedus.ingest.office.parts import Reader, local

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Properties(Reader):
    """Reads the part with the properties of DOCX (Dublin Core) or ODT (which adds to it)."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}
        self._element = ""

    @property
    def title(self) -> str | None:
        """The title that the file gives itself."""
        return " ".join(self._values.get("title", "").split()) or None

    @property
    def created(self) -> str | None:
        """The day on which it was made."""
        stated = self._values.get("created") or self._values.get("creation-date") or ""
        match = _DAY.match(stated.strip())
        return match[0] if match else None

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - the interface's
        """An element begins."""
        self._element = local(tag)

    def end(self, tag: str) -> None:  # noqa: ARG002 - the interface's
        """An element ends."""
        self._element = ""

    def data(self, text: str) -> None:
        """The value of the element."""
        if self._element:
            self._values[self._element] = self._values.get(self._element, "") + text
