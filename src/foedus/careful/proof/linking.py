"""Whom quoted words mean, by the gazetteer and the reader's own ways: institutions, titles, demonyms, offices.

Where neither knows the words, they stay words: no entity, the words for a name.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from foedus.careful.proof.fault import Fault
from foedus.careful.proof.ground import FAR, Ground
from foedus.careful.proof.placing import PlacedFiller
from foedus.careful.proof.words import Span
from foedus.language.parse import Sentence
from foedus.model.claim import Filler
from foedus.model.vocabulary import FREE_TEXT_ROLES, ClaimType, Kind, Via
from foedus.reader.kinds import PARTIES, kinds_for
from foedus.reader.linker.mention import ANAPHORS, Mention
from foedus.reader.view import View

ELSEWHERE: frozenset[Via | None] = frozenset({"pronoun", "speaker", "addressee", "unexpressed"})
"""Ways of which the record shows the mention that names, not the words themselves."""
_DESCRIBING: frozenset[Via | None] = frozenset({"description", "member", "title", "metonym", "demonym"})


_ACTING: frozenset[Kind] = frozenset({"state", "organisation", "company", "armed_group", "mission", "force", "person"})
_PLACES: frozenset[Kind] = frozenset({"place", "base", "state"})


def widened(kinds: frozenset[Kind]) -> frozenset[Kind]:
    """What a role takes, and what is like it: a mission or force acts as its sender does, an embargoed region is told
    for who rules it, a mission is sent as its troops are. Things, treaties and exercises are like nothing else."""
    if kinds >= {"state", "organisation"}:
        return kinds | _ACTING | _PLACES
    return kinds | {"mission"} if "force" in kinds else kinds


class Link(NamedTuple):
    """What words mean: the mention of the reader that says it."""

    mention: Mention
    exact: bool
    """Whether the words are headed by the mention: it is what they name, not a part of it."""


def fillers_of(ground: Ground, claim_type: ClaimType, one: PlacedFiller) -> list[Filler]:
    """The fillers that placed words make: one, or each member of a list; Fault where they name what cannot fill it."""
    role, told = one.told.role, one.told
    if role in FREE_TEXT_ROLES:
        return [_words(ground, one.span, "text", None)]
    kinds = kinds_for(claim_type, role)
    if one.names is not None:
        return [_standing_for(ground, one, kinds)]
    if told.via == "pronoun" and _is_anaphor(ground, one.span):
        raise Fault("nobody_named", ground.text.words(one.span))
    links = _links(ground, one.span, kinds, told.kind)
    if not links:
        check_kind(ground, one.span, kinds, told.kind)
        return [_unknown(ground, one.span, told.kind, kinds, told.via)]
    if links[0].mention.entity is None:
        return [_unknown(ground, one.span, told.kind, kinds, told.via)]
    return [_linked(ground, link, one.span, told.via) for link in _listed(ground, one.span, links)]


def _standing_for(ground: Ground, one: PlacedFiller, kinds: frozenset[Kind]) -> Filler:
    """Words that stand for somebody named elsewhere: a known name among them holds before the model's word."""
    told = one.told
    names = one.names or one.span
    own = next((link for link in _links(ground, one.span, kinds, told.kind) if link.mention.entity), None)
    if own and own.exact and own.mention.how == "name" and told.via not in ELSEWHERE:
        return _linked(ground, own, one.span, told.via)
    links = _links(ground, names, kinds, told.kind)
    shown = names if told.via in ELSEWHERE else one.span
    via = told.via or "description"
    if not links:
        check_kind(ground, names, kinds, told.kind)
        filler = _unknown(ground, shown, told.kind, kinds, via)
        return Filler(None, ground.text.words(names), filler.kind, filler.text, filler.start, filler.end, via)
    made = _linked(ground, links[0], shown, via)
    return Filler(made.entity, made.name, made.kind, made.text, made.start, made.end, via)


def _links(ground: Ground, span: Span, kinds: frozenset[Kind], told: Kind) -> list[Link]:
    """What the span's words can mean that is of one of the kinds, the best first."""
    view = ground.view_at(span.start)
    if view is None:
        return [Link(one, exact=True) for one in _unparsed(ground, span) if _fits(one, widened(kinds))]
    head = view.sentence.head_of(*span)
    found = [
        one
        for one in ground.mentions_in(view, span)
        if one.how not in ANAPHORS and one.how != "noun" and _fits(one, widened(kinds)) and _meets(span, one)
    ]
    ranked = sorted(found, key=lambda one: (not _fits(one, kinds), *_rank(view.sentence, head, one, told)))
    acting = ((_acting(ground, _owned(one, found), kinds), one.head == head) for one in ranked)
    return [Link(one, exact) for one, exact in acting if one is not None]


def _unparsed(ground: Ground, span: Span) -> Iterator[Mention]:
    """What the gazetteer makes of words in a zone without a parse."""
    for sense in ground.names_in(span):
        key = ("entity", sense.entity)
        yield Mention(-1, -1, *span, "name", sense.kind, sense.entity, sense.via, key)


def _acting(ground: Ground, one: Mention, kinds: frozenset[Kind]) -> Mention | None:
    """A town or region that acts is the state that it lies in, as a capital is; on claimed ground nobody can tell."""
    if one.kind in kinds or one.kind not in ("place", "base") or "organisation" not in kinds:
        return one
    known = ground.stand.entities.get(one.entity or "")
    if known is None or known.state is None or known.claimed_by:
        return None
    return one._replace(kind="state", entity=known.state, via="metonym", key=("entity", known.state))


def _owned(one: Mention, beside: Sequence[Mention]) -> Mention:
    """A force or institution that bears a known name, with the state that an adjective beside it tells: "the
    Philippine Marine Corps" is not the best known of that name."""
    if one.how != "metonym":
        return one
    owner = next((other for other in beside if other.how == "demonym" and other.kind == "state"), None)
    if owner is None or owner.entity == one.entity:
        return one
    return one._replace(kind=owner.kind, entity=owner.entity, key=owner.key)


def _meets(span: Span, one: Mention) -> bool:
    """Whether the mention is in the words, or they in it; of a partial overlap the greater part must be shared."""
    shared = min(span.end, one.end) - max(span.start, one.start)
    return span.holds((one.start, one.end)) or 2 * shared > min(span.end - span.start, one.end - one.start)


def _fits(one: Mention, kinds: frozenset[Kind]) -> bool:
    if one.kind in kinds:
        return True
    return one.how == "guess" and one.kind == "organisation" and bool(kinds & PARTIES)


def _rank(sentence: Sentence, head: int | None, one: Mention, told: Kind) -> tuple[object, ...]:
    """Known before unknown, names before adjectives of origin, what heads the words before what stands in them."""
    deep = FAR if head is None else _depth(sentence, head, one.head)
    class_of = one.kind == "item_class"  # it only says what the system beside it is
    return one.entity is None, class_of, one.how == "demonym", one.kind != told, deep, one.start


def _depth(sentence: Sentence, head: int, i: int) -> int:
    """How many steps a word stands below the head of its phrase."""
    if i == head:
        return 0
    above = [token.i for token in sentence.ancestors(i)]
    return above.index(head) + 1 if head in above else FAR


def _listed(ground: Ground, span: Span, links: list[Link]) -> Iterator[Link]:
    """The best link, and those of the phrases joined with it, where the words are a list."""
    best = links[0]
    yield best
    view = ground.view_at(span.start)
    taken = {best.mention.key}
    for link in links[1:]:
        one = link.mention
        beside = view is not None and _joined(view, best.mention.head, one.head)
        if beside and one.entity and one.how == best.mention.how and one.key not in taken:
            taken.add(one.key)
            yield link


def _joined(view: View, one: int, other: int) -> bool:
    """Whether a word is coordinated with another before it."""
    i = other
    for _ in range(len(view.tokens)):
        token = view.tokens[i]
        if token.dep != "conj":
            return False
        if token.head == one:
            return True
        i = token.head
    return False


def _is_anaphor(ground: Ground, span: Span) -> bool:
    """Whether the words are nothing but a pronoun or possessive."""
    view = ground.view_at(span.start)
    if view is None:
        return False
    tokens = [view.tokens[i] for i in view.sentence.covering(*span)]
    return all(token.upos in ("PRON", "DET") for token in tokens)


def check_kind(ground: Ground, span: Span, kinds: frozenset[Kind], told: Kind) -> None:
    """Fault where the words name for sure something that cannot fill the role; mere words told as such may be a class
    of things ("an embargo on Baltic aircraft")."""
    view = ground.view_at(span.start)
    head = view.sentence.head_of(*span) if view else None
    name = view.name_at(head) if view and head is not None else None
    if name is None or not span.holds((name.mention.start, name.mention.end)):
        return
    if "force" in kinds and any(sense.kind in _ACTING for sense in name.mention.senses):
        return  # "the French soldiers": known for whom they serve
    sure = [sense for sense in name.mention.senses if sense.certain]
    if told == "text" and all(sense.kind == "item_class" for sense in sure):
        return
    if sure and not any(sense.kind in widened(kinds) for sense in name.mention.senses):
        raise Fault("kind", ground.text.words(span))


def _linked(ground: Ground, link: Link, span: Span, via: Via | None) -> Filler:
    """The filler with the quoted words, linked as the mention is."""
    one, entities = link.mention, ground.stand.entities
    words = ground.text.words(span)
    name = entities.english_name(one.entity) if one.entity else words
    way = via if via in ELSEWHERE else one.via or (via if via in _DESCRIBING - {"demonym", "metonym"} else None)
    return Filler(one.entity, name, one.kind, words, span.start, span.end, way)


def _unknown(ground: Ground, span: Span, told: Kind, kinds: frozenset[Kind], via: Via | None) -> Filler:
    """Words that name nobody known: of the kind that the model says, where the role takes it."""
    return _words(ground, span, told if told in kinds else "force" if "force" in kinds else "text", via)


def _words(ground: Ground, span: Span, kind: Kind, via: Via | None) -> Filler:
    words = ground.text.words(span)
    return Filler(None, words, kind, words, span.start, span.end, via)
