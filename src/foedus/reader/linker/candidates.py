"""Who may fill a role of an event: referents of a fitting kind, in the sentence, shortly before, or anywhere."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.language.quotations import Quote
from foedus.model.vocabulary import Kind
from foedus.reader.kinds import PARTIES, kinds_for
from foedus.reader.lexicon import Lexicon
from foedus.reader.linker.bearing import NEVER, NOWHERE, Bearing, Bearings
from foedus.reader.linker.event import Event
from foedus.reader.linker.mention import ANAPHORS, Key, Mention, Referent
from foedus.reader.linker.people import People
from foedus.reader.relations import SUBJECTS, VERBAL, is_passive, preposition
from foedus.reader.view import View

BACK = 3
"""How many sentences back anything is a candidate; farther only what is named in the headline or often."""
OFTEN = 2
FARTHEST = 12
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
    path: tuple[tuple[str, ...], tuple[str, ...]]
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


class _Found(NamedTuple):
    """A referent with its best place in the sentence, made once an event for all its roles."""

    referent: Referent
    here: tuple[Mention, ...]
    before: Mention | None
    after: Mention | None
    headline: bool
    lead: bool


class Stand(NamedTuple):
    """The document around all events."""

    views: Sequence[View]
    langs: Sequence[str]
    lexicons: Mapping[str, Lexicon]
    people: People
    quotes: Sequence[Quote]
    entities: Entities


def slates_of(
    stand: Stand, event: Event, bearings: Bearings, roles: Sequence[str], others: Sequence[Event]
) -> list[Slate]:
    """The slates of an event's roles."""
    scene = _scene(stand, event, bearings, others)
    found = [one for referent in stand.people.referents.values() if (one := _at(stand, event, referent))]
    items = {one.referent.entity for one in found if one.here and one.referent.kind == "system" and one.referent.entity}
    slates = []
    for role in roles:
        kinds = kinds_for(event.type, role)
        some = [one for one in found if _fits(event, role, one, kinds, bearings)]
        slates.append(_slate(stand, event, role, scene, some, items))
    return slates


def _at(stand: Stand, event: Event, referent: Referent) -> _Found | None:
    here: list[Mention] = []
    before = after = None
    headline = lead = False
    for one in referent.mentions:
        zone = stand.views[one.view].zone
        headline = headline or zone == "headline"
        lead = lead or zone == "lead"
        if one.view == event.view:
            if one.head not in event.tokens or one.kind in ("item_class", "system", "force"):
                here.append(one)
        elif one.view < event.view:
            before = one
        elif after is None and one.view == event.view + 1 and one.how not in ANAPHORS:
            after = one
    if not here:
        if before is None and after is None:
            return None
        if referent.key[0] == "words" and (referent.kind != "force" or before is None or event.view - before.view > 2):
            return None
        back = event.view - before.view if before else FARTHEST
        far = back > BACK and not (headline or (len(referent.mentions) >= OFTEN and back <= FARTHEST))
        if far and after is None:
            return None
    return _Found(referent, tuple(here), before, after, headline, lead)


def _fits(event: Event, role: str, one: _Found, kinds: frozenset[Kind], bearings: Bearings) -> bool:
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


def _slate(  # noqa: PLR0917 - one slate's parts
    stand: Stand, event: Event, role: str, scene: Scene, found: Sequence[_Found], items: set[str]
) -> Slate:
    best: list[tuple[_Found, Mention | None, Bearing, tuple[tuple[str, ...], tuple[str, ...]]]] = []
    for one in found:
        ranked = sorted((_order(scene, event, mention, role), number) for number, mention in enumerate(one.here))
        here = one.here[ranked[0][1]] if ranked else None
        bearing = scene.bearings.of(here.head) if here else NOWHERE
        best.append((one, here, bearing, scene.bearings.path(here.head) if here else (("-",), ("-",))))
    heads = [here.head for _, here, _, _ in best if here]
    orders = sorted(_order(scene, event, here, role) for _, here, _, _ in best if here)
    recent = sorted((-(one.before.start if one.before else -1) for one, _, _, _ in best))
    counts = sorted((-len(one.referent.mentions) for one, _, _, _ in best))
    made = []
    for one, here, bearing, path in best:
        mention = here or one.before or one.after
        assert mention is not None  # noqa: S101 - _at keeps none without
        made.append(
            _candidate(stand, event, scene, one, here, mention, bearing, path, items)._replace(
                place=orders.index(_order(scene, event, here, role)) if here else len(orders),
                recency=recent.index(-(one.before.start if one.before else -1)),
                salience=counts.index(-len(one.referent.mentions)),
            )
        )
    best_frame = min((one.bearing.ranks.get(role, NEVER) for one in made if one.bearing.steps == 0), default=NEVER)
    most = max((len(one.referent.mentions) for one in made), default=1)
    return Slate(event, role, scene, made, heads, best_frame, most)


def _order(scene: Scene, event: Event, mention: Mention, role: str) -> tuple[int, int, int, int]:
    """The closer by structure the smaller: what the frame gives the role, arguments, then by the length of the path."""
    bearing = scene.bearings.of(mention.head)
    up, down = scene.bearings.path(mention.head)
    return (
        bearing.ranks.get(role, NEVER) if bearing.steps == 0 else NEVER,
        min(bearing.steps, 2),
        len(up) + len(down) + (1 if mention.rank else 0),
        abs(mention.head - event.anchor),
    )


def _candidate(  # noqa: PLR0917 - one candidate's parts
    stand: Stand,
    event: Event,
    scene: Scene,
    one: _Found,
    here: Mention | None,
    mention: Mention,
    bearing: Bearing,
    path: tuple[tuple[str, ...], tuple[str, ...]],
    items: set[str],
) -> Candidate:
    entities = stand.entities
    key = one.referent.entity or ""
    state = entities.state(key) if one.referent.kind in PARTIES else None
    makers = {maker for item in items for maker in entities.makers(item)}
    view = stand.views[mention.view]
    quoted = (
        here is not None
        and (scene.quote is None or scene.quote.start <= here.start < scene.quote.end)
        and (scene.quote is not None or not any(quote.start <= here.start < quote.end for quote in stand.quotes))
    )
    above = scene.view.tokens[here.head].head if here else -1
    nearer = here is not None and any(
        min(event.anchor, here.head) < other < max(event.anchor, here.head) for other in scene.others
    )
    return Candidate(
        one.referent,
        here,
        mention,
        view,
        0 if here else (event.view - one.before.view if one.before else 9),
        0 if here or one.before else 1,
        bearing,
        path,
        0,
        0,
        0,
        one.headline,
        one.lead,
        here is not None and here.head in scene.speakers,
        here is not None and here.head in scene.against,
        (1 if state in makers or key in makers else -1) if makers and one.referent.kind in PARTIES else 0,
        _arms_made(entities, key, state),
        quoted,
        above in scene.others,
        nearer,
        mention.end - mention.start,
    )


def _arms_made(entities: Entities, key: str, state: str | None) -> int:
    """How much of an arms maker the party is: 0 to 3, by how many systems its state makes."""
    if entities.kind(key) == "company":
        return 3
    count = _systems(entities).get(state or "", 0)
    return 0 if count < 2 else 1 if count < 10 else 2 if count < 60 else 3


_MADE: dict[int, dict[str, int]] = {}


def _systems(entities: Entities) -> dict[str, int]:
    if id(entities) not in _MADE:
        counts: dict[str, int] = {}
        for one in entities:
            for maker in one.makers if one.kind == "system" else ():
                counts[maker] = counts.get(maker, 0) + 1
        _MADE[id(entities)] = counts
    return _MADE[id(entities)]


def _scene(stand: Stand, event: Event, bearings: Bearings, others: Sequence[Event]) -> Scene:
    view, lang = stand.views[event.view], stand.langs[event.view]
    lexicon = stand.lexicons[lang]
    token = view.tokens[event.anchor]
    children = list(view.sentence.dependents(event.anchor))
    says, against = lexicon.cues("says") | lexicon.cues("announces"), lexicon.cues("adversatives")
    heads = [one.head for one in stand.people.mentions[event.view]]
    return Scene(
        view,
        lang,
        " ".join(view.lemma(i) for i in event.tokens[:MOST_WORDS]),
        bearings,
        _form(view, event.anchor),
        any(child.dep in SUBJECTS for child in children),
        sum(other.view == event.view for other in others),
        frozenset(other.anchor for other in others if other.view == event.view and other.anchor != event.anchor),
        frozenset(i for i in heads if view.tokens[i].dep in SUBJECTS and view.lemma(view.tokens[i].head) in says),
        frozenset(i for i in heads if preposition(view.sentence, i) in against),
        next((quote for quote in stand.quotes if quote.start <= token.start < quote.end), None),
    )


def _form(view: View, i: int) -> str:
    token = view.tokens[i]
    if token.upos not in VERBAL and token.feats.get("VerbForm") is None:
        return "noun" if token.upos in ("NOUN", "PROPN") else "other"
    if token.dep in ("acl", "amod") and token.feats.get("VerbForm") in ("Part", "Ger"):
        return "participle"
    if is_passive(view.sentence, i):
        return "passive"
    return "infinitive" if token.feats.get("VerbForm") == "Inf" else "active"
