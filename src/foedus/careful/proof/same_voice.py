"""Whether two records of voices are of one voice."""

from foedus.careful.proof.ground import Ground
from foedus.model.claim import Attribution


def is_same(one: Attribution, other: Attribution) -> bool:
    """Whether two records are of one voice: their words meet, or they are one known entity."""
    meets = one.start < other.end and other.start < one.end
    return meets or (one.entity is not None and one.entity == other.entity)


def is_another(ground: Ground, other: Attribution, voice: Attribution) -> bool:
    """Whether a speaker is surely not the voice: a description without a name may be ("the diplomat")."""
    if is_same(other, voice) or _share_a_name(other, voice):
        return False
    view = ground.view_at(other.start)
    if other.kind == "unnamed" or view is None:
        return True
    return any(
        view.tokens[i].upos == "PROPN" or view.name_at(i) for i in view.sentence.covering(other.start, other.end)
    )


def _share_a_name(one: Attribution, other: Attribution) -> bool:
    """Whether two voices share a word of their names: "Ivan Petrov" is "Petrov" farther down."""
    first, second = ({word for word in said.text.split() if word[:1].isupper()} for said in (one, other))
    return bool(first & second)
