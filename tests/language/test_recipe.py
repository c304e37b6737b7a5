"""The training recipe's own rules: labels made common, variants that stay trees, claims that put a parse right."""

import random
from pathlib import Path

import pytest
from training.parser.lemmas import change, learn_endings
from training.parser.paradigms import english_verb, french_plural, french_verb
from training.parser.raw import attached, corrected
from training.parser.treebank import Tree, Word, read
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


def test_a_recipient_hung_on_the_weapon_is_moved_to_the_verb() -> None:
    parsed = sentence(
        ("Oslo", "PROPN", 1, "nsubj"),
        ("livre", "VERB", 1, "root"),
        ("huit", "NUM", 3, "nummod"),
        ("canons", "NOUN", 1, "obj"),
        ("à", "ADP", 5, "case"),
        ("Riga", "PROPN", 3, "nmod"),
    )
    assert not attached(parsed, 1, 5)
    tree = corrected(parsed, [(1, 5)])
    assert tree is not None
    assert (tree.words[5].head, tree.words[5].dep) == (1, "obl")
    assert tree.words[:5] == tuple(
        Word(t.text, t.lemma, t.upos, "", t.head, t.dep, space=True) for t in parsed.tokens[:5]
    )


def test_a_move_that_would_cross_another_arc_is_not_made() -> None:
    parsed = sentence(
        ("livre", "VERB", 0, "root"),
        ("canons", "NOUN", 0, "obj"),
        ("à", "ADP", 3, "case"),
        ("Riga", "PROPN", 1, "nmod"),
        ("neufs", "ADJ", 1, "amod"),
    )
    tree = corrected(parsed, [(0, 3)])
    assert tree is not None
    assert tree.words[3].head == 1


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
