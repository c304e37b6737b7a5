"""A request for help under a mutual defence clause, told by several sides: own reports, real parties."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document
from tests.factories import claim, document, filler, voice

Read = tuple[Document, list[Claim]]


def _attack() -> Read:
    report = document(
        "Azerbaijani forces shelled Jermuk in Armenia on 13 September 2022. "
        "Armenia invoked article 4 the same day and asked the CSTO for military help.",
        published="2022-09-14",
        outlet="The Gazette",
    )
    shelled = claim(
        report,
        "shelled",
        "attack",
        "done",
        when="2022-09-13=13 September 2022",
        attacker="AZE=Azerbaijani",
        target="ARM=Armenia",
        place=filler(report, "Jermuk", entity="jermuk", kind="place"),
    )
    invoked = claim(
        report,
        "invoked",
        "commitment",
        "invoked",
        when="2022-09-13",
        beneficiary="ARM=Armenia",
        obligor=filler(report, "CSTO", entity="CSTO", kind="organisation"),
        clause=filler(report, "article 4", entity="article-4-csto", kind="treaty"),
    )
    return report, [shelled, invoked]


def _complaint() -> Read:
    report = document(
        "The government in Yerevan said the CSTO had given Armenia no help in September 2022.",
        published="2022-10-02",
        outlet="The Herald",
    )
    given = claim(
        report,
        "given",
        "assistance",
        "provided",
        polarity="negated",
        standing="attributed",
        attribution=[voice(report, "The government in Yerevan", kind="organisation", entity="ARM")],
        when="2022-09=September 2022",
        provider=filler(report, "CSTO", entity="CSTO", kind="organisation"),
        recipient="ARM=Armenia",
    )
    return report, [given]


def _offer() -> Read:
    report = document(
        "The CSTO said it had offered Armenia a mission and <equipment> on 14 September 2022.",
        published="2022-11-24",
        outlet="The *Courier* | East",
    )
    offered = claim(
        report,
        "offered",
        "assistance",
        "offered",
        standing="attributed",
        attribution=[voice(report, "The CSTO", kind="organisation", entity="CSTO")],
        when="2022-09-14=14 September 2022",
        provider=filler(report, "it", entity="CSTO", kind="organisation"),
        recipient="ARM=Armenia",
    )
    return report, [offered]


ATTACK, COMPLAINT, OFFER = _attack(), _complaint(), _offer()
REPORTS = (ATTACK, COMPLAINT, OFFER)


def fill(file: Path, *batches: Sequence[Read]) -> list[datetime]:
    """A ledger with the batches one after the other; the instant after each."""
    instants = []
    with Ledger.open(file) as ledger:
        for batch in batches:
            ledger.add(batch)
            instants.append(datetime.now(UTC))
    return instants
