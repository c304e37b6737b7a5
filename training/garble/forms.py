"""Makes the table of French forms: `python -m training.garble.forms TREEBANKS`, a folder with `fr/*.conllu`.

For nouns, and for adjectives and participles apart, the genders and numbers that a form is seen with. A gender that is
one in ten or fewer of a noun's is taken for a slip of the annotation. Nouns that the treebanks lack take their gender
from the determiners beside them in the training part of the project's own corpora. Only words are shipped, no sentence.
"""

import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench.accuracy.corpus import SOURCES, files_of

from foedus.learning.corpus.format import read
from foedus.reader.garble.words import FOLDER

SLIP = 0.1
"""Share of a form's places up to which a value is a slip."""
SEEN = 2
"""How often a form must be seen: annotation has slips."""
_SHOWN = re.compile(r"\b(un|le|du|au|une|la|cette) ([a-zà-ÿœ]+)\b")
_MASCULINE = frozenset({"un", "le", "du", "au"})
_KINDS = {"NOUN": "noun", "ADJ": "other", "VERB": "other", "AUX": "other"}
Counts = dict[tuple[str, str], Counter[str]]


def rows(paths: Iterable[Path]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Form, part of speech and features of every word of the treebanks."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 5 and cells[0].isdigit():
                yield cells[1], cells[3], dict(cell.split("=", 1) for cell in cells[5].split("|") if "=" in cell)


def counted(paths: Iterable[Path]) -> tuple[Counts, set[str]]:
    """Values by kind and form, and every small-letter form that is not always a noun."""
    counts: Counts = defaultdict(Counter)
    others: set[str] = set()
    for form, upos, feats in rows(paths):
        if not form.islower():
            continue
        if upos != "NOUN":
            others.add(form)
        if upos in _KINDS and (upos in ("NOUN", "ADJ") or feats.get("VerbForm") == "Part"):
            counts[_KINDS[upos], form].update(_values(feats))
    return counts, others


def _values(feats: dict[str, str]) -> list[str]:
    gender, number = feats.get("Gender", "")[:1].lower(), feats.get("Number", "")[:1].lower()
    return [g + n for g in gender or "mf" for n in number or "sp"] if gender or number else []


def shown(texts: Iterable[str], others: set[str]) -> Counts:
    """Genders of singular nouns by the determiners before them, of words that are nothing but nouns."""
    counts: Counts = defaultdict(Counter)
    for text in texts:
        for determiner, word in _SHOWN.findall(text.replace("’", "'")):
            if word not in others:
                counts["noun", word]["ms" if determiner in _MASCULINE else "fs"] += 1
    return counts


def lines(seen: Counts, by_determiner: Counts) -> Iterator[str]:
    """The table's lines: form, then what it is as a noun and as another word."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for (kind, form), counts in seen.items():
        total = counts.total()
        kept = sorted(value for value, count in counts.items() if kind == "other" or count > SLIP * total)
        if kept and total >= SEEN:
            found[form][kind] = kept
    for (_, form), counts in by_determiner.items():
        value, count = counts.most_common(1)[0]
        if form not in found and count >= SEEN and count == counts.total():
            found[form]["noun"] = [value]
    for form in sorted(found):
        told = " ".join(f"{kind}={'/'.join(values)}" for kind, values in sorted(found[form].items()))
        yield f"{form}\t{told}\n"


def main(argv: Sequence[str]) -> int:
    """Write the table; 2 without a folder of treebanks."""
    if len(argv) != 1 or not (paths := sorted(Path(argv[0]).glob("fr/*.conllu"))):
        print("error: name the folder that holds fr/*.conllu", file=sys.stderr)
        return 2
    seen, others = counted(paths)
    texts = [read(path).text for source in SOURCES for path in files_of("train", ("fr",), source)]
    made = list(lines(seen, shown(texts, others)))
    (Path(str(FOLDER)) / "forms_fr.tsv.gz").write_bytes(gzip.compress("".join(made).encode(), 9, mtime=0))
    print(f"fr: {len(made)} forms", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
