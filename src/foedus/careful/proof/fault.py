"""Why a told claim is kept out: the check that failed and the words that it failed on; reasons in words are data."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from foedus.knowledge.yaml_file import YamlFile

REASONS = "reasons.yaml"


class Fault(Exception):  # noqa: N818  # no error of the program: the outcome of a check
    """A check that a told claim did not pass; `code` is a key of data/careful/reasons.yaml."""

    def __init__(self, code: str, about: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.about = about


def reason(code: str, about: str, lang: str = "en") -> str:
    """The reason of a rejection in words, in English where the language has none; the code itself where it is unknown:
    a ledger's or folder's older rejections may bear one that is no longer given."""
    texts = reasons().get(code)
    if texts is None:
        return f"{code}: {about}"
    return (texts.get(lang) or texts["en"]).format(about=about)


@cache
def reasons() -> Mapping[str, Mapping[str, str]]:
    """Code → language → reason; DataError where the file is wrong."""
    file = files("foedus") / "data" / "careful" / REASONS
    return YamlFile(file, REASONS).shaped(dict[str, dict[str, str]])
