"""One entity: what it is, what claims say of it and in which roles, with whom, and what it has or belongs to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from msgspec import Struct

from foedus.ledger.columns.pairs import Pair, Wanted
from foedus.ledger.filters import ClaimFilter
from foedus.model.claim import Claim
from foedus.model.errors import LedgerError
from foedus.model.facets import FacetCount, Facets
from foedus.model.membership import Membership
from foedus.model.position import Position
from foedus.register.memberships import memberships
from foedus.register.network import scheme
from foedus.register.positions import positions
from foedus.register.standing import LADDER
from foedus.serve.house import House
from foedus.serve.views.counted import counted
from foedus.serve.views.entity_facts import Fact, Names, entity_facts, names
from foedus.serve.views.finding_lines import Beside, beside
from foedus.serve.views.found import Found, found
from foedus.serve.views.of_origins import OfOrigins, of_origins

NEWEST = 8
LOOKED_AT = 60
"""Claims behind positions and memberships at most, the newest."""
DEALS = 12
PARTNERS = 12


class RoleCount(Struct, frozen=True):
    """How many of the claims counted have the entity in a role."""

    role: str
    count: int


class Partner(Struct, frozen=True):
    """Another entity that claims name together with it."""

    key: str
    name: str
    kind: str | None
    count: int


class Source(Struct, frozen=True):
    """Who says so in the newest claims: an entity where the voice is linked to one."""

    key: str | None
    name: str
    count: int


class EntityView(Struct, frozen=True):
    """An entity with its claims as the ledger has them.

    `counted` claims stand behind `types`, `roles`, `partners` and `outlets`, with `more` the newest only. `supplies`
    and `receives` are of the whole ledger, None where its columns cannot be read. `positions` and `memberships` are
    those of `day`, out of the newest claims; `origins` is from how many origins the newest 25 come.
    """

    key: str
    name: str
    kind: str | None
    sub: str | None
    verified: bool
    names: tuple[Names, ...]
    facts: tuple[Fact, ...]
    newest: tuple[Found, ...]
    origins: OfOrigins
    more_claims: bool
    counted: int
    more: bool
    types: tuple[FacetCount, ...]
    years: tuple[FacetCount, ...]
    outlets: tuple[FacetCount, ...]
    roles: tuple[RoleCount, ...]
    partners: tuple[Partner, ...]
    voices: tuple[Source, ...]
    supplies: tuple[Pair, ...] | None
    receives: tuple[Pair, ...] | None
    day: date
    positions: tuple[Position, ...]
    memberships: tuple[Membership, ...]
    findings: Beside | None
    """None of what can owe nothing."""


def entity_view(house: House, key: str, which: ClaimFilter, lang: str, *, findings: bool = False) -> EntityView:
    """The entity of a key; `which` says as of when, and until which day of publication.

    `findings` has those computed that concern it.
    """
    known = house.entities.get(key)
    about = replace(_when(which), about=(key,))
    page = house.ledger.page_of_claims(about, limit=25, newest_first=True)
    facets = counted(house.ledger, about, page.as_of, top=40)
    supplies, receives = _deals(house, key, which)
    day = _day(which)
    return EntityView(
        key=key,
        name=house.entities.name(key, lang),
        kind=known.kind if known else None,
        sub=known.sub if known else None,
        verified=bool(known and known.verified),
        names=names(known) if known else (),
        facts=entity_facts(known, house.entities, lang) if known else (),
        newest=tuple(
            found(one, house, lang, kept) for one, kept in list(zip(page.claims, page.kept, strict=True))[:NEWEST]
        ),
        origins=of_origins(house.ledger, page.claims, which.as_of, lang),
        more_claims=len(page.claims) > NEWEST,
        counted=facets.counted,
        more=facets.more,
        types=facets.counts.get("type", ()),
        years=tuple(one for one in facets.counts.get("year", ()) if one.value),
        outlets=tuple(one for one in facets.counts.get("outlet", ())[:PARTNERS] if one.value),
        roles=_roles(facets, key),
        partners=_partners(facets, key, house, lang),
        voices=_voices(page.claims, house, lang),
        supplies=supplies,
        receives=receives,
        day=day,
        positions=_positions(house, key, about, day),
        memberships=_memberships(house, key, about, day),
        findings=_findings(house, key, which, lang, wait=findings),
    )


def _when(which: ClaimFilter) -> ClaimFilter:
    return ClaimFilter(as_of=which.as_of, published_by=which.published_by)


def _day(which: ClaimFilter) -> date:
    """The day that is looked at: of publication, else of the ledger, else today."""
    if which.published_by:
        return which.published_by
    moment = which.as_of
    if isinstance(moment, datetime):
        return moment.date()
    return moment if isinstance(moment, date) else datetime.now(UTC).date()


def _deals(house: House, key: str, which: ClaimFilter) -> tuple[tuple[Pair, ...] | None, tuple[Pair, ...] | None]:
    """Whom it supplies, and who supplies it."""
    wanted = Wanted(plain="plain", never="denied", ladder=LADDER, parties=frozenset({key}))
    try:
        found = house.ledger.pairs(
            scheme(), wanted, most=2 * DEALS, as_of=which.as_of, published_by=which.published_by
        ).listed
    except LedgerError:
        return None, None
    given = tuple(one for one in found if one.supplier.entity == key)
    return given[:DEALS], tuple(one for one in found if one.supplier.entity != key)[:DEALS]


def _roles(facets: Facets, key: str) -> tuple[RoleCount, ...]:
    counts = {name.removeprefix("role "): some for name, some in facets.counts.items() if name.startswith("role ")}
    of_key = [RoleCount(role, one.count) for role, some in counts.items() for one in some if one.value == key]
    return tuple(sorted(of_key, key=lambda one: (-one.count, one.role)))


def _partners(facets: Facets, key: str, house: House, lang: str) -> tuple[Partner, ...]:
    """Parties of the same claims; who stands in two roles is counted by the role that is more frequent."""
    counts: dict[str, int] = {}
    for name, some in facets.counts.items():
        for one in some if name.startswith("role ") else ():
            if one.value and one.value != key:
                counts[one.value] = max(one.count, counts.get(one.value, 0))
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    kinds = {other: house.entities.kind(other) for other, _ in ordered}
    parties = [(other, count) for other, count in ordered if kinds[other] in _PARTIES]
    return tuple(
        Partner(other, house.entities.name(other, lang), kinds[other], count) for other, count in parties[:PARTNERS]
    )


_PARTIES = ("state", "organisation", "armed_group", "company", "force")
_OWING = ("state", "organisation", "armed_group")
"""Of whom findings speak."""


def _findings(house: House, key: str, which: ClaimFilter, lang: str, *, wait: bool) -> Beside | None:
    if house.entities.kind(key) not in _OWING:
        return None
    return beside(house, which, lambda one: key in one.entities, lang, wait=wait)


def _voices(claims: Sequence[Claim], house: House, lang: str) -> tuple[Source, ...]:
    """The voices nearest to the claims, the most frequent first."""
    counts = Counter((one.entity, one.name or one.text) for claim in claims for one in claim.attribution[:1])
    return tuple(
        Source(key, house.entities.name(key, lang) if key else name, count)
        for (key, name), count in sorted(counts.items(), key=lambda one: (-one[1], one[0][1]))[:PARTNERS]
    )


def _positions(house: House, key: str, about: ClaimFilter, day: date) -> tuple[Position, ...]:
    which = replace(about, types=("deployment", "possession"))
    claims = house.ledger.page_of_claims(which, limit=LOOKED_AT, newest_first=True).claims
    some = positions(claims, day, known=house.entities.get)
    return tuple(one for one in some if key in (one.holder.entity, one.item.entity, one.place.entity))


def _memberships(house: House, key: str, about: ClaimFilter, day: date) -> tuple[Membership, ...]:
    which = replace(about, types=("membership",))
    claims = house.ledger.page_of_claims(which, limit=LOOKED_AT, newest_first=True).claims
    return tuple(one for one in memberships(claims, day) if key in (one.member.entity, one.organisation.entity))
