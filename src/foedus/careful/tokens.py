"""About how many tokens a text is, told from its characters: no tokenizer is at hand without its model.

The rates are on the high side of what common tokenizers make of reports and of the codebook; docs/careful.md says how
far off they are.
"""

LATIN = 3.3
"""Characters to a token of Latin script with its digits, marks and spaces."""
OTHER = 2.4
"""The same for Cyrillic and other scripts."""
_BEYOND_LATIN = 0x250


def tokens_of(text: str) -> int:
    """About how many tokens a text is."""
    other = sum(ord(c) >= _BEYOND_LATIN for c in text)
    return round((len(text) - other) / LATIN + other / OTHER)
