"""What answers are worth: told claims before proof and after it, what proof rejected; the built-in reader beside."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bench.careful.recorded import Answered
from bench.careful.unproven import unproven
from foedus.careful.mark import reader_name
from foedus.careful.parse_answer import Parsed, joined, parsed
from foedus.careful.proof import prove
from foedus.careful.proof.ground import Ground
from foedus.careful.proven import Proven
from foedus.learning.scoring import levels
from foedus.learning.scoring.matching import UNJUDGED_TYPES
from foedus.learning.scoring.tally import Scored, score
from foedus.reader.read import Reader


class Verdict(NamedTuple):
    """A told claim that proof rejected, by the check; what it would have been by gold.

    `core` is whether type and core roles are right and no proven claim answers the same gold claim, `whole` whether
    stage, polarity and standing are as well; `judged` is False where the gold neither rewards nor punishes it.
    """

    code: str
    judged: bool
    core: bool
    whole: bool


class Outcome(NamedTuple):
    """One document: the scores of what was told, of what was proven and of the built-in reader."""

    answered: Answered
    told: Parsed
    proven: Proven
    before: Scored
    after: Scored
    built_in: Scored
    verdicts: tuple[Verdict, ...]


def outcomes(some: Iterable[Answered], reader: Reader) -> Iterator[Outcome]:
    """Each document's answers proven and scored."""
    for one in some:
        yield _outcome(one, reader)


def _outcome(one: Answered, reader: Reader) -> Outcome:
    gold, document = one.case
    told = joined(parsed(answer) for answer in one.answers)
    proven = prove(document, one.numbered, told, reader, reader_name(one.model), one.codebook)
    bare = unproven(Ground(document, one.numbered, reader), [claim for _, claim in told.claims]) if told.claims else []
    before, after = score(gold, bare), score(gold, proven.claims)
    judged = [number for number, claim in enumerate(bare) if claim.type not in UNJUDGED_TYPES]
    raws = [raw for raw, _ in told.claims]
    verdicts = tuple(_verdicts(raws, proven, before, after, judged))
    built_in = score(gold, reader.read(document).claims)
    return Outcome(one, told, proven, before, after, built_in, verdicts)


def _verdicts(
    raws: Sequence[str], proven: Proven, before: Scored, after: Scored, judged: Sequence[int]
) -> Iterator[Verdict]:
    """`judged` are the numbers of the told claims that `before` has scored, in its order."""
    pairs = {judged[pair.claim]: pair for pair in before.pairs}
    found = {pair.gold for pair in after.pairs if pair.full}
    taken: Counter[str] = Counter()
    for one in proven.rejected:
        if one.told not in raws:
            yield Verdict(one.code, judged=True, core=False, whole=False)  # a piece of the answer that is no claim
            continue
        # of equal told claims the first is the one that was kept, if any was
        places = [place for place, raw in enumerate(raws) if raw == one.told]
        taken[one.told] += 1
        place = places[-min(taken[one.told], len(places))]
        pair = pairs.get(place)
        free = place not in judged or (pair is not None and not before.gold.claims[pair.gold].core)
        core = pair is not None and not free and pair.full and pair.gold not in found
        yield Verdict(one.code, not free, core, core and _whole(before, place, judged))


def _whole(before: Scored, place: int, judged: Sequence[int]) -> bool:
    """Whether all levels of a told claim with a right core are right."""
    number = judged.index(place)
    claim = before.claims[number]
    gold = next(before.gold.claims[pair.gold] for pair in before.pairs if pair.claim == number)
    return all(levels.stage_and_polarity(gold, claim)) and levels.standing(gold, claim)
