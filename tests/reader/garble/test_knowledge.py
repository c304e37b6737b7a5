"""An analyst's slip in a language's file is told by file, section and entry."""

import pytest

from foedus.model.errors import DataError
from foedus.reader.garble.knowledge import knowledge, read_knowledge
from foedus.reader.garble.patterns import Finder, choices_of, compiled, plain


def found(wording: str, text: str) -> list[str]:
    finder = Finder([compiled("xx", choices_of(wording), "", {"DE": ["de la ", "d'", "de "]})])
    return [text[start:end] for start, end, _ in finder.find(plain(text))]


@pytest.mark.parametrize(
    ("wording", "text", "words"),
    [
        ("char* de combat", "Des Chars de combat.", ["Chars de combat"]),
        ("char* de combat", "Des charretiers de combat.", []),
        ("en/dans ordre", "mis en ordre, dans ordre", ["en ordre", "dans ordre"]),
        ("N millions dollars", "pour 1,5 millions dollars", ["1,5 millions dollars"]),
        ("_ dépit", "car dépit", ["car dépit"]),
        ("base DE attaque", "la base d’attaque, la base de la attaque", ["base d’attaque", "base de la attaque"]),
        ("четыре самолёта", "Четыре самолета", ["Четыре самолета"]),
    ],
)
def test_a_wording_matches_what_it_says(wording: str, text: str, words: list[str]) -> None:
    assert found(wording, text) == words


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("calques: ]", "garble/xx.yaml, line 1: not valid YAML"),
        ("- a", "garble/xx.yaml: no mapping"),
        ("kalks: {}", "unknown section 'kalks'"),
        ("calques: {reason: word}", "section 'reason': give a list"),
        ("calques: [word]", "section 'calques': give keys, each with a list"),
        ("phrases: [white house]", "no word of the phrase 'white house' has an entry under `spun`"),
        ("broken: {reason: ['(']}", "section 'broken', 'reason': '(' is no regular expression"),
        ("calques: {reason: ['']}", "an empty wording under 'reason'"),
    ],
)
def test_a_slip_is_named(content: str, said: str) -> None:
    with pytest.raises(DataError, match=r"garble/xx\.yaml") as error:
        read_knowledge("xx", content)
    assert said in str(error.value)


@pytest.mark.parametrize("lang", ["fr", "en", "ru"])
def test_the_shipped_files_are_sound(lang: str) -> None:
    known = knowledge(lang)
    assert known is not None
    assert known.script in {"latin", "cyrillic"}


def test_a_language_without_a_file_is_not_assessed() -> None:
    assert knowledge("de") is None
