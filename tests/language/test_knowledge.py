"""The language room's data files: every language's patterns compile and its lists are understood."""

import pytest

from foedus.language.abbreviations import abbreviations
from foedus.language.zones.patterns import groups


@pytest.mark.parametrize("lang", ["fr", "en", "ru"])
def test_zone_patterns_compile_and_none_matches_nothing(lang: str) -> None:
    compiled = [pattern for group in groups(lang) for pattern in group.by_place.values()]
    assert compiled
    for pattern in compiled:
        assert pattern.match("") is None, pattern.pattern


@pytest.mark.parametrize("lang", ["fr", "en", "ru"])
def test_abbreviations_of_each_kind_are_listed(lang: str) -> None:
    short = abbreviations(lang)
    assert short.before_name
    assert short.before_number
    assert short.anywhere
    assert not short.before_name & short.before_number


def test_a_language_without_lists_has_none() -> None:
    assert abbreviations("xx") == (frozenset(), frozenset(), frozenset())
    assert groups("xx") == ()
