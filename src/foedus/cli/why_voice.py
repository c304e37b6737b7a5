"""The reasons of a claim's voice in lines of a screen."""

from collections.abc import Iterator

from foedus.model.claim import Claim
from foedus.telling.reasons import reasons
from foedus.telling.wording import load_voice_reasons

WIDTH = 12


def why_lines(claim: Claim, lang: str) -> Iterator[tuple[str, str]]:
    """For each field its name, and a line with value and reason in a language of the wordings."""
    colon = load_voice_reasons().signs["colon"][lang]
    for one in reasons(claim, lang):
        yield one.field, f"{one.name:<{WIDTH}}{one.shown}{colon}{one.why}"
