"""Whatever people judge in whatever order, the ledger stays whole, and undoing all of it gives back what was read."""

from collections.abc import Callable

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from foedus.ledger.review.desk import ReviewDesk
from foedus.ledger.review.judgements import in_force, judgements
from foedus.ledger.store import Ledger
from foedus.model.errors import LedgerError, UsageError
from foedus.model.review import Correction, Linkable
from tests.ledger.reviewing import CLAIMS, REPORT, filled, held, missed, to_guns, to_tanks, words, wrong

_CORRECTIONS = [
    Correction(stage="ordered"),
    Correction(quantity=None),
    Correction(roles={"recipient": (words("Borland", entity="BOR"),)}),
    Correction(roles={"supplier": (), "item": (words("boats", "item_class"),)}),
    Correction(polarity="negated", when=None),
]
_LINKS = {"Borland": Linkable("BOR", "state", "Borland"), "Mosgrad": Linkable("MOS", "organisation", "Mosgrad City")}
Step = tuple[str, str, int, int]
"""What, by whom, and two numbers that choose on what."""

_ACTIONS = "accept reject correct opinion split merge add link unlink depend independ undo read".split()
steps = st.lists(
    st.tuples(st.sampled_from(_ACTIONS), st.sampled_from(["anna", "ben"]), st.integers(0, 20), st.integers(0, 20)),
    max_size=12,
)


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example([("split", "anna", 8, 11), ("merge", "anna", 0, 17), ("read", "ben", 6, 10), ("merge", "anna", 6, 16)])
@given(steps)
def test_any_judgements_leave_a_whole_ledger_and_can_all_be_undone(
    new_place: Callable[[], str], told: list[Step]
) -> None:
    with filled(new_place()) as ledger:
        for action, reviewer, first, second in told:
            _judge(ledger, action, ledger.review(reviewer), first, second)
        assert wrong(ledger) == []
        _undo_everything(ledger)
        assert wrong(ledger) == []
        assert list(held(ledger, rejected=True).values()) == CLAIMS
        assert [ledger.version(claim.id).machine for claim in CLAIMS] == [None] * len(CLAIMS)


def _judge(ledger: Ledger, action: str, desk: ReviewDesk, first: int, second: int) -> None:
    """One step; what cannot be done then and there is refused, which is an answer too."""
    ids = sorted(held(ledger, rejected=True))
    one, other = ids[first % len(ids)], ids[second % len(ids)]
    name = ("Borland", "Mosgrad")[first % 2]
    correction = _CORRECTIONS[second % len(_CORRECTIONS)]
    todo: dict[str, Callable[[], object]] = {
        "accept": lambda: desk.accept(one),
        "reject": lambda: desk.reject(one),
        "correct": lambda: desk.correct(one, correction),
        "opinion": lambda: desk.correct(one, correction, opinion=True),
        "split": lambda: desk.split(one, [to_tanks(), to_guns()]),
        "merge": lambda: desk.merge(one, other),
        "add": lambda: desk.add(REPORT.id, missed(obligor=words(name))),
        "link": lambda: desk.link(name, _LINKS[name]),
        "unlink": lambda: desk.unlink(name),
        "depend": lambda: desk.depend("A", "B", reason="one desk"),
        "independ": lambda: desk.independ("A", "B"),
        "undo": desk.undo if first % 2 else lambda: desk.undo(second),
        "read": lambda: ledger.add([(REPORT, CLAIMS)]),
    }
    before = ledger.counts()
    try:
        todo[action]()
    except (UsageError, LedgerError):
        assert ledger.counts() == before


def _undo_everything(ledger: Ledger) -> None:
    """The last judgement in force, whoever made it, until there is none."""
    while True:
        with ledger._store.reading() as connection:
            numbers = [one.number for one in judgements(connection, *in_force())]
        if not numbers:
            return
        ledger.review("anna").undo(max(numbers))
