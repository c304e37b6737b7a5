"""Whom told claims that were kept out speak of: by the words that the model quoted, as nothing of them was proven."""

from collections.abc import Collection, Iterator
from functools import cache

import msgspec

from foedus.careful.answer import ToldClaim
from foedus.gazetteer.entities import Entities
from foedus.gazetteer.scanner import Scanner
from foedus.intake.answers.records import KeptOut


def is_about(one: KeptOut, keys: Collection[str]) -> bool:
    """Whether words that a told claim quotes for its roles can mean one of the entities, or a variant of one."""
    entities = Entities.load()
    meant = {
        sense.entity
        for words in _quoted(one)
        for mention in _scanner().scan(words, one.document.lang)
        for sense in mention.senses
    }
    return not (meant | set(map(entities.family, meant))).isdisjoint(keys)


def told_claim(told: str) -> ToldClaim | None:
    """A claim as it was told; None for a piece of an answer that is none."""
    try:
        return msgspec.json.decode(told, type=ToldClaim)
    except ValueError:
        return None


@cache
def _scanner() -> Scanner:
    return Scanner.load()


def _quoted(one: KeptOut) -> Iterator[str]:
    claim = told_claim(one.told)
    for filler in claim.roles if claim else ():
        yield filler.quote
        if filler.stands_for:
            yield filler.stands_for.quote
