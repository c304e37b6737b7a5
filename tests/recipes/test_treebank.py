"""Our own treebank: whole, in both halves, and guarded by a checker that names what is wrong."""

from pathlib import Path

import pytest
from training.treebank.check import CONSTRUCTIONS, blocks, faults
from training.treebank.compose import compose

FOLDER = Path(__file__).parents[2] / "training" / "treebank"
SHORT = """@ recipient\tParis livre deux vedettes à Dakar.
Paris = PROPN 2 nsubj
livre livrer VERB 0 root ind.pres.fin
deux = NUM 4 nummod
vedettes vedette NOUN 2 obj
à = ADP 6 case
Dakar = PROPN 2 obl
. = PUNCT 2 punct
"""


def sentences(path: Path) -> list[str]:
    return [block.comments["text"] for block in blocks(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("half", ["train", "test"])
@pytest.mark.parametrize("lang", ["fr", "en", "ru"])
def test_every_half_is_without_fault_and_has_every_construction(lang: str, half: str) -> None:
    found = list(blocks((FOLDER / lang / f"{half}.conllu").read_text(encoding="utf-8")))
    assert [fault for block in found for fault in faults(block)] == []
    assert {block.comments["construction"] for block in found} == CONSTRUCTIONS
    assert len(found) >= 150


@pytest.mark.parametrize("lang", ["fr", "en", "ru"])
def test_the_halves_share_no_sentence(lang: str) -> None:
    train, test = sentences(FOLDER / lang / "train.conllu"), sentences(FOLDER / lang / "test.conllu")
    assert len(set(train) | set(test)) == len(train) + len(test) >= 300


def test_the_short_notation_gives_a_tree_without_fault() -> None:
    (block,) = blocks("\n".join(compose(SHORT, "fr")))
    assert list(faults(block)) == []
    assert [(row.form, row.lemma, row.head, row.dep) for row in block.rows][1] == ("livre", "livrer", 0, "root")
    assert block.rows[1].feats == "Mood=Ind|Tense=Pres|VerbForm=Fin"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("Dakar = PROPN 2 obl", "Dakar = PROPN 2 oblique", "label 'oblique' is not one of ours"),
        ("Dakar = PROPN 2 obl", "Dakar = PROPN 5 obl", "circle"),
        ("Paris = PROPN 2 nsubj", "Paris = PROPN 3 nsubj", "arcs cross"),
        ("deux = NUM 4 nummod", "deux = NUM 2 nsubj", "has 2 nsubj"),
        ("livre livrer VERB 0 root ind.pres.fin", "livre livrer VERB 0 root", "a verb needs VerbForm"),
        (". = PUNCT 2 punct", ". = PUNCT 0 root", "exactly one token"),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, says: str) -> None:
    (block,) = blocks("\n".join(compose(SHORT.replace(old, new), "fr")))
    assert says in " ".join(faults(block))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("deux = NUM 4 nummod\n", "", "its tokens are"),
        ("ind.pres.fin", "ind.now", "feature code 'now'"),
        ("Dakar = PROPN 2 obl", "Dakar = PROPN 2", "expected FORM LEMMA"),
    ],
)
def test_short_notation_that_does_not_fit_is_refused(old: str, new: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        list(compose(SHORT.replace(old, new), "fr"))
