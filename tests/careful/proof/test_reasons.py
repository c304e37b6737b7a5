"""Each check that proof makes has its reason in words, and no reason stands for nothing."""

import re
from pathlib import Path

from foedus.careful import proof
from foedus.careful.proof.fault import reason, reasons

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(proof.__file__).parent.glob("*.py"))


def test_codes_and_reasons_are_equal() -> None:
    given = set(re.findall(r'Fault\("(\w+)"', SOURCES)) | set(
        re.findall(r'code = "(\w+)" if .* else "(\w+)"', SOURCES)[0]
    )
    given |= set(re.findall(r'Fault\("(\w+)" if', SOURCES)) | {"malformed", "not_in_text"}
    assert given == set(reasons())


def test_every_reason_is_told_in_both_languages_with_the_words() -> None:
    for code in reasons():
        for lang in ("en", "fr"):
            assert "WORDS" in reason(code, "WORDS", lang)
        assert reason(code, "WORDS", "xx") == reason(code, "WORDS")


def test_a_code_of_another_version_is_told_as_it_is() -> None:
    assert reason("once_upon_a_time", "words") == "once_upon_a_time: words"
