"""Makes the lists of foreign words: `python -m training.garble.foreign`, needs the package wordfreq (group `train`).

A word is foreign in a language's texts where it is common in another one and at least sixteen times rarer here,
twenty-five times where a dictionary of the language has it. The frequencies are wordfreq's (Robyn Speer; data under
CC BY-SA 4.0), the dictionary is that of spacy-lookups-data; only words are shipped, no figures. Words in other letters
need no list.
"""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

import wordfreq  # type: ignore[import-not-found,import-untyped,unused-ignore] # of the group train

from foedus.reader.garble.words import FOLDER
from training.parser.lemmas import table

COMMON = 3.0
"""Zipf frequency in the other language from which a word counts: one in a million words."""
RARER, RARER_THOUGH_KNOWN = 1.2, 1.4
"""How much lower it must be in the language of the text, on the same scale of powers of ten."""
USUAL = {"fr": 4.4, "en": 2.5}
"""What is as frequent as this in the text's language is a word of it, however frequent elsewhere. French texts on the
web hold far more English than the other way round."""
OTHERS = {"fr": "en", "en": "fr"}


def foreign(lang: str) -> Iterator[tuple[str, str]]:
    """Words of the other language that are foreign in a language, each with the language that it is common in."""
    other, known = OTHERS[lang], set(table(lang, "lookup"))
    for word in wordfreq.iter_wordlist(other, "large"):
        frequency = wordfreq.zipf_frequency(word, other)
        if frequency < COMMON:
            return
        here = wordfreq.zipf_frequency(word, lang)
        rarer = RARER_THOUGH_KNOWN if word in known else RARER
        if word.isalpha() and len(word) > 1 and here < USUAL[lang] and frequency - here >= rarer:
            yield word, other


def main() -> int:
    """Write a list a language."""
    folder = Path(str(FOLDER))
    for lang in OTHERS:
        lines = sorted(f"{word}\t{other}\n" for word, other in foreign(lang))
        # no name and no time inside: the same words give the same bytes
        (folder / f"foreign_{lang}.tsv.gz").write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
        print(f"{lang}: {len(lines)} words", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
