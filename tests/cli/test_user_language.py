"""The language of the user: the option, then the locale as POSIX asks it, then English."""

import pytest

from foedus.cli.user_language import user_language
from foedus.model.errors import UsageError

KNOWN = frozenset({"en", "fr"})


@pytest.mark.parametrize(
    ("given", "environment", "lang"),
    [
        (None, {}, "en"),
        (None, {"LANG": "fr_FR.UTF-8"}, "fr"),
        (None, {"LANG": "fr"}, "fr"),
        (None, {"LANG": "fr.UTF-8"}, "fr"),
        (None, {"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        (None, {"LANG": "fr_FR.UTF-8", "LC_MESSAGES": ""}, "fr"),
        (None, {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "en_GB.UTF-8", "LC_ALL": "fr_BE@euro"}, "fr"),
        (None, {"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {"LANG": "frp"}, "en"),
        ("FR ", {"LC_ALL": "en_GB.UTF-8"}, "fr"),
        ("en", {"LC_ALL": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_language_is_that_of_the_option_or_of_the_locale(
    given: str | None, environment: dict[str, str], lang: str
) -> None:
    assert user_language(given, KNOWN, environment) == lang


def test_an_option_that_names_another_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"--lang 'ru': reasons are told in en, fr"):
        user_language("ru", KNOWN, {})
