"""The lemma table read backwards says the same as read forwards."""

import pytest

from foedus.language.forms import forms
from foedus.language.lemmas import lemmatizer
from foedus.reader.lexicon import load_lexicon

_UPOS = {"verb": "VERB", "noun": "NOUN", "adjective": "ADJ"}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_form_of_a_unit_has_its_lemma(lang: str) -> None:
    table, forward = forms(lang), lemmatizer(lang)
    heads = {(unit.words.head, _UPOS[unit.pos]) for unit in load_lexicon(lang).units if unit.pos in _UPOS}
    for head, upos in sorted(heads):
        for form in {form for form in table.of(head, upos) - {head} if form.islower()}:  # "MP" is a name of its own
            assert forward.lemma(form, upos) == head, (form, upos)


def test_irregular_forms_and_changing_stems_are_found() -> None:
    assert {"sold", "sells", "selling"} <= forms("en").of("sell", "VERB")
    assert {"vendu", "vendues", "vendraient", "vendît"} <= forms("fr").of("vendre", "VERB")
    assert {"achète", "achetées", "achètera"} <= forms("fr").of("acheter", "VERB")
    assert "canaux" in forms("fr").of("canal", "NOUN")


def test_a_further_word_may_be_any_part_of_speech() -> None:
    assert {"arms", "arm", "armed"} <= forms("en").of_any("arm")
    assert "s-400s" in forms("en").of_any("s-400")
