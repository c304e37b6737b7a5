"""The lexicon: units and operators as data, loaded and checked."""

from foedus.reader.lexicon.lexicon import Lexicon, Own
from foedus.reader.lexicon.load import Checked, check_lexicon, load_lexicon
from foedus.reader.lexicon.own import strays
from foedus.reader.lexicon.shipped import languages

__all__ = ["Checked", "Lexicon", "Own", "check_lexicon", "languages", "load_lexicon", "strays"]
