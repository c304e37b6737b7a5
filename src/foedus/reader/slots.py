"""A unit's slots: the arguments of its words, and the roles that each may fill."""

from foedus.reader.matching import Hit
from foedus.reader.phrases import Phrases
from foedus.reader.relations import Argument, arguments
from foedus.reader.unit import Unit
from foedus.reader.view import View


def slots_of(phrases: Phrases, view: View, hit: Hit[Unit], agent: str) -> list[Argument]:
    """Arguments of the anchor, then those of the unit's other nouns ("passer commande de X") and verbs ("pledge to
    defend X")."""
    intransitive = phrases.lexicon.cues("intransitive")
    found = arguments(view.sentence, hit.anchor, agent=agent, intransitive=intransitive)
    for i in hit.tokens:
        upos = view.tokens[i].upos
        if i != hit.anchor and upos in ("NOUN", "VERB"):
            further = arguments(view.sentence, i, agent=agent, intransitive=intransitive)
            found += [argument for argument in further if _is_own(argument, upos)]
        if upos == "NOUN":
            found += _origins(view, i)
    return [argument for argument in found if argument.token not in hit.tokens]


def _is_own(argument: Argument, upos: str) -> bool:
    """Whether a unit's further word has the argument to itself: it shares its clause above or its subject."""
    if upos == "VERB":
        return argument.how == "clause" and argument.relation != "subj"
    return not argument.how.startswith("above")


def _origins(view: View, i: int) -> list[Argument]:
    """Adjectives of origin beside a noun, even where the parser took one for a participle ("offensive russe")."""
    return [
        Argument("poss", child, "adjective")
        for child in view.sentence.children[i]
        if (name := view.name_at(child)) and name.head == child and name.mention.senses[0].via == "demonym"
    ]


def roles_of(phrases: Phrases, unit: Unit, argument: Argument) -> tuple[str, ...]:
    """Roles that the argument may fill in the unit's frame, likeliest first; empty where its slot has none."""
    frame, relation = unit.frame, argument.relation
    if argument.how.startswith("above ") and relation == "subj":
        return _doer_of_support(phrases, unit, argument.how.removeprefix("above "))
    if relation in frame:
        return frame[relation]
    if relation == "iobj":
        return frame.get("à") or frame.get("to") or frame.get("dat") or ()
    if relation == "compound":
        return (*frame.get("of", frame.get("de", ())), *frame.get("poss", ()))
    if relation == "gen":
        return frame.get("poss", ())
    plain = relation.partition("+")[0]
    return frame.get(plain) or frame.get(plain.split("_", maxsplit=1)[0], ())


def _doer_of_support(phrases: Phrases, unit: Unit, verb: str) -> tuple[str, ...]:
    """The subject of a support verb does what the noun says: "lancer une attaque", "carry out a strike"."""
    if verb not in phrases.lexicon.cues("support_verbs"):
        return ()
    frame = unit.frame
    return frame.get("subj") or (frame.get("par") or frame.get("by") or frame.get("poss") or ())[:1]
