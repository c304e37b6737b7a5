"""Addresses of every view, drawn anew as names and words are spread over a made-up ledger."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from bench.ledger.questions import day_of
from bench.ledger.sentences import LANGS
from bench.ledger.world import World
from bench.page.asking import Line

Draw = Callable[[], str]
_RARE = ("de", "uk", "pl")
"""No report is in them: what nobody has is to be told as fast as anything."""
_TYPES = ("transfer", "deployment", "agreement", "attack", "sanction")


class Known(NamedTuple):
    """What is there to be asked for by its own address: claims, documents, deals, stories."""

    claims: list[str]
    documents: list[str]
    deals: list[str]
    stories: list[str]


def known(line: Line, world: World, rng: Random) -> Known:
    """Asked of the server: claims of many states on many days, and what comes with them."""
    states = world.states()
    cards: list[Any] = []
    deals: list[str] = []
    for _ in range(25):
        asked = {"about": rng.choice(states), "to": day_of(rng).isoformat()}
        cards += [hit["card"] for hit in line.json(f"/claims.json?{urlencode(asked)}")["hits"]]
    for _ in range(10):
        rows = line.json(f"/register.json?{urlencode({'recipient': rng.choice(states)})}")["rows"]
        deals += ["/deals/" + "/".join(quote(part, safe="") for part in row["deal"]) for row in rows[:20]]
    stories = [one["id"] for one in line.json("/stories.json")["stories"]]
    documents = [one["document"]["id"] for one in cards]
    # where no two documents are of one text, each is a story of its own
    alone = [f"s-{document}" for document in documents]
    return Known([one["id"] for one in cards], documents, deals or ["/register"], stories or alone)


def addresses(known: Known, world: World, rng: Random) -> Mapping[str, Draw]:
    """By the name of the view; each call draws another question."""
    states = world.states()

    def state() -> str:
        return rng.choice(states)

    def day() -> str:
        return day_of(rng).isoformat()

    def year() -> int:
        return day_of(rng).year

    def words() -> str:
        return world.words(rng, rng.choice(LANGS), rng.choice((1, 2)))

    def two() -> tuple[str, str]:
        one = other = state()
        while other == one:
            other = state()
        return one, other

    def pair() -> str:
        return "/pairs/" + "/".join(sorted(two()))

    def both() -> str:
        one, other = two()
        return _at("/claims", ("about", one), ("with", other))

    def opened() -> str:
        place = rng.randrange(len(known.claims))
        return f"/documents/{known.documents[place]}?claim={known.claims[place]}"

    return {
        "today": lambda: "/",
        "today, as known on a day": lambda: _at("/", ("as_of", day())),
        "claims, newest": lambda: "/claims",
        "claims about a state": lambda: _at("/claims", ("about", state())),
        "claims of a type and year": lambda: _at(
            "/claims", ("type", rng.choice(_TYPES)), ("from", f"{year()}"), ("about", state())
        ),
        "claims, full text": lambda: _at("/claims", ("q", words())),
        "claims of a pair": both,
        "claims, as known on a day": lambda: _at("/claims", ("about", state()), ("as_of", day())),
        "claim": lambda: f"/claims/{rng.choice(known.claims)}",
        "claims published by a day": lambda: _at("/claims", ("about", state()), ("published_by", day())),
        "claims of a rare language": lambda: _at("/claims", ("lang", rng.choice(_RARE))),
        "documents, newest": lambda: "/documents",
        "documents of a rare language": lambda: _at("/documents", ("lang", rng.choice(_RARE))),
        "documents about a state": lambda: _at("/documents", ("about", state()), ("published_by", day())),
        "documents, full text": lambda: _at("/documents", ("q", words())),
        "document": lambda: f"/documents/{rng.choice(known.documents)}",
        "document, a claim open": opened,
        "register": lambda: "/register",
        "register of a recipient": lambda: _at("/register", ("recipient", state())),
        "register of a year, as known": lambda: _at("/register", ("year", f"{year()}"), ("as_of", day())),
        "register of some claims": lambda: _at("/register", ("recipient", state()), ("weakest", "attributed")),
        "deal": lambda: rng.choice(known.deals),
        "stories": lambda: "/stories",
        "stories about a state": lambda: _at("/stories", ("about", state())),
        "story": lambda: f"/stories/{rng.choice(known.stories)}",
        "entities": lambda: _at("/entities", ("q", state())),
        "entity": lambda: f"/entities/{state()}",
        "entity, published by a day": lambda: _at(f"/entities/{state()}", ("published_by", day())),
        "pair": pair,
        "network": lambda: "/network",
        "network about a state, as known": lambda: _at("/network", ("about", state()), ("as_of", day())),
        "alliances": lambda: "/network?what=alliances",
        "map": lambda: "/map",
        "map of attacks, as known": lambda: _at("/map", ("what", "attacks"), ("as_of", day())),
        "timeline": lambda: "/timeline",
        "timeline of a state": lambda: _at("/timeline", ("about", state())),
        "review": lambda: "/review",
        "audit": lambda: "/audit",
        "add": lambda: "/add",
    }


def _at(path: str, *asked: tuple[str, str]) -> str:
    return f"{path}?{urlencode(asked)}"
