"""What a feed or its pages say of themselves only fills gaps: it never corrects what a person gave."""

from foedus.ingest.options import Metadata
from foedus.intake.given import NOTES, Given
from foedus.model.document import Document


class WatchGiven:
    """Files of folders bear what their manifest gives; what comes from the web, nothing."""

    def __init__(self) -> None:
        self._files = Given(Metadata())

    def fields(self, file: str, document: Document) -> frozenset[str]:
        """The fields of a document of a file or feed that somebody gave."""
        if file.startswith(("http://", "https://")):
            return frozenset({NOTES})
        return self._files.fields(file, document)
