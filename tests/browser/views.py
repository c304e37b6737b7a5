"""Every view of the page, by name, with an address on the ledger of the sample reports."""

from collections.abc import Mapping
from urllib.parse import quote

from tests.browser.serving import Site

ADDRESSES: Mapping[str, str] = {
    "today": "/",
    "claims": "/claims",
    "claims under filters": "/claims?type=transfer&about=TUR&q=system",
    "claims, none": "/claims?q=xyzzy&type=attack",
    "claim": "/claims/{claim}",
    "claim, why": "/claims/{claim}/why",
    "claim, correct": "/claims/{claim}/correct",
    "documents": "/documents",
    "documents by words": "/documents?q=missile",
    "document": "/documents/{document}",
    "document, a claim open": "/documents/{document}?claim={claim}",
    "register": "/register",
    "register under filters": "/register?recipient=TUR&sort=status",
    "deal": "/deals/{deal}",
    "stories": "/stories",
    "stories, none": "/stories?published_by=1950",
    "story": "/stories/{story}",
    "story, compared": "/stories/{story}?compare=all",
    "commitments": "/commitments",
    "commitments under filters": "/commitments?about=TUR&kind=alliance",
    "commitment": "/commitments/collective-security-treaty?on=2022-09-13",
    "dossier": "/commitments/north-atlantic-treaty/about/TUR",
    "dossier, none": "/commitments/collective-security-treaty/about/KAZ?from=1996&to=1998",
    "findings": "/findings",
    "findings under filters": "/findings?about=ARM&verdict=contradicted",
    "findings, none": "/findings?about=VUT",
    "finding": "/findings/{finding}",
    "entities": "/entities",
    "entities by name": "/entities?q=Belarus",
    "entity": "/entities/TUR",
    "pair": "/pairs/RUS/TUR",
    "network": "/network",
    "alliances": "/network?what=alliances",
    "map": "/map",
    "map of attacks": "/map?what=attacks",
    "timeline": "/timeline",
    "timeline of a span": "/timeline?published_from=2019&published_by=2023",
    "as known on a day": "/claims?as_of=2020-01-01",
    "published by a day": "/register?published_by=2022",
    "keys": "/keys",
    "add": "/add",
    "review": "/review",
    "review, doubtful": "/review?doubtful=1",
    "review, agreement": "/review/agreement",
    "names": "/review/names?name=Seoul",
    "sources": "/review/sources",
    "a missed claim": "/documents/{document}/claim?words=the",
    "a missed claim, type": "/documents/{document}/claim?start=0&end=2",
    "a missed claim, fields": "/documents/{document}/claim?start=0&end=2&type=meeting",
    "audit": "/audit",
    "no such claim": "/claims/ffffffffffffffff",
    "no such page": "/nothing",
}
"""What is in braces is looked up in the ledger that is served."""
ERRORS = frozenset({"no such claim", "no such page"})


def address(site: Site, view: str) -> str:
    """The view's address there."""
    path = ADDRESSES[view]
    if "{deal}" in path:
        return path.format(deal="/".join(quote(part, safe="") for part in _deal(site)))
    if "{finding}" in path:
        (told,) = site.json("/findings.json?rule=request-under-a-defence-clause")["groups"][0]["findings"]
        return path.format(finding=told["finding"]["id"])
    if "{story}" in path:
        return path.format(story=site.json("/stories.json")["stories"][0]["id"])
    if "{" in path:
        hit = site.json("/claims.json?type=transfer&about=TUR&with=RUS&lang=en")["hits"][0]
        card = hit["card"]
        return path.format(claim=card["id"], document=card["document"]["id"])
    return path


def _deal(site: Site) -> list[str]:
    row: dict[str, list[str]] = site.json("/register.json?recipient=TUR&supplier=RUS")["rows"][0]
    return row["deal"]
