"""Which metadata of a document somebody gave, and which it only says of itself: what is given corrects a known page."""

import re
from functools import cache
from pathlib import Path
from typing import Protocol

from foedus.ingest import csv_rows, jsonl, parquet_rows, text
from foedus.ingest.manifest import Manifest, load_manifest
from foedus.ingest.options import Metadata
from foedus.model.document import Document

NOTES = "notes"
"""What a reader has to say of a document is said anew by every reading."""

_SAYS_NOTHING = frozenset({text.EXTRACTOR, jsonl.EXTRACTOR, csv_rows.EXTRACTOR, parquet_rows.EXTRACTOR})
"""How documents come that say nothing of themselves: all that is known of them was given."""


_ROW = re.compile(r"^[^#]*:\d+$")
"""Where a page in a row of a table comes from: the row gives what is known of it."""


class Giving(Protocol):
    """Knows what somebody gave."""

    def fields(self, file: str, document: Document) -> frozenset[str]:
        """The fields of a document of a file that somebody gave."""


class Given:
    """What the options and manifests give; a page's own date or address only fills what nobody gave."""

    def __init__(self, options: Metadata) -> None:
        self._options = options
        self._manifest = cache(load_manifest)

    def fields(self, file: str, document: Document) -> frozenset[str]:
        """The fields of a document that came from a file (`-` for standard input) which somebody gave."""
        known: Metadata | Document = document
        if document.extractor not in _SAYS_NOTHING and not _ROW.search(document.source or ""):
            known = self._options.over(self._beside(file))
        return frozenset(field for field in Metadata.__struct_fields__ if getattr(known, field)) | {NOTES}

    def _beside(self, file: str) -> Metadata:
        path = Path(file)
        manifest: Manifest = self._manifest(path.parent)
        return manifest.of(path)
