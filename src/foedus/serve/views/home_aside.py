"""What stands beside the newest claims on the first page: documents by language, names unlinked, contradictions."""

from collections import Counter, OrderedDict
from collections.abc import Iterator
from threading import Lock
from weakref import WeakKeyDictionary

from msgspec import Struct

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.lineage.contradictions import contradictions
from foedus.model.claim import Claim
from foedus.model.vocabulary import FREE_TEXT_ROLES
from foedus.serve.house import House
from foedus.serve.views.cards import Card, card
from foedus.serve.views.chips import language_name

LOOKED_AT = 200
"""Of the newest claims: more would be felt on every visit."""
SHOWN = 5
_PAIRS = 3
_MOST = 20
"""Answers that are kept for a ledger."""


class Spoken(Struct, frozen=True):
    """Documents, or claims, in a language."""

    lang: str
    name: str
    count: int


class Unlinked(Struct, frozen=True):
    """A name that is linked to no entity, and how many of the claims looked at say it."""

    name: str
    count: int


class Against(Struct, frozen=True):
    """Two claims that cannot both be right, on what they differ, by which rule."""

    kind: str
    reason: str
    one: Card
    other: Card


class Aside(Struct, frozen=True):
    """All three. Names and contradictions are of the newest `looked_at` claims; languages of all documents, with
    `langs_more` of those learned last. `unlinked` and `against` are how many there are, beyond those shown too."""

    langs: tuple[Spoken, ...]
    langs_more: bool
    names: tuple[Unlinked, ...]
    unlinked: int
    pairs: tuple[Against, ...]
    against: int
    looked_at: int


_kept: WeakKeyDictionary[Ledger, OrderedDict[tuple[int, ClaimFilter, str], Aside]] = WeakKeyDictionary()
_lock = Lock()


def home_aside(house: House, when: ClaimFilter, batch: int, lang: str) -> Aside:
    """Looked for once as long as the ledger learns nothing; `batch` is its last."""
    key = (batch, when, lang)
    with _lock:
        answers = _kept.setdefault(house.ledger, OrderedDict())
        if key in answers:
            return answers[key]
    found = _look(house, when, lang)
    with _lock:
        answers[key] = found
        while len(answers) > _MOST:
            answers.popitem(last=False)
    return found


def _look(house: House, when: ClaimFilter, lang: str) -> Aside:
    newest = house.ledger.page_of_claims(when, limit=LOOKED_AT, newest_first=True).claims
    spoken = house.ledger.documents_by_language(when.as_of)
    names = Counter(name for one in newest for name in set(_unlinked(one)))
    pairs = contradictions(newest)
    by_id = {one.id: card(one, house.entities, lang, house.settings.sure) for one in newest}
    return Aside(
        tuple(Spoken(code, language_name(code, lang), count) for code, count in spoken.counts),
        spoken.more,
        tuple(Unlinked(*one) for one in names.most_common(SHOWN)),
        len(names),
        tuple(Against(one.kind, one.reason, by_id[one.first], by_id[one.second]) for one in pairs[-_PAIRS:]),
        len(pairs),
        len(newest),
    )


def _unlinked(claim: Claim) -> Iterator[str]:
    """Names in roles where an entity could stand; what has no capital, as “1,500 soldiers”, is none."""
    for role, fillers in claim.roles.items():
        if role not in FREE_TEXT_ROLES:
            yield from (one.name for one in fillers if one.entity is None and one.kind != "text" and _is_name(one.name))


def _is_name(words: str) -> bool:
    return any(word[:1].isupper() for word in words.split())
