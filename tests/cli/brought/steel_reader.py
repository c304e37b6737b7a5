"""An example of a reader that another package brings: it knows one word, which its settings name."""

from collections.abc import Iterator, Mapping
from typing import Any

from foedus.model.claim import Claim, Cue, Evidence, Filler, ReaderMark
from foedus.model.document import Document
from foedus.model.identity import claim_id
from foedus.reader.read import Reading


class SteelReader:
    """Takes every sentence that ends in its word for a production of what it begins with."""

    version = "1.0"
    languages = frozenset({"en"})

    def __init__(self, word: str, name: str = "steel") -> None:
        self.name = name
        self._word = word

    def read(self, document: Document, *, min_confidence: float | None = None) -> Reading:
        """A claim for each such sentence."""
        return Reading(list(self._claims(document)), [])

    def _claims(self, document: Document) -> Iterator[Claim]:
        start = 0
        for sentence in document.text.splitlines(keepends=True):
            at, item = sentence.find(self._word), sentence.split(" ", 1)[0]
            if at > 0:
                trigger = (start + at, start + at + len(self._word))
                yield self._claim(document, trigger, Filler(None, item, "system", item, start, start + len(item), None))
            start += len(sentence)

    def _claim(self, document: Document, trigger: tuple[int, int], item: Filler) -> Claim:
        roles: dict[str, tuple[Filler, ...]] = {"item": (item,)}
        return Claim(
            id=claim_id(document.sha256, trigger, "production", roles, ()),
            document=document.ref,
            type="production",
            stage="ongoing",
            roles=roles,
            quantity=None,
            value=None,
            when=None,
            due=None,
            polarity="affirmed",
            certainty="certain",
            standing="stated",
            attribution=(),
            quoted=False,
            zone="body",
            evidence=(Evidence(item.start, trigger[1], document.text[item.start : trigger[1]]),),
            cues=(Cue("trigger", self._word, *trigger),),
            alternative=None,
            reader=ReaderMark(self.name, self.version, None),
        )


def make(settings: Mapping[str, Any]) -> SteelReader:
    """The reader, for the word that its table in foedus.toml names."""
    return SteelReader(settings.get("word", "forged"))


def bare(settings: Mapping[str, Any]) -> object:
    """No reader at all."""
    return object()


def broken(settings: Mapping[str, Any]) -> SteelReader:
    """A reader that cannot do without a setting."""
    return SteelReader(settings["missing"])


def posing(settings: Mapping[str, Any]) -> SteelReader:
    """One that passes itself off as a model's proven answers."""
    return SteelReader("forged", "careful/steel")
