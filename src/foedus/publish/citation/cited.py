"""What is cited: a claim with the addresses under which it and its text are found."""

from collections.abc import Iterator

from msgspec import Struct

from foedus.model.claim import Attribution, Claim, Evidence


class Cited(Struct, frozen=True):
    """A claim to cite.

    `address` and `source` are where the claim and the stored text of its document can be opened; `text` is that text,
    None where only the claim is at hand. `written` is how the claim's address is written, with the number of a twin.
    """

    claim: Claim
    written: str
    address: str
    source: str
    text: str | None = None

    @property
    def sentence(self) -> Evidence:
        """The sentence with the trigger."""
        trigger = self.claim.trigger
        held = (one for one in self.claim.evidence if one.start <= trigger.start < one.end)
        return next(held, self.claim.evidence[0])

    @property
    def words(self) -> str:
        """That sentence in one line."""
        return " ".join(self.sentence.text.split())

    def voices(self) -> Iterator[str]:
        """Who says it, the nearest voice first, the page's own outlet where nobody else does."""
        yield from (_named(one) for one in self.claim.attribution)
        if not self.claim.attribution and self.claim.document.outlet:
            yield self.claim.document.outlet


def _named(voice: Attribution) -> str:
    """As the record has it: the names of the entity tables would change with the tables."""
    return " ".join((voice.name or voice.text).split())
