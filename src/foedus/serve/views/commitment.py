"""One treaty as of a day, as the page tells it."""

from datetime import date

from msgspec import Struct

from foedus.judge.treaties.told import told
from foedus.ledger.filters import ClaimFilter
from foedus.model.told_treaty import ToldTreaty
from foedus.model.treaty import Treaty
from foedus.serve.house import House
from foedus.serve.treaties import treaty_of
from foedus.serve.views.finding_lines import Beside, beside


class Bound(Struct, frozen=True):
    """Somebody who can be asked for in a dossier: a party, a member of one, or whom arms must not reach."""

    key: str
    name: str


class CommitmentView(Struct, frozen=True):
    """The treaty in words, of whom its dossiers can be asked for besides its parties, and findings on its duties."""

    treaty: ToldTreaty
    members: dict[str, tuple[Bound, ...]]
    """By party that is an organisation those who were bound through it on the day."""
    targets: tuple[Bound, ...]
    findings: Beside


def commitment_view(
    house: House, name: str, day: date, which: ClaimFilter, lang: str, *, findings: bool = False
) -> CommitmentView:
    """Of an id or a name; `which` says as of which claims findings are told, `findings` has them computed."""
    treaty, entities = treaty_of(house, name), house.entities
    words = told(treaty, day, entities, lang)
    members = {
        party.party: tuple(
            Bound(key, entities.name(key, lang))
            for key in entities.members(party.party)
            if entities.name(key, lang) in party.members
        )
        for party in words.parties
        if party.members
    }
    toward = dict.fromkeys(
        key
        for article in treaty.articles
        for version in article.versions
        for one in version.obligations
        for key in one.toward
    )
    targets = tuple(Bound(key, entities.name(key, lang)) for key in toward)
    return CommitmentView(words, members, targets, _findings(house, treaty, which, lang, wait=findings))


def _findings(house: House, treaty: Treaty, which: ClaimFilter, lang: str, *, wait: bool) -> Beside:
    return beside(house, which, lambda one: one.case is not None and one.case.treaty == treaty.id, lang, wait=wait)
