"""What a person sees of a link first: by which way the words mean the filler, where they stand, what the report told
before. Each fact names the columns that say the same, so that it can carry their share.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.reader.linker.bearing import NEVER, Bearing
from foedus.reader.linker.candidates import Candidate, Slate
from foedus.reader.linker.linker import Linked
from foedus.reader.linker.memory import shared_roles
from foedus.reader.linker.mention import ANAPHORS, Mention
from foedus.reader.linker.wording import LinkWording
from foedus.reader.relations import slot
from foedus.reader.view import View

PLACED = ("subject", "inside an argument")
"""Columns of where the candidate stands to the event's word."""


class Fact(NamedTuple):
    """A fact in words, and the columns that say the same."""

    name: str
    words: str
    columns: tuple[str, ...]


def way_of(wording: LinkWording, one: Candidate) -> str:
    """By which way the words mean the filler."""
    if one.here is None:
        return wording.ways["unsaid"]
    mention, entities = one.here, Entities.load()
    if mention.how == "guess" and mention.entity is not None:
        template = wording.ways["guess known"]
    else:
        template = wording.ways.get(f"{mention.how} {_form(one.view, mention)}") or wording.ways[mention.how]
    return template.format(
        words=_words(one.view, mention),
        kind=wording.kinds[mention.kind],
        name=entities.english_name(mention.entity or ""),
        likeness=f"{mention.likeness:.2f}",
    )


def facts_of(wording: LinkWording, slate: Slate, one: Candidate, links: Sequence[Linked], at: Linked) -> Iterator[Fact]:
    """The facts of a candidate for a role; `links` are those of the document's events, `at` those of this one."""
    trigger = trigger_of(at)
    if one.here is not None:
        marker = slot(slate.scene.view.sentence, one.here.head)
        words = place_of(wording, slate, one.here.head, one.bearing, marker, trigger)
        yield Fact("place", words, PLACED)
        yield from _framed(wording, slate, one.bearing)
    else:
        yield from _before(wording, slate, one)
    yield from _meant(wording, one)
    yield from _going_on(wording, slate, one, links, at)
    if one.makes_item > 0:
        yield Fact("makes the item", wording.facts["makes the item"], ("makes the item", "makes the likely item"))


def trigger_of(linked: Linked) -> str:
    """The event's word as the text has it, in quotation marks."""
    view = linked.slates[0].scene.view
    return f"“{view.tokens[linked.event.anchor].text}”"


def place_of(  # noqa: PLR0917 - what a place is told by
    wording: LinkWording, slate: Slate, head: int, bearing: Bearing, marker: str | None, trigger: str
) -> str:
    """Where the word at `head` stands to the event's word; `marker` is its preposition with its case."""
    relation, inside, _ = bearing.relation.partition(">")
    token = slate.scene.view.tokens[head]
    governor = slate.scene.view.tokens[token.head]
    preposition = _bare(relation if relation != "-" and relation not in wording.places else marker or "")
    if head in slate.event.tokens:
        key = "word"
    elif relation == "-":
        marked = preposition and marker not in wording.places
        key = "none root" if governor is token else "none marked" if marked else "none"
    elif relation == "subj" and preposition and not inside and bearing.how == "clause":
        key = "subj passive"
    elif relation == "obj" and not inside and token.dep.startswith("nsubj"):
        key = "obj passive"
    else:
        key = relation if relation in wording.places else "preposition"
    words = wording.places[key].format(trigger=trigger, marker=preposition, governor=governor.text)
    how = wording.hows.get(bearing.how.removesuffix("+"))
    if how:
        words = wording.facts["construction"].format(place=words, how=how)
    if bearing.how.endswith("+"):
        words = wording.facts["list"].format(place=words)
    return wording.facts["inside"].format(place=words) if inside and relation != "own" else words


def _framed(wording: LinkWording, slate: Slate, bearing: Bearing) -> Iterator[Fact]:
    """What the frame says of the place."""
    ranks, units = bearing.ranks, slate.event.units
    if not ranks or not units:
        return
    rank = ranks.get(slate.role, NEVER)
    given = slate.role if rank < NEVER else min(ranks, key=lambda role: ranks[role])
    unit = next((one for one in units if any(given in roles for roles in one.frame.values())), units[0])
    ahead = [role for role, place in sorted(ranks.items(), key=lambda pair: pair[1]) if place < rank]
    kind = "frame" if not ahead else "frame later" if rank < NEVER else "frame another"
    others = ", ".join(f"the {wording.role(role)}" for role in ahead)
    words = wording.facts[kind].format(unit=unit.text, role=wording.role(slate.role), others=others)
    yield Fact("frame", words, ("frame gives role", "frame gives another"))


def _before(wording: LinkWording, slate: Slate, one: Candidate) -> Iterator[Fact]:
    """Where somebody who is not in the sentence was named."""
    back = slate.event.view - one.mention.view
    kind = "after" if back < 0 else "before one" if back == 1 else "before"
    words = wording.facts[kind].format(value=back, words=_words(one.view, one.mention))
    yield Fact("elsewhere", words, ("sentences back", "sentences ahead", "named in sentence after"))


def _meant(wording: LinkWording, one: Candidate) -> Iterator[Fact]:
    """Whom a pronoun or description can mean."""
    mention = one.mention
    if mention.how not in ANAPHORS:
        return
    words = _words(one.view, mention)
    likeliest = wording.facts["antecedent later" if mention.rank else "antecedent"]
    yield Fact("antecedent", likeliest.format(words=words), ("rank as antecedent",))
    if mention.agrees:
        agrees = wording.facts["agrees" if mention.agrees > 0 else "clashes"]
        yield Fact("agrees", agrees.format(words=words), ("agrees as antecedent",))


def _going_on(
    wording: LinkWording, slate: Slate, one: Candidate, links: Sequence[Linked], at: Linked
) -> Iterator[Fact]:
    """The event told before that this one goes on with, where the candidate has the same part in it."""
    if at.goes_on is None:
        return
    before = links[at.goes_on.number]
    part = (shared_roles(slate.event.type, before.event.type) or {}).get(slate.role)
    if part is None or one.key not in {link.candidate.key for link in before.chosen.links.get(part, ())}:
        return
    back = slate.event.view - before.event.view
    kind = "goes on here" if back == 0 else "goes on one" if back == 1 else "goes on"
    other = trigger_of(before).strip("“”")
    words = wording.facts[kind].format(other=other, value=back, part=wording.role(part))
    yield Fact("goes on", words, ("continued role", "continued agreement", "continued distance"))


def _form(view: View, mention: Mention) -> str | None:
    """Which form of the entity's names the words are."""
    name = view.name_at(mention.head)
    senses = name.mention.senses if name else ()
    return next((sense.form for sense in senses if sense.entity == mention.entity), None)


def _words(view: View, mention: Mention) -> str:
    return " ".join(view.text[mention.start : mention.end].split())


def _bare(marker: str) -> str:
    """A preposition without its case, its words apart."""
    return marker.partition("+")[0].replace("_", " ")
