"""What grading says to the user, in each language of `data/grading_reasons.yaml`."""

from collections.abc import Iterable, Mapping
from functools import cache, reduce
from importlib.resources import files
from typing import Literal

import msgspec
import yaml
from msgspec import Struct

from foedus.lineage.grading.letters import Digit, Letter
from foedus.lineage.grading.outlet import Control, Interest, Outlet, OutletKind
from foedus.lineage.grading.rules import VoiceRule, load_rules
from foedus.model.errors import DataError

FILE = "grading_reasons.yaml"
Lang = Literal["en", "fr"]


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language; what only translates the English of the shipped table is empty in English."""

    letters: Mapping[Letter, str]
    digits: Mapping[Digit, str]
    words: Mapping[str, str]
    kinds: Mapping[OutletKind, str] = {}
    control: Mapping[Control, str] = {}
    interest: str = ""
    voices: Mapping[VoiceRule, str] = {}

    def say(self, key: str, *, n: int = 1, **parts: object) -> str:
        """The text of a key with its parts filled in; of two wordings that for one or for several."""
        one, _, several = self.words[key].partition("|")
        return (several if several and n != 1 else one).format(n=n, **parts)

    def joined(self, texts: Iterable[str]) -> str:
        """Texts as parts of one sentence."""
        return reduce(lambda first, second: self.say("and_also", first=first, second=second), texts)

    def of_outlet(self, outlet: Outlet, *, own: bool) -> str:
        """Why a row has its letter: its note; but a shipped note is English, so elsewhere its kind and control."""
        if own or not self.kinds:
            return outlet.note
        return f"{self.kinds[outlet.kind]}, {self.control[outlet.control]}"

    def of_interest(self, interest: Interest, *, own: bool) -> str:
        """Why the letter is another in a matter."""
        return interest.why if own or not self.interest else self.interest.format(about=", ".join(interest.about))

    def of_rule(self, rule: VoiceRule, why: str) -> str:
        """Why a rule for voices gives its letter; the words of a user's own rule stay as they are."""
        return self.voices.get(rule, why) if why == load_rules().voices[rule].why else why


@cache
def load_wording(lang: Lang = "en") -> Wording:
    """The words of a language."""
    text = (files("foedus") / "data" / FILE).read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.safe_load(text)[lang], Wording)
    except msgspec.ValidationError as error:
        raise DataError(f"{FILE}: {error}: install Foedus again") from error
