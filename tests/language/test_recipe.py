"""The training recipe's own rules: labels made common, variants that stay trees, claims that put a parse right."""

import random
from pathlib import Path

import pytest
from training.parser.lemmas import change, learn_endings
from training.parser.pack import Packer, load, save
from training.parser.paradigms import english_verb, french_plural, french_verb
from training.parser.raw import belongs, hint
from training.parser.treebank import Tree, read
from training.parser.variants import join, vary

from foedus.language.lemmas import apply
from foedus.language.parse import Sentence, Token

PASSIVE = """# newdoc id = d1
1	Huit	huit	NUM	_	_	2	nummod	_	_
2	canons	canon	NOUN	_	Number=Plur|Typo=Yes	5	nsubj	_	_
3	ont	avoir	AUX	_	_	5	aux:tense	_	_
4	été	être	AUX	_	_	5	aux:pass	_	_
5	livrés	livrer	VERB	_	Tense=Past|VerbForm=Part	0	root	_	_
6-7	aux	_	_	_	_	_	_	_	_
6	à	à	ADP	_	_	8	case	_	_
7	les	le	DET	_	_	8	det	_	_
8	Lettons	Letton	PROPN	_	_	5	obl:arg	_	_
9	par	par	ADP	_	_	10	case	_	_
10	Oslo	Oslo	PROPN	_	_	5	obl:mod	_	SpaceAfter=No
11	.	.	PUNCT	_	_	5	punct	_	_
"""


@pytest.fixture
def passive(tmp_path: Path) -> Tree:
    file = tmp_path / "sample.conllu"
    file.write_text(PASSIVE, encoding="utf-8")
    (tree,) = read(file, "fr")
    return tree


def test_labels_are_made_common_and_multiword_tokens_whole(passive: Tree) -> None:
    assert [(word.form, word.dep, word.head) for word in passive.words] == [
        ("Huit", "nummod", 1),
        ("canons", "nsubj:pass", 4),
        ("ont", "aux", 4),
        ("été", "aux:pass", 4),
        ("livrés", "root", 4),
        ("aux", "case", 6),
        ("Lettons", "obl", 4),
        ("par", "case", 8),
        ("Oslo", "obl:agent", 4),
        (".", "punct", 4),
    ]
    assert passive.doc == "d1"


def test_features_are_cut_to_the_common_ones_and_voice_is_added(passive: Tree) -> None:
    assert passive.words[1].feats == "Number=Plur"
    assert "Voice=Pass" in passive.words[4].feats


def test_variants_are_trees_with_the_same_root(passive: Tree) -> None:
    rng = random.Random(7)  # noqa: S311
    for _ in range(200):
        words = vary(passive, "fr", rng).words
        assert [i for i, word in enumerate(words) if word.head == i] == [4]
        assert all(0 <= word.head < len(words) for word in words)


def test_joined_sentences_keep_their_own_roots(passive: Tree) -> None:
    joined = join([passive, passive])
    assert [i for i, word in enumerate(joined.words) if word.head == i] == [4, 14]


def sentence(*rows: tuple[str, str, int, str]) -> Sentence:
    tokens, at = [], 0
    for i, (form, upos, head, dep) in enumerate(rows):
        tokens.append(Token(i, at, at + len(form), form, form, upos, {}, head, dep))
        at += len(form) + 1
    return Sentence(0, at - 1, tuple(tokens))


WEAPON = (
    ("Oslo", "PROPN", 1, "nsubj"),
    ("livre", "VERB", 1, "root"),
    ("huit", "NUM", 3, "nummod"),
    ("canons", "NOUN", 1, "obj"),
    ("à", "ADP", 5, "case"),
    ("Riga", "PROPN", 3, "nmod"),
)


def test_a_recipient_hung_on_the_weapon_is_a_hint_for_the_verb_and_the_rest_is_left_open() -> None:
    parsed = sentence(*WEAPON)
    assert belongs(parsed, 1, 5)
    tree = hint(parsed, {5: 1})
    assert (tree.words[5].head, tree.words[5].dep) == (1, "obl")
    assert [word.dep for word in tree.words[:5]] == [""] * 5
    assert {word.upos for word in tree.words} == {""}


def test_a_filler_before_its_trigger_or_far_from_it_is_no_hint() -> None:
    assert not belongs(sentence(*WEAPON), 5, 0)
    assert not belongs(sentence(*WEAPON[:5], ("Riga", "PROPN", 0, "nmod")), 3, 5)


def test_a_pack_keeps_what_is_known_and_leaves_open_what_is_not(passive: Tree, tmp_path: Path) -> None:
    packer = Packer()
    packer.add("gold0", [passive])
    packer.add("hints", [hint(sentence(*WEAPON), {5: 1})])
    packer.raw("field", [["Oslo", "livre"]])
    save(packer.pack(), tmp_path / "fr.npz")
    pack = load(tmp_path / "fr.npz")
    gold, hints, field = (pack.groups[name] for name in ("gold0", "hints", "field"))
    assert [pack.forms[n] for n in gold.words] == [word.form for word in passive.words]
    assert [pack.labels[n] for n in gold.labels] == [word.dep for word in passive.words]
    assert [pack.feats[n] for n in gold.feats] == [word.feats for word in passive.words]
    assert gold.heads.tolist() == [word.head for word in passive.words]
    assert hints.heads.tolist() == [-1, -1, -1, -1, -1, 1]
    assert (hints.upos == -1).all()
    assert (field.heads == -1).all()
    assert field.lengths.tolist() == [2]
    assert pack.labels == sorted(pack.labels)


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("livrer", {"livre", "livrons", "livrèrent", "livrée", "livrera"}),
        ("placer", {"plaçons", "plaça", "place"}),
        ("acheter", {"achète", "achètera", "achetons"}),
        ("appeler", {"appelle", "appellera"}),
        ("céder", {"cède", "cédera"}),
        ("déployer", {"déploie", "déploieront", "déployons"}),
        ("finir", {"finissent", "finirait", "fini"}),
    ],
)
def test_french_paradigms_hold_the_forms_of_regular_verbs(infinitive: str, forms: set[str]) -> None:
    assert forms <= set(french_verb(infinitive))


def test_english_paradigms_and_french_plurals() -> None:
    assert {"supplies", "supplied", "supplying"} <= set(english_verb("supply"))
    assert {"ships", "shipped", "shipping"} <= set(english_verb("ship"))
    assert [french_plural(noun) for noun in ("canon", "arsenal", "bateau", "obus")] == [
        "canons",
        "arsenaux",
        "bateaux",
        None,
    ]


def test_learnt_endings_reach_words_that_were_not_in_the_list() -> None:
    pairs = {form: verb for verb in ("livrer", "doter", "armer", "allier") for form in french_verb(verb)}
    rules = learn_endings(pairs)
    assert [apply(form, rules) for form in ("finlandisait", "dronisera")] == ["finlandiser", "droniser"]
    assert change("livraient", "livrer") == (5, "er")
