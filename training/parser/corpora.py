"""Which treebank files teach and which test, per language; what is tested is never learnt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training.parser.treebank import Tree, read, without_tags

OWN = Path(__file__).parents[1] / "treebank"
"""Our own sentences: `LANG/train.conllu` teaches, `LANG/test.conllu` tests."""

# GUM's own test documents, as its repository lists them for the genres used here
GUM_TEST = frozenset(
    f"GUM_{name}"
    for name in (
        "academic_discrimination academic_eegimaa bio_dvorak bio_jespersen interview_libertarian interview_hill "
        "news_homeopathic news_iodine news_nasa voyage_oakland voyage_vavau court_carpet speech_austria "
        "speech_newzealand textbook_chemistry textbook_union"
    ).split()
)
TESTS = {
    "fr": {"Sequoia": ("fr_sequoia-ud-test",), "GSD": ("fr_gsd-ud-test",)},
    "en": {"EWT": ("en_ewt-ud-test",)},
    "ru": {"GSD": ("ru_gsd-ud-test",), "Taiga": ("ru_taiga-ud-test",)},
}
DEVELOPMENT = {
    "fr": frozenset({"fr_sequoia-ud-dev"}),
    "en": frozenset({"en_ewt-ud-dev"}),
    "ru": frozenset({"ru_gsd-ud-dev"}),
}
"""Held out while choices are made, learnt for the weights that are shipped."""
OTHER_HABITS = ("alts", "rhapsodie", "poetry")
"""Legal French of the 16th century, spoken French, Russian verse: for their syntax, early in the training."""


@dataclass(frozen=True)
class Corpora:
    """Training trees, those of other habits (syntax only), our own, and development and test sets by name."""

    train: list[Tree]
    early: list[Tree]
    own: list[Tree]
    development: dict[str, list[Tree]]
    tests: dict[str, list[Tree]]


def load(folder: Path, lang: str, hold_development: bool = False) -> Corpora:
    """Read every `*.conllu` of `folder/lang` and our own. Raises SystemExit where the folder has none."""
    files = sorted((folder / lang).glob("*.conllu"))
    if not files:
        raise SystemExit(f"no *.conllu file in {folder / lang}: give the folder that holds {lang}/ with --treebanks")
    corpora = Corpora([], [], _own(lang, "train"), {}, {name: [] for name in TESTS[lang]})
    for path in files:
        trees = list(read(path, lang))
        name = next((n for n, stems in TESTS[lang].items() if path.stem in stems), None)
        if name:
            corpora.tests[name].extend(trees)
        elif hold_development and path.stem in DEVELOPMENT[lang]:
            corpora.development[path.stem] = trees
        elif path.stem.startswith("gum_"):
            held = [tree for tree in trees if tree.doc in GUM_TEST]
            corpora.tests.setdefault("GUM", []).extend(held)
            corpora.train.extend(tree for tree in trees if tree.doc not in GUM_TEST)
        elif any(habit in path.stem for habit in OTHER_HABITS):
            corpora.early.extend(without_tags(tree) for tree in trees)
        else:
            corpora.train.extend(trees)
    own = _own(lang, "test")
    if own:
        corpora.tests["own"] = own
    return corpora


def _own(lang: str, half: str) -> list[Tree]:
    """Our own sentences; their features are kept for verbs alone, so none of them are learnt."""
    path = OWN / lang / f"{half}.conllu"
    return list(read(path, lang)) if path.is_file() else []
