"""Which sure names are everyday words of a language: `python -m training.gazetteer.everyday LANG FILE.conllu …`.

Words that a treebank writes in small letters are compared with the one-word names of the alias table that demand a
capital. What is printed (how often, form, entities) is for a person to judge; judgements go to decisions/forms.tsv.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from foedus.gazetteer.fold import keys, spelling
from foedus.gazetteer.source import LANGUAGES, folder
from foedus.gazetteer.table import parse, read_lines


def small_words(paths: Iterable[Path]) -> Counter[str]:
    """Folded words that stand in small letters, with how often (CoNLL-U, second column)."""
    seen: Counter[str] = Counter()
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) > 5 and fields[0].isdigit() and fields[1].islower():
                seen[fields[1]] += 1
    words = list(seen)
    folded: Counter[str] = Counter()
    for word, key in zip(words, keys(words), strict=True):
        folded[spelling(key)] += seen[word]
    return folded


def candidates(lang: str, words: Counter[str]) -> dict[str, set[str]]:
    """Sure one-word forms with a capital that are among the words, with the entities they stand for."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in read_lines(folder() / "compiled" / "aliases.tsv"):
        row = parse(line)
        counts = lang in row.langs.replace("*", "").split(",")
        if counts and row.certain == "yes" and row.case in ("cap", "title") and row.folded in words:
            found[row.folded].add(row.entity)
    return found


def main(arguments: Sequence[str]) -> int:
    """Prints the candidates, commonest first."""
    if len(arguments) < 2 or arguments[0] not in LANGUAGES:
        print(f"usage: python -m training.gazetteer.everyday {{{','.join(LANGUAGES)}}} FILE.conllu …", file=sys.stderr)
        return 2
    words = small_words(map(Path, arguments[1:]))
    found = candidates(arguments[0], words)
    for form in sorted(found, key=lambda form: (-words[form], form)):
        print(words[form], form, ", ".join(sorted(found[form])), sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
