"""Who may fill a role of an event: referents of a fitting kind, in the sentence, shortly before, or anywhere."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.language.quotations import Quote
from foedus.model.vocabulary import Kind
from foedus.reader.kinds import PARTIES, kinds_for
from foedus.reader.lexicon import Lexicon
from foedus.reader.linker.bearing import NEVER, NOWHERE, Bearing, Bearings
from foedus.reader.linker.event import Event
from foedus.reader.linker.mention import Key, Mention, Referent
from foedus.reader.linker.nearby import Found
from foedus.reader.linker.people import People
from foedus.reader.relations import SUBJECTS, VERBAL, is_passive, preposition
from foedus.reader.view import View

MOST_WORDS = 4
WORDS = frozenset(
    {
        ("attack", "target"), ("attack", "attacker"), ("control", "place"), ("control", "holder"), ("control", "loser"),
        ("deployment", "to"), ("deployment", "item"), ("deployment", "actor"), ("exercise", "exercise"),
        ("sanction", "target"), ("transfer", "item"), ("transfer", "recipient"), ("transfer", "supplier"),
        ("production", "item"), ("production", "producer"), ("assistance", "recipient"), ("assistance", "provider"),
        ("commitment", "beneficiary"), ("agreement", "party"), ("membership", "organisation"),
    }
)  # fmt: skip
"""Roles that a phrase without any name may fill, where it stands in an argument of the event."""
LOOSE = frozenset({("attack", "target"), ("control", "place"), ("deployment", "to"), ("exercise", "exercise")})
"""Of these, those that it may fill from anywhere in the sentence."""


OWN: frozenset[Kind] = frozenset({"item_class", "system", "force"})
"""Kinds of which the event's own words may name one."""
Path = tuple[tuple[str, ...], tuple[str, ...]]
"""Relations up from the event to the word above both, and down to the candidate."""
UNSAID: Path = (("-",), ("-",))
NOT_HERE = (NEVER, (NEVER, 0, 0))


class Scene(NamedTuple):
    """What all roles of an event share: its sentence, the form of its words, how many events the sentence has."""

    view: View
    lang: str
    words: str
    """The event's words by their lemmas."""
    bearings: Bearings
    form: str
    has_subject: bool
    events: int
    others: frozenset[int]
    speakers: frozenset[int]
    against: frozenset[int]
    quote: Quote | None
    told: dict[int, Any]
    """What a candidate's row tells by its part, kept by whom it is told (`features`)."""


class Candidate(NamedTuple):
    """A referent with the mention that speaks for it: `here` in the event's sentence, else the nearest before."""

    referent: Referent
    here: Mention | None
    mention: Mention
    view: View
    """The sentence of `mention`."""
    back: int
    ahead: int
    bearing: Bearing
    path: Path
    place: int
    recency: int
    salience: int
    in_headline: bool
    in_lead: bool
    speaks: bool
    against: bool
    makes_item: int
    makes_arms: int
    quoted_alike: bool
    under_other: bool
    other_nearer: bool
    width: int
    places: int
    """How many places of the document mean the referent."""
    part: int
    """The number of referent and mention among those of the event: what they tell is the same for all its roles."""

    @property
    def key(self) -> Key:
        """Its referent's."""
        return self.referent.key


class Slate(NamedTuple):
    """The candidates for one role of one event."""

    event: Event
    role: str
    scene: Scene
    candidates: Sequence[Candidate]
    heads: Sequence[int]
    """Tokens of the candidates in the sentence."""
    best_frame: int
    most: int

    @property
    def name(self) -> str:
        """Type and role."""
        return f"{self.event.type}.{self.role}"


class Stand(NamedTuple):
    """The document around all events."""

    views: Sequence[View]
    langs: Sequence[str]
    lexicons: Mapping[str, Lexicon]
    people: People
    quote_at: Callable[[int, int], Quote | None]
    """The first quotation that holds a span."""
    entities: Entities


def slates_of(
    stand: Stand, event: Event, bearings: Bearings, roles: Sequence[str], others: Sequence[Event]
) -> list[Slate]:
    """The slates of an event's roles; `others` are all events of the document, in the order of its sentences."""
    scene = _scene(stand, event, bearings, others)
    found = [placed for one in stand.people.nearby.of(event.view) if (placed := _placed(event, one))]
    items = {one.referent.entity for one in found if one.here and one.referent.kind == "system" and one.referent.entity}
    parts = _Parts(stand, event, scene, items)
    slates = []
    for role in roles:
        kinds = kinds_for(event.type, role)
        some = [one for one in found if _fits(event, role, one, kinds, bearings)]
        slates.append(_slate(parts, event, role, scene, some))
    return slates


def _placed(event: Event, one: Found) -> Found | None:
    """The referent without the event's own words, which only things and troops may be."""
    if all(mention.head not in event.tokens or mention.kind in OWN for mention in one.here):
        return one
    here = tuple(mention for mention in one.here if mention.head not in event.tokens or mention.kind in OWN)
    return one._replace(here=here) if here or one.elsewhere else None


def _fits(event: Event, role: str, one: Found, kinds: frozenset[Kind], bearings: Bearings) -> bool:
    referent = one.referent
    if referent.key[0] == "words":
        pair = (event.type, role)
        if pair not in WORDS:
            return False
        if referent.kind == "force" and role != "item" and pair not in LOOSE:
            return False
        if not one.here:
            return pair == ("deployment", "item")
        head = one.here[0].head
        loose = pair in LOOSE or (pair == ("deployment", "item") and referent.kind == "force")
        return loose or head in event.tokens or bearings.of(head).steps <= 1
    if referent.key[0] == "guess":
        return _guess_fits(referent.kind, kinds)
    return referent.kind in kinds


def _guess_fits(kind: Kind, kinds: frozenset[Kind]) -> bool:
    """An unknown organisation may be a company or an armed group; an unknown person fills no role of a state."""
    if kind == "organisation":
        return bool(kinds & PARTIES)
    return kind in kinds


class _Place(NamedTuple):
    """Where a word stands to the event."""

    bearing: Bearing
    path: Path
    ranks: Mapping[str, int]
    """Those of the frame, where the word heads an argument."""
    nearness: tuple[int, int, int]


class _Chosen(NamedTuple):
    """A referent for a role, with the place that speaks for it: the closer by structure, the smaller its order."""

    found: Found
    number: int
    """Of its mention among those in the sentence, -1 for none."""
    here: Mention | None
    order: tuple[int, tuple[int, int, int]]


class _Parts:
    """What is the same for all roles of an event, made once: the places of words, and candidates but for their rank
    among those of a role."""

    def __init__(self, stand: Stand, event: Event, scene: Scene, items: set[str]) -> None:
        self._stand, self._event, self._scene = stand, event, scene
        self._makers = {maker for item in items for maker in stand.entities.makers(item)}
        self._places: dict[tuple[int, bool], _Place] = {}
        self._made: dict[tuple[Key, int], tuple[tuple[Any, ...], tuple[Any, ...]]] = {}

    def chosen(self, one: Found, role: str) -> _Chosen:
        """The referent with its best place in the sentence for a role."""
        best: _Chosen | None = None
        for number, mention in enumerate(one.here):
            place = self._place(mention)
            order = (place.ranks.get(role, NEVER), place.nearness)
            if best is None or order < best.order:
                best = _Chosen(one, number, mention, order)
        return best or _Chosen(one, -1, None, NOT_HERE)

    def candidate(self, one: _Chosen, place: int, recency: int, salience: int) -> Candidate:
        """The candidate with its ranks among those of a role."""
        key = (one.found.referent.key, one.number)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._parts(one.found, one.here)
        return Candidate._make((*made[0], place, recency, salience, *made[1]))

    def _place(self, mention: Mention) -> _Place:
        """How close by structure: arguments first, then by the length of the path."""
        key = (mention.head, mention.rank > 0)
        place = self._places.get(key)
        if place is None:
            bearings = self._scene.bearings
            bearing, path = bearings.of(mention.head), bearings.path(mention.head)
            ranks = bearing.ranks if bearing.steps == 0 else {}
            length = len(path[0]) + len(path[1]) + (1 if mention.rank else 0)
            nearness = (min(bearing.steps, 2), length, abs(mention.head - self._event.anchor))
            place = self._places[key] = _Place(bearing, path, ranks, nearness)
        return place

    def _parts(self, one: Found, here: Mention | None) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        """A candidate's parts before and behind its ranks."""
        event, scene, referent = self._event, self._scene, one.referent
        mention = here or one.before or one.after
        assert mention is not None  # noqa: S101 - nobody is found who is nowhere
        bearing, path = (self._place(here).bearing, self._place(here).path) if here else (NOWHERE, UNSAID)
        view = self._stand.views[mention.view]
        back = 0 if here else (event.view - one.before.view if one.before else 9)
        before = (referent, here, mention, view, back, 0 if here or one.before else 1, bearing, path)
        entities, key = self._stand.entities, referent.entity or ""
        state = entities.state(key) if referent.kind in PARTIES else None
        makes = 0
        if self._makers and referent.kind in PARTIES:
            makes = 1 if state in self._makers or key in self._makers else -1
        return before, (
            one.headline,
            one.lead,
            here is not None and here.head in scene.speakers,
            here is not None and here.head in scene.against,
            makes,
            _arms_made(entities, key, state),
            here is not None and self._quoted_alike(here),
            (scene.view.tokens[here.head].head if here else -1) in scene.others,
            here is not None and self._is_other_nearer(here.head),
            mention.end - mention.start,
            one.places,
            len(self._made),
        )

    def _quoted_alike(self, here: Mention) -> bool:
        quote = self._scene.quote
        if quote is not None:
            return quote.start <= here.start < quote.end
        return self._stand.quote_at(here.start, here.start + 1) is None

    def _is_other_nearer(self, head: int) -> bool:
        low, high = min(self._event.anchor, head), max(self._event.anchor, head)
        return any(low < other < high for other in self._scene.others)


def _slate(parts: _Parts, event: Event, role: str, scene: Scene, found: Sequence[Found]) -> Slate:
    best = [parts.chosen(one, role) for one in found]
    heads = [one.here.head for one in best if one.here]
    orders = sorted(one.order for one in best if one.here)
    recent = sorted(_recency(one) for one in found)
    counts = sorted(-len(one.referent.mentions) for one in found)
    made = [
        parts.candidate(
            one,
            bisect_left(orders, one.order) if one.here else len(orders),
            bisect_left(recent, _recency(one.found)),
            bisect_left(counts, -len(one.found.referent.mentions)),
        )
        for one in best
    ]
    best_frame = min((one.order[0] for one in best if one.here and one.order[1][0] == 0), default=NEVER)
    most = max((len(one.referent.mentions) for one in found), default=1)
    return Slate(event, role, scene, made, heads, best_frame, most)


def _recency(one: Found) -> int:
    return -(one.before.start if one.before else -1)


def _arms_made(entities: Entities, key: str, state: str | None) -> int:
    """How much of an arms maker the party is: 0 to 3, by how many systems its state makes."""
    if entities.kind(key) == "company":
        return 3
    count = _systems(entities)[state or ""]
    return 0 if count < 2 else 1 if count < 10 else 2 if count < 60 else 3


@cache
def _systems(entities: Entities) -> Counter[str]:
    """How many systems each state makes."""
    return Counter(maker for one in entities if one.kind == "system" for maker in one.makers)


def _scene(stand: Stand, event: Event, bearings: Bearings, others: Sequence[Event]) -> Scene:
    view, lang = stand.views[event.view], stand.langs[event.view]
    lexicon = stand.lexicons[lang]
    token = view.tokens[event.anchor]
    children = list(view.sentence.dependents(event.anchor))
    says, against = lexicon.cues("says") | lexicon.cues("announces"), lexicon.cues("adversatives")
    heads = [one.head for one in stand.people.mentions[event.view]]
    first, last = (side(others, event.view, key=_view_of) for side in (bisect_left, bisect_right))
    beside = others[first:last]
    return Scene(
        view,
        lang,
        " ".join(view.lemma(i) for i in event.tokens[:MOST_WORDS]),
        bearings,
        _form(view, event.anchor),
        any(child.dep in SUBJECTS for child in children),
        len(beside),
        frozenset(other.anchor for other in beside if other.anchor != event.anchor),
        frozenset(i for i in heads if view.tokens[i].dep in SUBJECTS and view.lemma(view.tokens[i].head) in says),
        frozenset(i for i in heads if preposition(view.sentence, i) in against),
        stand.quote_at(token.start, token.start + 1),
        {},
    )


def _view_of(event: Event) -> int:
    return event.view


def _form(view: View, i: int) -> str:
    token = view.tokens[i]
    if token.upos not in VERBAL and token.feats.get("VerbForm") is None:
        return "noun" if token.upos in ("NOUN", "PROPN") else "other"
    if token.dep in ("acl", "amod") and token.feats.get("VerbForm") in ("Part", "Ger"):
        return "participle"
    if is_passive(view.sentence, i):
        return "passive"
    return "infinitive" if token.feats.get("VerbForm") == "Inf" else "active"
