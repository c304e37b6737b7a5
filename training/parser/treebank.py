"""Read CoNLL-U treebanks into sentences with one common set of labels, whatever habits each treebank has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from foedus.language.fold import fold
from foedus.language.labels import harmonised

KEPT_FEATS = frozenset(
    "Mood Tense Aspect VerbForm Voice Number Person Gender Case Degree Definite Polarity PronType Poss Reflex "
    "NumType".split()
)
COMPOUND = frozenset({"auprès", "lors"})
"""French adverbs that are prepositions with "de"; the treebanks hang what follows below the adverb."""
RUSSIAN_ACTORS = frozenset(
    "армией властями войсками компанией концерном корпорацией министерством министром парламентом правительством "
    "президентом советом странами сторонами силами союзом фирмой заводом предприятием спецслужбами полицией военными "
    "боевиками повстанцами террористами сепаратистами депутатами ведомством агентством организацией экипажем "
    "подразделениями государством государствами пограничниками".split()
)
AGENT_MARKS = {"fr": "par", "en": "by"}
# "par jour" under a participle says how often, not by whom
NOT_AGENTS = frozenset("jour mois an année semaine heure ailleurs exemple conséquent rapport contre fois".split())


@dataclass(frozen=True)
class Word:
    """One token of the training data; `head` is an index in the sentence, its own for the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    dep: str
    space: bool


@dataclass(frozen=True)
class Tree:
    """One sentence: its words, document and construction where the treebank names them; may its tags be learnt?"""

    words: tuple[Word, ...]
    doc: str = ""
    tagged: bool = True
    construction: str = ""


@dataclass
class _Row:
    id: int
    form: str
    lemma: str
    upos: str
    feats: dict[str, str]
    head: int
    dep: str
    space: bool
    last: int = 0
    children: list[_Row] = field(default_factory=list)


def read(path: Path, lang: str) -> Iterator[Tree]:
    """The trees of one file. Sentences of one word are kept; those with a broken head column are not."""
    doc = ""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        for line in block.split("\n"):
            if line.startswith("# newdoc id"):
                doc = line.partition("=")[2].strip()
        construction = _comment(block, "construction")
        rows, multi = _rows(block)
        if not rows or sum(row.head == 0 for row in rows) != 1:
            continue
        _harmonise(rows, lang)
        tree = Tree(_words(rows, multi, whole=lang == "fr"), doc, construction=construction)
        yield with_bare_agents(tree) if lang == "ru" else tree


def with_bare_agents(tree: Tree) -> Tree:
    """Russian: an actor in the bare instrumental under a passive is `obl:agent`, where others often say `obl`."""
    words = tree.words
    cased = {word.head for word in words if word.dep == "case"}
    passive = {word.head for word in words if word.dep == "nsubj:pass"}
    passive |= {i for i, word in enumerate(words) if "Voice=Pass" in word.feats}

    def agent(i: int, word: Word) -> bool:
        actor = word.upos == "PROPN" or word.form.lower() in RUSSIAN_ACTORS
        return word.dep == "obl" and word.head in passive and i not in cased and "Case=Ins" in word.feats and actor

    return replace(
        tree, words=tuple(replace(word, dep="obl:agent") if agent(i, word) else word for i, word in enumerate(words))
    )


def _comment(block: str, name: str) -> str:
    """The value of a comment of the sentence; empty where it has none."""
    found = (line.partition("=")[2].strip() for line in block.split("\n") if line.startswith(f"# {name} ="))
    return next(found, "")


def without_tags(tree: Tree) -> Tree:
    """The tree for its syntax alone: its tags follow other habits and are not to be learnt."""
    return replace(tree, tagged=False)


def _rows(block: str) -> tuple[list[_Row], dict[int, tuple[int, str, bool]]]:
    rows: list[_Row] = []
    multi: dict[int, tuple[int, str, bool]] = {}
    for line in block.split("\n"):
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 8 or "." in cells[0]:
            continue
        space = "SpaceAfter=No" not in (cells[9] if len(cells) > 9 else "")
        if "-" in cells[0]:
            first, last = map(int, cells[0].split("-"))
            multi[first] = (last, cells[1], space)
            continue
        feats = dict(pair.split("=", 1) for pair in cells[5].split("|") if "=" in pair)
        head = int(cells[6]) if cells[6].isdigit() else 0
        rows.append(_Row(int(cells[0]), cells[1], cells[2], cells[3], feats, head, cells[7], space))
    for row in rows:
        if row.head and row.head <= len(rows):
            rows[row.head - 1].children.append(row)
    return rows, multi


def _harmonise(rows: list[_Row], lang: str) -> None:
    for row in rows:
        passive = any(child.dep == "aux:pass" for child in row.children)
        active = any(child.dep.startswith("aux") and child.dep != "aux:pass" for child in row.children)
        participle = row.feats.get("VerbForm") == "Part" and row.feats.get("Tense") != "Pres"
        if participle and "Voice" not in row.feats and row.upos == "VERB":
            row.feats["Voice"] = "Pass" if passive or (not active and row.dep.startswith("acl")) else "Act"
        for child in row.children:
            if passive and child.dep in {"nsubj", "csubj"}:
                child.dep += ":pass"
            if (passive or (participle and not active)) and _is_agent(child, lang):
                child.dep = "obl:agent"
    if lang == "fr":
        _name_after_class_noun(rows)
        _compound_preposition(rows)
    for row in rows:
        row.dep = harmonised(row.dep)
        row.feats = {name: value for name, value in row.feats.items() if name in KEPT_FEATS}


def _name_after_class_noun(rows: list[_Row]) -> None:
    """A name after its class noun without a preposition is `appos`, as in GSD and PUD; Sequoia has `nmod`."""
    for row in rows:
        follows = row.head == row.id - 1 and row.head > 0 and rows[row.head - 1].upos == "NOUN"
        if follows and row.upos == "PROPN" and row.dep == "nmod" and not any(c.dep == "case" for c in row.children):
            row.dep = "appos"


def _compound_preposition(rows: list[_Row]) -> None:
    """Of "auprès de X" X hangs where the adverb hung, which is its `case`; "de" is `fixed` to it, as in "face à X"."""
    for row in rows:
        noun = next((c for c in row.children if c.dep.split(":")[0] in {"obl", "nmod", "obj"}), None)
        of = next((c for c in noun.children if c.dep == "case" and c.lemma == "de"), None) if noun else None
        if (
            row.lemma not in COMPOUND
            or row.dep.split(":")[0] not in {"advmod", "obl", "nmod"}
            or not noun
            or not of
            or not row.head
            or of.id not in {row.id + 1, row.id + 2}
        ):
            continue
        above = rows[row.head - 1]
        noun.head, noun.dep = row.head, "nmod" if above.upos in {"NOUN", "PROPN", "PRON"} else "obl"
        row.head, row.dep, of.head, of.dep = noun.id, "case", row.id, "fixed"
        for child in row.children:
            if child is not noun and child is not of:
                child.head = noun.id


def _is_agent(row: _Row, lang: str) -> bool:
    if not row.dep.startswith("obl") or row.lemma.lower() in NOT_AGENTS or row.upos not in {"NOUN", "PROPN", "PRON"}:
        return False
    return any(c.dep == "case" and c.lemma.lower() == AGENT_MARKS.get(lang) for c in row.children)


def _words(rows: list[_Row], multi: dict[int, tuple[int, str, bool]], whole: bool) -> tuple[Word, ...]:
    """Join multiword tokens into one (`whole`) or keep their parts; ids become indexes."""
    place: dict[int, int] = {}
    kept: list[tuple[str, _Row, bool]] = []
    i = 1
    while i <= len(rows):
        last, form, space = multi.get(i, (i, rows[i - 1].form, rows[i - 1].space))
        group = rows[i - 1 : last]
        if whole and last > i:
            head = next((row for row in group if not i <= row.head <= last), group[0])
            place.update((row.id, len(kept)) for row in group)
            kept.append((form, head, space))
        else:
            for row in group:
                place[row.id] = len(kept)
                kept.append((row.form, row, space if row.id == last else False))
        i = last + 1
    return tuple(
        Word(
            form=fold(form),
            lemma=row.lemma,
            upos=row.upos,
            feats="|".join(f"{name}={value}" for name, value in sorted(row.feats.items())),
            head=place[row.head] if row.head else index,
            dep=row.dep if row.head else "root",
            space=space,
        )
        for index, (form, row, space) in enumerate(kept)
    )
