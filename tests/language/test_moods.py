"""French future, conditional and past historic by their endings: regular and irregular stems, and no other form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.language.moods import CONDITIONAL, FUTURE, mood, stem
from foedus.language.pipelines import load


@pytest.mark.parametrize(
    ("infinitive", "wanted"),
    [
        ("livrer", "livrer"),
        ("fournir", "fournir"),
        ("vendre", "vendr"),
        ("remettre", "remettr"),
        ("être", "ser"),
        ("avoir", "aur"),
        ("aller", "ir"),
        ("faire", "fer"),
        ("pouvoir", "pourr"),
        ("devoir", "devr"),
        ("recevoir", "recevr"),
        ("obtenir", "obtiendr"),
        ("intervenir", "interviendr"),
        ("envoyer", "enverr"),
        ("acquérir", "acquerr"),
        ("secourir", "secourr"),
    ],
)
def test_stem_of_future_and_conditional(infinitive: str, wanted: str) -> None:
    assert stem(infinitive) == wanted


@pytest.mark.parametrize(
    ("form", "infinitive", "mood_", "tense", "person", "number"),
    [
        ("livrera", "livrer", "Ind", "Fut", "3", "Sing"),
        ("livreront", "livrer", "Ind", "Fut", "3", "Plur"),
        ("livrerons", "livrer", "Ind", "Fut", "1", "Plur"),
        ("livrerait", "livrer", "Cnd", "Pres", "3", "Sing"),
        ("livreraient", "livrer", "Cnd", "Pres", "3", "Plur"),
        ("livrerions", "livrer", "Cnd", "Pres", "1", "Plur"),
        ("vendra", "vendre", "Ind", "Fut", "3", "Sing"),
        ("recevrait", "recevoir", "Cnd", "Pres", "3", "Sing"),
        ("sera", "être", "Ind", "Fut", "3", "Sing"),
        ("aurait", "avoir", "Cnd", "Pres", "3", "Sing"),
        ("achètera", "acheter", "Ind", "Fut", "3", "Sing"),
        ("enverra", "envoyer", "Ind", "Fut", "3", "Sing"),
        ("emploiera", "employer", "Ind", "Fut", "3", "Sing"),
        ("obtiendront", "obtenir", "Ind", "Fut", "3", "Plur"),
    ],
)
def test_a_future_or_conditional_form_is_told_with_person_and_number(  # noqa: PLR0917
    form: str, infinitive: str, mood_: str, tense: str, person: str, number: str
) -> None:
    feats = mood(form, infinitive)
    assert feats is not None
    assert (feats["Mood"], feats["Tense"], feats["VerbForm"]) == (mood_, tense, "Fin")
    assert (feats["Person"], feats["Number"]) == (person, number)


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("livrait", "livrer"),
        ("livrât", "livrer"),
        ("courent", "courir"),
        ("tirent", "tirer"),
        ("va", "aller"),
        ("livrer", "livrer"),
        ("livre", "livrer"),
        ("vendait", "vendre"),
        ("vend", "vendre"),
        ("était", "être"),
        ("avait", "avoir"),
        ("livrera", "vendre"),
        ("", "livrer"),
        ("rompait", "rompre"),
    ],
)
def test_other_forms_are_none(form: str, infinitive: str) -> None:
    assert mood(form, infinitive) is None


@pytest.mark.parametrize(
    ("form", "infinitive", "number"),
    [
        ("livra", "livrer", "Sing"),
        ("engagea", "engager", "Sing"),
        ("renforça", "renforcer", "Sing"),
        ("livrèrent", "livrer", "Plur"),
        ("fournirent", "fournir", "Plur"),
        ("vendirent", "vendre", "Plur"),
        ("reçurent", "recevoir", "Plur"),
        ("maintinrent", "maintenir", "Plur"),
    ],
)
def test_third_persons_of_the_past_historic_are_told(form: str, infinitive: str, number: str) -> None:
    feats = mood(form, infinitive)
    assert feats == {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin", "Person": "3", "Number": number}


@given(st.sampled_from(["livrer", "fournir", "vendre", "recevoir", "tenir"]), st.sampled_from([*FUTURE, *CONDITIONAL]))
def test_stem_and_ending_make_a_form_that_is_known_again(infinitive: str, ending: str) -> None:
    feats = mood(stem(infinitive) + ending, infinitive)
    assert feats is not None
    assert (feats["Tense"] == "Fut") == (ending in FUTURE)


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_two_words_give_features_or_none(form: str, infinitive: str) -> None:
    feats = mood(form, infinitive)
    assert feats is None or feats["VerbForm"] == "Fin"


@pytest.mark.parametrize(
    ("text", "form", "tense", "mood_"),
    [
        ("La Suède livrera des canons.", "livrera", "Fut", "Ind"),
        ("La Suède livrerait des canons.", "livrerait", "Pres", "Cnd"),
        ("La Suède aurait livré des canons.", "aurait", "Pres", "Cnd"),
        ("Les pays livreront des canons.", "livreront", "Fut", "Ind"),
    ],
)
def test_the_pipeline_tells_future_and_conditional(text: str, form: str, tense: str, mood_: str) -> None:
    (sentence,) = load("fr").parse(text, [(0, len(text))])
    token = next(token for token in sentence.tokens if token.text == form)
    assert (token.feats.get("Tense"), token.feats.get("Mood")) == (tense, mood_)
    assert token.upos in ("VERB", "AUX")
