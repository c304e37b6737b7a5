"""Which treebank files teach and which test, per language; what is tested is never learnt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training.parser.treebank import Tree, read, without_tags

# GUM's own test documents, as its repository lists them for the genres used here
GUM_TEST = frozenset(
    f"GUM_{name}"
    for name in (
        "academic_discrimination academic_eegimaa bio_dvorak bio_jespersen interview_libertarian interview_hill "
        "news_homeopathic news_iodine news_nasa voyage_oakland voyage_vavau court_carpet"
    ).split()
)
TESTS = {
    "fr": {"Sequoia": ("fr_sequoia-ud-test",), "GSD": ("fr_gsd-ud-test",)},
    "en": {"EWT": ("en_ewt-ud-test",)},
}


@dataclass(frozen=True)
class Corpora:
    """Training trees, those of other periods (syntax only, learnt first), and test sets by name."""

    train: list[Tree]
    early: list[Tree]
    tests: dict[str, list[Tree]]


def load(folder: Path, lang: str) -> Corpora:
    """Read every `*.conllu` of `folder/lang`. Raises SystemExit where there is none."""
    files = sorted((folder / lang).glob("*.conllu"))
    if not files:
        raise SystemExit(f"no *.conllu file in {folder / lang}: give the folder that holds {lang}/ with --treebanks")
    tests: dict[str, list[Tree]] = {name: [] for name in TESTS[lang]}
    corpora = Corpora([], [], tests)
    for path in files:
        trees = list(read(path, lang))
        name = next((n for n, stems in TESTS[lang].items() if path.stem in stems), None)
        if name:
            tests[name] += trees
        elif path.stem.startswith("gum_"):
            held = [tree for tree in trees if tree.doc in GUM_TEST]
            tests.setdefault("GUM", []).extend(held)
            corpora.train.extend(tree for tree in trees if tree.doc not in GUM_TEST)
        elif "alts" in path.stem:  # legal French of the sixteenth century, other tags
            corpora.early.extend(without_tags(tree) for tree in trees)
        else:
            corpora.train.extend(trees)
    return corpora
