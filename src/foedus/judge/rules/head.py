"""The file of a rule taken apart: the head in its comment, and the SELECT behind it."""

import re
from typing import Final, NamedTuple, NoReturn

from foedus.judge.rules.rule import Head
from foedus.judge.treaties.check import LANGS
from foedus.knowledge.yaml_file import YamlText
from foedus.model.errors import DataError
from foedus.model.vocabulary import TYPES

_SHAPE: Final = "a rule begins with its head in YAML between /* and */, then comes one SELECT"
_IDLE: Final = re.compile(r"(?:\s|--[^\n]*|/\*.*?\*/)*", re.DOTALL)
STAGES: Final = frozenset(stage for spec in TYPES.values() for stage in spec.stages)
_FIRST: Final = re.compile(r"(select|with)\b", re.IGNORECASE)


class Parts(NamedTuple):
    """Head and SQL of a file; `line` is that of the SQL's first word."""

    head: Head
    sql: str
    line: int


def parts(text: str, name: str) -> Parts:
    """Take a file apart; DataError with the line of what is missing or wrong."""
    start = text.find("/*")
    end = text.find("*/", start)
    if start < 0 or text[:start].strip():
        _fault(name, 1, _SHAPE)
    if end < 0:
        _fault(name, _line(text, start), "the head that begins here has no end: write */ behind it")
    head = _head(YamlText(text[start + 2 : end], name, _line(text, start)))
    idle = _IDLE.match(text, end + 2)
    at = idle.end() if idle else end + 2
    if at == len(text):
        _fault(name, _line(text, at), "there is no SELECT behind the head")
    if not _FIRST.match(text, at):
        _fault(name, _line(text, at), f"a rule is one SELECT, and does not begin with {text[at:].split(maxsplit=1)[0]}")
    return Parts(head, text[at:].rstrip().removesuffix(";"), _line(text, at))


def _head(source: YamlText) -> Head:
    if not isinstance(source.data, dict):
        source.fault_at("", _SHAPE)
    head = source.shaped(Head)
    for field in ("question", "explanation", "finds"):
        for lang in LANGS:
            if not getattr(head, field).get(lang, "").strip():
                source.fault_at(f".{field}", f"the words in {lang} are missing")
    for at, stage in enumerate(head.stages):
        if stage not in STAGES:
            source.fault_at(f".stages[{at}]", f"{stage!r} is no stage of a claim: docs/claims.md lists them")
    return head


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _fault(name: str, line: int, message: str) -> NoReturn:
    raise DataError(f"{name}, line {line}: {message}")
