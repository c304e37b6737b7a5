"""Units and operators found in parsed sentences."""

from foedus.reader.matching.hit import Hit
from foedus.reader.matching.matcher import Matcher

__all__ = ["Hit", "Matcher"]
