"""Own-worded reports of a request under a mutual-defence clause and what followed, in a ledger."""

from datetime import UTC, datetime

from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document
from tests.factories import claim, document, filler, voice
from tests.serve.told import Read, ledger_of

TREATY = "collective-security-treaty"
ORGANISATION = "CSTO"
ATTACK = document(
    "Azerbaijani guns shelled towns of Armenia in the night of 13 September 2022.",
    title="Shells on border towns",
    published="2022-09-13",
    outlet="The Gazette",
    source="j1",
)
REQUEST = document(
    "Armenia asked the alliance for help under article 4 on 13 September 2022.",
    title="A call for help",
    published="2022-09-13",
    outlet="The Gazette",
    source="j2",
)
REPROACH = document(
    "L'Arménie dit que l'alliance n'a pas apporté d'aide, selon son ministère.",
    title="Erevan déçue",
    lang="fr",
    published="2022-11-24",
    outlet="Le Quai",
    source="j3",
)
ANSWER = document(
    "Организация оказала Армении помощь, заявил секретариат.",
    title="Ответ организации",
    lang="ru",
    published="2022-11-24",
    outlet="Вестник",
    source="j4",
)


def attack() -> Read:
    """Told in the outlet's own words."""
    when = "2022-09-13=13 September 2022"
    return ATTACK, [
        claim(ATTACK, "shelled", "attack", "done", attacker="AZE=Azerbaijani", target="ARM=Armenia", when=when)
    ]


def request() -> Read:
    """Told in the outlet's own words as well."""
    obligor = filler(REQUEST, "alliance", entity=ORGANISATION, kind="organisation")
    return REQUEST, [
        claim(
            REQUEST,
            "asked",
            "commitment",
            "invoked",
            beneficiary="ARM=Armenia",
            obligor=obligor,
            clause="article 4",
            when="2022-09-13",
        )
    ]


def reproach() -> Read:
    """Armenia's: no help came."""
    return REPROACH, [
        _help(
            REPROACH, "apporté", "l'alliance", "ARM=L'Arménie", speaker="son ministère", speaks_for="ARM", negated=True
        )
    ]


def answer() -> Read:
    """The organisation's: help was given."""
    return ANSWER, [
        _help(ANSWER, "оказала", "Организация", "ARM=Армении", speaker="секретариат", speaks_for=ORGANISATION)
    ]


def _help(
    report: Document, trigger: str, giver: str, taker: str, *, speaker: str, speaks_for: str, negated: bool = False
) -> Claim:
    return claim(
        report,
        trigger,
        "assistance",
        "provided",
        provider=filler(report, giver, entity=ORGANISATION, kind="organisation"),
        recipient=taker,
        when="2022-09",
        polarity="negated" if negated else "affirmed",
        standing="attributed",
        attribution=[voice(report, speaker, kind="organisation", entity=speaks_for)],
    )


def judged(place: str) -> Ledger:
    """The ledger, open: the organisation's word came a day after the others."""
    return ledger_of(place, [attack(), request(), reproach()], [answer()], day=datetime(2026, 1, 10, 9, tzinfo=UTC))
