"""Why each core role of a claim has its filler or nobody, in lines."""

from collections.abc import Iterator, Sequence

from foedus.model.claim import Claim, Filler
from foedus.reader.deciding.reasons import Reason
from foedus.reader.linker.explaining import LinkExplanation, Rival

_WIDTH = 12
_TELLING = 0.25
"""The least share of a fact that is shown: a fact says where its filler stands, whether or not that weighs much."""


def lines(claim: Claim, links: Sequence[LinkExplanation]) -> Iterator[str]:
    """A few lines for each filler of a core role, and for each role that stays empty."""
    for link in links:
        yield _head(claim, link)
        for fact in link.facts:
            yield _laid("how", f"{fact.words}{_figure(fact)}" if abs(fact.share) >= _TELLING else fact.words)
        for one in link.reasons:
            yield _laid("for" if one.share > 0 else "against", f"{one.words}{_figure(one)}")
        if link.filler and link.rival:
            yield _laid("next", _rival(link.rival))


def _head(claim: Claim, link: LinkExplanation) -> str:
    own = claim.fillers(link.role)
    figure = f"probability {link.probability:.2f}"
    if link.filler is None:
        nearest = f"; nearest {_rival(link.rival)}" if link.rival else ""
        told = f"; the claim has {', '.join(map(_shown, own))}" if own else ""
        return f"why no {link.role}: it stays empty ({figure}){nearest}{told}"
    same = any(_key(one) == _key(link.filler) for one in own)
    told = "" if same else "; not in this claim"
    return f"why {link.role}: {_shown(link.filler)}, {link.way} ({figure}){told}"


def _rival(rival: Rival) -> str:
    taken = f", taken as the {rival.taken}" if rival.taken else ""
    return f"{_shown(rival.filler) if rival.filler else 'nobody'} ({rival.probability:.2f}{taken})"


def _shown(filler: Filler) -> str:
    words = f"“{' '.join(filler.text.split())}”"
    return f"{words} = {filler.entity}" if filler.entity else words


def _key(filler: Filler) -> str:
    return filler.entity or filler.text.lower()


def _figure(one: Reason) -> str:
    return f" ({one.share:+.1f})"


def _laid(side: str, words: str) -> str:
    return f"  {side:<{_WIDTH - 2}}{words}"
