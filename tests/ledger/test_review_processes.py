"""Several people judge at once, each in a process of their own: no judgement is lost, none is made unseen."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from foedus.ledger.store import Ledger
from foedus.model.errors import ConflictError
from tests.ledger.reports import reports
from tests.ledger.reviewing import wrong

REVIEWERS = ("anna", "ben", "carl")
_JUDGES = """
import sys
from foedus.ledger.store import Ledger
from foedus.model.errors import ConflictError
from foedus.model.review import Correction

where, reviewer, *ids = sys.argv[1:]
stages = {"anna": "ordered", "ben": "offered", "carl": "cancelled"}
done = lost = 0
with Ledger.open(where, create=False, lock_seconds=60) as ledger:
    desk = ledger.review(reviewer)
    for turn in range(3):
        for id in ids:
            seen = ledger.version(id)
            stage = stages[reviewer] if seen.claim.stage != stages[reviewer] else "suspended"
            try:
                desk.correct(id, Correction(stage=stage), expected=seen.reading)
                done += 1
            except ConflictError as error:
                assert "corrected it at" in str(error), error
                lost += 1
print(done, lost)
"""


def test_three_processes_that_judge_the_same_claims_lose_no_judgement(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(told := reports(0, 4))
        ids = [claims[0].id for _, claims in told]
        with ThreadPoolExecutor(len(REVIEWERS)) as pool:
            ran = list(pool.map(lambda reviewer: _judge(place, reviewer, ids), REVIEWERS))
        done, lost = (sum(one[part] for one in ran) for part in (0, 1))
        assert done + lost == len(REVIEWERS) * len(ids) * 3
        steps = [step for claim in ids for step in ledger.history(claim)]
        judged = [step.judgement for step in steps if step.judgement is not None]
        assert len(judged) == done
        # each judgement was made of the version that the one before had left
        for claim in ids:
            mine = [one for one in judged if one.claim == claim]
            assert [one.before for one in mine[1:]] == [one.after for one in mine[:-1]]
        assert wrong(ledger) == []


def test_of_two_who_have_seen_the_same_one_is_told_who_was_first(place: str) -> None:
    with Ledger.open(place) as first, Ledger.open(place) as second:
        first.add(told := reports(0, 1))
        claim = told[0][1][0].id
        seen = first.version(claim).reading
        assert second.version(claim).reading == seen
        first.review("anna").reject((claim, seen))
        try:
            second.review("ben").accept((claim, seen))
        except ConflictError as error:
            assert "anna rejected it at" in str(error)
        assert second.version(claim).review == "rejected"


def _judge(where: str, reviewer: str, ids: list[str]) -> tuple[int, int]:
    ran = subprocess.run(
        [sys.executable, "-c", _JUDGES, where, reviewer, *ids], capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stderr
    done, lost = ran.stdout.split()
    return int(done), int(lost)
