"""Every message of the page is there in each of its languages, with the same places to fill in."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from foedus.ledger.filters import REVIEWED
from foedus.model import vocabulary
from foedus.serve.languages import LANGUAGES
from foedus.serve.words import term, terms
from foedus.telling.wording import load_voice_reasons

ROOM = Path(str(files("foedus.serve")))
OTHERS = LANGUAGES[1:]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
_PLACES = re.compile(r"%\((\w+)\)s")


def first_of(message: object) -> str:
    """The message itself or its form for one; empty where it is no word but a variable's name."""
    found = message[0] if isinstance(message, tuple | list) else message
    return found if isinstance(found, str) else ""


def asked_for() -> Iterator[tuple[str, str]]:
    """Messages of templates and of the room's modules, each with where it stands."""
    for template in sorted(ROOM.glob("templates/**/*.html")):
        with template.open("rb") as file:
            for line, _, message, _ in babel_extract(file, list(KEYWORDS), [], {"trim_blocks": "true"}):
                yield first_of(message), f"{template.relative_to(ROOM)}:{line}"
    for module in sorted(ROOM.glob("**/*.py")):
        with module.open("rb") as file:
            for line, message, _, _ in extract("python", file, keywords=KEYWORDS):
                yield first_of(message), f"{module.relative_to(ROOM)}:{line}"


def catalogue(lang: str) -> Iterator[tuple[Message, Path]]:
    """Entries of a language's files."""
    for po in sorted((ROOM / "locales" / lang).glob("*.po")):
        with po.open("rb") as file:
            for message in read_po(file, locale=lang):
                if message.id:
                    yield message, po


def id_of(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


@pytest.mark.parametrize("lang", OTHERS)
def test_every_message_is_there(lang: str) -> None:
    known = {id_of(message) for message, _ in catalogue(lang)}
    missing = {message: where for message, where in asked_for() if message and message not in known}
    assert not missing


@pytest.mark.parametrize("lang", OTHERS)
def test_nothing_is_left_empty_and_places_are_kept(lang: str) -> None:
    for message, po in catalogue(lang):
        said = message.string if isinstance(message.string, tuple | list) else (message.string,)
        asked = message.id if isinstance(message.id, tuple | list) else (message.id,)
        assert all(said), f"{po.name}: {id_of(message)!r} is not translated"
        places = set(_PLACES.findall(" ".join(asked)))
        # a form of one may leave the number out
        assert set(_PLACES.findall(said[-1] or "")) == places, f"{po.name}: {id_of(message)!r}"


@pytest.mark.parametrize("lang", OTHERS)
def test_a_message_has_one_translation(lang: str) -> None:
    """Each view has a file of its own, and a word that several need may stand in several."""
    seen: dict[str, tuple[object, Path]] = {}
    for message, po in catalogue(lang):
        said, where = seen.setdefault(id_of(message), (message.string, po))
        assert message.string == said, f"{id_of(message)!r} is put otherwise in {where.name} than in {po.name}"


@pytest.mark.parametrize("lang", OTHERS)
def test_no_entry_is_doubtful_or_left_over(lang: str) -> None:
    asked = {message for message, _ in asked_for()}
    for message, po in catalogue(lang):
        assert not message.fuzzy, f"{po.name}: {id_of(message)!r} is marked fuzzy"
        assert id_of(message) in asked, f"{po.name}: nothing says {id_of(message)!r}"
    for po in (ROOM / "locales" / lang).glob("*.po"):
        assert "#~" not in po.read_text(encoding="utf-8"), f"{po.name}: an entry is marked as left over"


def vocabulary_of() -> Iterator[tuple[str, str]]:
    """Every word of the contract that the page shows, with the group that it is asked for in."""
    types = vocabulary.TYPES.values()
    yield from (("type", one) for one in vocabulary.CLAIM_TYPES)
    yield from (("role", one) for one in {role for spec in types for role in spec.roles})
    yield from (("stage", one) for one in {stage for spec in types for stage in spec.stages})
    lists = {
        "kind": (*get_args(vocabulary.Kind), *get_args(vocabulary.VoiceKind)),
        "via": get_args(vocabulary.Via),
        "polarity": get_args(vocabulary.Polarity),
        "certainty": get_args(vocabulary.Certainty),
        "standing": get_args(vocabulary.Standing),
        "zone": get_args(vocabulary.ZoneKind),
        "review": REVIEWED,
    }
    yield from ((group, one) for group, some in lists.items() for one in some)


@pytest.mark.parametrize("lang", OTHERS)
def test_every_word_of_the_contract_is_there(lang: str) -> None:
    told = load_voice_reasons().fields
    for group, word in vocabulary_of():
        if group in told and word in told[group].values:
            assert told[group].values[word].shown[lang]
        else:
            assert terms().get(group, {}).get(word, {}).get(lang), f"{group}: {word}"
        assert term(group, word, lang)
