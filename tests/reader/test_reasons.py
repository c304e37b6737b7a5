"""Why words make a claim: the decider's reasons, in words that a person understands."""

import string

import pytest

from foedus.cli.lexicon_texts import analysed, sentence_document
from foedus.reader.deciding import neighbours
from foedus.reader.deciding.explaining import Explanation
from foedus.reader.deciding.linear import COUNTS, NAMES
from foedus.reader.deciding.model import load_model
from foedus.reader.deciding.reasons import LEAST, MOST
from foedus.reader.deciding.wording import load_wording
from foedus.reader.hits import UnitHit, hits_of
from foedus.reader.read import Reader
from tests.reader.reading import report

TEXTS = {
    "en": ("The Netherlands delivered twelve howitzers to Moldova on Friday.", "delivered"),
    "fr": ("La Belgique a livré douze obusiers à la Moldavie vendredi.", "livré"),
    "ru": ("Бельгия поставила Молдавии двенадцать гаубиц.", "поставила"),
}


def explained(text: str, word: str, lang: str, type_: str = "transfer") -> Explanation | None:
    start = text.index(word)
    return Reader.load().explain(report(text, lang), start, start + len(word), type_)


@pytest.mark.parametrize("lang", TEXTS)
def test_a_claim_is_explained_by_its_strongest_features(lang: str) -> None:
    said = explained(*TEXTS[lang], lang)
    assert said
    assert said.chosen
    assert said.probability >= said.threshold
    assert said.stage == "delivered"
    for reasons in (said.reasons, said.stage_reasons):
        shares = [one.share for one in reasons]
        assert shares == sorted(shares, key=lambda share: -abs(share))
        assert all(abs(share) >= LEAST for share in shares)
        assert 1 <= sum(share > 0 for share in shares) <= MOST
        assert sum(share < 0 for share in shares) <= MOST
        assert len({one.words for one in reasons}) == len(reasons)


@pytest.mark.parametrize("lang", TEXTS)
def test_the_first_pass_is_no_reason_but_what_it_saw_is(lang: str) -> None:
    said = explained(*TEXTS[lang], lang)
    assert said
    names = {one.name for one in said.reasons}
    assert not names & {"first", "ahead of rival"}
    assert names & {"rate:unit", "rate:word", "fitting"}


def test_what_speaks_against_a_delivery_of_pizzas_is_that_no_arms_are_near() -> None:
    arms = explained(*TEXTS["en"], "en")
    food = explained("The courier delivered twelve pizzas to the office on Friday.", "delivered", "en")
    assert arms
    # a text without arms, states or troops may not even be parsed
    assert food is None or (not food.chosen and food.probability < arms.probability)
    hit = next(
        hit
        for hit in hits_of(analysed(sentence_document("The courier delivered twelve pizzas to the office.", "en")))
        if isinstance(hit, UnitHit) and hit.text == "deliver" and hit.type == "transfer"
    )
    assert hit.said
    assert not hit.said.chosen
    assert {one.name for one in hit.said.reasons if one.share < 0} & {
        "fitting",
        "obj:arms",
        "own:arms",
        "below:arms",
        "sentence:arms",
        "document:arms",
    }
    assert any("no arms" in one.words for one in hit.said.reasons if one.share < 0)


def test_what_the_reader_does_not_find_is_not_explained() -> None:
    text, word = TEXTS["en"]
    start = text.index(word)
    document = report(text, "en")
    assert Reader.load().explain(document, start, start + len(word), "meeting") is None
    assert Reader.load().explain(document, start, start + len(word) - 1, "transfer") is None
    german = "Die Niederlande lieferten am Freitag zwölf Haubitzen an die Republik Moldau."
    assert explained(german, "lieferten", "de") is None


def test_every_unit_that_is_closest_to_the_words_is_explained_even_a_hopeless_one() -> None:
    sentence = "Paris refused to deliver the tanks, and the minister went home to see his sick mother."
    hits = [hit for hit in hits_of(analysed(sentence_document(sentence, "en"))) if isinstance(hit, UnitHit)]
    refused = {hit.type: hit.said for hit in hits if hit.place.words == "refused"}
    assert len(refused) > 1
    assert all(refused.values())
    assert [said.type for said in refused.values() if said and said.chosen] == ["transfer"]
    assert all(said.reasons for said in refused.values() if said)


def test_the_table_words_every_feature_of_the_shipped_model() -> None:
    model, wording = load_model(), load_wording()
    assert {*model.encoders["first"].columns, *neighbours.NAMES} <= wording.claim.keys()
    assert set(model.encoders["stage"].columns) <= wording.claim.keys() | wording.stage.keys()
    dense = {f"{name}:" for name in NAMES} | {f"{name}>" for name in COUNTS}
    marks = [mark.partition("|")[2] or mark for mark in model.linear.marks]
    around = [mark for mark in marks if not any(mark.startswith(name) for name in dense)]
    assert {mark.partition("=")[0].partition(":")[0] for mark in around} <= wording.marks.keys()
    kinds = {mark.partition("=<")[2].partition(">")[0] for mark in around if "=<" in mark}
    assert kinds <= wording.kinds.keys()


@pytest.mark.parametrize("value", [-1.0, 0.0, 0.25, 3.0, "VERB"])
def test_every_wording_is_whole_whatever_the_value(value: float | str) -> None:
    wording = load_wording()
    told = [wording.feature("claim", name, value) for name in wording.claim]
    told += [wording.feature("stage", name, value) for name in wording.stage]
    told += [wording.mark(name, ["to", "in"], "<state>") for name in wording.marks]
    assert all(words and not set(words) & set("{}<>") for words in told)
    fields = {"value", "percent", "detail"}
    for cases in [*wording.claim.values(), *wording.stage.values(), *wording.marks.values()]:
        for template in [cases] if isinstance(cases, str) else cases.values():
            assert {field for _, field, _, _ in string.Formatter().parse(template) if field} <= fields


def test_prepositions_of_one_phrase_are_told_together() -> None:
    wording = load_wording()
    assert wording.mark("p", ["to", "along_with"], "<state>") == "after “along with” or “to”: a state"
    assert wording.mark("p", [], "minister") == "after a preposition: “minister”"
    assert wording.feature("claim", "own:arms", 0.0) == "no arms among its own phrases"
