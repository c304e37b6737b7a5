"""The recipes of the table and of the models: labels, folds by matter, levels."""

import numpy as np
import pytest
from bench.lineage.corpus import Member, load
from training.lineage.common import table
from training.lineage.material import FAMILIES, HERE, Pair, label, pairs
from training.lineage.train import FEATURES, Figures, fit, level, seen_by, unseen

from foedus.lineage.crossing.decision import FEATURES as KNOWN
from foedus.lineage.crossing.decision import MODELS
from foedus.lineage.crossing.facts import Facts
from tests.lineage.crossing.texts import ORIGINAL


@pytest.fixture(scope="module")
def families() -> list[Pair]:
    return pairs(load(FAMILIES, HERE, matters=("01", "03", "05")).members)


def test_a_story_is_one_text_and_an_event_of_two_stories_one_event() -> None:
    found = {member.key: member for member in load(FAMILIES, HERE, matters=("01",)).members}
    assert label(found["a"], found["c"]) == "text"
    assert label(found["a"], found["e"]) == "event"
    assert label(found["a"], found["g"]) == "neither"


def test_pairs_of_two_matters_are_there_twice_and_once_as_of_one_day(families: list[Pair]) -> None:
    across = [pair for pair in families if not pair.within]
    assert 2 * sum(pair.moved for pair in across) == len(across)
    assert all(pair.label == "neither" for pair in across)
    assert all(pair.found.days == 0 for pair in across if pair.moved)
    assert not any(pair.moved for pair in families if pair.within)


def test_models_look_at_what_likeness_has() -> None:
    assert set(FEATURES) == set(MODELS)
    assert all(set(names) <= set(KNOWN) for names in FEATURES.values())


def test_a_model_tells_texts_of_matters_that_it_did_not_see(families: list[Pair]) -> None:
    own = seen_by(families, "across")
    told = unseen(own, "across")
    assert [bool(np.isnan(one)) for one in told] == [pair.moved for pair in own]
    _, found = level(own, told, "across")
    assert found.precision >= 0.97
    assert found.recall >= 0.9


def test_fitting_twice_gives_the_same(families: list[Pair]) -> None:
    own = seen_by(families, "event")
    assert fit(own, "event") == fit(own, "event")


def test_an_event_s_model_is_asked_of_no_pairs_of_one_text(families: list[Pair]) -> None:
    assert {pair.label for pair in seen_by(families, "event")} == {"event", "neither"}


def test_figures_of_nothing_are_no_error() -> None:
    assert Figures(0, 0, 0).f1 == 1.0
    assert Figures(0, 3, 0).precision == 0.0


def test_the_table_leaves_out_what_is_rare() -> None:
    facts = [Facts(ORIGINAL[lang], lang, "2023-01-19") for lang in ORIGINAL] * 2
    made = table(facts)
    assert "documents\t6\n" in made
    assert "state\tDNK\t6\n" in made
    assert "documents\t1\n" in table(facts[:1])
    assert "DNK" not in table(facts[:1])


def test_members_have_texts() -> None:
    found: list[Member] = list(load(FAMILIES, HERE).members)
    assert len(found) >= 70
    assert {member.document.lang for member in found} == {"en", "fr", "ru"}
