"""Counts by facet, computed once for each question as long as the ledger learns nothing."""

from collections import OrderedDict
from threading import Lock
from weakref import WeakKeyDictionary

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.facets import Facets

_MOST = 200
"""Answers that are kept for a ledger, those asked for last."""

_Key = tuple[int, ClaimFilter, int]
_kept: WeakKeyDictionary[Ledger, OrderedDict[_Key, Facets]] = WeakKeyDictionary()
_lock = Lock()


def counted(ledger: Ledger, which: ClaimFilter, batch: int, *, top: int = 10) -> Facets:
    """As `Ledger.facets`; `batch` is the ledger's last: what is counted for it stays so."""
    key = (batch, which, top)
    with _lock:
        answers = _kept.setdefault(ledger, OrderedDict())
        found = answers.get(key)
        if found is not None:
            answers.move_to_end(key)
            return found
    found = ledger.facets(which, top=top)
    with _lock:
        answers[key] = found
        while len(answers) > _MOST:
            answers.popitem(last=False)
    return found
