"""Short notation to CoNLL-U: `python -m training.treebank.compose --lang fr < FILE.short > FILE.conllu`.

A sentence is a line `@ construction TAB text`, then a line for each token: form, lemma (`=`: as the form), UPOS, head,
label and, for verbs, features by codes joined with dots (CODES). A form with a space in it is written with `_`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from foedus.language.fold import fold
from foedus.language.tokens import token_spans

CODES = {
    "ind": "Mood=Ind",
    "cnd": "Mood=Cnd",
    "sub": "Mood=Sub",
    "imper": "Mood=Imp",
    "pres": "Tense=Pres",
    "past": "Tense=Past",
    "impf": "Tense=Imp",
    "fut": "Tense=Fut",
    "fin": "VerbForm=Fin",
    "inf": "VerbForm=Inf",
    "part": "VerbForm=Part",
    "ger": "VerbForm=Ger",
    "conv": "VerbForm=Conv",
    "act": "Voice=Act",
    "pass": "Voice=Pass",
    "mid": "Voice=Mid",
    "perf": "Aspect=Perf",
    "imp": "Aspect=Imp",
}


def compose(text: str, lang: str) -> Iterator[str]:
    """The sentences as CoNLL-U blocks. Raises ValueError naming the sentence and what does not fit."""
    for number, block in enumerate(text.split("\n@ ")[0:], start=1):
        lines = [line for line in block.removeprefix("@ ").split("\n") if line.strip()]
        if lines:
            yield _block(number, lines, lang)


def _block(number: int, lines: list[str], lang: str) -> str:
    construction, tab, text = lines[0].partition("\t")
    if not tab:
        raise ValueError(f"sentence {number}: expected '@ CONSTRUCTION', tab, text, not {lines[0]!r}")
    text = text.strip()
    spans = token_spans(text, 0, len(text), lang)
    forms = [text[start:end] for start, end in spans]
    cells = [line.split() for line in lines[1:]]
    if [fold(form.replace(" ", "_").replace("\u00a0", "_").replace("\u202f", "_")) for form in forms] != [
        fold(row[0]) for row in cells
    ]:
        raise ValueError(f"sentence {number}: its tokens are\n  {forms}\nnot\n  {[row[0] for row in cells]}")
    rows = [f"# sent_id = {lang}-{number}", f"# construction = {construction.strip()}", f"# text = {text}"]
    for i, (form, row) in enumerate(zip(forms, cells, strict=True), start=1):
        if len(row) not in (5, 6):
            raise ValueError(
                f"sentence {number}: expected FORM LEMMA UPOS HEAD LABEL [FEATURES], not {' '.join(row)!r}"
            )
        lemma = form if row[1] == "=" else row[1]
        glued = i < len(spans) and spans[i][0] == spans[i - 1][1]
        feats = _feats(number, row[5]) if len(row) == 6 else "_"
        misc = "SpaceAfter=No" if glued else "_"
        rows.append("\t".join([str(i), form, lemma, row[2], "_", feats, row[3], row[4], "_", misc]))
    return "\n".join(rows) + "\n"


def _feats(number: int, codes: str) -> str:
    unknown = [code for code in codes.split(".") if code not in CODES]
    if unknown:
        raise ValueError(f"sentence {number}: feature code {unknown[0]!r} is none of {', '.join(CODES)}")
    return "|".join(sorted(CODES[code] for code in codes.split(".")))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", required=True)
    args = parser.parse_args()
    try:
        for block in compose(sys.stdin.read(), args.lang):
            print(block)
    except ValueError as error:
        raise SystemExit(str(error)) from error


if __name__ == "__main__":
    main()
