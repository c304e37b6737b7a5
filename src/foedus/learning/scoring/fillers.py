"""Whether a filler is right: by its entity's key, or by its words where the key does not decide."""

import re
import unicodedata
from functools import lru_cache

from foedus.learning.scoring.gold import Accepted
from foedus.model.claim import Filler

LONGEST_PHRASE = 12
"""Words; a longer phrase matches only as a whole, since almost anything stands inside it."""

_STATE_CODE = re.compile(r"[A-Z]{3}")


@lru_cache(maxsize=65536)
def squash(text: str) -> str:
    """Letters and digits alone, without case and diacritics: what two spellings of a name share."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return re.sub(r"[^0-9a-zа-я]+", "", bare)


def filler_right(accepted: Accepted, filler: Filler) -> bool:
    """Its entity is an accepted key, or its words are, contain or lie in accepted words.

    A code of three capitals is a key and nothing else; where one comes first, an entity that is not accepted is
    wrong whatever the words.
    """
    entity = squash(filler.entity or "")
    if entity and _STATE_CODE.fullmatch(accepted[0]) and entity not in map(squash, accepted):
        return False
    said = [(squash(words), len(words.split()) <= LONGEST_PHRASE) for words in (filler.text, filler.name) if words]
    return any(_is_one(answer, filler.entity, entity, said) for answer in accepted)


def _is_one(answer: str, key: str | None, entity: str, said: list[tuple[str, bool]]) -> bool:
    if _STATE_CODE.fullmatch(answer):
        return key == answer
    wanted = squash(answer)
    if not wanted:
        return False
    return wanted == entity or any(words == wanted or (short and _near(wanted, words)) for words, short in said)


def _near(one: str, other: str) -> bool:
    """One contains the other, and the shorter is no mere fragment."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 3 and shorter in longer and 3 * len(shorter) >= len(longer)
