"""The words of a treaty's page (`data/judge/treaty_words.yaml`)."""

from functools import cache
from importlib.resources import files
from typing import Literal

from msgspec import Struct

from foedus.knowledge.yaml_file import YamlFile
from foedus.model.treaty import Decides, DeFacto, DeJure, Ground, Request, ScopeKind, Texts, TreatyKind, Trigger

FILE = "treaty_words.yaml"
Whole = Literal["each_party", "other_parties", "all_parties", "nobody"]


class TreatyWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words by field and value, each in several languages."""

    kinds: dict[TreatyKind, Texts]
    law: dict[DeJure | Literal["not_yet", "no_longer"], Texts]
    practice: dict[DeFacto, Texts]
    who: dict[Whole, Texts]
    triggers: dict[Trigger, Texts]
    requests: dict[Request, Texts]
    scopes: dict[ScopeKind, Texts]
    decides: dict[Decides, Texts]
    grounds: dict[Ground, Texts]
    phrases: dict[str, Texts]


@cache
def treaty_words() -> TreatyWords:
    """The shipped words; DataError with the line where the file is not as it must be."""
    return YamlFile(files("foedus") / "data" / "judge" / FILE, FILE).shaped(TreatyWords)
