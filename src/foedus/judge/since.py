"""What a dossier as of a day would say otherwise today: verdicts, and the claims that came or went."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.judge.dossier import Numbers, Teller, origin_counts
from foedus.judge.held import Held
from foedus.judge.judging import Judged
from foedus.model.dossier import Changed, Dossier, DossierCase, Since, VerdictLine


class _Pair(NamedTuple):
    """One case as it was and as it is."""

    before: DossierCase | None
    now: DossierCase | None


def since(then: Dossier, before: Held, now: Held, *, entities: Entities, lang: str) -> Since:
    """Compare; `then` is the dossier of `before`, whose numbers stay."""
    teller, number = Teller(entities, lang), Numbers()
    number(one.claim for one in then.citations)
    today = [teller.case(one, number) for one in now.cases]
    counts = origin_counts(now.cases, now.claims, now.origin)
    more = number.cited()[len(then.citations) :]
    cited = tuple(teller.cited(now.claims[id_], n, counts.get(id_, 1)) for id_, n in more)
    pairs = _pairs(before.cases, then.cases, now.cases, today)
    return Since(
        tuple(changed for pair in pairs for changed in _changed(pair)),
        cited,
        tuple(one.number for one in cited if one.claim not in before.claims),
        tuple(one.number for one in then.citations if one.claim not in now.claims),
    )


def _pairs(
    before: Sequence[Judged], told_before: Sequence[DossierCase], now: Sequence[Judged], told_now: Sequence[DossierCase]
) -> Iterator[_Pair]:
    """Each case of today with the one of then whose duty and parties are the same and whose days meet."""
    left = dict(zip(range(len(before)), before, strict=True))
    for case, told in zip(now, told_now, strict=True):
        at = next((at for at, one in left.items() if _same(one, case)), None)
        if at is not None:
            del left[at]
        yield _Pair(None if at is None else told_before[at], told)
    for at in left:
        yield _Pair(told_before[at], None)


def _same(one: Judged, other: Judged) -> bool:
    mine, its = one.case, other.case
    duty = (mine.obligation, mine.version, mine.obligors, mine.owed_to)
    same = duty == (its.obligation, its.version, its.obligors, its.owed_to)
    return same and mine.since <= its.until and its.since <= mine.until


def _changed(pair: _Pair) -> Iterator[Changed]:
    case = pair.now or pair.before
    if case is None:
        return
    before, now = _by_viewpoint(pair.before), _by_viewpoint(pair.now)
    for viewpoint in dict.fromkeys((*now, *before)):
        was, is_ = before.get(viewpoint), now.get(viewpoint)
        told = is_ or was
        if told and (was and was.verdict) != (is_ and is_.verdict):
            yield Changed(
                case.obligation,
                case.article,
                case.version,
                case.kind,
                case.obligors,
                case.since,
                case.until,
                told.name,
                was,
                is_,
            )


def _by_viewpoint(case: DossierCase | None) -> Mapping[str, VerdictLine]:
    lines: Iterable[VerdictLine] = case.verdicts if case else ()
    return {line.viewpoint: line for line in lines}
