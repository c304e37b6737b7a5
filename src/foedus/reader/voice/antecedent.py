"""Who was the last to speak or act before a place: for whom a pronoun of saying stands, or a saying without subject."""

from collections.abc import Callable, Iterator

from foedus.language.parse import Token
from foedus.model.claim import Attribution
from foedus.reader.relations import SUBJECTS
from foedus.reader.voice.collecting import Here
from foedus.reader.voice.effects import SAYING
from foedus.reader.voice.speakers import first_person, third_person

PERSONAL = frozenset({"person", "unnamed"})
BACK = 6
"""How many sentences back a speaker may have been named."""


def speaker_before(
    here_of: Callable[[int], Here], index: int, place: int, cue: str, *, person: bool = False
) -> Attribution | None:
    """The last speaker before the place in its sentence or one before; else the last person or party that acts.

    `person` asks for somebody who can be "he" or "she".
    """
    for k in range(index, max(-1, index - BACK), -1):
        here = here_of(k)
        named = (one for one in _named(here, place, cue) if not person or one.kind in PERSONAL)
        found = next(named, None)
        if found is not None:
            return found
    return None


def _named(here: Here, place: int, cue: str) -> Iterator[Attribution]:
    subjects = [token for token in here.view.tokens if token.start < place and _may_speak(here, token)]
    spoken = [token for token in subjects if _speaks(here, token)]
    for token in [*reversed(spoken), *subjects]:
        voice = here.speakers.attribution(token, cue)
        if not third_person(here.lexicon, voice) and not first_person(here.lexicon, voice):
            yield voice


def _may_speak(here: Here, token: Token) -> bool:
    return token.dep.startswith((*SUBJECTS, "obl:agent", "root")) and here.speakers.may_speak(token)


def _speaks(here: Here, token: Token) -> bool:
    """Whether the word is the subject of a verb of saying."""
    return any(one.cue.kind in SAYING and one.cue.pos == "verb" for one in here.cues.at.get(token.head, ()))
