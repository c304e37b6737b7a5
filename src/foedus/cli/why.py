"""Why words make a claim or do not, in lines: what the decider found, and its strongest features for and against."""

from collections.abc import Iterator, Sequence

from foedus.cli import why_links
from foedus.model.claim import Claim
from foedus.reader.deciding.explaining import Explanation
from foedus.reader.deciding.reasons import Reason
from foedus.reader.linker.explaining import LinkExplanation

_WIDTH = 12


def verdict(said: Explanation) -> str:
    """Whether the words make the claim, and how sure that is."""
    figure = f"probability {said.probability:.2f}, a claim from {said.threshold:.2f} on"
    if said.chosen:
        return f"makes a claim, {said.type}: {said.stage} ({figure})"
    if said.probability >= said.threshold:
        return f"makes no claim, {said.type}: another type is likelier here ({figure})"
    return f"makes no claim, {said.type} ({figure})"


def sides(reasons: Sequence[Reason]) -> Iterator[tuple[str, str]]:
    """What speaks for and what against, the strongest first, each with its share of the log-odds."""
    for side, wanted in (("for", True), ("against", False)):
        for one in reasons:
            if (one.share > 0) == wanted:
                yield side, f"{one.words} ({one.share:+.1f})"


def section(claim: Claim, said: Explanation | None, links: Sequence[LinkExplanation] | None, reader: str) -> str:
    """The section of a claim's page; `reader` is the name and version of the one that explains it."""
    told = [*_lines(claim, said, reader), *(why_links.lines(claim, links) if links else ())]
    return "".join(f"{line}\n" for line in ["", *told])


def _lines(claim: Claim, said: Explanation | None, reader: str) -> Iterator[str]:
    own = f"{claim.reader.name} {claim.reader.version}"
    if said is None:
        yield f"{'why':<{_WIDTH}}{reader} finds no {claim.type} in “{claim.trigger.text}”; {own} did"
        return
    now = "" if own == reader else f"; so {reader}, the claim is of {own}"
    yield f"{'why':<{_WIDTH}}“{claim.trigger.text}” {verdict(said)}{now}"
    yield from _laid(said.reasons)
    if said.chosen:
        yield f"{'why stage':<{_WIDTH}}{said.stage} (probability {said.stage_probability:.2f})"
        yield from _laid(said.stage_reasons)


def _laid(reasons: Sequence[Reason]) -> Iterator[str]:
    for side, told in sides(reasons):
        yield f"  {side:<{_WIDTH - 2}}{told}"
