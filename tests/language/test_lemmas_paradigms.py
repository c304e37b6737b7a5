"""Lemmas of the lexicon's verbs in all the forms that their paradigms give them."""

import pytest
from training.parser.paradigms import english_verb, french_verb

from foedus.language.lemmas import lemmatizer
from foedus.reader.lexicon import load_lexicon

PARADIGMS = {"fr": french_verb, "en": english_verb}
# Forms that are commoner as another verb's, and those that a regular paradigm gives an irregular verb.
SHARED = {
    "fr": {
        "aller": {"allions", "alliez"},
        "bouger": {"bougions", "bougiez"},
        "comparer": {"comparais"},
        "convier": {"convient"},
        "miser": {"mise", "mises"},
        "murer": {"murent"},
        "remiser": {"remise", "remises"},
        "sommer": {"sommes"},
        "suivre": {"suis"},
        "virer": {"virent"},
    },
    "en": {"be": {"bed", "bing"}, "ok": {"oked", "oking"}, "ride": {"rided"}, "see": {"seed"}},
}
TWINS = {
    "fr": {"fonder": "fondre", "mouler": "moudre", "recouvrer": "recouvrir", "tapisser": "tapir"},
    "en": {"axe": "ax", "enroll": "enrol", "fulfill": "fulfil", "lambast": "lambaste", "programme": "program"},
}
"""Verbs most of whose forms are another's too, and other spellings of the same verb: the lemma is one of the two."""
UNKNOWN = frozenset({"mete", "outcompete", "réadhérer", "rétroconcevoir", "traiter"})
"""Verbs that the table of lemmas gets wrong by their endings ("traite" as traire): a loss, until it is made anew."""
WRITTEN_BY_NOBODY = ("asse", "asses", "assions", "assiez", "assent")
"""Imperfect subjunctives in -er, which verbs like "rêvasser" claim too."""


def anchors(lang: str) -> list[str]:
    units = load_lexicon(lang).units
    verbs = (unit.words for unit in units if unit.pos == "verb" and unit.words.anchor == 0)
    return sorted({words.head for words in verbs if words.head.isalpha()} - UNKNOWN)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_regular_form_of_a_verb_of_the_lexicon_has_its_lemma(lang: str) -> None:
    lemmas = lemmatizer(lang)
    wrong = {}
    for verb in anchors(lang):
        forms = {form for form in PARADIGMS[lang](verb) if not form.endswith(WRITTEN_BY_NOBODY)}
        lemma = {verb, TWINS[lang].get(verb, verb)}
        missed = {form for form in forms - SHARED[lang].get(verb, set()) if lemmas.lemma(form, "VERB") not in lemma}
        if missed:
            wrong[verb] = missed
    assert wrong == {}


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("acquérir", "acquiers acquiert acquérons acquièrent acquérait acquit acquirent acquis acquise acquerra"),
        ("maintenir", "maintiens maintient maintenons maintiennent maintint maintinrent maintînt maintenu maintiendra"),
        ("recevoir", "reçois reçoit recevons reçoivent recevait reçut reçurent reçue recevrait"),
        ("transmettre", "transmet transmettent transmirent transmît transmis transmises transmettra"),
        ("coproduire", "coproduit coproduisent coproduisit coproduiront"),
        ("vaincre", "vainc vainquent vainquit vaincu vaincra"),
        ("offrir", "offre offrent offrait offrit offert offrira"),
        ("restreindre", "restreint restreignent restreignit restreindra"),
    ],
)
def test_irregular_french_verbs_have_their_paradigms(infinitive: str, forms: str) -> None:
    paradigm = set(french_verb(infinitive))
    assert set(forms.split()) <= paradigm
    assert {lemmatizer("fr").lemma(form, "VERB") for form in forms.split()} == {infinitive}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("staged", "stage"), ("waging", "wage"), ("sited", "site"), ("spared", "spare"), ("rerouted", "reroute")],
)
def test_a_short_vowel_does_not_eat_a_mute_e(form: str, lemma: str) -> None:
    assert lemmatizer("en").lemma(form, "VERB") == lemma


@pytest.mark.parametrize(("form", "lemma"), [("accèderait", "accéder"), ("manœuvrons", "manœuvrer"), ("tue", "tuer")])
def test_new_spellings_and_neighbours_of_irregular_verbs(form: str, lemma: str) -> None:
    assert lemmatizer("fr").lemma(form, "VERB") == lemma
