"""The other side of a matter in sentences that answer to each other: "refused" became "allowed", "rose" "fell"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import NamedTuple

from foedus.language.knowledge import rows
from foedus.lineage.changes.aligned import Pair
from foedus.lineage.changes.change import Change, Words
from foedus.lineage.changes.forms import Forms, Found
from foedus.lineage.changes.lines import Line, Lines
from foedus.lineage.changes.predicates import predicates
from foedus.lineage.changes.touched import Touched
from foedus.reader.lexicon.words import normal

FILE = "stances.tsv"
_GOVERNED = frozenset(
    {"obj", "xcomp", "ccomp", "obl", "obl:arg", "iobj", "nsubj:pass", "advcl", "nmod", "csubj", "aux"}
)
"""Relations over which a word is turned by the one above it: "refused to allow", "gave no consent"."""
_STEPS = 4
_TURNING = "not"
"""The row of words that turn others as a negation does."""


class Side(NamedTuple):
    """A word that says yes or no to something: its family, whether it says yes as it stands here, and who says so."""

    family: str
    affirms: bool
    words: Words
    who: frozenset[str]


def opposed(pair: Pair, touched: Touched, first: Lines, second: Lines) -> Iterator[Change]:
    """At most one for a pair: all words of a family say yes in the one and no in the other."""
    was, now = _by_family(pair.first, first), _by_family(pair.second, second)
    for family in was.keys() & now.keys():
        before, after = was[family], now[family]
        if len({one.affirms for one in before}) != 1 or {one.affirms for one in after} != {not before[0].affirms}:
            continue
        for old in before:
            for new in after:
                changed = touched.first(*old.words) or touched.second(*new.words)
                if changed and (not old.who or not new.who or old.who & new.who):
                    reason = f"{family}: {_told(old)} became {_told(new)}"
                    yield Change("polarity_flipped", old.words, new.words, reason)
                    return


def _told(one: Side) -> str:
    return "yes" if one.affirms else "no"


def _by_family(lines: Sequence[Line], page: Lines) -> Mapping[str, Sequence[Side]]:
    found = sorted((side for line in lines for side in _sides(line, page)), key=lambda one: (one.family, one.words))
    return {family: list(some) for family, some in groupby(found, key=lambda one: one.family)}


def _sides(line: Line, page: Lines) -> Iterator[Side]:
    """The words of each family that no other word of it governs."""
    doers = {
        one.anchor: frozenset(key for relation, keys in one.who if relation == "subj" for key in keys)
        for one in predicates(line, page)
    }
    for family, forms in _families().items():
        if family == _TURNING:
            continue
        here = {_token(line, one): one for one in forms.find(line)}
        signs = {i: one.key == "+" for i, one in here.items()}
        over = {i: next((at for at in _above(line, i) if at in here), None) for i in here}
        for i, one in here.items():
            if over[i] is not None:
                continue
            chain = [i, *(k for k in here if _top(k, over) == i and k != i)]
            turned = sum(not signs[k] for k in chain) + any(_is_negated(line, page, k) for k in _spread(line, chain))
            yield Side(family, turned % 2 == 0, Words(one.start, one.end), doers.get(i, frozenset()))


def _top(i: int, over: Mapping[int, int | None]) -> int:
    while (above := over[i]) is not None:
        i = above
    return i


def _token(line: Line, found: Found) -> int:
    """The word of a form that the others hang from."""
    inside = [token for token in line.view.tokens if token.end > found.start and token.start < found.end]
    places = {token.i for token in inside}
    return next((token.i for token in inside if token.head not in places or token.head == token.i), 0)


def _above(line: Line, i: int) -> list[int]:
    """What a word hangs from, over relations by which it is turned."""
    tokens = line.view.tokens
    found: list[int] = []
    while len(found) < _STEPS and tokens[i].head != i and tokens[i].dep in _GOVERNED:
        i = tokens[i].head
        found.append(i)
    return found


def _spread(line: Line, chain: Sequence[int]) -> set[int]:
    """The words at which a negation turns a chain: its own, and those above it up to the clause's verb."""
    tokens = line.view.tokens
    found = set(chain)
    for i in chain:
        for at in _above(line, i):
            found.add(at)
            if tokens[at].upos == "VERB" and tokens[i].upos != "VERB":
                break
            if tokens[i].upos == "VERB" and tokens[i].dep not in ("xcomp", "aux"):
                found.discard(at)
                break
    return found


def _is_negated(line: Line, page: Lines, i: int) -> bool:
    """Whether a word has a negation of its own, or with its auxiliary."""
    sentence = line.view.sentence
    words = page.parsed.tools[line.lang].lexicon.cues("negations")
    near = [token for token in sentence.dependents(i) if token.dep != "conj"]
    near += [
        token for one in near if one.dep in ("aux", "aux:pass", "nsubj", "obj") for token in sentence.dependents(one.i)
    ]
    turning = {_token(line, one) for one in _families()[_TURNING].find(line)}
    above = line.view.tokens[line.view.tokens[i].head]
    if i in turning or any(token.i in turning for token in near) or (above.i != i and normal(above.text) in words):
        return True
    return any(
        (normal(token.text) in words and token.dep in ("advmod", "det", "case", "neg", "aux", "amod"))
        or token.feats.get("Polarity") == "Neg"
        for token in near
    )


@cache
def _families() -> Mapping[str, Forms]:
    found = rows(files("foedus") / "data" / "lineage" / FILE)
    return {
        family: Forms((cells[1], cells[2:]) for cells in some)
        for family, some in groupby(found, key=lambda cells: cells[0])
    }
