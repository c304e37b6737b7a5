"""Build a pipeline's lemma table from treebanks and word lists (`python -m training.parser.lemmas --help`)."""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from foedus.language.lemmas import FILE, LONGEST_ENDING, Rule, apply
from foedus.language.russian_lemmas import russian_dictionary
from training.parser.corpora import load
from training.parser.paradigms import english_plural, english_verb, french_plural, french_verb
from training.parser.treebank import Tree

OPEN = ("VERB", "NOUN", "ADJ", "ADV")
CORRECTED = frozenset({"ADJ", "ADV", "DET", "NOUN", "PART", "PRON"})
Pairs = dict[str, dict[str, str]]  # part of speech, form, lemma


def from_trees(trees: Sequence[Tree]) -> tuple[Pairs, Pairs]:
    """The commonest lemma of each form: those seen at least twice, and those seen once."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word in (word for tree in trees if tree.tagged for word in tree.words):
        upos = "VERB" if word.upos == "AUX" else word.upos
        if upos in {"NUM", "PUNCT", "SYM", "X", "PROPN", ""} or not word.lemma or word.lemma == "_":
            continue
        counts[upos, word.form.lower()][word.lemma.lower()] += 1
    sure: Pairs = defaultdict(dict)
    once: Pairs = defaultdict(dict)
    for (upos, form), lemmas in counts.items():
        lemma, count = lemmas.most_common(1)[0]
        (sure if count > 1 else once)[upos][form] = lemma
    return sure, once


def table(lang: str, name: str) -> dict[str, Any]:
    """One table of the spacy-lookups-data package."""
    spec = importlib.util.find_spec("spacy_lookups_data")
    if spec is None or spec.origin is None:
        raise SystemExit("spacy-lookups-data is not installed: pip install spacy-lookups-data")
    file = Path(spec.origin).parent / "data" / f"{lang}_lemma_{name}.json.gz"
    found: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()))
    return found


def from_lists(lang: str) -> Pairs:
    """Irregular forms as listed, regular ones from the paradigms of the listed lemmas; the listed ones win."""
    index, irregular = table(lang, "index"), table(lang, "exc")
    index["verb"] = [*index.get("verb", []), *_lacking(lang)]
    verbs = {*index["verb"], *(found[0] for found in irregular.get("verb", {}).values())}
    pairs: Pairs = {upos: {} for upos in OPEN}
    for upos in OPEN:
        listed: dict[str, list[str]] = irregular.get(upos.lower(), {})
        spelt = {form for form, lemmas in listed.items() if form not in lemmas}
        named = [*index.get(upos.lower(), []), *(verbs if (lang, upos) == ("fr", "VERB") else ())]
        lemmas = {lemma for lemma in named if _usable(lemma) and lemma not in spelt}
        if lang == "fr" and upos == "ADJ":
            verbs |= {found[0] for form, found in listed.items() if _is_participle(form, found[0])}
            pairs[upos].update(_participles(listed, verbs))
            listed = {form: found for form, found in listed.items() if found[0] not in verbs}
            lemmas -= verbs
        for lemma in sorted(lemmas):
            pairs[upos][lemma] = lemma
            for form in _forms(lemma, upos, lang):
                pairs[upos].setdefault(form, lemma)
        for form, found in sorted(listed.items()):
            regular = pairs[upos].get(form)
            if lang == "en" and regular != form and form.endswith("ses") and regular:
                continue  # bases are more often several a base than several a basis
            pairs[upos][form] = form if form in found and upos != "VERB" else found[0]
    return pairs


def _lacking(lang: str) -> list[str]:
    """Verbs of the field that the package lacks."""
    text = Path(__file__).with_name(f"lemma_verbs_{lang}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def _usable(lemma: str) -> bool:
    return bool(lemma) and not any(c.isdigit() or c.isupper() or c == " " for c in lemma)


def _is_participle(form: str, lemma: str) -> bool:
    return (lemma.endswith("er") and form.startswith(lemma[:-2] + "é")) or (
        lemma.endswith("ir") and form.startswith(lemma[:-1]) and form != lemma
    )


def _participles(listed: dict[str, list[str]], verbs: set[str]) -> dict[str, str]:
    """A participle used as an adjective has the masculine singular as its lemma, not the infinitive."""
    forms = {form for form, lemmas in listed.items() if lemmas[0] in verbs and form not in verbs}
    forms |= {verb[:-2] + ending for verb in verbs if verb.endswith("er") for ending in ("é", "ée", "és", "ées")}
    pairs = {}
    for form in forms:
        shorter = (form[: len(form) - cut] for cut in (2, 1) if form.endswith(("es", "e", "s")[2 - cut :]))
        pairs[form] = next((found for found in shorter if found in forms and found[-1:] not in "es"), form)
    return pairs


def _forms(lemma: str, upos: str, lang: str) -> Iterator[str]:
    if lang == "fr" and upos == "VERB":
        yield from french_verb(lemma)
    elif lang == "en" and upos == "VERB":
        yield from english_verb(lemma)
    elif lang == "en" and upos == "NOUN":
        yield english_plural(lemma)
        if lemma.endswith("o"):
            yield lemma + "s"
        if lemma.endswith("man"):
            yield lemma[:-2] + "en"
    elif lang == "fr" and upos in {"NOUN", "ADJ"}:
        if plural := french_plural(lemma):
            yield plural
        if upos == "ADJ" and lemma[-1] in "éiutdsnlr":
            yield from (lemma + "e", lemma + "es")


def learn_endings(pairs: dict[str, str]) -> dict[str, Rule]:
    """For each ending up to LONGEST_ENDING letters the commonest change, kept where it differs from the shorter's."""
    votes: dict[str, Counter[Rule]] = defaultdict(Counter)
    for form, lemma in pairs.items():
        rule = change(form, lemma)
        marked = "^" + form
        for size in range(min(LONGEST_ENDING, len(marked)) + 1):
            ending = marked[len(marked) - size :]
            if rule[0] <= max(size, 1):
                votes[ending][rule] += 1
    kept: dict[str, Rule] = {}
    for ending in sorted(votes, key=len):
        rule, count = votes[ending].most_common(1)[0]
        shorter = next((kept[ending[i:]] for i in range(1, len(ending) + 1) if ending[i:] in kept), None)
        if rule != shorter and (count >= 3 or not ending):
            kept[ending] = rule
    return kept


def change(form: str, lemma: str) -> Rule:
    """How many letters to cut from the form and what to add to make the lemma."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def fixes(lang: str) -> Pairs:
    """The language's rows of lemma_fixes.tsv."""
    found: Pairs = defaultdict(dict)
    for line in Path(__file__).with_name("lemma_fixes.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, upos, form, lemma = line.split("\t")
            if language == lang:
                found[upos][form] = lemma
    return found


def corrections(trees: Sequence[Tree]) -> Pairs:
    """Forms met three times or more of which the Russian dictionary gets most wrong, with the lemma that most have.

    Verbs, names and prepositions keep the dictionary's lemma ("во" is в, "поставляется" поставляться), abbreviations
    have what lemma_fixes.tsv says: there the treebanks differ from each other.
    """
    dictionary = russian_dictionary()
    right: Counter[tuple[str, str]] = Counter()
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word in (word for tree in trees if tree.tagged for word in tree.words):
        if word.upos not in CORRECTED or not word.form[-1:].isalpha():
            continue
        form, lemma = word.form.lower(), word.lemma.lower().replace("ё", "е")
        feats = dict(pair.split("=", 1) for pair in word.feats.split("|") if pair)
        counts[word.upos, form][lemma] += 1
        right[word.upos, form] += dictionary.lemma(form, word.upos, feats) == lemma
    found: Pairs = defaultdict(dict)
    for (upos, form), lemmas in counts.items():
        lemma, count = lemmas.most_common(1)[0]
        if count > max(2, 2 * right[upos, form]):
            found[upos][form] = lemma
    return found


def build_russian(trees: Sequence[Tree]) -> list[str]:
    """Lines of the Russian table, sorted: only what the dictionary gets wrong."""
    corrected, fixed = corrections(trees), fixes("ru")
    return [
        f"=\t{upos}\t{form}\t{lemma}"
        for upos in sorted({*corrected, *fixed})
        for form, lemma in sorted({**corrected.get(upos, {}), **fixed.get(upos, {})}.items())
    ]


def build(lang: str, trees: Sequence[Tree]) -> list[str]:
    """Lines of the table, sorted: rules, then the forms whose lemma the rules would miss."""
    sure, once = from_trees(trees)
    lists, fixed = from_lists(lang), fixes(lang)
    lines = []
    for upos in sorted({*sure, *once, *lists, *fixed}):
        pairs = {**once.get(upos, {}), **lists.get(upos, {}), **sure.get(upos, {}), **fixed.get(upos, {})}
        rules = learn_endings(pairs) if upos in OPEN else {}
        lines += [f"-\t{upos}\t{ending}\t{cut}\t{added}" for ending, (cut, added) in sorted(rules.items())]
        wrong = {form: lemma for form, lemma in sorted(pairs.items()) if apply(form, rules) != lemma}
        lines += [f"=\t{upos}\t{form}\t{lemma}" for form, lemma in wrong.items() if not set("\t\n") & set(form + lemma)]
    return lines


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", required=True, choices=["fr", "en", "ru"])
    parser.add_argument("--treebanks", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    trees = load(args.treebanks, args.lang).train
    lines = build_russian(trees) if args.lang == "ru" else build(args.lang, trees)
    args.out.mkdir(parents=True, exist_ok=True)
    packed = gzip.compress(("\n".join(lines) + "\n").encode("utf-8"), mtime=0)
    (args.out / FILE).write_bytes(packed)
    print(f"{len(lines)} lines, {len(packed) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
