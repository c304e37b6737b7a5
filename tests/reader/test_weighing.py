"""What makes weighing fast changes nothing: every short cut gives what the plain way gives."""

import numpy as np
import pytest

from foedus.gazetteer.scanner import Scanner
from foedus.model.document import make_document
from foedus.reader.analysis import analyse
from foedus.reader.deciding.decider import Said, Sight, look, rates_of, weigh
from foedus.reader.deciding.linear import RATES, marks_of
from foedus.reader.deciding.model import load_model
from foedus.reader.deciding.stages import Standing, decide_stage, decide_stages, weighed_stages
from foedus.reader.read import READABLE
from foedus.reader.tools import load_tools

TEXTS = {
    "fr": "La Grèce a commandé trois frégates à la France en 2021. La livraison de la première est prévue pour 2025. "
    "Athènes n'a pas annulé le contrat et négocie l'achat de missiles.",
    "en": "Poland has ordered 32 F-35 fighters from the United States. Deliveries of the first batch begin in 2024. "
    "Warsaw denied that it had promised to supply tanks to Ukraine.",
    "ru": "Индия получила от России третий полк С-400. Поставки по контракту начались в 2021 году. "
    "Москва обещала передать Дели новые истребители.",
}


def sight_of(lang: str) -> Sight:
    document = make_document(TEXTS[lang], lang=lang, published="2022-05-01")
    return look(analyse(document, Scanner.load(), READABLE, {}))


def standings(sight: Sight, said: list[Said]) -> list[Standing]:
    setting = sight.setting
    return [
        Standing(
            setting.scenes[one.view],
            setting.langs[one.view],
            one.candidate,
            one.features,
            sight.operators[one.view],
            2022,
        )
        for one in said
    ]


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_the_linear_model_adds_up_the_marks(lang: str) -> None:
    model = load_model()
    said = weigh(model, sight_of(lang))
    assert said
    for one in said:
        rates = rates_of(one.features)
        plain = model.linear.bias + sum(weight * rate for weight, rate in zip(model.linear.rates, rates, strict=True))
        plain += sum(model.linear.marks.get(mark, 0.0) for mark in marks_of(one.features))
        assert model.linear.log_odds(one.features, rates) == pytest.approx(plain, abs=1e-9)
        assert len(rates) == len(RATES)


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_stages_weighed_together_are_those_weighed_alone(lang: str) -> None:
    model, sight = load_model(), sight_of(lang)
    some = standings(sight, weigh(model, sight))
    together = decide_stages(model, some)
    assert [one.stage for one in together] == [decide_stage(model, at).stage for at in some]
    assert decide_stages(model, []) == []


def test_shared_values_give_the_rows_of_whole_ones() -> None:
    model, sight = load_model(), sight_of("en")
    encoder = model.encoders["stage"]
    for at in standings(sight, weigh(model, sight)):
        weighed = weighed_stages(at, model.stage_rates)
        whole = encoder.rows([weighed.shared | own for own in weighed.own.values()])
        assert np.array_equal(whole, encoder.rows(list(weighed.own.values()), weighed.shared))


@pytest.mark.parametrize("name", ["first", "second", "stage"])
def test_a_row_goes_down_the_shipped_trees_as_they_are_written(name: str) -> None:
    trees = load_model().trees[name]
    chance = np.random.default_rng(5)
    rows = chance.choice(trees.thresholds.ravel(), size=(300, int(trees.features.max()) + 1)).astype(np.float32)
    for row, odds in list(zip(rows, trees.log_odds(rows), strict=True))[::30]:
        shares = trees.shares(row)
        assert float(trees.values[:, 0].sum()) + sum(shares.values()) == pytest.approx(float(odds), abs=1e-3)


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_a_sentence_is_searched_once_and_another_of_the_same_words_anew(lang: str) -> None:
    document = make_document(TEXTS[lang], lang=lang, published=None)
    first, again = (analyse(document, Scanner.load(), READABLE, {}) for _ in range(2))
    units = load_tools(lang).units
    for one, other in zip(first.views, again.views, strict=True):
        assert units.hits(one.sentence) is units.hits(one.sentence)
        assert units.hits(one.sentence) == units.hits(other.sentence)
