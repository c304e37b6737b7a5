"""Fold typographic variants one code point to one, so that offsets in the folded text are offsets in the text."""

_APOSTROPHES = "\u2019\u2018\u02bc\u201b\u2032\u00b4\uff07"
_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02"
_HYPHENS = "\u2010\u2011\u2212\ufe63\uff0d"
_SPACES = "\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u2005\u2006\u2008\u3000"

_LONE_SURROGATES = range(0xD800, 0xE000)  # no text should hold them, but a parser must not fail on them

FOLDS: dict[int, str] = {
    **dict.fromkeys(_LONE_SURROGATES, "\ufffd"),
    **{ord(mark): "'" for mark in _APOSTROPHES},
    **{ord(mark): '"' for mark in _QUOTES},
    **{ord(mark): "-" for mark in _HYPHENS},
    **{ord(mark): " " for mark in _SPACES},
}


def fold(text: str) -> str:
    """The text with apostrophes, double quotes, hyphens and spaces in one spelling each; same length."""
    return text.translate(FOLDS)
