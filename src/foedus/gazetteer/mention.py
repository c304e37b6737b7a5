"""What the scanner gives: a span of text and the entities that its words can stand for."""

from typing import NamedTuple

from foedus.model.vocabulary import Kind, Via


class Sense(NamedTuple):
    """One entity that the words can stand for, and by which way."""

    entity: str
    kind: Kind
    """As in claims.md: state, organisation, company, armed_group, person, force, system, item_class, treaty, …"""
    via: Via | None
    """None for a name; metonym, demonym or title where something else stands for the entity."""
    form: str
    """What the words are: name, capital, government, force, adjective, inhabitant, combining, title, noise."""
    certain: bool
    """False where the words have another everyday or another entity's meaning, and only the context can tell."""


class Mention(NamedTuple):
    """A span of the document text; `text` is exactly `document_text[start:end]`."""

    start: int
    end: int
    text: str
    senses: tuple[Sense, ...]
    """Likeliest first; never empty."""
