"""What the caller says about the input: metadata given beside it, limits, and names of columns."""

from collections.abc import Mapping

from msgspec import Struct

DEFAULT_MAX_BYTES = 20_000_000
"""Largest single text or page that is read; the longest reports known are a hundredth of it."""


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
    """How to read: metadata that overrides what the input says, the size limit in bytes, field → column."""

    metadata: Metadata = Metadata()
    max_bytes: int = DEFAULT_MAX_BYTES
    columns: Mapping[str, str] = {}
