"""What the caller says about the input: metadata given beside it, limits, and names of columns."""

from collections.abc import Mapping

from msgspec import Struct

DEFAULT_MAX_BYTES = 20_000_000
"""Largest single text or page that is read; the longest reports known are a hundredth of it."""
DEFAULT_MAX_MEMBERS = 100_000
"""Most entries of one archive; a year of a large newspaper is less."""
DEFAULT_MAX_DEPTH = 3
"""Archives in archives: a ZIP in a TAR in a ZIP is read, one more is not."""
DEFAULT_MAX_RATIO = 200
"""Most bytes that one byte of an archive may grow to, once it is beyond 10 MB; text shrinks to a third or tenth."""
DEFAULT_MAX_TOTAL_BYTES = 20_000_000_000
"""Most bytes that one archive may grow to in all; a file of Common Crawl's news grows to five thousand million."""


class Metadata(Struct, frozen=True):
    """What is known of a document beside its bytes; None where nothing is."""

    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    lang: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """This metadata, with the other's where this says nothing."""
        return Metadata(
            self.published or other.published,
            self.title or other.title,
            self.outlet or other.outlet,
            self.url or other.url,
            self.lang or other.lang,
        )


class Options(Struct, frozen=True):
    """How to read: metadata that stands over what the input says, field → column, and limits.

    `max_bytes` holds for one document, `max_members` for the entries of one archive, `max_depth` for archives in
    archives, `max_ratio` and `max_total_bytes` for what a whole file of the user's grows to when it is unpacked.
    """

    metadata: Metadata = Metadata()
    max_bytes: int = DEFAULT_MAX_BYTES
    columns: Mapping[str, str] = {}
    max_members: int = DEFAULT_MAX_MEMBERS
    max_depth: int = DEFAULT_MAX_DEPTH
    max_ratio: int = DEFAULT_MAX_RATIO
    max_total_bytes: int = DEFAULT_MAX_TOTAL_BYTES
